import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, test} from 'vitest';
import {silentLog} from '../../src/base/log.ts';
import type {ScheduledPack} from '../../src/config/config.ts';
import {defaultConfig} from '../../src/config/default-config.ts';
import {lastDue, nextDue} from '../../src/delivery/run-times.ts';
import {runSchedule, type ScheduleContext} from '../../src/delivery/run-schedule.ts';
import {listPacks} from '../../src/packs/list-packs.ts';
import {claimRun, readScheduleRuns} from '../../src/register/schedule-runs.ts';
import {publishSmall, temporaryWorkspace} from '../server/small-workspace.ts';
import {mailServer, type MailServer} from './mail-server.ts';

const {workspace, remove} = temporaryWorkspace();
let mail: MailServer;

beforeAll(async () => {
  await publishSmall(workspace);
});
beforeEach(async () => {
  mail = await mailServer();
});
afterEach(() => mail.stop());
afterAll(() => remove());

function contextAt(at: string, line: Partial<ScheduledPack> = {}): ScheduleContext {
  return {
    ...{workspace, env: {}, fetch, waits: [], wait: async () => undefined, log: silentLog},
    now: () => new Date(at),
    config: {
      ...defaultConfig(),
      schedule: [{pack: 'weekly', cron: '0 7 * * 1', to: ['managers'], ...line}],
      delivery: {
        address: null,
        groups: [{name: 'managers', mail: ['ada@example.com'], teams: null, slack: null}],
        smtp: {
          ...{host: '127.0.0.1', port: mail.port, secure: false, user: null, password: null},
          from: {name: 'Meantime', address: 'meantime@example.com'},
        },
      },
    },
  };
}

test('a schedule seen for the first time waits; one missed for weeks is caught up once, then no more', async () => {
  expect(await runSchedule(contextAt('2016-02-20T12:00:00Z'))).toEqual([]);
  // Four Mondays were missed.
  const later = contextAt('2016-03-21T09:00:00Z');
  const [outcome, ...others] = await runSchedule(later);
  expect(outcome).toMatchObject({dueAt: new Date('2016-03-21T07:00:00Z'), isDone: true});
  expect(outcome?.detail).toBe('Week 11, version 1; sent to 1 by mail');
  expect(others).toEqual([]);
  expect(mail.mails.map(({subject}) => subject)).toEqual([
    expect.stringMatching(/^Weekly review, Week 11: /),
  ]);
  expect(mail.mails[0]?.attachments).toHaveLength(2);
  expect(await runSchedule(later)).toEqual([]);
  expect(await listPacks(workspace)).toMatchObject([{kind: 'weekly', period: '2016-W11'}]);
});

test('when the data doesn’t reach the period, the mail says so and what to do, and no pack is made', async () => {
  const [outcome] = await runSchedule(contextAt('2016-04-04T07:00:00Z'));
  expect(outcome).toMatchObject({dueAt: new Date('2016-04-04T07:00:00Z'), isDone: false});
  expect(mail.mails[0]?.subject).toBe('Weekly review could not be made');
  expect(mail.mails[0]?.text).toContain(
    'The data ends on 21 Mar 2016, before Week 13 is over (28 Mar – 3 Apr 2016).',
  );
  expect(await listPacks(workspace)).toHaveLength(1);
});

test('a pack that isn’t there is told to those who wait for it', async () => {
  const line = {pack: 'quarterly'};
  await runSchedule(contextAt('2016-04-04T06:00:00Z', line));
  const [outcome] = await runSchedule(contextAt('2016-04-04T07:00:00Z', line));
  expect(outcome?.detail).toContain('There is no quarterly pack.');
  expect(mail.mails[0]?.text).toContain('Use one of: weekly, monthly.');
});

test('a run that another process has is left to it, unless it was cut off', async () => {
  const line = {cron: '0 9 * * 1'};
  await runSchedule(contextAt('2016-03-28T08:00:00Z', line));
  const schedule = 'weekly, 0 9 * * 1, managers';
  const dueAt = new Date('2016-03-28T09:00:00Z');
  expect(await claimRun(workspace, {schedule, dueAt}, dueAt)).toBe(true);
  expect(await runSchedule(contextAt('2016-03-28T09:05:00Z', line))).toEqual([]);
  expect(await runSchedule(contextAt('2016-03-28T09:45:00Z', line))).toMatchObject([{dueAt}]);
  const run = (await readScheduleRuns(workspace)).find((each) => each.schedule === schedule);
  expect(run?.finishedAt).toEqual(new Date('2016-03-28T09:45:00Z'));
});

describe('in a zone with summer time', () => {
  const zone = 'Europe/Berlin';
  const due = (cron: string, since: string, now: string) =>
    lastDue(cron, zone, {since: new Date(since), now: new Date(now)})?.toISOString();

  test('an hour that the clock leaves out is run after it', () => {
    // 02:30 on 29 March 2026 is no time; 03:30 comes instead.
    expect(due('30 2 * * *', '2026-03-28T01:30:00Z', '2026-03-29T12:00:00Z')).toBe(
      '2026-03-29T01:30:00.000Z',
    );
  });

  test('an hour that it shows twice is run once', () => {
    expect(due('30 2 * * *', '2026-10-24T00:30:00Z', '2026-10-25T00:45:00Z')).toBe(
      '2026-10-25T00:30:00.000Z',
    );
    expect(due('30 2 * * *', '2026-10-25T00:30:00Z', '2026-10-25T12:00:00Z')).toBeUndefined();
  });

  test('years of downtime are looked through at once, and the last time is found', () => {
    expect(due('* * * * *', '2020-01-01T00:00:00Z', '2026-10-25T12:00:30Z')).toBe(
      '2026-10-25T12:00:00.000Z',
    );
    expect(due('0 7 2 1 *', '2020-01-01T00:00:00Z', '2026-10-25T12:00:00Z')).toBe(
      '2026-01-02T06:00:00.000Z',
    );
    expect(nextDue('0 7 * * 1', zone, new Date('2026-10-25T12:00:00Z')).toISOString()).toBe(
      '2026-10-26T06:00:00.000Z',
    );
  });
});
