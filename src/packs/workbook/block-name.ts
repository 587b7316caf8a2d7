import {translated} from '../../wording/t.ts';

/** A title states this period's finding; a sheet is found by what is the same in every period. */
export function blockName(id: string): string {
  if (id === 'kpis') return translated('Key figures');
  const words = id
    .replace(/^trend-/, '')
    .replaceAll('-', ' ')
    .replace(/\b(sla|mttr|flr|fcr|ttr)\b/g, (name) => name.toUpperCase());
  return translated(words.charAt(0).toUpperCase() + words.slice(1));
}
