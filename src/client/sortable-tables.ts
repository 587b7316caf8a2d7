type Direction = 'ascending' | 'descending';

/** Gives every column head of the data tables inside `root` a button that sorts by it; an account keeps its order. */
export function makeTablesSortable(root: ParentNode): void {
  for (const table of root.querySelectorAll<HTMLTableElement>('table.data:not(.account)')) {
    if ((table.tBodies[0]?.rows.length ?? 0) < 2 || isOnePageOfMany(table)) continue;
    for (const head of table.querySelectorAll<HTMLTableCellElement>('thead th'))
      addButton(table, head);
  }
}

/** Sorting a hundred rows of two thousand would pass for sorting them all. */
function isOnePageOfMany(table: HTMLTableElement): boolean {
  return table.closest('section')?.querySelector('nav.pager a') != null;
}

function addButton(table: HTMLTableElement, head: HTMLTableCellElement): void {
  if (head.textContent.trim() === '' || head.querySelector('a, button')) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'sort';
  button.append(...head.childNodes);
  button.addEventListener('click', () => sortBy(table, head));
  head.append(button);
}

function sortBy(table: HTMLTableElement, head: HTMLTableCellElement): void {
  const body = table.tBodies[0];
  if (!body) return;
  const direction = nextDirection(head);
  for (const each of table.querySelectorAll('thead th')) each.removeAttribute('aria-sort');
  head.setAttribute('aria-sort', direction);
  body.append(...sorted([...body.rows], head.cellIndex, direction));
}

/** Numbers start with the largest, texts with the first of the alphabet. */
function nextDirection(head: HTMLTableCellElement): Direction {
  const first = head.classList.contains('number') ? 'descending' : 'ascending';
  const other = first === 'ascending' ? 'descending' : 'ascending';
  return head.getAttribute('aria-sort') === first ? other : first;
}

const alphabet = new Intl.Collator('en', {numeric: true, sensitivity: 'base'});

/** Rows in order of one column; what is empty stays at the end either way. */
function sorted(
  rows: HTMLTableRowElement[],
  column: number,
  direction: Direction,
): HTMLTableRowElement[] {
  const sign = direction === 'ascending' ? 1 : -1;
  const keyed = rows.map((row) => ({row, key: sortKey(row.cells[column])}));
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
    return sign * compared(a.key, b.key);
  });
  return keyed.map(({row}) => row);
}

function compared(a: number | string, b: number | string): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return alphabet.compare(String(a), String(b));
}

/** The raw number where the page gives one (`5.4 h` and `3.1 days` compare as hours), else the text. */
function sortKey(cell: HTMLTableCellElement | undefined): number | string | null {
  const raw = cell?.dataset.value;
  if (raw !== undefined) return raw === '' ? null : Number(raw);
  const text = cell?.textContent.trim() ?? '';
  if (text === '' || text === '–') return null;
  const number = Number(text.replace(/^−/, '-').replaceAll(',', ''));
  return Number.isNaN(number) ? text : number;
}
