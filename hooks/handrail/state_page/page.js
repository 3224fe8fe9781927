// @ts-check
// Makes tables sortable: each heading becomes a button. Without this script they keep the order of the HTML.

/** @param {HTMLTableCellElement} cell */
function valueOf(cell) {
  const { value } = cell.dataset;
  return value === undefined || value === "" || Number.isNaN(Number(value)) ? (value ?? cell.textContent ?? "") : Number(value);
}

/** @param {string | number} a @param {string | number} b */
function compare(a, b) {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a).localeCompare(String(b), "en", { numeric: true });
}

/** @param {HTMLTableElement} table @param {HTMLTableCellElement} heading */
function sort(table, heading) {
  const column = heading.cellIndex;
  const isDescending = heading.getAttribute("aria-sort") === "ascending";
  for (const other of heading.parentElement?.children ?? []) other.removeAttribute("aria-sort");
  heading.setAttribute("aria-sort", isDescending ? "descending" : "ascending");
  const rows = [...table.tBodies[0].rows].map((row) => ({ row, value: valueOf(row.cells[column]) }));
  rows.sort((a, b) => (isDescending ? compare(b.value, a.value) : compare(a.value, b.value)));
  table.tBodies[0].append(...rows.map(({ row }) => row));
}

for (const table of /** @type {NodeListOf<HTMLTableElement>} */ (document.querySelectorAll("table[data-sortable]"))) {
  for (const heading of table.tHead?.rows[0].cells ?? []) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    button.addEventListener("click", () => sort(table, heading));
    heading.append(button);
  }
}
