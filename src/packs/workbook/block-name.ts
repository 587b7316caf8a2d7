import {translated} from '../../wording/t.ts';

/** A title states this period's finding; a sheet is found by what is the same in every period. */
export function blockName(id: string): string {
  if (id === 'kpis') return translated('Key figures');
  const words = id
    .replace(/^trend-/, '')
    .replaceAll('-', ' ')
    .replace(/\b(sla|mttr|flr|fcr|ttr|p1)\b/g, (name) => name.toUpperCase());
  const name = words.charAt(0).toUpperCase() + words.slice(1);
  // Blocks that a page makes several of have a part behind their name.
  const [, own = name, part = ''] = /^(Own dimensions)( .+)$/.exec(name) ?? [];
  return `${translated(own)}${part}`;
}
