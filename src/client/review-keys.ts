import {isTyping} from './is-typing.ts';
import {reviewTasksHere} from './review-tasks.ts';

/**
 * A review by keyboard: j and k walk candidates or actions, n goes to the next undecided one, Enter opens it, and the
 * first letter of a decision opens its form. Every key does what a link or a fold of the page does.
 */
export function reviewByKeyboard(): void {
  document.addEventListener('keydown', (event) => {
    if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
    if (document.querySelector('dialog[open]')) return;
    if (onList(event.key) ?? onOne(event.key)) event.preventDefault();
  });
}

/** Opens the form that an address asks for, as a key in the list does; fills in the name used last. */
export function prepareForms(root: ParentNode): void {
  const asked = formBy('data-task', decodeURIComponent(location.hash.replace(/^#decide-/, '')));
  if (location.hash.startsWith('#decide-') && asked) openForm(asked);
  for (const field of root.querySelectorAll<HTMLInputElement>('.decide-by input[name="by"]')) {
    if (field.value === '') field.value = lastName();
    field.form?.addEventListener('submit', () => keepName(field.value));
  }
}

/** Null where the page has no list. */
function onList(key: string): boolean | null {
  const rows = [...document.querySelectorAll<HTMLTableRowElement>('table.review tbody tr')];
  if (rows.length === 0) return null;
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  switch (key) {
    case 'j':
      return stand(rows[at + 1]);
    case 'k':
      return stand(rows[at < 0 ? 0 : at - 1]);
    case 'n':
      return stand(nextUndecided(rows, at));
    default:
      return decideInList(rows[at], key);
  }
}

function nextUndecided(rows: readonly HTMLTableRowElement[], at: number) {
  return [...rows.slice(at + 1), ...rows.slice(0, Math.max(0, at))].find(
    (row) => row.dataset.undecided !== undefined,
  );
}

function stand(row: HTMLTableRowElement | undefined): boolean {
  const link = row?.querySelector<HTMLAnchorElement>('th a');
  if (!row || !link) return false;
  link.focus({preventScroll: true});
  row.scrollIntoView({block: 'nearest'});
  return true;
}

/** A decision needs a name and perhaps more: its form is on the page of what it is about. */
function decideInList(row: HTMLTableRowElement | undefined, key: string): boolean {
  const task = reviewTasksHere().find((each) => each.key === key)?.task ?? null;
  const link = row?.querySelector<HTMLAnchorElement>('th a');
  if (task === null || !link) return false;
  location.assign(`${link.href}#decide-${encodeURIComponent(task)}`);
  return true;
}

const walks: Record<string, string> = {j: 'next', k: 'prev', n: 'undecided'};

function onOne(key: string): boolean {
  const decision = document.querySelector<HTMLElement>('.decision');
  if (!decision) return false;
  if (key === 'u') {
    location.assign(decision.dataset.list ?? '/');
    return true;
  }
  const walk = walks[key];
  if (walk !== undefined) {
    const link = document.querySelector<HTMLAnchorElement>(`.walk a[data-walk="${walk}"]`);
    if (link) location.assign(link.href);
    return link !== null;
  }
  const form = /^[a-z]$/.test(key) ? formBy('data-key', key) : null;
  if (form) openForm(form);
  return form !== null;
}

function formBy(attribute: string, value: string): HTMLDetailsElement | null {
  return document.querySelector(`details.decide-by[${attribute}="${CSS.escape(value)}"]`);
}

/** The first field that is still to be filled, or the button where none is. */
function openForm(form: HTMLDetailsElement): void {
  form.open = true;
  const fields = [
    ...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
      'input:not([type="hidden"]), textarea',
    ),
  ];
  for (const field of fields)
    if (field.name === 'by' && field.value === '') field.value = lastName();
  const next = fields.find((field) => field.required && field.value === '');
  (next ?? form.querySelector('button'))?.focus();
  form.scrollIntoView({block: 'nearest'});
}

const nameKey = 'meantime-name';

/** Of this browser's tab only; where storage is refused, the name is typed again. */
function lastName(): string {
  try {
    return sessionStorage.getItem(nameKey) ?? '';
  } catch {
    return '';
  }
}

function keepName(name: string): void {
  try {
    sessionStorage.setItem(nameKey, name.trim());
  } catch {
    // Nothing is lost but a little comfort.
  }
}
