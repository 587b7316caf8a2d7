import {translated} from '../../wording/t.ts';

/**
 * A title states this period's finding; a sheet is found by what is the same in every period.
 * @param of what the rows are: blocks that a page makes several of, one for each dimension, are called by it
 */
export function blockName(id: string, of?: string): string {
  if (id === 'kpis') return translated('Key figures');
  if (of && id.startsWith('own-dimensions-')) return of;
  const words = id
    .replace(/^trend-/, '')
    .replaceAll('-', ' ')
    .replace(/\b(sla|mttr|flr|fcr|ttr|p1)\b/g, (name) => name.toUpperCase());
  return translated(words.charAt(0).toUpperCase() + words.slice(1));
}
