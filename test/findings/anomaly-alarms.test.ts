import {expect, test} from 'vitest';
import {dailyAnomalies} from '../../src/findings/daily-anomalies.ts';
import {addDays} from '../../src/time/period.ts';
import {overdispersed, seeded, stableDays} from './simulated-days.ts';

/** `ANOMALY_RUNS=100 npx vitest run test/findings/anomaly-alarms.test.ts` for long, with its figures. */
const runs = Number(process.env['ANOMALY_RUNS'] ?? 1);
const isLong = runs > 1;
const firstDay = '2026-01-05';
const judgedFrom = 12 * 7;
const judgedDays = 91;
const seriesCount = 50;

test('at most one day a month is called an anomaly in 50 stable series', () => {
  const random = seeded(48);
  let found = 0;
  for (let run = 0; run < runs; run++) {
    const days = judgedFrom + judgedDays;
    const series = stableDays(random, seriesCount, days);
    const from = addDays(firstDay, judgedFrom);
    found += dailyAnomalies(series, {firstDay, from, to: addDays(firstDay, days)}).length;
  }
  const months = (runs * judgedDays) / 30.4;
  if (isLong)
    console.log(
      `false alarms a month: ${(found / months).toFixed(2)} (${found} in ${months.toFixed(0)} months)`,
    );
  expect(found / months).toBeLessThanOrEqual(1);
});

test('surges are found, the larger the sooner', () => {
  const random = seeded(49);
  for (const [mean, factor, leastFound] of [
    [2, 6, 0.4],
    [5, 4, 0.6],
    [10, 3, 0.6],
    [20, 2.5, 0.6],
  ] as const) {
    const delays = Array.from({length: 20 * runs}, () => delayOf(random, mean, factor));
    const share = (most: number) => delays.filter((delay) => delay <= most).length / delays.length;
    if (isLong)
      console.log(
        `${mean} a day, ${factor} times: found on the day ${(share(0) * 100).toFixed(0)} %, within two days more ${(share(2) * 100).toFixed(0)} %`,
      );
    expect(share(2)).toBeGreaterThanOrEqual(leastFound);
  }
});

/** Days until a surge that begins on a Tuesday is found; Infinity where it isn't in a week. */
function delayOf(random: () => number, mean: number, factor: number): number {
  const [own] = stableDays(random, 1, judgedFrom + 8);
  const dispersion = 1.5;
  const pattern = [1.2, 1.1, 1.05, 1.05, 1, 0.3, 0.2];
  const counts = own!.counts.map((_, day) => {
    const isSurge = day > judgedFrom;
    return overdispersed(random, mean * pattern[day % 7]! * (isSurge ? factor : 1), dispersion);
  });
  const beginning = addDays(firstDay, judgedFrom + 1);
  const [first] = dailyAnomalies([{key: 'Mail', counts}], {
    firstDay,
    from: beginning,
    to: addDays(firstDay, judgedFrom + 8),
  });
  return first ? (Date.parse(first.day) - Date.parse(beginning)) / 86_400_000 : Infinity;
}
