import {linkTo, pagePlaces} from './page-places.ts';
import {reviewTasksHere} from './review-tasks.ts';

type Meaning = [key: string, meaning: string];

function pageKeys(): Meaning[] {
  const places = pagePlaces.flatMap((place): Meaning[] => {
    const link = linkTo(place);
    return link ? [[`g ${place.key}`, link.textContent.trim()]] : [];
  });
  return [
    ['[', 'the period before'],
    [']', 'the period after'],
    ['/', 'find, or filter'],
    ...places,
    ['?', 'this help'],
  ];
}

function reviewKeys(): Meaning[] {
  return [
    ['j', 'the next one'],
    ['k', 'the one before'],
    ['n', 'the next undecided one'],
    ['Enter', 'open it'],
    ...reviewTasksHere().map(({key, meaning}): Meaning => [key, meaning]),
    ['u', 'back to the list'],
  ];
}

/** Says under the list and the decision that there are keys. */
export function hintAtKeys(root: ParentNode): void {
  const place = root.querySelector('section:has(table.review), .decision:not(.write)');
  if (!place || place.querySelector('.keys-hint')) return;
  const hint = document.createElement('p');
  hint.className = 'keys-hint';
  hint.append(keyOf('j'), ' ', keyOf('k'), ' walk, ', keyOf('n'), ' next undecided, ', keyOf('?'));
  hint.append(' all keys');
  if (place.matches('.decision')) place.append(hint);
  else place.querySelector('.scroll')?.before(hint);
}

/** The keys in a dialog, which Escape closes and which gives the focus back. */
export function openKeyHelp(): void {
  const dialog = document.createElement('dialog');
  dialog.className = 'keys';
  dialog.setAttribute('aria-label', 'Keys');
  const isReview = document.querySelector('table.review, .decision') !== null;
  const groups = [
    ...(isReview ? listOf('Keys of the review', reviewKeys()) : []),
    ...listOf('Keys of every page', pageKeys()),
  ];
  const close = document.createElement('button');
  close.textContent = 'Close';
  close.addEventListener('click', () => dialog.close());
  dialog.append(...groups, close);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function listOf(title: string, keys: readonly Meaning[]): HTMLElement[] {
  const heading = document.createElement('h2');
  heading.textContent = title;
  const list = document.createElement('dl');
  for (const [key, meaning] of keys) {
    const term = document.createElement('dt');
    term.append(keyOf(key));
    const told = document.createElement('dd');
    told.textContent = meaning;
    list.append(term, told);
  }
  return [heading, list];
}

function keyOf(key: string): HTMLElement {
  const element = document.createElement('kbd');
  element.textContent = key;
  return element;
}
