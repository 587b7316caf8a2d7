import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {loadCatalogue, type Catalogue} from '../../src/metrics/catalogue.ts';
import {linksOf, newestLinks} from '../../src/metrics/incident-links.ts';
import {readIncident} from '../../src/metrics/incident.ts';
import {measure} from '../../src/metrics/measure.ts';
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

describe('links of the demo', () => {
  test('hold what every incident that was logged again came back as, and no other comes back', async () => {
    const [wrong] = await database.query(
      `with standing as (
         select o.record_key, n.record_key as came_back_record_key, c.evidence
         from marts.fct_comeback as c
         join marts.dim_record as o on o.record_no = c.record_no
         join marts.dim_record as n on n.record_no = c.came_back_record_no
         where not c.is_struck
       )
       select
         (select count(*) from marts.fct_incident as i
          where came_back_record_key is not null and came_back_evidence <> 'reopened'
            and (record_key, came_back_record_key, came_back_evidence) not in (from standing))::integer
           as without_link,
         (select count(*) from standing
          where record_key not in (select record_key from marts.fct_incident where has_come_back))::integer
           as without_return,
         (select count(*) from standing)::integer as links`,
    );
    expect(wrong).toMatchObject({without_link: 0, without_return: 0});
    expect(wrong?.['links']).toBeGreaterThan(500);
  });

  test('of one incident are told on both sides, in order', async () => {
    const {links} = await newestLinks(database, {limit: 5});
    expect(links).toHaveLength(5);
    for (const link of links)
      for (const key of [link.recordKey, link.cameBackRecordKey]) {
        const {record, links: own} = await readIncident(database, catalogue, key);
        expect(own).toContainEqual(link);
        expect(await linksOf(database, record.record_no)).toEqual(own);
        const times = own.map(({cameBackAt}) => cameBackAt.getTime());
        expect(times).toEqual([...times].sort((a, b) => a - b));
      }
  });

  test('what came back by evidence adds up to what came back', async () => {
    const metric = catalogue.get('recurrence_rate');
    const selection = {grain: 'total', where: [], from: null, to: null} as const;
    const [all] = await measure(database, metric, {...selection, by: []});
    const parts = await measure(database, metric, {...selection, by: ['came_back_evidence']});
    const sum = (of: (part: (typeof parts)[number]) => number) =>
      parts.reduce((total, part) => total + of(part), 0);
    expect(parts.length).toBe(5);
    expect(sum(({n}) => n)).toBe(all?.n);
    expect(sum(({n, value}) => n * (value ?? 0))).toBeCloseTo((all?.n ?? 0) * (all?.value ?? 0), 6);
  });
});
