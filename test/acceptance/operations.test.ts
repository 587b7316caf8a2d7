import {afterAll, beforeAll, expect, test} from 'vitest';
import {operations} from '../../dashboards/operations.ts';
import {daySoFar} from '../../src/metrics/day-so-far.ts';
import {readFrame} from '../../src/metrics/frame.ts';
import {incidentList} from '../../src/metrics/incident-list.ts';
import {loadCatalogue, type Catalogue} from '../../src/metrics/catalogue.ts';
import {heldReasons, unassignedGroups} from '../../src/metrics/queue.ts';
import type {QueueSet} from '../../src/metrics/queue-set.ts';
import {resolvePage} from '../../src/pages/resolve.ts';
import type {Database} from '../../src/warehouse/database.ts';
import {openPublished} from '../../src/warehouse/publish.ts';
import {demoWorkspace} from '../demo-workspace.ts';

let database: Database;
let catalogue: Catalogue;

beforeAll(async () => {
  database = await openPublished(await demoWorkspace());
  catalogue = await loadCatalogue(database);
});
afterAll(() => database.close());

async function listed(queue: QueueSet): Promise<number> {
  const selection = {where: [], from: null, to: null};
  const list = await incidentList(database, {metric: catalogue.get('opened'), selection, queue});
  return list.total;
}

async function counted(condition: string): Promise<number> {
  const [row] = await database.query<{n: number}>(
    `select count(*) as n from marts.fct_incident where is_open and ${condition}`,
  );
  return row?.n ?? 0;
}

test('a group’s count of what nobody has taken is the length of its list', async () => {
  const groups = await unassignedGroups(database, {where: []});
  const total = groups.reduce((sum, {count}) => sum + count, 0);
  expect(total).toBeGreaterThan(0);
  expect(total).toBe(await counted('assignee is null'));
  expect(total).toBe(await listed({part: 'unassigned', heldAs: null}));
});

test('a reason’s count of what is on hold is the length of its list', async () => {
  const reasons = await heldReasons(database, {where: []});
  expect(reasons.length).toBeGreaterThan(0);
  for (const {reason, count} of reasons)
    expect(count).toBe(await listed({part: 'on-hold', heldAs: reason}));
  const total = reasons.reduce((sum, {count}) => sum + count, 0);
  expect(total).toBe(await counted(`status = 'on_hold'`));
});

test('the day so far counts what was opened by now, and whole days before as the metric does', async () => {
  const frame = await readFrame(database);
  const {today, before} = await daySoFar(database, {where: []}, {frame, weeks: 8});
  const opened = async (day: string) => {
    const sql = `select count(*) as n from marts.fct_incident where opened_on = date '${day}'`;
    return (await database.query<{n: number}>(sql))[0]?.n;
  };
  expect(today.day).toBe(frame.asOfOn);
  expect(today.soFar).toBe(await opened(today.day));
  expect(before).toHaveLength(8);
  for (const {day, counts, soFar} of before) {
    expect(counts.at(-1)).toBe(await opened(day));
    expect(soFar).toBeLessThanOrEqual(counts.at(-1) ?? 0);
    expect(new Date(day).getUTCDay()).toBe(new Date(today.day).getUTCDay());
  }
});

test('the page adds up: open by age and priority is the backlog', async () => {
  const page = await resolvePage(
    operations,
    {period: null, where: []},
    {
      session: database,
      catalogue,
    },
  );
  const blocks = page.blocks.flatMap((block) => (block.kind === 'columns' ? block.blocks : block));
  const ages = blocks.find((block) => 'id' in block && block.id === 'ages');
  if (ages?.kind !== 'table') throw new Error('no table of ages');
  const all = ages.table.rows.map((row) => row.at(-1)?.value ?? 0);
  expect(all.reduce((sum, value) => sum + value, 0)).toBe(await counted('true'));
  expect(ages.table.footer?.at(-1)?.value).toBe(await counted('true'));
  expect(page.followsData).toBe(true);
});
