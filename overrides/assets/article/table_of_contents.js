// @ts-check
// The list of a long article's sections works without this. With it, the list shows which one is being read.

const LINE = 0.3; // of the screen's height: what has come above it is being read

/** Marks the section that is being read in every list. @param {HTMLElement[]} lists */
function follow(lists) {
  const headings = [...document.querySelectorAll("article h2[id]")];
  const mark = () => {
    const above = headings.filter((heading) => heading.getBoundingClientRect().top <= innerHeight * LINE);
    const current = above.pop();
    for (const list of lists) {
      for (const link of list.querySelectorAll("a")) {
        if (current && decodeURIComponent(link.hash.slice(1)) === current.id) link.setAttribute("aria-current", "location");
        else link.removeAttribute("aria-current");
      }
      list.querySelector("[data-current]")?.replaceChildren(current?.textContent ?? "");
    }
  };
  const observer = new IntersectionObserver(mark, { rootMargin: `0px 0px ${(LINE - 1) * 100}% 0px` });
  for (const heading of headings) observer.observe(heading);
}

/** Folds a list again once it has led somewhere. @param {HTMLElement} list */
function fold(list) {
  list.addEventListener("click", (event) => {
    if (/** @type {Element} */ (event.target).closest("a")) list.removeAttribute("open");
  });
}

const contents = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('[data-component~="table-of-contents"]')]);
if (contents.length) follow(contents);
for (const list of contents) fold(list);
