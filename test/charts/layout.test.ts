import {describe, expect, test} from 'vitest';
import {dateTicks} from '../../src/charts/date-ticks.ts';
import {estimatedMedian} from '../../src/charts/distribution.ts';
import {keepApart} from '../../src/charts/edge-labels.ts';
import {linearScale, niceTicks} from '../../src/charts/linear-scale.ts';
import {fitText, textWidth, wrapText} from '../../src/charts/text-width.ts';
import {valueDomain, valueTicks} from '../../src/charts/value-axis.ts';

describe('labels of one column', () => {
  const label = (y: number, rank = 1) => ({y, height: 10, rank});

  test('stay where they are when they have room', () => {
    expect(keepApart([label(20), label(40)], 0, 100).map(({at}) => at)).toEqual([20, 40]);
  });

  test('are moved apart evenly when they meet', () => {
    expect(keepApart([label(50), label(50)], 0, 100).map(({at}) => at)).toEqual([45, 55]);
  });

  test('give way to the one that matters more', () => {
    const placed = keepApart([label(50, 9), label(52)], 0, 100);
    expect(Math.abs((placed[0]?.at ?? 0) - 50)).toBeLessThan(1);
  });

  test('stay inside the frame, also when moving one pushes the next', () => {
    const placed = keepApart([label(95), label(96), label(82)], 0, 100).map(({at}) => at);
    expect(placed).toEqual([75, 85, 95]);
  });
});

describe('ticks', () => {
  test('are round numbers inside the domain', () => {
    expect(niceTicks([0.84, 0.94], 3)).toEqual([0.85, 0.9]);
    expect(niceTicks([0, 0.3], 3)).toEqual([0, 0.1, 0.2, 0.3]);
    expect(niceTicks([3, 3], 3)).toEqual([]);
  });

  test('of long durations are round in days', () => {
    const labels = valueTicks([0, 100], 'hours', 3).map(({label}) => label.replace('\u202f', ' '));
    expect(labels).toEqual(['0 d', '2 d', '4 d']);
  });

  test('of counts are whole', () => {
    expect(valueTicks([0, 1], 'count', 3).map(({label}) => label)).toEqual(['0', '1']);
  });

  const months = Array.from({length: 14}, (_, month) => new Date(Date.UTC(2025, 8 + month, 1)));

  test('of time name the year where it begins', () => {
    const labels = dateTicks(months, 700).map(({label}) => label);
    expect(labels.slice(0, 5)).toEqual(['Sep\n2025', 'Oct', 'Nov', 'Dec', 'Jan\n2026']);
  });

  test('of time get sparser with less room', () => {
    expect(dateTicks(months, 250).length).toBeLessThanOrEqual(5);
  });
});

test('a domain starts at zero only when zero is near', () => {
  expect(valueDomain([10, 40], 'hours')[0]).toBe(0);
  expect(valueDomain([30, 40], 'hours')[0]).toBeGreaterThan(25);
  expect(valueDomain([0.93, 0.99], 'share')[1]).toBeLessThanOrEqual(1);
});

test('a scale goes both ways', () => {
  const scale = linearScale([10, 20], [100, 0]);
  expect(scale.pixel(12)).toBe(80);
  expect(scale.value(80)).toBe(12);
});

describe('text', () => {
  test('is cut with an ellipsis only where it must', () => {
    expect(fitText('Network', 100, 12)).toBe('Network');
    const cut = fitText('Network and remote access', 80, 12);
    expect(cut).toMatch(/^Netw.*…$/);
    expect(textWidth(cut, 12)).toBeLessThanOrEqual(80);
  });

  test('is broken between words, at most twice', () => {
    expect(wrapText('Target for network and workplace', 90, 11)).toEqual([
      'Target for',
      'network and',
      'workplace',
    ]);
    expect(wrapText('one two three four five six seven', 30, 11)).toHaveLength(3);
  });
});

describe('the median of bins that double', () => {
  const bin = (fromHours: number, toHours: number, count: number) => ({fromHours, toHours, count});

  test('lies between the edges of the middle bin, on the log scale', () => {
    expect(estimatedMedian([bin(1, 2, 5), bin(2, 4, 10), bin(4, 8, 5)])).toBeCloseTo(2 ** 1.5, 9);
  });

  test('is unknown without any', () => {
    expect(estimatedMedian([bin(1, 2, 0)])).toBeNull();
  });
});
