// @ts-check
// A table wider than the screen scrolls in its own box. Not every browser lets the keys reach such a box by itself.

const reachable = new ResizeObserver((changes) => {
  for (const { target } of changes) {
    if (target.scrollWidth > target.clientWidth) target.setAttribute("tabindex", "0");
    else target.removeAttribute("tabindex");
  }
});

for (const table of document.querySelectorAll("article table")) reachable.observe(table);
