// @ts-check
// Says something to readers who hear the page and would not notice that it changed. It shows nowhere.

const STAYS = 5000; // milliseconds until it is gone again, so that nobody comes across it later

const region = document.createElement("p");
region.className = "visually-hidden";
region.setAttribute("role", "status");
document.body.append(region);
let leaving = 0;

/** @param {string} words */
export function announce(words) {
  clearTimeout(leaving);
  region.textContent = words;
  leaving = setTimeout(() => (region.textContent = ""), STAYS);
}
