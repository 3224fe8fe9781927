// @ts-check
// What is missing, said in one place that takes the focus, with a way to each.
import { make } from "../shared/dom.js";

/** @typedef {{ text: string, control: HTMLElement }} Fault */

/** @param {HTMLElement} box @param {string} heading @param {Fault[]} faults */
export function list(box, heading, faults) {
  box.textContent = "";
  box.hidden = !faults.length;
  if (!faults.length) return;
  const items = faults.map(({ text, control }) => {
    const link = /** @type {HTMLAnchorElement} */ (make("a", "", text));
    link.href = `#${control.id}`;
    link.addEventListener("click", (event) => {
      event.preventDefault(); // the address stays as it is
      const closed = control.closest("details");
      if (closed) closed.open = true;
      control.scrollIntoView({ block: "center" });
      control.focus({ preventScroll: true });
    });
    return make("li", "", link);
  });
  const title = make("h3", "", heading);
  title.id = `${box.closest("[data-step]")?.id ?? ""}errors`;
  box.append(title, make("ul", "", ...items));
  box.tabIndex = -1;
  box.setAttribute("role", "group");
  box.setAttribute("aria-labelledby", title.id);
  box.focus();
}
