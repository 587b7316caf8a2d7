import {lessThanText} from './less-than-text.ts';
import {formatNumber, formatValue} from '../charts/format.ts';
import {enoughForVerdict} from '../metrics/behaviour-chart.ts';
import {enoughForShare} from '../metrics/measure.ts';
import type {Figure, Metric} from '../metrics/metric.ts';
import {capitalised} from './headline-sentence.ts';
import {subjectOf} from './subject.ts';
import {phrase, t, translated} from '../wording/t.ts';

/** One value of a dimension. */
export interface BreakdownRow {
  value: string | null;
  /** One a metric, in the order of the page's definition. */
  figures: (Figure | null)[];
}

export interface BreakdownTitleParts {
  metrics: readonly Metric[];
  /** The same period undivided, one a metric: values too small to print are part of it. */
  wholes: readonly (Figure | null)[];
  /** Of the dimension: `service`, `services`. */
  label: string;
  plural: string;
}

/** What rounding leaves of a zero. */
const nothing = 1e-9;

/** Which value is surely worse than the whole; else which takes most of the first metric. */
export function breakdownTitle(rows: readonly BreakdownRow[], parts: BreakdownTitleParts): string {
  const {metrics, plural} = parts;
  if (rows.length === 0) return emptyTitle(parts);
  if (rows.every(({value}) => value === null)) return `No ${plural} are recorded`;
  const medians = metrics.findIndex(({id}) => id === 'ttr_median');
  const halves = medians < 0 ? null : halvesTitle(rows, medians);
  if (halves !== null) return halves;
  for (const [index, metric] of metrics.entries()) {
    const title = metric.unit === 'share' ? standoutTitle(rows, metric, index, parts) : null;
    if (title !== null) return title;
  }
  const [first] = metrics;
  if (!first) return t`Nothing to compare between ${plural}`;
  return first.unit === 'count' && rows.every((row) => sizeOf(row) >= 0)
    ? largestTitle(rows, first, parts)
    : spreadTitle(rows, first, parts);
}

function emptyTitle({wholes, label, plural}: BreakdownTitleParts): string {
  return isUncomputable(wholes[0])
    ? t`Not computable for any ${label}`
    : t`Nothing to compare between ${plural}`;
}

function isUncomputable(figure: Figure | null | undefined): boolean {
  return figure?.note?.startsWith('not computable') ?? false;
}

function sizeOf({figures}: BreakdownRow): number {
  return figures[0]?.value ?? 0;
}

/** What a count is a part of, where its label is no noun. */
const wholeNames: Record<string, string> = {
  opened: phrase`what was opened`,
  resolved: phrase`what was resolved`,
  reopened: phrase`what was reopened`,
  backlog: phrase`the backlog`,
  backlog_breached: phrase`what is open and past target`,
};

/** `P3 makes up 40.3 % of what was resolved`. */
function largestTitle(
  rows: readonly BreakdownRow[],
  metric: Metric,
  {label, plural}: BreakdownTitleParts,
): string {
  const largest = [...rows].sort((a, b) => sizeOf(b) - sizeOf(a))[0];
  const total = rows.reduce((sum, row) => sum + sizeOf(row), 0);
  if (!largest || total === 0) return t`Nothing to compare between ${plural}`;
  if (largest.value !== null && sizeOf(largest) === total)
    return total === 1
      ? t`The only one belongs to ${largest.value}`
      : t`All ${formatNumber(total)} belong to ${largest.value}`;
  const whole = translated(wholeNames[metric.id] ?? metric.label.toLowerCase());
  const part =
    total < enoughForShare
      ? t`${formatNumber(sizeOf(largest))} of ${formatNumber(total)}`
      : formatValue(sizeOf(largest) / total, 'share');
  if (largest.value === null) return t`No ${label} is filled for ${part} of ${whole}`;
  return total < enoughForShare
    ? t`${largest.value} has the most of ${whole}: ${part}`
    : t`${largest.value} makes up ${part} of ${whole}`;
}

/** `Resolution SLA ran from 87.6 % (Network) to 91.2 % (Access)`, over values of five and more. */
function spreadTitle(
  rows: readonly BreakdownRow[],
  metric: Metric,
  {label, plural}: BreakdownTitleParts,
): string {
  if (rows.every(({figures}) => isUncomputable(figures[0])))
    return t`Not computable for any ${label}`;
  const told = rows
    .filter(({figures}) => figures[0]?.value != null && figures[0].n >= enoughForVerdict)
    .sort((a, b) => sizeOf(a) - sizeOf(b));
  const [low, high] = [told[0], told.at(-1)];
  if (!low || !high || low === high) return t`Too few to compare ${plural}`;
  const value = ({figures}: BreakdownRow) => formatValue(figures[0]?.value, metric.unit);
  const subject = capitalised(subjectOf({metric, part: []}));
  if (value(low) === value(high)) {
    return told.length < rows.length
      ? t`${subject} is ${value(low)} in every ${label} of five or more`
      : t`${subject} is ${value(low)} in every ${label}`;
  }
  const end = (row: BreakdownRow) => `${value(row)} (${row.value ?? t`no ${label}`})`;
  return t`${subject} ran from ${end(low)} to ${end(high)}`;
}

/** `Half of P2 took less than 4.3 h, half of P4 less than 20.1 h`: the ends of an ordered few. */
function halvesTitle(rows: readonly BreakdownRow[], index: number): string | null {
  if (rows.length > 6) return null;
  const told = rows.filter(
    ({value, figures}) =>
      value !== null && figures[index]?.value != null && figures[index].n >= enoughForVerdict,
  );
  const [first, last] = [told[0], told.at(-1)];
  if (!first || !last || first === last) return null;
  const hours = (row: BreakdownRow) => lessThanText(row.figures[index]?.value);
  return t`Half of ${first.value ?? ''} took less than ${hours(first)}, half of ${last.value ?? ''} less than ${hours(last)}`;
}

/** `Resolution SLA is lower for P1: 70.0 % against 90.0 % overall`, where chance can't explain it. */
function standoutTitle(
  rows: readonly BreakdownRow[],
  metric: Metric,
  index: number,
  parts: BreakdownTitleParts,
): string | null {
  const whole = parts.wholes[index]?.value;
  if (whole == null || metric.better === null) return null;
  const isLowWorse = metric.better === 'higher';
  const apart = ({figures}: BreakdownRow): number => {
    const {low, high} = figures[index] ?? {};
    return isLowWorse ? whole - (high ?? whole) : (low ?? whole) - whole;
  };
  const told = rows.filter(({figures}) => figures[index]?.value != null);
  const worst = [...told].sort((a, b) => apart(b) - apart(a))[0];
  if (!worst || apart(worst) <= nothing) return null;
  const value = formatValue(worst.figures[index]?.value, 'share');
  const place = worst.value === null ? t`without a ${parts.label}` : t`for ${worst.value}`;
  const subject = capitalised(subjectOf({metric, part: []}));
  const overall = formatValue(whole, 'share');
  return isLowWorse
    ? t`${subject} is lower ${place}: ${value} against ${overall} overall`
    : t`${subject} is higher ${place}: ${value} against ${overall} overall`;
}
