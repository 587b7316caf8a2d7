import {expect, test} from 'vitest';
import {lessThanText} from '../../src/pages/less-than-text.ts';

test('nothing takes less than 0 min: a shorter half took less than a minute', () => {
  expect(lessThanText(0)).toBe('a minute');
  expect(lessThanText(4.3)).toBe('4.3\u202fh');
});
