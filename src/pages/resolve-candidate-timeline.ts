import {formatNumber} from '../charts/format.ts';
import {formatDay} from '../charts/format-period.ts';
import type {LineageEvent} from '../problems/found-candidates.ts';
import type {CandidateDetail, CandidateEvent} from '../problems/read-candidate.ts';
import {candidateName} from '../register/candidate-decisions.ts';
import type {PastDecision} from '../register/candidate-history.ts';
import {candidateHref} from './link.ts';
import type {PageContext} from './page-context.ts';
import type {Cell} from './resolved-table.ts';
import type {TableBlock} from './table-block.ts';
import {shortInstant} from './short-instant.ts';

interface Entry {
  /** Null for what became of it since the last build, which has no instant of its own. */
  at: Date | null;
  what: string;
  cell: Cell;
}

/** What happened around it, newest first: changes on its CI, problem records, majors, what was decided. */
export function resolveCandidateTimeline(
  {candidate, events, lineage}: CandidateDetail,
  {frame: {zone}, candidateHistory = []}: Pick<PageContext, 'frame' | 'candidateHistory'>,
  id: string,
): TableBlock {
  const entries: Entry[] = [
    ...lineage.map((each) => lineageEntry(each, candidate.candidateNo)),
    ...[
      ...candidateHistory.map((past) => decisionEntry(past, candidate.candidateNo)),
      ...events.map(eventEntry),
    ].sort((a, b) => b.at.getTime() - a.at.getTime()),
  ];
  const changes = events.filter(({kind}) => kind === 'change').length;
  return {
    kind: 'table',
    id,
    title: 'What happened around it',
    subtitle:
      changes === 0
        ? 'Problem records, majors and decisions, newest first'
        : `${formatNumber(changes)} ${changes === 1 ? 'change' : 'changes'} on ${candidate.ci ?? 'its CI'}, problem records, majors and decisions, newest first`,
    table: {
      columns: [
        {label: 'When', align: 'left'},
        {label: 'What', align: 'left'},
        {label: 'Which', align: 'left'},
      ],
      rows: entries.map(({at, what, cell}) => [
        {
          // On a phone it may break between day and time, not within one.
          text:
            at === null ? 'since the last build' : shortInstant(at, zone).replace(',\u00a0', ', '),
          value: at?.getTime() ?? null,
        },
        {text: what},
        cell,
      ]),
    },
    note: [],
    downloads: [],
  };
}

type Dated = Entry & {at: Date};

function eventEntry({happenedAt, kind, reference, title}: CandidateEvent): Dated {
  return {at: happenedAt, what: kind, cell: {text: reference || '–', detail: title ?? ''}};
}

/** Those that hold no more too: who reviews it again wants to know why it was taken back. */
function decisionEntry(past: PastDecision, candidateNo: number): Dated {
  const {at, by, reason} = past;
  const text = [partsOf(past, candidateNo), `by ${by}`].filter(Boolean).join(' · ');
  return {at, what: wordOf(past), cell: {text, detail: reason, tone: 'strong'}};
}

function wordOf(past: PastDecision): string {
  if (past.what === 'merge taken back') return past.what;
  if (past.what !== 'decided') return `${past.what} by hand`;
  return past.decision.status === 'new' ? 'decision taken back' : past.decision.status;
}

function partsOf(past: PastDecision, candidateNo: number): string {
  if (past.what === 'split') return `into ${candidateName(past.newCandidateNo)}`;
  if (past.what === 'decided') {
    const {problemId, fixedOn} = past.decision;
    return [problemId, fixedOn ? `fixed on ${formatDay(fixedOn)}` : null]
      .filter(Boolean)
      .join(', ');
  }
  return past.from === candidateNo
    ? `into ${candidateName(past.into)}`
    : `${candidateName(past.from)} into it`;
}

function lineageEntry(event: LineageEvent, candidateNo: number): Entry {
  const {otherCandidateNo, countBefore, countNow} = event;
  const isItself = event.candidateNo === candidateNo;
  const otherNo = isItself ? otherCandidateNo : event.candidateNo;
  const counts =
    countBefore === null || countNow === null
      ? countNow === null
        ? ''
        : `${formatNumber(countNow)} incidents`
      : `from ${formatNumber(countBefore)} to ${formatNumber(countNow)} incidents`;
  const told = isItself
    ? event.event
    : {'split from': 'split into', 'merged into': 'merged with'}[event.event];
  if (otherNo === null) return {at: null, what: told ?? event.event, cell: {text: counts || '–'}};
  const name = candidateName(otherNo);
  return {
    at: null,
    what: told ?? event.event,
    cell: {text: name, href: candidateHref(name), detail: counts},
  };
}
