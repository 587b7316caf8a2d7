import {expect, test} from 'vitest';
import {valueWords} from '../../src/pages/value-words.ts';

test('values of columns are said as people say them, and others as they stand in the data', () => {
  expect(valueWords('resolve_band', '256')).toBe('10.7\u202fd – 21.3\u202fd');
  expect(valueWords('opened_weekday', '2 Tue')).toBe('Tuesday');
  expect(valueWords('opened_hour', '9')).toBe('09:00');
  expect(valueWords('service', '')).toBe('not filled');
  expect(valueWords('service', '256')).toBe('256');
});
