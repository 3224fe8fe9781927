// @ts-check
// A page in a frame of a page of the product. It shows itself only where every page around it is of the hosts that the
// settings name: not every host of a help center sends the header by which browsers would see to it.
import "../article/scrollable_tables.js";
import "../channel/expiry.js";
import "../searchbox/searchbox.js";
import { find } from "../shared/dom.js";
import { areAllowed } from "./ancestors.js";

const main = find(document, "main");
const { hosts = "", address = "", section } = main.dataset;

/** The origins of the pages around this one, the nearest first. A browser that names only the nearest must have no
 * other. @returns {string[]} */
function ancestors() {
  if (location.ancestorOrigins) return [...location.ancestorOrigins];
  return parent === top && document.referrer ? [new URL(document.referrer).origin] : [];
}

/** The level of a heading, which stands in a box with its link; 9 for what is none. @param {Element} part */
const level = (part) => Number(part.matches(".heading") ? part.firstElementChild?.tagName[1] : 9);

/** Hides what is not part of a section, but for the title. @param {HTMLElement} heading */
function showOnly(heading) {
  const start = heading.closest(".heading") ?? heading;
  const parts = /** @type {HTMLElement[]} */ ([...(start.parentElement?.children ?? [])]);
  const place = parts.findIndex((part) => part === start);
  const next = parts.findIndex((part, index) => index > place && level(part) <= level(start));
  const shown = parts.slice(place, next < 0 ? parts.length : next);
  for (const part of parts) part.hidden = part.tagName !== "H1" && !shown.includes(part);
}

const origins = ancestors();
if (parent === self) location.replace(address);
else if (areAllowed(origins, hosts.split(" "), location.protocol)) {
  document.documentElement.dataset.theme = new URLSearchParams(location.hash.slice(1)).get("theme") ?? "";
  const heading = section && document.getElementById(section);
  if (heading) showOnly(heading);
  main.hidden = false;
  const { body } = document;
  const report = () => {
    const height = Math.max(Math.ceil(body.getBoundingClientRect().height), body.scrollHeight);
    parent.postMessage({ height }, origins[0]);
  };
  report(); // at once: a browser paints no frame that is hidden
  new ResizeObserver(report).observe(body);
}
