import {expect, test} from 'vitest';
import {plainNumber} from '../../src/client/plain-number.ts';
import {inLanguage} from '../../src/wording/in-language.ts';

test.each([
  ['1,284', '1284'],
  ['−12.5', '-12.5'],
  ['1 284', '1284'],
  ['12.5 %', '12.5 %'],
  ['2026-11-28', '2026-11-28'],
  ['INC0012', 'INC0012'],
])('%s is copied as %s', (shown, copied) => {
  expect(plainNumber(shown)).toBe(copied);
});

test('a French number keeps its decimal comma, which English takes for thousands', () => {
  expect(inLanguage('fr', () => plainNumber('1\u202f284,5'))).toBe('1284,5');
  expect(inLanguage('fr', () => plainNumber('12,5'))).toBe('12,5');
});
