import {formatNumber} from '../charts/format.ts';
import {formatDay} from '../charts/format-period.ts';
import type {WeekMark, WeekMean} from '../charts/chart.ts';
import type {CandidateWeek} from '../problems/found-candidates.ts';
import type {CandidateDetail, CandidateEvent} from '../problems/read-candidate.ts';
import {effectText, growthOf, hoursText} from './candidate-words.ts';
import {capitalised} from './headline-sentence.ts';
import type {FigureBlock} from './figure-block.ts';

/** Two years are enough to see a year's shape twice. */
const mostWeeks = 104;

/** Incidents week by week, with changes, problem records and decisions named where they happened. */
export function resolveCandidateCurve(detail: CandidateDetail, id: string): FigureBlock | null {
  const {candidate, weeks} = detail;
  const shown = weeks.slice(-mostWeeks);
  const [first] = shown;
  if (!first) return null;
  const means = meansOf(detail, shown);
  return {
    kind: 'figure',
    id,
    title: titleOf(detail, means),
    subtitle: `Incidents of ${candidate.name} by week of opening, ${shown.length} weeks; the last is not over`,
    data: {
      chart: 'weeks',
      rows: shown.map(({weekStartedOn, incidentCount, hoursLost}, index) => ({
        day: weekStartedOn,
        period: `Week of ${formatDay(weekStartedOn)}`,
        count: incidentCount,
        hours: hoursLost,
        isComplete: index < shown.length - 1,
      })),
      marks: marksOf(detail),
      means,
    },
    unit: 'count',
    target: null,
    range: null,
    ariaLabel: `Incidents of ${candidate.label} in each of ${shown.length} weeks`,
    note: [{text: noteOf(detail)}],
    table: {
      columns: [
        {label: 'Week of', align: 'left'},
        {label: 'Incidents', align: 'right'},
        {label: 'Hours lost', align: 'right'},
      ],
      rows: [...shown]
        .reverse()
        .map(({weekStartedOn, incidentCount, hoursLost}) => [
          {text: formatDay(weekStartedOn)},
          {text: formatNumber(incidentCount), value: incidentCount},
          {text: hoursText(hoursLost), value: hoursLost},
        ]),
    },
    definitions: [],
    downloads: [],
  };
}

function titleOf({candidate, afterFix}: CandidateDetail, means: readonly WeekMean[]): string {
  if (afterFix)
    return `Since the fix of ${formatDay(afterFix.fixedOn)}: ${afterFix.effect.verdict}`;
  if (candidate.isSilent) return 'It went quiet, longer than its rate explains';
  const [before, recent] = means;
  const rates = recent
    ? `from ${formatNumber(before!.value, 1)} to ${formatNumber(recent.value, 1)} a week`
    : before
      ? `${formatNumber(before.value, 1)} a week`
      : '';
  const told = {
    new: 'It is new',
    growing: 'It comes more often',
    steady: 'It comes as often as before',
    shrinking: 'It comes less often',
  };
  return [told[growthOf(candidate)], rates].filter(Boolean).join(': ');
}

function noteOf({afterFix}: CandidateDetail): string {
  const lines =
    'Lines: average of the weeks they are drawn across. Hollow: the week that is not over.';
  if (!afterFix) return lines;
  return `${afterFix.effect.reason} ${capitalised(effectText(afterFix.effect))}. ${lines}`;
}

/** Before and after the fix where there is one, else the two rates that make the trend. */
function meansOf(
  {candidate, afterFix}: CandidateDetail,
  shown: readonly CandidateWeek[],
): WeekMean[] {
  if (afterFix) {
    const {before, after} = afterFix.effect;
    const sided = (side: 'before' | 'after') => afterFix.weeks.filter((week) => week.side === side);
    const compared = sided('before').slice(-before.weekCount);
    return [
      ...meanOf(compared.length > 0 ? compared : [], 'before the fix'),
      ...meanOf(sided('after').slice(0, after.weekCount), 'since the fix'),
    ].filter(({from}) => from >= (shown[0]?.weekStartedOn ?? ''));
  }
  const whole = shown.slice(0, -1);
  const {windowWeeks, recentWeeks} = candidate;
  const before = whole.slice(-windowWeeks, -recentWeeks);
  return [
    ...meanOf(before, `${before.length} weeks before`),
    ...meanOf(whole.slice(-recentWeeks), `last ${Math.min(recentWeeks, whole.length)} weeks`),
  ];
}

function meanOf(weeks: readonly CandidateWeek[], label: string): WeekMean[] {
  const [first, last] = [weeks[0], weeks.at(-1)];
  if (!first || !last) return [];
  const value = weeks.reduce((sum, {incidentCount}) => sum + incidentCount, 0) / weeks.length;
  return [{from: first.weekStartedOn, to: last.weekStartedOn, value, label}];
}

/** Decisions, problem records and majors before changes, of which a busy CI has many. */
function marksOf({candidate: {decision}, events}: CandidateDetail): WeekMark[] {
  const told = events.filter(({kind}) => kind !== 'first seen').map(markOf);
  return decision === null || decision.status === 'new'
    ? told
    : [
        ...told,
        {
          day: decision.fixedOn ?? dayOf(decision.at),
          label:
            decision.problemId && decision.status === 'accepted'
              ? `accepted as ${decision.problemId}`
              : decision.status,
          isDecision: true,
        },
      ];
}

function markOf({kind, reference, happenedAt}: CandidateEvent): WeekMark {
  const label = {
    change: reference,
    'problem opened': `${reference} opened`,
    'problem closed': `${reference} closed`,
    major: `${reference}, major`,
  }[kind];
  return {day: dayOf(happenedAt), label: label ?? `${kind} ${reference}`, isDecision: false};
}

function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}
