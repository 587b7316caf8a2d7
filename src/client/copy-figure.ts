import {figureImage} from './figure-image.ts';
import {tableText} from './table-text.ts';
import {t} from '../wording/t.ts';

/** Adds a way to take a figure along under each one: its address, its numbers, its drawing. */
export function offerCopies(root: ParentNode): void {
  for (const actions of root.querySelectorAll<HTMLElement>('.actions')) {
    const block = actions.closest<HTMLElement>('figure[id], section[id]');
    if (block && !actions.querySelector('.copy')) actions.append(menuOf(block));
  }
}

function menuOf(block: HTMLElement): HTMLElement {
  const menu = document.createElement('details');
  menu.className = 'copy';
  const summary = document.createElement('summary');
  summary.textContent = t`Copy`;
  const told = document.createElement('span');
  told.setAttribute('role', 'status');
  menu.append(summary, ...ways(block).map((way) => buttonOf(way, told)), told);
  return menu;
}

interface Way {
  label: string;
  /** What it says when it is done. */
  copy(): Promise<string>;
}

function ways(block: HTMLElement): Way[] {
  const table = block.querySelector('table');
  return [
    {label: t`Link`, copy: () => copyText(addressOf(block))},
    ...(table ? [{label: t`Table`, copy: () => copyTable(table)}] : []),
    ...(block.querySelector('.drawing svg')
      ? [{label: t`Image`, copy: () => copyImage(block)}]
      : []),
  ];
}

function buttonOf({label, copy}: Way, told: HTMLElement): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = label;
  button.addEventListener('click', () => {
    // The same words a second time are read out only where they weren't there before.
    told.textContent = '';
    void copy()
      .catch(() => t`This browser doesn’t allow it.`)
      .then((text) => (told.textContent = text));
  });
  return button;
}

/** The page as it is filtered, at this figure. */
function addressOf({id}: HTMLElement): string {
  const url = new URL(location.href);
  url.hash = id;
  return url.href;
}

async function copyText(text: string): Promise<string> {
  // Pages that come over plain HTTP from another machine have no clipboard but this older way.
  if (!('clipboard' in navigator)) return copyByHand(text);
  await navigator.clipboard.writeText(text);
  return t`Copied.`;
}

function copyByHand(text: string): string {
  const area = document.createElement('textarea');
  area.value = text;
  document.body.append(area);
  area.select();
  const isCopied = document.execCommand('copy');
  area.remove();
  if (!isCopied) throw new Error('not copied');
  return t`Copied.`;
}

/** As a table for documents and as tab-separated text for spreadsheets. */
async function copyTable(table: HTMLTableElement): Promise<string> {
  const {text, html} = tableText(table);
  if (!('clipboard' in navigator) || typeof ClipboardItem === 'undefined') return copyByHand(text);
  const item = new ClipboardItem({
    'text/plain': new Blob([text], {type: 'text/plain'}),
    'text/html': new Blob([html], {type: 'text/html'}),
  });
  await navigator.clipboard.write([item]);
  return t`Copied.`;
}

async function copyImage(block: HTMLElement): Promise<string> {
  if (!('clipboard' in navigator) || typeof ClipboardItem === 'undefined')
    return saveImage(await figureImage(block), block.id);
  // The promise goes in unawaited: Safari forgets the click while one waits.
  await navigator.clipboard.write([new ClipboardItem({'image/png': figureImage(block)})]);
  return t`Copied.`;
}

function saveImage(image: Blob, name: string): string {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(image);
  link.download = `${name}.png`;
  link.click();
  URL.revokeObjectURL(link.href);
  return t`Saved as a file.`;
}
