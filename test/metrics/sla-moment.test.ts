import {describe, expect, test} from 'vitest';
import {momentText, parseMoment} from '../../src/metrics/sla-moment.ts';

const zone = 'Europe/Amsterdam';

describe('a moment', () => {
  test.each([
    ['2026-10-15', '2026-10-14T22:00:00.000Z'],
    ['2026-10-15T12:00', '2026-10-15T10:00:00.000Z'],
    ['2026-10-15 12:00', '2026-10-15T10:00:00.000Z'],
    ['2026-10-15T12:00Z', '2026-10-15T12:00:00.000Z'],
    ['2026-10-15T12:00+05:00', '2026-10-15T07:00:00.000Z'],
    // Twice in autumn: the second, in winter time; missing in spring: an hour later.
    ['2026-10-25T02:30', '2026-10-25T01:30:00.000Z'],
    ['2026-03-29T02:30', '2026-03-29T01:30:00.000Z'],
  ])('%s is read in the workspace’s zone', (text, instant) => {
    expect(parseMoment(text, zone).toISOString()).toBe(instant);
  });

  test('is written as it is read', () => {
    const at = parseMoment('2026-07-01T09:05', zone);
    expect(momentText(at, zone)).toBe('2026-07-01T09:05');
  });

  test.each(['soon', '2026-13-01', '12:00', ''])('"%s" is refused with an example', (text) => {
    expect(() => parseMoment(text, zone)).toThrow(/is no moment/);
  });
});
