import {formatIn, formatNumber, unitScale} from '../charts/format.ts';
import type {Unit} from '../metrics/metric.ts';
import {roundedParts, type Contribution, type WhyMoved} from './why-moved.ts';
import {t} from '../wording/t.ts';

/** A difference as it is printed: every sum of printed parts is the printed sum. */
export interface PrintedMove {
  before: string;
  after: string;
  difference: string;
  mix: string;
  rate: string;
  /** Parts below a step are printed, but don't count as a part that did something. */
  isMixNothing: boolean;
  isRateNothing: boolean;
  /** What rows of these places have printed, added up. */
  sumOf(column: 'mix' | 'rate' | 'total', places: readonly number[]): string;
  /** In the order of the contributions. */
  rows: {before: string; after: string; mix: string; rate: string; total: string; size: number}[];
}

/** A move in the scale of its larger total, rounded so that parts add up to what is shown. */
export function printedMove(moved: WhyMoved, unit: Unit): PrintedMove {
  const scale = unitScale(unit, Math.max(Math.abs(moved.before.mean), Math.abs(moved.after.mean)));
  const step = 10 ** -scale.decimals / scale.factor;
  const rounded = (value: number) => Math.round(value / step) * step;
  const difference = rounded(moved.after.mean) - rounded(moved.before.mean);
  const parts = roundedParts(
    moved.contributions.flatMap(({mix, rate}) => [mix, rate]),
    difference,
    step,
  );
  const mixes = parts.filter((_, index) => index % 2 === 0);
  const rates = parts.filter((_, index) => index % 2 === 1);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const told = (value: number) => formatIn(value, scale);
  const change = (value: number) => {
    const text = told(value);
    const signed = value > step / 2 ? `+${text}` : text;
    return unit === 'share' ? signed.replace('%', t`pp`) : signed;
  };
  return {
    before: told(moved.before.mean),
    after: told(moved.after.mean),
    difference: change(difference),
    mix: change(sum(mixes)),
    rate: change(sum(rates)),
    isMixNothing: Math.abs(sum(mixes)) < step / 2,
    isRateNothing: Math.abs(sum(rates)) < step / 2,
    sumOf(column, places) {
      const values = places.map((index) => {
        const [mix, rate] = [mixes[index] ?? 0, rates[index] ?? 0];
        return column === 'mix' ? mix : column === 'rate' ? rate : mix + rate;
      });
      return change(sum(values));
    },
    rows: moved.contributions.map((part, index) => {
      const [mix, rate] = [mixes[index] ?? 0, rates[index] ?? 0];
      return {
        before: part.before.n > 0 ? told(part.before.mean) : '–',
        after: part.after.n > 0 ? told(part.after.mean) : '–',
        mix: change(mix),
        rate: change(rate),
        total: change(mix + rate),
        size: mix + rate,
      };
    }),
  };
}

/** How a dimension's values are named in a sentence. */
export interface MoveWords {
  /** `MTTR`, `Resolution SLA`: what moved. */
  subject: string;
  unit: Unit;
  /** `priority`, `priorities`. */
  label: string;
}

/** `Mean time to resolve fell 3.2 h: 5.1 h by more P2, against 1.9 h by every priority being slower`. */
export function moveTitle(moved: WhyMoved, words: MoveWords): string {
  const printed = printedMove(moved, words.unit);
  const size = (text: string) => text.replace(/^[+−]/, '');
  const isNothing = !/[1-9]/.test(printed.difference);
  const head = isNothing
    ? t`${words.subject} stayed at ${printed.after}`
    : moved.difference > 0
      ? t`${words.subject} rose ${size(printed.difference)}`
      : t`${words.subject} fell ${size(printed.difference)}`;
  const mix = {
    size: size(printed.mix),
    by: t`by ${mixWords(moved)}`,
    isNothing: printed.isMixNothing,
  };
  const rate = {
    size: size(printed.rate),
    by: t`by ${rateWords(moved, words)}`,
    isNothing: printed.isRateNothing,
  };
  if (mix.isNothing && rate.isNothing) return head;
  const [first, second] = Math.abs(moved.mix) > Math.abs(moved.rate) ? [mix, rate] : [rate, mix];
  if (second.isNothing) return t`${head}, all of it ${first.by}`;
  const [one, other] = [`${first.size} ${first.by}`, `${second.size} ${second.by}`];
  return moved.mix > 0 === moved.rate > 0
    ? t`${head}: ${one}, and ${other}`
    : t`${head}: ${one}, against ${other}`;
}

/** `more P2`, `more P2 and fewer P4`: whose changed share did most of the mix, in its direction. */
function mixWords(moved: WhyMoved): string {
  const sign = Math.sign(moved.mix);
  const doing = moved.contributions
    .filter(({mix}) => mix * sign > 0)
    .sort((a, b) => Math.abs(b.mix) - Math.abs(a.mix));
  const [first, second] = doing;
  if (!first) return t`another mix`;
  const told = (part: Contribution) =>
    part.after.n / moved.after.n > part.before.n / moved.before.n
      ? t`more ${nameOf(part)}`
      : t`fewer ${nameOf(part)}`;
  const isSecondNear = second && Math.abs(second.mix) >= Math.abs(first.mix) / 2;
  return isSecondNear ? t`${told(first)} and ${told(second)}` : told(first);
}

/** `every priority being slower`, `slower P3`: who changed, in the direction of the rate. */
function rateWords(moved: WhyMoved, {unit, label}: MoveWords): string {
  const sign = Math.sign(moved.rate);
  const both = moved.contributions.filter(({before, after}) => before.n > 0 && after.n > 0);
  const word =
    unit === 'hours' ? (sign > 0 ? t`slower` : t`faster`) : sign > 0 ? t`higher` : t`lower`;
  if (both.length > 1 && both.every(({rate}) => rate * sign > 0))
    return t`every ${label} being ${word}`;
  const first = [...both].sort((a, b) => b.rate * sign - a.rate * sign)[0];
  return first ? t`${nameOf(first)} being ${word}` : t`nothing`;
}

export function nameOf({key}: {key: string}): string {
  return key === '' ? t`not filled` : key;
}

/** `30.1 % of them`, for a share of incidents. */
export function shareWords(share: number): string {
  return `${formatNumber(share * 100, 0)}\u202f%`;
}
