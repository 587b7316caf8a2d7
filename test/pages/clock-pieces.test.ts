import {describe, expect, test} from 'vitest';
import type {Clock, ClockSpan} from '../../src/metrics/incident-clocks.ts';
import {clockPieces} from '../../src/pages/clock-pieces.ts';

const at = (time: string) => new Date(`2026-03-${time}:00Z`);

function span(from: string, to: string, state: ClockSpan['state'] = 'partly'): ClockSpan {
  return {started_at: at(from), ended_at: at(to), state} as ClockSpan;
}

type Part = Pick<Clock, 'due_at' | 'verdict' | 'hours'>;
const nineToFive: Part = {
  due_at: null,
  verdict: 'met',
  hours: ['02', '03', '04'].map((day) => ({
    started_at: at(`${day}T09:00`),
    ended_at: at(`${day}T17:00`),
  })),
};

function told(of: ClockSpan, clock: Part = nineToFive): string[] {
  return clockPieces(of, clock).map(
    ({started_at, ended_at, tone}) =>
      `${tone} ${started_at.toISOString().slice(8, 16)}–${ended_at.toISOString().slice(8, 16)}`,
  );
}

describe('a span of the clock tape', () => {
  test('is cut where the calendar closes and opens', () => {
    expect(told(span('02T15:00', '03T10:00'))).toEqual([
      'counted 02T15:00–02T17:00',
      'outside 02T17:00–03T09:00',
      'counted 03T09:00–03T10:00',
    ]);
    expect(told(span('02T20:00', '03T22:00'))).toEqual([
      'outside 02T20:00–03T09:00',
      'counted 03T09:00–03T17:00',
      'outside 03T17:00–03T22:00',
    ]);
  });

  test('turns where the target is used up, and stays pale outside hours after it', () => {
    const late: Part = {...nineToFive, verdict: 'breached', due_at: at('03T12:00')};
    expect(told(span('03T08:00', '04T10:00'), late)).toEqual([
      'outside 03T08:00–03T09:00',
      'counted 03T09:00–03T12:00',
      'breached 03T12:00–03T17:00',
      'outside 03T17:00–04T09:00',
      'breached 04T09:00–04T10:00',
    ]);
  });

  test('is one stretch where it counts wholly, is stopped, or does not count', () => {
    expect(told(span('02T09:00', '02T10:00', 'counted'))).toEqual(['counted 02T09:00–02T10:00']);
    expect(told(span('02T09:00', '03T10:00', 'paused'))).toEqual(['paused 02T09:00–03T10:00']);
    expect(told(span('02T18:00', '02T19:00', 'outside hours'))).toEqual([
      'outside 02T18:00–02T19:00',
    ]);
    expect(told(span('02T09:00', '03T10:00', 'before'))).toEqual(['outside 02T09:00–03T10:00']);
  });
});
