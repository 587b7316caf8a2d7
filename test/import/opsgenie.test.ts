import {expect, test} from 'vitest';
import {packagePath} from '../../src/base/package-root.ts';
import {testWorkspace, unaccounted} from './import-texts.ts';

const fixture = (name: string) => packagePath('fixtures', 'opsgenie', name);
const at = (time: string) => new Date(`2026-03-02T${time}Z`);

test('alerts land with answer and end counted from the creation, fractions of a second read as such', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('alerts.json'));
  expect(result).toMatchObject({
    connector: 'opsgenie',
    shape: 'alerts',
    rowsAccepted: 5,
    timezone: null,
  });
  expect(unaccounted(result)).toBe(0);
  const rows = await space.query(
    'select number, status, stops_clock, priority, responded_at, resolved_at, closed_at, updated_at from record_version order by number',
  );
  const row = (number: string, rest: object) => ({
    number,
    status: 'new',
    stops_clock: false,
    priority: 'P3',
    responded_at: null,
    resolved_at: null,
    closed_at: null,
    updated_at: at('08:05:00.300'),
    ...rest,
  });
  const answered = at('08:00:20.828');
  const [ended, hour] = [at('08:01:05.629'), at('09:00:05.126')];
  expect(rows).toEqual([
    row('1791', {}),
    row('1792', {status: 'in_progress', priority: 'P1', responded_at: answered}),
    row('1793', {
      status: 'closed',
      priority: 'P5',
      responded_at: answered,
      resolved_at: ended,
      closed_at: ended,
    }),
    row('1794', {status: 'closed', resolved_at: hour, closed_at: hour}),
    row('1795', {priority: 'P2'}),
  ]);
});

test('incidents tell resolved from closed, and when the impact began from when they were opened', async () => {
  const space = testWorkspace();
  const result = await space.import(fixture('incidents.json'));
  expect(result).toMatchObject({connector: 'opsgenie', shape: 'incidents', rowsAccepted: 3});
  expect(
    await space.query(
      'select status, priority, assignment_group as team, occurred_at, opened_at, resolved_at from record_version order by number',
    ),
  ).toEqual([
    row('new', 'P3', null),
    row('resolved', 'P1', at('09:00:21.490')),
    row('closed', 'P2', at('09:00:21.490'), null),
  ]);
});

function row(
  status: string,
  priority: string,
  resolved: Date | null,
  team: string | null = 'Payments',
) {
  return {
    status,
    priority,
    team,
    occurred_at: at('08:00:00.500'),
    opened_at: at('08:10:00.346'),
    resolved_at: resolved,
  };
}

test('raw answers in one cell of a table land as the answers themselves do', async () => {
  const compared =
    'select number, status, priority, occurred_at, opened_at, resolved_at, assignment_group, service from record_version order by number';
  const [raw, api] = [testWorkspace(), testWorkspace()];
  const result = await raw.import(fixture('raw_incidents.csv'));
  expect(result).toMatchObject({connector: 'opsgenie', shape: 'raw_incidents', timezone: null});
  await api.import(fixture('incidents.json'));
  expect(await raw.query(compared)).toEqual(await api.query(compared));
});
