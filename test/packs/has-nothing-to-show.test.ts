import {describe, expect, test} from 'vitest';
import type {TrendRow} from '../../src/charts/chart.ts';
import {hasNothingToShow} from '../../src/packs/shape/has-nothing-to-show.ts';
import {figure} from '../pages/sample-page.ts';

function line(...rows: Partial<TrendRow>[]) {
  const whole = rows.map((row, index) => ({
    ...{period: `2026-W0${index + 1}`, day: `2026-01-0${index + 1}`, value: 1, n: 9},
    ...{isComplete: true, signal: 'none' as const, range: null, ...row},
  }));
  return figure({data: {chart: 'trend', rows: whole}});
}

describe('a figure has nothing to show', () => {
  test('as a line of one point, or along zero', () => {
    expect(hasNothingToShow(line({}))).toBe(true);
    expect(hasNothingToShow(line({value: 0}, {value: 0}))).toBe(true);
    expect(hasNothingToShow(line({value: 0}, {value: 2}))).toBe(false);
  });

  test('as a single gap between events with the time since the last', () => {
    const events = [{event: 'INC1', value: null}, {event: 'INC2'}];
    const since = {event: 'INC2', isComplete: false};
    expect(hasNothingToShow(line(...events, since))).toBe(true);
    expect(hasNothingToShow(line(...events, {event: 'INC3'}, since))).toBe(false);
  });

  test('as bars that have no value of this period', () => {
    const bar = {label: 'P3', n: 2, before: 0.48, signal: 'none' as const};
    const bars = (value: number | null) => figure({data: {chart: 'bars', rows: [{...bar, value}]}});
    expect(hasNothingToShow(bars(null))).toBe(true);
    expect(hasNothingToShow(bars(0))).toBe(false);
  });
});
