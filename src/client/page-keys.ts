import {isTyping} from './is-typing.ts';
import {openKeyHelp} from './key-help.ts';
import {linkTo, pagePlaces} from './page-places.ts';

const secondKeyMs = 1500;

/** Keys of every page: each does what a link or a field of the page does. */
export function pagesByKeyboard(): void {
  let wentAt = -Infinity;
  document.addEventListener('keydown', (event) => {
    if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
    if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
    const isSecond = event.timeStamp - wentAt < secondKeyMs;
    wentAt = event.key === 'g' && !isSecond ? event.timeStamp : -Infinity;
    if (isSecond ? goTo(event.key) : act(event.key)) event.preventDefault();
  });
}

function goTo(key: string): boolean {
  const place = pagePlaces.find((each) => each.key === key);
  const link = place ? linkTo(place) : null;
  link?.click();
  return link !== null;
}

function act(key: string): boolean {
  switch (key) {
    case '[':
      return follow('prev');
    case ']':
      return follow('next');
    case '/':
      return find();
    case '?':
      openKeyHelp();
      return true;
    default:
      return false;
  }
}

function follow(rel: 'prev' | 'next'): boolean {
  const link = document.querySelector<HTMLAnchorElement>(`nav.period a[rel="${rel}"]`);
  link?.click();
  return link !== null;
}

/** The words to look for, else the filters. */
function find(): boolean {
  const wanted = ['input[type="search"]', 'input[name="text"]', 'details.filter summary'];
  const field = wanted
    .map((selector) => document.querySelector<HTMLElement>(`main ${selector}`))
    .find((found) => found !== null);
  field?.focus();
  return field !== undefined;
}
