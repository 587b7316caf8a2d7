import {formatNumber} from '../charts/format.ts';
import type {Candidate} from '../problems/candidate.ts';
import type {CandidateList} from '../problems/read-candidates.ts';
import {t} from '../wording/t.ts';
import {asKnownNote} from './as-known.ts';
import {nameCell, countCell, hoursCell, sparkCell} from './candidate-cells.ts';
import {growthOf, isApart, statusCell, trendCell, windowText} from './candidate-words.ts';
import {periodsText} from './grain-words.ts';
import {capitalised, countWord} from './headline-sentence.ts';
import {pageHref} from './link.ts';
import type {PageContext} from './page-context.ts';
import type {CandidateSpec} from './page.ts';
import {candidatesSentence} from './resolve-candidates-headline.ts';
import type {TableBlock} from './table-block.ts';

type Spec = Extract<CandidateSpec, {block: 'candidates rising'}>;

/** What is new or grows, filled up with what ranks first: with what is decided about it. */
export async function resolveRisingCandidates(
  context: PageContext,
  {id, top}: Spec,
): Promise<TableBlock | null> {
  // Candidates are of the whole workspace: a filtered page has no figures of them.
  if (context.request.where.length > 0) return null;
  const list = await context.candidates();
  const standing = list.candidates.filter((each) => !isApart(each) && each.status !== 'fixed');
  const [first] = standing;
  if (!first) return null;
  const isRising = (each: Candidate) => ['new', 'growing'].includes(growthOf(each));
  const rising = standing.filter(isRising);
  const others = standing.filter((each) => !isRising(each));
  const shown = [...rising, ...others].slice(0, top);
  return {
    kind: 'table',
    id,
    title: risingTitle(context, list, {rising: rising.length, of: standing.length}),
    subtitle: risingSubtitle(windowText(first, context.frame.asOfOn), {
      rising: rising.length,
      shown: shown.length,
      of: standing.length,
    }),
    table: shortTable(shown, context),
    note: [
      ...asKnownNote(context),
      {text: t`All problem candidates`, href: pageHref('/problems'), isOnlyLink: true},
    ],
    downloads: [],
  };
}

/** The Pareto's own title would say the same twice on a page that has both. */
function risingTitle(
  {blocks}: PageContext,
  list: CandidateList,
  {rising, of}: {rising: number; of: number},
): string {
  if (!blocks.some(({block}) => block === 'candidates pareto'))
    return candidatesSentence(list).replace(/\.$/, '');
  const [some, all] = [capitalised(countWord(rising)), formatNumber(of)];
  if (rising === 0) return t`None of ${all} candidates is new or grows`;
  return rising === 1
    ? t`${some} of ${all} candidates is new or grows`
    : t`${some} of ${all} candidates are new or grow`;
}

function risingSubtitle(
  window: string,
  {rising, shown, of}: {rising: number; shown: number; of: number},
): string {
  const all = formatNumber(of);
  return rising === 0
    ? t`None is new or grows: the first of ${all}, by rank; ${window}`
    : t`New and growing first: ${shown} of ${all}, by rank; ${window}`;
}

function shortTable(shown: readonly Candidate[], context: PageContext): TableBlock['table'] {
  const most = Math.max(...shown.map(({hoursLost}) => hoursLost));
  return {
    columns: [
      {label: t`Candidate`, align: 'left'},
      {label: periodsText(shown[0]?.windowWeeks ?? 52, 'week'), align: 'left', isDetail: true},
      {label: t`Incidents`, align: 'right'},
      {label: t`Hours lost`, align: 'right'},
      {label: t`Trend`, align: 'left', isDetail: true},
      {label: t`Decision`, align: 'left'},
    ],
    rows: shown.map((each) => [
      nameCell(each),
      sparkCell(each, context),
      countCell(each),
      hoursCell(each, most),
      trendCell(each),
      statusCell(each),
    ]),
  };
}
