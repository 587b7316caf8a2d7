import {describe, expect, test} from 'vitest';
import {ratio, survivalMedian} from './figure.ts';
import {jaroWinkler, lettersOf} from './likeness.ts';
import {lengthOf} from './span.ts';
import {workingTimeOf, type WorkingHours} from './working-time.ts';

const zone = 'Europe/Amsterdam';

/** The recount's own parts, by examples that were worked by hand: mostly those of DECISIONS.md. */
describe('working time', () => {
  const hoursIn = (calendar: WorkingHours, from: string, to: string) =>
    lengthOf(workingTimeOf(calendar)({from: Date.parse(from), to: Date.parse(to)})) / 3_600_000;

  test('counts 23 business hours from Friday 16:00 to Wednesday 15:00', () => {
    const hours = hoursIn(weekdays([]), '2026-03-06T16:00+01:00', '2026-03-11T15:00+01:00');
    expect(hours).toBe(23);
  });

  test('leaves three hours of a day whose holiday begins at noon', () => {
    const eve = weekdays([{day: '2026-12-24', startsMinute: 720, endsMinute: 1440, label: 'Eve'}]);
    expect(hoursIn(eve, '2026-12-24T00:00+01:00', '2026-12-25T00:00+01:00')).toBe(3);
  });

  test('ends a night shift at the midnight on which a holiday begins', () => {
    const night: WorkingHours = {
      zone,
      hours: [{weekday: 4, startsMinute: 1320, endsMinute: 1800, from: null, until: null}],
      holidays: [{day: '2026-12-25', startsMinute: 0, endsMinute: 1440, label: 'Christmas'}],
    };
    expect(hoursIn(night, '2026-12-24T12:00+01:00', '2026-12-26T12:00+01:00')).toBe(2);
  });

  test('has 23 hours on the day on which clocks go forward, and 25 when they go back', () => {
    const always: WorkingHours = {
      ...{zone, holidays: []},
      hours: [{weekday: 7, startsMinute: 0, endsMinute: 1440, from: null, until: null}],
    };
    expect(hoursIn(always, '2026-03-28T12:00Z', '2026-03-30T12:00Z')).toBe(23);
    expect(hoursIn(always, '2026-10-24T12:00Z', '2026-10-26T12:00Z')).toBe(25);
  });
});

test('near-identical texts are told as Winkler tells them', () => {
  expect(jaroWinkler('martha', 'marhta')).toBeCloseTo(0.9611, 4);
  expect(jaroWinkler('dixon', 'dicksonx')).toBeCloseTo(0.8133, 4);
  expect(lettersOf('Drucker 3 „klemmt“ wieder!')).toBe('druckerklemmtwieder');
});

test('the median of 1, 2, 8 h and one open for 1.5 h is 2 h', () => {
  const over = [1, 2, 8].map((hours) => ({hours, isOver: true}));
  expect(survivalMedian([...over, {hours: 1.5, isOver: false}]).value).toBe(2);
});

test('a rate of hours is one of all hours, not the mean of the incidents’ rates', () => {
  const parts = [...Array(5)].flatMap(() => [
    {part: 1, whole: 2},
    {part: 10, whole: 100},
  ]);
  expect(ratio(parts).value).toBeCloseTo(11 / 102, 12);
});

function weekdays(holidays: WorkingHours['holidays']): WorkingHours {
  const hours = [1, 2, 3, 4, 5].map((weekday) => ({
    ...{weekday, startsMinute: 540, endsMinute: 1020, from: null, until: null},
  }));
  return {zone, hours, holidays};
}
