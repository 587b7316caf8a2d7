import {formatNumber} from '../charts/format.ts';
import type {Candidate} from '../problems/candidate.ts';
import type {CandidateSort} from '../problems/read-candidates.ts';
import {nameCell, countCell, hoursCell, sparkCell} from './candidate-cells.ts';
import {isUndecided, spreadCell, statusCell, trendCell, windowText} from './candidate-words.ts';
import type {Fact} from './fact.ts';
import type {PageContext} from './page-context.ts';
import type {CandidateSpec} from './page.ts';
import {candidateChoices, chosenCandidates, chosenHref} from './resolve-candidate-filter.ts';
import type {Column} from './resolved-table.ts';
import type {Pager, TableBlock} from './table-block.ts';

type Spec = Extract<CandidateSpec, {block: 'candidates list'}>;

/** What keeps coming back, best first or as the reader sorts it, a page at a time. */
export async function resolveCandidateList(
  context: PageContext,
  {id, size}: Spec,
): Promise<TableBlock | null> {
  const {total} = await context.candidates();
  if (total === 0) return null;
  const chosen = await chosenCandidates(context);
  const {sort, page} = candidateChoices(context);
  const shown = chosen.slice((page - 1) * size, page * size);
  return {
    kind: 'table',
    id,
    title: listTitle(chosen),
    subtitle: listSubtitle(chosen, context),
    table: candidateTable(shown, context, sort),
    note: listNote,
    downloads: [{label: 'CSV', href: '/api/problems?format=csv'}],
    ...(chosen.length > size ? {pager: pagerOf(context, {chosen: chosen.length, page, size})} : {}),
  };
}

function listTitle(chosen: readonly Candidate[]): string {
  const open = chosen.filter(isUndecided).length;
  const listed = `${formatNumber(chosen.length)} ${chosen.length === 1 ? 'candidate' : 'candidates'}`;
  if (open === 0) return `${listed}, every one decided`;
  if (open === chosen.length) return `${listed}, none decided yet`;
  return `${listed}, ${formatNumber(open)} undecided`;
}

function listSubtitle(chosen: readonly Candidate[], context: PageContext): string {
  const [first] = chosen;
  if (!first) return 'Nothing is chosen by these filters.';
  const {sort} = candidateChoices(context);
  const order = sort === 'rank' ? 'ranked by score' : 'in the order chosen';
  return `Incidents and hours lost in the ${windowText(first, context.frame.asOfOn)}, ${order}; hours of one incident may stand at several`;
}

const listNote: Fact[] = [
  {
    text: 'Score = hours lost × persistence × trend × spread × agreement × what no open problem covers; each candidate’s page shows the parts. Growing: the recent rate is a quarter above the one before, with few incidents counting less.',
  },
];

/** The whole row of a candidate; the server sorts, because a page may be one of many. */
function candidateTable(
  shown: readonly Candidate[],
  context: PageContext,
  sort: CandidateSort,
): TableBlock['table'] {
  const most = Math.max(...shown.map(({hoursLost}) => hoursLost), 0);
  const column = (label: string, align: Column['align'], by?: CandidateSort, isDetail = false) => ({
    ...{label, align, isDetail},
    ...(by ? {sortHref: chosenHref(context, {sort: by, page: ''})} : {}),
    ...(by === sort
      ? {sorted: by === 'label' || by === 'rank' ? ('ascending' as const) : ('descending' as const)}
      : {}),
  });
  return {
    columns: [
      column('Candidate', 'left', 'label'),
      column(`${shown[0]?.windowWeeks ?? 52} weeks`, 'left', undefined, true),
      column('Incidents', 'right', 'count'),
      column('Hours lost', 'right', 'hours'),
      column('Trend', 'left', 'trend', true),
      column('Spread', 'left', 'spread', true),
      column('Status', 'left'),
      column('Suggested owner', 'left', undefined, true),
    ],
    rows: shown.map((each) => [
      nameCell(each),
      sparkCell(each, context),
      countCell(each),
      hoursCell(each, most),
      trendCell(each),
      spreadCell(each),
      statusCell(each),
      {text: each.assignmentGroup ?? '–', tone: 'quiet'},
    ]),
    undecided: shown.map(isUndecided),
  };
}

function pagerOf(
  context: PageContext,
  {chosen, page, size}: {chosen: number; page: number; size: number},
): Pager {
  const first = (page - 1) * size + 1;
  const last = Math.min(chosen, page * size);
  const to = (number: number) => chosenHref(context, {page: number === 1 ? '' : String(number)});
  return {
    label: `${formatNumber(first)} – ${formatNumber(last)} of ${formatNumber(chosen)}`,
    previous: page > 1 ? to(page - 1) : null,
    next: last < chosen ? to(page + 1) : null,
  };
}
