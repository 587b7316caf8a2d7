import {expect, test} from 'vitest';
import {targetTime, workingTime} from '../../src/pages/sla-words.ts';

test.each([
  [0, '0 min'],
  [-0.2, '−1 s'],
  [-20, '−20 s'],
  [59.4, '59 s'],
  [59.6, '1 min'],
  [-90, '−2 min'],
  [3600, '1.0 h'],
  [-27_000, '−7.5 h'],
  [4_291_200, '1,192 h'],
])('%d seconds of working time are %s', (seconds, text) => {
  expect(workingTime(seconds).replace(/\u202f/g, ' ')).toBe(text);
});

test('a target is told without a nought behind the point', () => {
  expect(targetTime(86_400).replace(/\u202f/g, ' ')).toBe('24 h');
});
