import {formatNumber} from '../charts/format.ts';
import {
  readKnownProblems,
  type CandidateDetail,
  type KnownProblem,
} from '../problems/read-candidate.ts';
import {candidateName} from '../register/candidate-decisions.ts';
import {capitalised, countWord} from './headline-sentence.ts';
import {cameBack, problemStateText} from './known-problem-words.ts';
import {candidateHref} from './link.ts';
import type {CandidateSpec} from './page.ts';
import type {PageContext} from './page-context.ts';
import type {Cell, Column} from './resolved-table.ts';
import type {TableBlock} from './table-block.ts';
import {shortInstant} from './short-instant.ts';

type Place = Pick<PageContext, 'frame'>;

/** Open problem records with what has become of what they stand for: growing on, or quiet for long. */
export async function resolveKnownProblems(
  context: PageContext,
  {id, top}: Extract<CandidateSpec, {block: 'candidates known problems'}>,
): Promise<TableBlock | null> {
  const all = await readKnownProblems(context.session);
  const open = all.filter(({isOpen}) => isOpen).sort((a, b) => urgency(a) - urgency(b));
  if (open.length === 0) return null;
  const {candidates} = await context.candidates();
  const labels = new Map(candidates.map(({candidateNo, label}) => [candidateNo, label]));
  return {
    kind: 'table',
    id,
    title: titleOf(open),
    subtitle: `${formatNumber(open.length)} open problem ${open.length === 1 ? 'record' : 'records'}, each with the candidate that holds most of its incidents`,
    table: {
      columns: [
        ...columns.slice(0, 2),
        {label: 'Candidate', align: 'left', isDetail: true},
        ...columns.slice(2),
      ],
      rows: open.slice(0, top).map((problem) => {
        const [head, state, ...rest] = rowOf(problem, context);
        return [head!, state!, candidateCell(problem, labels), ...rest];
      }),
    },
    note: [
      {
        text: `${formatNumber(all.length - open.length)} closed ones are left out.${open.length > top ? ` ${top} of ${formatNumber(open.length)} are shown.` : ''}`,
      },
    ],
    downloads: [],
  };
}

/** Problem records that stand for one candidate, open or closed. */
export function resolveCandidateProblems(
  {knownProblems, candidate}: CandidateDetail,
  context: Place,
  id: string,
): TableBlock | null {
  if (knownProblems.length === 0) return null;
  const open = knownProblems.filter(({isOpen}) => isOpen);
  return {
    kind: 'table',
    id,
    title:
      open.length === 0
        ? 'No open problem record stands for it'
        : `Already ${open.map(({number}) => number).join(' and ')}`,
    subtitle: `Problem records whose incidents mostly belong to ${candidate.name}`,
    table: {columns, rows: knownProblems.map((problem) => rowOf(problem, context))},
    note: [],
    downloads: [],
  };
}

/** What wants something done comes first: growing on, then to be closed, then the rest. */
function urgency({candidateGrowth, isQuiet}: KnownProblem): number {
  if (candidateGrowth === 'growing') return 0;
  if (isQuiet) return 1;
  return candidateGrowth === null ? 3 : 2;
}

function titleOf(open: readonly KnownProblem[]): string {
  const growing = open.filter(({candidateGrowth}) => candidateGrowth === 'growing').length;
  const quiet = open.filter(({isQuiet}) => isQuiet).length;
  const grow = `${countWord(growing)} open ${growing === 1 ? 'problem still grows' : 'problems still grow'}`;
  const close = `${countWord(quiet)} ${quiet === 1 ? 'has' : 'have'} had nothing new for long`;
  if (growing === 0 && quiet === 0) return 'No open problem grows, and none went quiet';
  if (quiet === 0) return capitalised(grow);
  return capitalised(growing === 0 ? `${close}: close?` : `${grow}; ${close}`);
}

const columns: Column[] = [
  {label: 'Problem', align: 'left'},
  {label: 'State', align: 'left'},
  {label: 'Linked', align: 'right', isDetail: true},
  {label: 'Last incident', align: 'left', isDetail: true},
];

function rowOf(problem: KnownProblem, {frame: {zone, asOf}}: Place): Cell[] {
  const {number, title, linkedCount, lastIncidentAt, isKnownError} = problem;
  return [
    {
      text: number,
      detail: [title, isKnownError ? 'known error' : null].filter(Boolean).join(' · '),
    },
    stateCell(problem, asOf),
    {text: formatNumber(linkedCount), value: linkedCount},
    {text: shortInstant(lastIncidentAt, zone), value: lastIncidentAt?.getTime() ?? null},
  ];
}

function stateCell(problem: KnownProblem, asOf: Date): Cell {
  const {isOpen, isQuiet, candidateGrowth} = problem;
  const text = problemStateText(problem, asOf);
  if (!isOpen) return {text, tone: cameBack(problem) ? 'strong' : 'quiet'};
  if (isQuiet) return {text, tone: 'open'};
  return candidateGrowth === 'growing' ? {text, tone: 'strong'} : {text};
}

function candidateCell({candidateNo}: KnownProblem, labels: ReadonlyMap<number, string>): Cell {
  if (candidateNo === null) return {text: '–'};
  const name = candidateName(candidateNo);
  return {text: labels.get(candidateNo) ?? name, href: candidateHref(name), detail: name};
}
