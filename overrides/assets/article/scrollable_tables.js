// @ts-check
// A table wider than the screen scrolls in its own box. Not every browser makes such a box focusable by itself.
import { findAll } from "../shared/dom.js";

const observer = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) target.setAttribute("tabindex", "0");
    else target.removeAttribute("tabindex");
  }
});

for (const table of findAll(document, "article table")) observer.observe(table);
