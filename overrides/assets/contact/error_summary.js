// @ts-check
// Lists what is missing in one place, with a link to each field.
import { element } from "../shared/dom.js";

/** @typedef {{ text: string, control: HTMLElement }} FieldError */

/** @param {HTMLElement} box @param {string} heading @param {FieldError[]} errors
 * @param {boolean} focus not while they are corrected: the list then gets shorter beside what is done */
export function showErrorSummary(box, heading, errors, focus) {
  box.textContent = "";
  box.hidden = !errors.length;
  if (!errors.length) return;
  const items = errors.map(({ text, control }) => {
    const link = element("a", { href: `#${control.id}` }, text);
    link.addEventListener("click", (event) => {
      event.preventDefault(); // the URL stays as it is
      const details = control.closest("details");
      if (details) details.open = true;
      control.scrollIntoView({ block: "center" });
      control.focus({ preventScroll: true });
    });
    return element("li", {}, link);
  });
  const id = `${box.closest("[data-step]")?.id ?? ""}errors`;
  box.append(element("h3", { id }, heading), element("ul", {}, ...items));
  box.tabIndex = -1;
  box.setAttribute("role", "group");
  box.setAttribute("aria-labelledby", id);
  if (focus) box.focus();
}
