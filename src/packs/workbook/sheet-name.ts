import {t} from '../../wording/t.ts';

/** What Excel takes as the name of a sheet at most. */
const longest = 31;

/**
 * A name for a sheet that none in `taken` has, whatever the case: without the signs that Excel refuses,
 * cut at a word. `taken` gets it.
 */
export function sheetName(wanted: string, taken: Set<string>): string {
  const plain = wanted
    .replace(/[[\]:*?/\\]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^'+|'+$/g, '');
  // Excel keeps this one for itself.
  const base = plain === '' || plain.toLowerCase() === 'history' ? t`Sheet` : plain;
  for (let number = 1; ; number++) {
    const ending = number === 1 ? '' : ` ${number}`;
    const name = `${cutAtWord(base, longest - ending.length)}${ending}`;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

function cutAtWord(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length + 1);
  const space = cut.lastIndexOf(' ');
  const shorter = space > length / 2 ? cut.slice(0, space) : text.slice(0, length);
  // A pair of surrogates is never cut in two.
  return shorter.replace(/[\ud800-\udbff]$/, '').trimEnd();
}
