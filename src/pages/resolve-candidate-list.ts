import {formatNumber} from '../charts/format.ts';
import {addDays} from '../time/period.ts';
import type {Candidate} from '../problems/candidate.ts';
import type {CandidateList, CandidateSort} from '../problems/read-candidates.ts';
import {
  growthOf,
  growthWord,
  hoursText,
  isApart,
  isUndecided,
  spreadCell,
  statusCell,
  trendCell,
  windowText,
} from './candidate-words.ts';
import {capitalised, countWord, joined} from './headline-sentence.ts';
import {candidateHref, candidateIncidentsHref, pageHref} from './link.ts';
import type {CandidateSpec} from './page.ts';
import type {PageContext} from './page-context.ts';
import {candidateChoices, chosenCandidates, chosenHref} from './resolve-candidate-filter.ts';
import {candidatesSentence} from './resolve-candidates-headline.ts';
import type {Fact} from './fact.ts';
import type {Cell, Column} from './resolved-table.ts';
import type {Pager, TableBlock} from './table-block.ts';
import {t} from '../wording/t.ts';
import {periodsText} from './grain-words.ts';

type Spec<Name> = Extract<CandidateSpec, {block: Name}>;

/** What keeps coming back, best first or as the reader sorts it, a page at a time. */
export async function resolveCandidateList(
  context: PageContext,
  {id, size}: Spec<'candidates list'>,
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

/** Quiet for longer than their rate explains, or wholly covered: nobody needs to decide. */
export async function resolveApartCandidates(
  context: PageContext,
  {id, top}: Spec<'candidates apart'>,
): Promise<TableBlock | null> {
  const {candidates} = await context.candidates();
  const apart = candidates
    .filter((each) => isApart(each) && each.status !== 'fixed')
    .sort((a, b) => b.hoursLost - a.hoursLost);
  if (apart.length === 0) return null;
  return {
    kind: 'table',
    id,
    title: apartTitle(apart),
    subtitle:
      'Quiet: nothing for longer than one in a hundred such candidates would stay silent by chance. By hours lost in the window',
    table: {
      columns: [
        {label: t`Candidate`, align: 'left'},
        {label: '52 weeks', align: 'left', isDetail: true},
        {label: t`Incidents`, align: 'right', isDetail: true},
        {label: t`Hours lost`, align: 'right'},
        {label: 'Why apart', align: 'left'},
        {label: 'Status', align: 'left', isDetail: true},
      ],
      rows: apart
        .slice(0, top)
        .map((each) => [
          nameCell(each),
          sparkCell(each, context),
          countCell(each),
          {text: hoursText(each.hoursLost), value: each.hoursLost},
          apartCell(each),
          apartStatus(each),
        ]),
    },
    note:
      apart.length > top ? [{text: `The ${top} costliest of ${formatNumber(apart.length)}.`}] : [],
    downloads: [],
  };
}

/** Nobody is asked to decide about these. */
function apartStatus(candidate: Candidate): Cell {
  const {text} = statusCell(candidate);
  return {text, tone: 'quiet'};
}

/** `28 went quiet, 2 are covered by an open problem, 1 is a routine demand`. */
function apartTitle(apart: readonly Candidate[]): string {
  const reasons = apart.map(reasonApart);
  const told = (reason: Reason, one: string, many: string) => {
    const count = reasons.filter((each) => each === reason).length;
    return count === 0 ? [] : [`${formatNumber(count)} ${count === 1 ? one : many}`];
  };
  return joined([
    ...told('quiet', 'went quiet', 'went quiet'),
    ...told('covered', 'is covered by an open problem', 'are covered by an open problem'),
    ...told('routine', 'is a routine demand', 'are routine demands'),
  ]);
}

type Reason = 'quiet' | 'covered' | 'routine';

function reasonApart({isSilent, coveredShare}: Candidate): Reason {
  if (isSilent) return 'quiet';
  return coveredShare >= 1 ? 'covered' : 'routine';
}

function apartCell(candidate: Candidate): Cell {
  const {silentDays, expectedInSilence, silentAfterChange, problemId, decision} = candidate;
  const reason = reasonApart(candidate);
  if (reason === 'routine')
    return {text: 'a routine demand', detail: 'steady, by ever other people, at no CI of its own'};
  if (reason === 'covered')
    return {text: `covered by ${decision?.problemId ?? problemId ?? 'an open problem'}`};
  const change = silentAfterChange === null ? '' : `, about ${silentAfterChange}`;
  return {
    text: `nothing for ${formatNumber(silentDays)} days${change}`,
    value: silentDays,
    detail: `${formatNumber(expectedInSilence, 1)} expected at its rate`,
  };
}

/** What is new or grows, filled up with what ranks first: with what is decided about it. */
export async function resolveRisingCandidates(
  context: PageContext,
  {id, top}: Spec<'candidates rising'>,
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
    note: [{text: t`All problem candidates`, href: pageHref('/problems')}, {text: '.'}],
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

function nameCell({name, label, service, category}: Candidate): Cell {
  const place = [service, category].filter((each) => each !== null).join(' · ');
  return {
    text: label,
    href: candidateHref(name),
    detail: [name, place].filter(Boolean).join(' · '),
  };
}

/** On a phone with the trend, whose own column has no room there. */
function countCell(candidate: Candidate): Cell {
  const {name, windowCount} = candidate;
  const growth = growthOf(candidate);
  return {
    text: formatNumber(windowCount),
    value: windowCount,
    ...(windowCount > 0 ? {href: candidateIncidentsHref(name, 'window')} : {}),
    ...(growth === 'steady' ? {} : {phoneDetail: growthWord(growth)}),
  };
}

function hoursCell({hoursLost}: Candidate, most: number): Cell {
  const share = most > 0 ? hoursLost / most : 0;
  return {text: hoursText(hoursLost), value: hoursLost, share};
}

/** Incidents a week; the last week is not over. */
function sparkCell({label, weekCounts}: Candidate, {frame}: PageContext): Cell {
  const last = mondayOf(frame.asOfOn);
  return {
    text: t`${label}: incidents in each of ${weekCounts.length} weeks`,
    spark: weekCounts.map((value, index) => {
      const day = addDays(last, 7 * (index - weekCounts.length + 1));
      const isComplete = index < weekCounts.length - 1;
      return {day, period: day, value, n: value, signal: 'common' as const, isComplete};
    }),
  };
}

export function mondayOf(day: string): string {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(day, -weekday);
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
