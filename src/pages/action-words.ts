import {formatChange, formatNumber, formatValue, thinSpace} from '../charts/format.ts';
import {formatDay} from '../charts/format-period.ts';
import {daysBetween} from '../improvement/comparison-windows.ts';
import type {VerificationEvidence} from '../improvement/verification.ts';
import type {ActionVerification} from '../improvement/verify-actions.ts';
import type {Catalogue} from '../metrics/catalogue.ts';
import type {Metric, Unit} from '../metrics/metric.ts';
import {actionName, type Action} from '../register/action.ts';
import {candidateName} from '../register/candidate-decisions.ts';
import type {ActionRegister} from './action-register.ts';
import type {Attention} from './attention.ts';
import {things, verdictWord} from './candidate-words.ts';
import type {Cell} from './resolved-table.ts';
import {reasonSaid} from '../improvement/reasons.ts';
import {dimensionWords} from '../wording/language.ts';
import {phrase, t, translated} from '../wording/t.ts';

const noBreak = '\u00a0';

/** Due within so many days is due soon. */
const soonDays = 14;

export function attentionOf({status, dueOn}: Action, today: string): Attention {
  if (status === 'verified' || status === 'dropped') return status;
  if (status === 'done') return 'to verify';
  if (dueOn !== null && dueOn < today) return 'overdue';
  if (status === 'proposed') return 'to decide';
  return dueOn !== null && daysBetween(today, dueOn) <= soonDays ? 'due soon' : 'under way';
}

/** The metric, or null where it is no longer in the catalogue. */
export function metricOf({metric}: Pick<Action, 'metric'>, catalogue: Catalogue): Metric | null {
  return catalogue.metrics.find(({id}) => id === metric) ?? null;
}

/** Which incidents: `Mail and Calendar, P2`, `PC-12`, `all incidents`. */
export function segmentText({where, candidateNo}: Pick<Action, 'where' | 'candidateNo'>): string {
  if (candidateNo !== null) return candidateName(candidateNo);
  const parts = where.map(({dimension, values}) =>
    values.map((value) => value || t`no ${dimensionText(dimension)}`).join(t` or `),
  );
  return parts.length === 0 ? t`all incidents` : parts.join(', ');
}

function dimensionText(id: string): string {
  return dimensionWords(id)?.label ?? id.replaceAll('_', ' ');
}

export function measureCell(action: Action, catalogue: Catalogue): Cell {
  return {
    text: metricOf(action, catalogue)?.label ?? action.metric,
    detail: segmentText(action),
  };
}

/** Goals are round numbers: `80 %`, not `80.0 %`. */
export function aimedText(value: number, unit: Unit): string {
  return formatValue(value, unit).replace(/[.,]0(?=\D|$)/, '');
}

/** `62.4 % to 80 %`. */
export function aimText(
  {baselineValue, targetValue}: Pick<Action, 'baselineValue' | 'targetValue'>,
  unit: Unit,
): string {
  return t`${formatValue(baselineValue, unit)} to ${aimedText(targetValue, unit)}`;
}

export function unitOf(action: Action, catalogue: Catalogue): Unit {
  return metricOf(action, catalogue)?.unit ?? 'count';
}

/** The verdict found last. */
export function latestOf(
  {verifications}: ActionRegister,
  {actionNo}: Pick<Action, 'actionNo'>,
): ActionVerification | null {
  return verifications.findLast((each) => each.actionNo === actionNo) ?? null;
}

/** `10 days overdue`, `due in 3 days`. */
export function dueCell({dueOn, status}: Action, today: string): Cell {
  if (dueOn === null) return {text: '–', value: null};
  const left = daysBetween(today, dueOn);
  const isWaiting = ['proposed', 'agreed', 'in progress'].includes(status);
  const detail = isWaiting ? daysText(left) : '';
  return {
    text: formatDay(dueOn).replaceAll(' ', noBreak),
    value: Date.parse(dueOn),
    ...(detail === '' ? {} : {detail}),
    ...(isWaiting && left < 0 ? {tone: 'open' as const} : {}),
  };
}

function daysText(left: number): string {
  if (left === 0) return t`today`;
  if (left === -1) return t`1 day overdue`;
  if (left < 0) return t`${formatNumber(-left)} days overdue`;
  return left === 1 ? t`in 1 day` : t`in ${formatNumber(left)} days`;
}

/** The state of an action in the language that holds. */
export function statusWord(status: Action['status']): string {
  return translated(statusWords[status]);
}

const statusWords: Record<Action['status'], string> = {
  proposed: phrase`proposed`,
  agreed: phrase`agreed`,
  'in progress': phrase`in progress`,
  done: phrase`done`,
  verified: phrase`verified`,
  dropped: phrase`dropped`,
};

export const verdictSignals = {
  'effect seen': 'better',
  'got worse': 'worse',
  'not yet': 'common',
  'cannot tell': 'too few',
} as const;

/** `effect seen` with whether the target is reached, or how long to wait. */
export function verdictCellOf(found: ActionVerification | null, effectOn: string): Cell {
  if (found === null)
    return {text: '–', tone: 'quiet', detail: t`looked for from ${formatDay(effectOn)}`};
  const {verdict, evidence} = found;
  return {
    text: verdictWord(verdict),
    signal: verdictSignals[verdict],
    detail: verdictDetail(evidence),
  };
}

export function verdictDetail({verdict, target, moreNeeded, reason}: VerificationEvidence): string {
  if (verdict === 'effect seen')
    return target.isReached === false ? t`the target is not reached` : t`the target is reached`;
  if (verdict === 'not yet' && moreNeeded !== null)
    return t`about ${things(moreNeeded, 'more incident', 'more incidents')} needed`;
  return verdict === 'got worse' ? '' : reasonSaid(reason, formatNumber);
}

/** `+24.8 pp (95 %: 16.1 to 33.4)`, `× 1.37 (95 %: 1.16 to 1.62)`. */
export function effectWords({effect}: VerificationEvidence, unit: Unit): string {
  if (effect === null) return '–';
  const {kind, estimate, low, high} = effect;
  const told = (value: number | null) =>
    value === null
      ? '∞'
      : kind === 'ratio'
        ? formatNumber(value, 2)
        : formatChange(value, unit).replace(`${thinSpace}${t`pp`}`, '');
  const size = kind === 'ratio' ? `×${thinSpace}${told(estimate)}` : formatChange(estimate, unit);
  return t`${size} (95\u202f%: ${told(low)} to ${told(high)})`;
}

/** What it is now, as far as it was compared, with the change under it. */
export function sinceCell(found: ActionVerification | null, unit: Unit): Cell {
  const evidence = found?.evidence;
  const value = evidence?.standardised ?? evidence?.after.value ?? null;
  if (!evidence || value === null) return {text: '–', value: null};
  return {text: formatValue(value, unit), value, detail: effectWords(evidence, unit)};
}

/** `A-7 · Ann`. */
export function ownerText({actionNo, owner}: Action): string {
  return `${actionName(actionNo)} · ${owner}`;
}
