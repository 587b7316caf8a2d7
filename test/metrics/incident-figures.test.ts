import {afterAll, beforeAll, expect, test} from 'vitest';
import {loadCatalogue, type Catalogue} from '../../src/metrics/catalogue.ts';
import {incidentList} from '../../src/metrics/incident-list.ts';
import {readIncident, type CountedIn} from '../../src/metrics/incident.ts';
import {readFrame} from '../../src/metrics/frame.ts';
import {addDays} from '../../src/time/period.ts';
import type {Database} from '../../src/warehouse/database.ts';
import {smallDesk} from './small-desk.ts';

let database: Database;
let catalogue: Catalogue;
beforeAll(async () => {
  database = await smallDesk();
  catalogue = await loadCatalogue(database);
});
afterAll(() => database.close());

async function keysOf(condition: string, most: number): Promise<string[]> {
  const rows = await database.query<{record_key: string}>(
    `select record_key from marts.fct_incident where ${condition} order by hash(record_key) limit ${most}`,
  );
  return rows.map(({record_key}) => record_key);
}

const covers = (day: string) => (figure: CountedIn) =>
  figure.dated_on <= day && day <= figure.last_on;

/** Whether the list behind the metric's figure of one day names the incident, and how often. */
async function timesListed(id: string, day: string, key: string): Promise<number> {
  const metric = catalogue.get(id);
  const selection = {where: [], from: day, to: addDays(day, 1)};
  const {rows} = await incidentList(database, {metric, selection, pageSize: 1000});
  return rows.filter(({record_key}) => record_key === key).length;
}

test('an incident names the days of every backlog that counts it, and no others', async () => {
  const keys = [
    ...(await keysOf('is_open and resolution_due_at < opened_at + interval 20 day', 2)),
    ...(await keysOf('resolve_hours > 100 and reopen_count > 0', 2)),
  ];
  expect(keys).toHaveLength(4);
  const {asOfOn} = await readFrame(database);
  for (const key of keys) {
    const {figures} = await readIncident(database, catalogue, key);
    for (const id of ['backlog', 'backlog_aged', 'backlog_breached']) {
      const own = figures.filter(({metric}) => metric === id);
      if (id === 'backlog') expect(own.length).toBeGreaterThan(0);
      const edges = own.flatMap(({dated_on, last_on}) => [
        ...[addDays(dated_on, -1), dated_on, last_on],
        ...(last_on < asOfOn ? [addDays(last_on, 1)] : []),
      ]);
      for (const day of new Set(edges))
        expect([key, id, day, await timesListed(id, day, key)]).toEqual([
          ...[key, id, day],
          own.filter(covers(day)).length,
        ]);
    }
  }
});

test('an open incident is in the backlog until the data’s own now', async () => {
  const [key = ''] = await keysOf('is_open', 1);
  const {figures} = await readIncident(database, catalogue, key);
  const {asOfOn} = await readFrame(database);
  expect(figures.find(({metric}) => metric === 'backlog')?.last_on).toBe(asOfOn);
});

test('each reopening is an entry of its own', async () => {
  const [row] = await database.query<{record_key: string; times: number}>(
    `select i.record_key, cast(count(*) as integer) as times
     from marts.fct_flow as f join marts.fct_incident as i on i.record_no = f.record_no
     where f.event = 'reopened' group by all order by times desc, record_key limit 1`,
  );
  const {figures} = await readIncident(database, catalogue, row?.record_key ?? '');
  const reopened = figures.filter(({metric}) => metric === 'reopened');
  expect(reopened).toHaveLength(row?.times ?? -1);
  for (const {dated_on} of reopened)
    expect(await timesListed('reopened', dated_on, row?.record_key ?? '')).toBeGreaterThan(0);
});
