import {beforeAll, describe, expect, test} from 'vitest';
import {demoWorkspace} from '../demo-workspace.ts';
import {runMeantime} from './run-meantime.ts';

let directory: string;

beforeAll(async () => {
  directory = (await demoWorkspace()).directory;
});

function meantime(...words: string[]) {
  return runMeantime(words, {directory});
}

describe('what-if', () => {
  test('prints before and after, and what flips', async () => {
    const {code, stdout} = await meantime(
      ...['what-if', '--priority', 'P3', '--within', '2 business days', '--period', '2026-10'],
      ...['--top', '3'],
    );
    expect(code).toBe(0);
    expect(stdout).toContain('What if: P3 resolution within 2 business days');
    expect(stdout).toContain('from 2026-10-01, before 2026-11-01');
    expect(stdout).toMatch(/^P3 +\d+\.\d\u202f% /m);
    expect(stdout).toMatch(/^together /m);
    expect(stdout.match(/met → breached/g)).toHaveLength(3);
  });

  test('answers in JSON what the page’s API answers, every flip included', async () => {
    const {stdout} = await meantime(
      ...['what-if', '--within', '2 business days', '--priority', 'P3'],
      ...['--from', '2026-10-01', '--to', '2026-11-01', '--json'],
    );
    const answer = JSON.parse(stdout);
    expect(answer).toMatchObject({from: '2026-10-01', to: '2026-11-01'});
    expect(answer.flips).toHaveLength(answer.flipCount);
    const total = answer.rows.find(({isTotal}: {isTotal: boolean}) => isTotal);
    expect(total.then.met).toBe(total.now.met + total.saved - total.lost);
  });

  test('is about the last whole month unless told otherwise', async () => {
    const {stdout} = await meantime('what-if', '--no-pause', '--json');
    expect(JSON.parse(stdout)).toMatchObject({from: '2026-10-01', to: '2026-11-01'});
  });

  test('writes shares, or flips, as CSV', async () => {
    const words = ['what-if', '--calendar', 'around the clock', '--format', 'csv'];
    const shares = await meantime(...words);
    expect(shares.stdout).toMatch(/^kind,priority,n,met_now/);
    const flips = await meantime(...words, '--flips');
    expect(flips.stdout).toMatch(/^record_key,number/);
    const short = await meantime('what-if', '--calendar', 'around the clock', '--flips');
    expect(short.stdout).toBe(flips.stdout);
  });

  test('filters like metrics', async () => {
    const {stdout} = await meantime(
      ...['what-if', '--within', '1 h', '--where', 'priority=P1', '--json'],
    );
    const priorities = JSON.parse(stdout).rows.map(({priority}: {priority: string}) => priority);
    expect(priorities).toEqual(['P1', null]);
  });

  test.each([
    [['--calendar', 'moon'], /There is no calendar "moon".*business hours/s],
    [['--policy', 'gold', '--within', '4 h'], /There is no policy "gold".*standard P1/s],
    [['--within', 'soon'], /"soon" is no length of time/],
    [[], /Nothing is said.*--within/s],
    [
      ['--within', '4 h', '--period', '2026-10', '--from', '2026-10-01'],
      /Both a period and its days/,
    ],
    [['--within', '4 h', '--period', 'autumn'], /"autumn" is no period/],
    [['--within', '4 h', '--kind', 'both'], /resolution, response/],
    [['--within', '4 h', '--where', 'colour=red'], /no dimension "colour"/],
  ])('%j is refused with a remedy', async (words, message) => {
    const {code, stderr} = await meantime('what-if', ...words);
    expect(code).toBe(1);
    expect(stderr).toMatch(message);
  });
});

describe('at-risk', () => {
  test('lists running clocks, soonest due first, under their bands', async () => {
    const {code, stdout} = await meantime('at-risk', '--top', '5');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\d+ running clocks on 2\u00a0Nov\u00a02026/);
    expect(stdout).toMatch(/Target used +under 50/);
    expect(stdout).toMatch(/^5 of \d+; --top \d+ lists all\.$/m);
  });

  test('answers for a past moment, in the workspace’s zone', async () => {
    const {stdout} = await meantime('at-risk', '--at', '2026-10-14T12:00', '--json');
    const answer = JSON.parse(stdout);
    expect(answer).toMatchObject({at: '2026-10-14T10:00:00.000Z', isNow: false});
    expect(answer.clocks.length).toBeGreaterThan(0);
    for (const {opened_at} of answer.clocks) expect(opened_at <= answer.at).toBe(true);
  });

  test('filters, and writes CSV', async () => {
    const {stdout} = await meantime('at-risk', '--where', 'priority=P3', '--format', 'csv');
    const rows = stdout.trim().split('\r\n').slice(1);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toContain(',P3,');
  });

  test.each([
    [['--at', '2030-01-01'], /not known yet/],
    [['--at', 'noon'], /"noon" is no moment/],
    [['--top', 'many'], /whole number/],
    [['--where', 'colour=red'], /no dimension "colour"/],
  ])('%j is refused with a remedy', async (words, message) => {
    const {code, stderr} = await meantime('at-risk', ...words);
    expect(code).toBe(1);
    expect(stderr).toMatch(message);
  });
});
