import {formatNumber, formatValue} from '../charts/format.ts';
import {anyCategory} from '../metrics/candidate-set.ts';
import {likelyCategories} from '../problems/likely-categories.ts';
import {things} from './candidate-words.ts';
import {pageHref} from './link.ts';
import type {CandidateSpec} from './page.ts';
import type {PageContext} from './page-context.ts';
import type {TableBlock} from './table-block.ts';

/** Where vaguely logged incidents would likely belong: a help for whoever cleans up. */
export async function resolveLikelyCategories(
  {session}: PageContext,
  {id, top}: Extract<CandidateSpec, {block: 'candidates likely categories'}>,
): Promise<TableBlock | null> {
  const {categories, incidentCount, vagueCount} = await likelyCategories(session);
  if (categories.length === 0) return null;
  const most = categories[0]?.incidentCount ?? 1;
  return {
    kind: 'table',
    id,
    title: `${formatNumber(incidentCount)} of ${things(vagueCount, 'vaguely logged incident', 'vaguely logged incidents')} would likely belong elsewhere`,
    subtitle:
      'Logged as “other” or with no category, of all time; the category of at least 70\u202f% of five or more worded like them',
    table: {
      columns: [
        {label: 'Likely category', align: 'left'},
        {label: 'Incidents', align: 'right'},
        {label: 'Of those worded alike', align: 'right', isDetail: true},
      ],
      rows: categories.slice(0, top).map((each) => [
        {text: each.likelyCategory},
        {
          text: formatNumber(each.incidentCount),
          value: each.incidentCount,
          href: listHref(each.likelyCategory),
          share: each.incidentCount / most,
        },
        {text: `≥ ${formatValue(each.lowestShare, 'share')}`, value: each.lowestShare},
      ]),
    },
    note: [
      {text: 'All of them', href: listHref(anyCategory)},
      {text: '. The records keep what was logged; no figure uses this.'},
    ],
    downloads: [],
  };
}

function listHref(category: string): string {
  return pageHref('/incidents', {choices: {likely_category: category}});
}
