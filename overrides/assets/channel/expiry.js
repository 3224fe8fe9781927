// @ts-check
// Keeps an old copy of the site from misleading: from the day on which the evidence for a channel expires, its link and
// its address are replaced by how readers find it themselves.
import { findAll } from "../shared/dom.js";

/** Removes everything below `root` that has expired. @param {ParentNode} root @param {Date} [now] */
export function expire(root, now = new Date()) {
  const today = now.toISOString().slice(0, 10);
  for (const channel of findAll(root, "[data-until]")) {
    if (today < (channel.dataset.until ?? "")) continue;
    delete channel.dataset.until;
    for (const valid of channel.querySelectorAll("[data-valid]")) valid.remove();
    for (const link of channel.querySelectorAll("a")) link.replaceWith(...link.childNodes);
    for (const expired of findAll(channel, "[data-expired]")) expired.hidden = false;
    channel.className = channel.className.replace(/channel--\w+/, "channel--unconfirmed");
    const host = channel.querySelector(".host");
    if (host) host.textContent = `(${document.body.dataset.expired})`;
  }
}

expire(document);
// A page can stay open for days.
document.addEventListener("visibilitychange", () => expire(document));
