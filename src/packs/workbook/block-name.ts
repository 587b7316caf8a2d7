import {translated} from '../../wording/t.ts';

/**
 * A title states this period's finding; a sheet is found by what is the same in every period.
 * @param of what the rows are: blocks that a page makes several of, one for each dimension, are called by it
 */
export function blockName(id: string, of?: string): string {
  if (id === 'kpis') return translated('Key figures');
  if (of && id.startsWith('own-dimensions-')) return of;
  const words = id.replace(/^trend-/, '').replaceAll('-', ' ');
  return translated(spelled[words] ?? sentenceOf(words));
}

/** Ids are short; contents are read by people who weren't told what an MTTR is. */
const spelled: Record<string, string> = {
  'ttr median': 'Median time to resolve',
  mttr: 'Mean time to resolve',
  'why mttr moved': 'Why the mean time moved',
  'why sla moved': 'Why the SLA moved',
  flr: 'First-level resolution',
  fcr: 'First-contact resolution',
  'sla resolution': 'Resolution SLA',
  'sla response': 'Response SLA',
  'hot services': 'Services hit hardest',
  'hot categories': 'Categories hit hardest',
  'reopen rate': 'Share reopened',
  'recurrence rate': 'Share that came back',
};

function sentenceOf(words: string): string {
  const written = words.replace(/\b(sla|p1)\b/g, (name) => name.toUpperCase());
  return written.charAt(0).toUpperCase() + written.slice(1);
}
