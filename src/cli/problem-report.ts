import type {Effect} from '../improvement/effect-verdict.ts';
import type {Candidate} from '../problems/candidate.ts';
import type {
  CandidateDetail,
  CandidateHelp,
  ExampleIncident,
  KnownProblem,
} from '../problems/read-candidate.ts';
import {candidateName, type CandidateDecision} from '../register/candidate-decisions.ts';
import {printable} from './terminal.ts';
import {aligned, counted, fitted, grouped, percent} from './wording.ts';

/** A line a candidate: rank, label, hours, count, trend, status. */
export function listText(candidates: readonly Candidate[]): string {
  const head = ['', 'candidate', 'label', 'hours', 'incidents', 'recent', 'trend', 'status'];
  return aligned([head, ...candidates.map(lineOf)], '');
}

function lineOf(candidate: Candidate): string[] {
  return [
    String(candidate.rank),
    candidate.name,
    fitted(candidate.label, 44),
    grouped(Math.round(candidate.hoursLost)),
    grouped(candidate.windowCount),
    grouped(candidate.recentCount),
    `×${candidate.trend.toFixed(2)}`,
    statusText(candidate),
  ].map(printable);
}

function statusText({status, decision, isSilent, isRoutine, afterFix}: Candidate): string {
  if (status === 'accepted') return `accepted as ${decision?.problemId ?? ''}`;
  if (status === 'fixed') return `fixed ${decision?.fixedOn ?? ''}: ${afterFix?.verdict ?? ''}`;
  if (status === 'new' && isSilent) return 'new, apparently fixed';
  return isRoutine ? `${status}, a routine demand` : status;
}

/** What was decided, in a sentence. */
export function decisionText(decision: CandidateDecision): string {
  const name = candidateName(decision.candidateNo);
  if (decision.status === 'watching') return `${name} is watched.`;
  if (decision.status === 'accepted')
    return `${name} is accepted as ${decision.problemId}; its rank follows from the next build on: meantime build`;
  if (decision.status === 'fixed') return `${name} is fixed since ${decision.fixedOn}.`;
  if (decision.status === 'new') return `${name} is open again.`;
  const most = Math.floor((decision.returnCount ?? 0) * (decision.returnFactor ?? 1));
  return `${name} is dismissed; it comes back with more than ${counted(most, 'recent incident')}.`;
}

/** Everything about one candidate, for a terminal. */
export function detailText(detail: CandidateDetail): string {
  const {candidate, events, wordings, representatives, boundary, knownProblems} = detail;
  const parts = [
    `${candidate.name}  ${candidate.label}`,
    factsText(detail),
    section('Weeks', curve(candidate.weekCounts)),
    section('Most common, with incidents and share of those that tell', aligned(topRows(detail))),
    section(
      'Worded',
      aligned(
        wordings.map(({wordingKey, wording, incidentCount}) => [
          wordingKey,
          grouped(incidentCount),
          fitted(wording, 70),
        ]),
      ),
    ),
    section('Typical', exampleText(representatives)),
    section('On the boundary', exampleText(boundary)),
    section('Problem records', knownText(knownProblems)),
    section(
      'Events',
      aligned(
        events.map(({happenedAt, kind, reference, title}) => [
          dayOf(happenedAt),
          kind,
          reference,
          fitted(title ?? '', 50),
        ]),
      ),
    ),
  ];
  return printable(parts.filter(Boolean).join('\n\n'));
}

/** A line a problem record. */
export function knownText(problems: readonly KnownProblem[]): string {
  return printable(
    aligned(
      problems.map((problem) => [
        problem.number,
        fitted(problem.title ?? '', 44),
        problem.status ?? '',
        counted(problem.linkedCount, 'incident'),
        problem.candidateNo === null ? '' : candidateName(problem.candidateNo),
        problem.isQuiet ? 'quiet: close it?' : (problem.candidateGrowth ?? ''),
      ]),
    ),
  );
}

function factsText({candidate, afterFix, help}: CandidateDetail): string {
  const {decision} = candidate;
  const rows = [
    [
      'rank',
      `${candidate.rank}${candidate.isRoutine ? ', after all that is no routine demand' : ''}`,
    ],
    ['score', scoreText(candidate)],
    ['found by', candidate.detectors.join(', ')],
    ['status', statusText(candidate) + decisionNote(decision)],
    [
      'incidents',
      `${candidate.windowCount} in ${candidate.windowWeeks} weeks, ${candidate.recentCount} in the last ${candidate.recentWeeks}; trend ×${candidate.trend.toFixed(2)}`,
    ],
    [
      'hours',
      `${grouped(Math.round(candidate.hoursLost))} lost; halving saves ${grouped(Math.round(candidate.savedHours))} a year`,
    ],
    ['seen', `${dayOf(candidate.firstSeenAt)} to ${dayOf(candidate.lastSeenAt)}`],
    ['owner', candidate.assignmentGroup ?? ''],
    ['resolved by', candidate.workaround ?? ''],
    ['helped by', help ? helpText(help) : ''],
    ['after the fix', afterFix ? effectText(afterFix.effect) : ''],
  ];
  return aligned(rows.filter(([, text]) => text !== ''));
}

/** The score with its parts, which multiply to it. */
function scoreText(candidate: Candidate): string {
  const {hoursLost, persistence, trend, spread, purity, coveredShare, score} = candidate;
  const parts = [
    `persistence ${persistence.toFixed(2)}`,
    `trend ${trend.toFixed(2)}`,
    `spread ${spread.toFixed(2)}`,
    `agreement ${purity.toFixed(2)}`,
    `not covered ${(1 - coveredShare).toFixed(2)}`,
  ];
  const hours = `${grouped(Math.round(hoursLost))} hours`;
  return `${grouped(Math.round(score))} = ${[hours, ...parts].join(' × ')}`;
}

function helpText({help, helpedCount, unhelpedCount, unhelpedHoursLost}: CandidateHelp): string {
  const lost = `${grouped(Math.round(unhelpedHoursLost))} hours lost by that`;
  return `${help} (${counted(helpedCount, 'time')}; ${counted(unhelpedCount, 'time')} not, ${lost})`;
}

function decisionNote(decision: CandidateDecision | null): string {
  if (!decision) return '';
  const reason = decision.reason === '' ? '' : `: ${decision.reason}`;
  return ` (${decision.by}, ${dayOf(decision.at)}${reason}; version ${decision.version})`;
}

function effectText({verdict, reason, before, after, low, high, ratio, weeksNeeded}: Effect) {
  const wait =
    verdict === 'not yet' && weeksNeeded !== null ? ` (${counted(weeksNeeded, 'week')} more)` : '';
  const rate =
    ratio === null ? '' : ` Rate ×${ratio.toFixed(2)} (95 %: ${ends(low)} to ${ends(high)}).`;
  const counts = `${before.count} in ${counted(before.weekCount, 'week')} before, ${after.count} in ${after.weekCount} after.`;
  return `${verdict}${wait}. ${reason} ${counts}${rate}`;
}

function ends(value: number | null): string {
  return value === null ? '∞' : value.toFixed(2);
}

/** The two most frequent values of each field, each with its incidents: few may have a value at all. */
function topRows({values}: CandidateDetail): string[][] {
  const fields = [...new Set(values.map(({field}) => field))];
  return fields.map((field) => [
    field.replaceAll('_', ' '),
    values
      .filter((value) => value.field === field)
      .slice(0, 2)
      .map(
        ({value, share, incidentCount}) =>
          `${fitted(value, 40)} (${grouped(incidentCount)}, ${percent(share)})`,
      )
      .join(', '),
  ]);
}

function exampleText(examples: readonly ExampleIncident[]): string {
  return aligned(
    examples.map(({number, openedAt, wording, words}) => [
      number,
      dayOf(openedAt),
      fitted(wording, 50),
      `by: ${words.join(', ')}`,
    ]),
  );
}

const bars = '▁▂▃▄▅▆▇█';

function curve(counts: readonly number[]): string {
  const most = Math.max(1, ...counts);
  return `  ${counts.map((count) => (count === 0 ? '·' : bars[Math.ceil((count / most) * 8) - 1])).join('')}  most ${most}`;
}

function section(title: string, text: string): string {
  return text === '' ? '' : `${title}\n${text}`;
}

function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}
