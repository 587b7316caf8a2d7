import {describe, expect, test} from 'vitest';
import type {Figure, Metric, Unit} from '../../src/metrics/metric.ts';
import {breakdownTitle, type BreakdownRow} from '../../src/pages/breakdown-title.ts';

const dimension = {label: 'service', plural: 'services'};

interface Told {
  value: number | null;
  n?: number;
  low?: number;
  high?: number;
  note?: string;
}

const figure = ({value, n = 100, low, high, note}: Told): Figure =>
  ({value, n, low: low ?? null, high: high ?? null, note: note ?? null}) as Figure;

const row = (value: string | null, told: Told): BreakdownRow => ({value, figures: [figure(told)]});

function metric(id: string, label: string, unit: Unit): Metric {
  return {id, label, unit, better: 'lower'} as Metric;
}

function title(rows: BreakdownRow[], of: Metric, whole: Told = {value: null}): string {
  return breakdownTitle(rows, {metrics: [of], wholes: [figure(whole)], ...dimension});
}

const backlog = metric('backlog', 'Backlog', 'count');
const growth = metric('backlog_growth', 'Backlog growth', 'count');
const faults = metric('chronology_fault_rate', 'Impossible times', 'share');
const repeats = metric('repeat_rate', 'Repeats', 'share');

describe('the title of a breakdown', () => {
  test('names who takes most of a count', () => {
    expect(title([row('Mail', {value: 30}), row('Web', {value: 10})], backlog)).toBe(
      'Mail makes up 75.0\u202f% of the backlog',
    );
  });

  test('tells no share of fewer than ten', () => {
    expect(title([row('Mail', {value: 3}), row('Web', {value: 1})], backlog)).toBe(
      'Mail has the most of the backlog: 3 of 4',
    );
  });

  test('says so where all belong to one', () => {
    expect(title([row('Mail', {value: 3}), row('Web', {value: 0})], backlog)).toBe(
      'All 3 belong to Mail',
    );
    expect(title([row('Mail', {value: 1})], backlog)).toBe('The only one belongs to Mail');
  });

  test('says that the dimension is not filled where that is the largest part', () => {
    expect(title([row('Mail', {value: 10}), row(null, {value: 30})], backlog)).toBe(
      'No service is filled for 75.0\u202f% of the backlog',
    );
  });

  test('gives the ends of a count that falls below zero, never a share of it', () => {
    expect(title([row('Mail', {value: 8}), row('Web', {value: -9})], growth)).toBe(
      'The growth of the backlog ran from −9 (Web) to 8 (Mail)',
    );
  });

  test('finds no difference where all values are zero, whatever rounding leaves of their intervals', () => {
    const rows = [
      row('Mail', {value: 0, low: 1e-18, high: 0.04}),
      row('Web', {value: 0, low: 0, high: 0.1}),
    ];
    expect(title(rows, faults, {value: 0})).toBe(
      'The share with impossible times is 0.0\u202f% in every service',
    );
    expect(title([...rows, row('Print', {value: null, n: 3})], faults, {value: 0})).toBe(
      'The share with impossible times is 0.0\u202f% in every service of five or more',
    );
  });

  test('names who is worse than the whole beyond chance, filled or not', () => {
    const whole = {value: 0.1};
    const apart = {value: 0.5, low: 0.4, high: 0.6};
    expect(title([row('Mail', apart), row('Web', {value: 0.1})], faults, whole)).toBe(
      'The share with impossible times is higher for Mail: 50.0\u202f% against 10.0\u202f% overall',
    );
    expect(title([row(null, apart), row('Web', {value: 0.1})], faults, whole)).toBe(
      'The share with impossible times is higher without a service: 50.0\u202f% against 10.0\u202f% overall',
    );
  });

  test('says that nothing can be computed, not that there is nothing', () => {
    const note = 'not computable (CI filled on 3.0 %)';
    const rows = [row('Mail', {value: null, note}), row('Web', {value: null, note})];
    expect(title(rows, repeats, {value: null, note})).toBe('Not computable for any service');
    expect(title([], repeats, {value: null, n: 0, note})).toBe('Not computable for any service');
    expect(title([], repeats, {value: null, n: 0, note: 'none in this period'})).toBe(
      'Nothing to compare between services',
    );
  });
});
