import {describe, expect, test} from 'vitest';
import type {Unit} from '../../src/metrics/metric.ts';
import {
  formatChange,
  formatInterval,
  formatNumber,
  formatSize,
  formatValue,
} from '../../src/charts/format.ts';

/** Written with plain spaces where the product has thin no-break ones. */
const plain = (text: string) => text.replaceAll('\u202f', ' ');

describe('a value', () => {
  test.each<[number | null, Unit, string]>([
    [1284, 'count', '1,284'],
    [0, 'count', '0'],
    [-63, 'count', '−63'],
    [12.5, 'count', '12.5'],
    [0.931, 'share', '93.1 %'],
    [1, 'share', '100.0 %'],
    [5.4, 'hours', '5.4 h'],
    [48, 'hours', '48.0 h'],
    [48.1, 'hours', '2.0 d'],
    [74.4, 'hours', '3.1 d'],
    [24000, 'hours', '1,000.0 d'],
    [0.7, 'hours', '42 min'],
    [0.999, 'hours', '1.0 h'],
    [0.02, 'hours', '1.2 min'],
    [0, 'hours', '0 min'],
    [-5.4, 'hours', '−5.4 h'],
    [3.14, 'days', '3.1 d'],
    [65_674.2, 'total hours', '65,674 h'],
    [52.5, 'total hours', '52.5 h'],
    [1.273, 'mean', '1.27'],
    [12.73, 'mean', '12.7'],
    [48120, 'money', '48,120'],
    [48120, 'money EUR', '48,120 EUR'],
    [22.5, 'money EUR', '22.50 EUR'],
    [null, 'share', '–'],
    [NaN, 'share', '–'],
  ])('%s in %s is written %s', (value, unit, text) => {
    expect(plain(formatValue(value, unit))).toBe(text);
  });

  test('never breaks before its unit', () => {
    expect(formatValue(5.4, 'hours')).toBe('5.4\u202fh');
    expect(formatSize(1284)).toBe('n\u202f=\u202f1,284');
  });

  test('that rounds to zero has no sign', () => {
    expect(formatNumber(-0.04, 1)).toBe('0.0');
  });
});

describe('an interval', () => {
  test('stands beside its value, without the unit', () => {
    expect(plain(formatInterval(0.92, 0.941, 'share'))).toBe('92.0 – 94.1');
  });

  test('is written in the scale of its value', () => {
    expect(plain(formatInterval(40, 62, 'hours', 50))).toBe('1.7 – 2.6');
    expect(plain(formatInterval(40, 62, 'hours', 46))).toBe('40.0 – 62.0');
  });

  test('is empty where there is none', () => {
    expect(formatInterval(null, null, 'hours')).toBe('');
  });
});

describe('a change', () => {
  test.each<[number | null, Unit, string]>([
    [63, 'count', '+63'],
    [-63, 'count', '−63'],
    [0, 'count', '0'],
    [0.024, 'share', '+2.4 pp'],
    [0.0001, 'share', '0.0 pp'],
    [-1.5, 'hours', '−1.5 h'],
    [null, 'count', '–'],
  ])('of %s in %s is written %s', (change, unit, text) => {
    expect(plain(formatChange(change, unit))).toBe(text);
  });
});
