// @ts-check
// Tells screen readers about a change that they would not notice. It shows nowhere.

const REMOVED_AFTER = 5000; // milliseconds, so that nobody comes across the text later

const region = document.createElement("p");
region.className = "visually-hidden";
region.setAttribute("role", "status");
document.body.append(region);
let timer = 0;

/** @param {string} text */
export function announce(text) {
  clearTimeout(timer);
  region.textContent = text;
  timer = setTimeout(() => (region.textContent = ""), REMOVED_AFTER);
}
