import type {Unit} from '../metrics/metric.ts';
import {formatIn, unitScale} from './format.ts';
import {niceTicks} from './linear-scale.ts';

export interface ValueTick {
  value: number;
  label: string;
}

/** Round ticks in the unit people read (days, per cent), all written in one scale. */
export function valueTicks(domain: [number, number], unit: Unit, count: number): ValueTick[] {
  const scale = unitScale(unit, Math.max(Math.abs(domain[0]), Math.abs(domain[1])));
  const shown: [number, number] = [domain[0] * scale.factor, domain[1] * scale.factor];
  const attempts = [count, count + 1, count + 2].map((wanted) =>
    niceTicks(shown, wanted).filter((tick) => unit !== 'count' || Number.isInteger(tick)),
  );
  // One tick alone tells no distance.
  const whole = attempts.find((ticks) => ticks.length > 1) ?? attempts[0] ?? [];
  const decimals = Math.max(0, ...whole.map(decimalsOf));
  return whole.map((tick) => {
    const value = tick / scale.factor;
    return {value, label: formatIn(value, scale, decimals)};
  });
}

function decimalsOf(value: number): number {
  return (String(value).split('.')[1] ?? '').length;
}

/** Differences below this are written as none, so an axis doesn't spread them out. */
const smallestSpan = 0.002;

/**
 * The part of the axis to show: what must be seen with some air, from zero where zero is near,
 * and shares within 0–1.
 */
export function valueDomain([low, high]: [number, number], unit: Unit): [number, number] {
  // A single value has no neighbour whose distance would show beside zero.
  if (low === high && low > 0 && unit !== 'share') return [0, high * 1.25];
  const span = Math.max(high - low, Math.abs(high) * 0.02, smallestSpan);
  const air = span * 0.08;
  const isNearZero = low >= 0 && low - air < (high + air) * 0.4;
  const from = isNearZero && (unit !== 'share' || low < 0.2) ? 0 : low - air;
  if (unit !== 'share') return [low >= 0 ? Math.max(0, from) : from, high + air];
  return [Math.max(0, from), high > 1 ? high + air : Math.min(1, high + air)];
}
