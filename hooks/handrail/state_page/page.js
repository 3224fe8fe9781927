// @ts-check
// Tables that sort: each heading becomes a button. Without this they stand in the order that they were written in.

/** @param {HTMLTableCellElement} cell */
function valueOf(cell) {
  const { value } = cell.dataset;
  return value === undefined || value === "" || Number.isNaN(Number(value)) ? (value ?? cell.textContent ?? "") : Number(value);
}

/** @param {string | number} one @param {string | number} other */
function compare(one, other) {
  if (typeof one === "number" && typeof other === "number") return one - other;
  return String(one).localeCompare(String(other), "en", { numeric: true });
}

/** @param {HTMLTableElement} table @param {HTMLTableCellElement} heading */
function sort(table, heading) {
  const place = heading.cellIndex;
  const down = heading.getAttribute("aria-sort") === "ascending";
  for (const other of heading.parentElement?.children ?? []) other.removeAttribute("aria-sort");
  heading.setAttribute("aria-sort", down ? "descending" : "ascending");
  const rows = [...table.tBodies[0].rows].map((row) => ({ row, value: valueOf(row.cells[place]) }));
  rows.sort((one, other) => (down ? compare(other.value, one.value) : compare(one.value, other.value)));
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
