// @ts-check
// An old copy of the site goes quiet, not wrong: from the day on which the evidence for a channel expires, its link and
// its address give way to the words that say how readers find it by themselves.

/** @param {Date} now */
const dayOf = (now) => now.toISOString().slice(0, 10);

/** Takes away all that has expired by now, below `root`. @param {ParentNode} root @param {Date} [now] */
export function expire(root, now = new Date()) {
  for (const held of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-until]"))) {
    if (dayOf(now) < (held.dataset.until ?? "")) continue;
    delete held.dataset.until;
    for (const valid of held.querySelectorAll("[data-valid]")) valid.remove();
    for (const link of held.querySelectorAll("a")) link.replaceWith(...link.childNodes);
    for (const late of /** @type {NodeListOf<HTMLElement>} */ (held.querySelectorAll("[data-expired]"))) late.hidden = false;
    held.className = held.className.replace(/channel--\w+/, "channel--unconfirmed");
    const host = held.querySelector(".host");
    if (host) host.textContent = `(${document.body.dataset.expired})`;
  }
}

expire(document);
// A page can stay open for days.
document.addEventListener("visibilitychange", () => expire(document));
