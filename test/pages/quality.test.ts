import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {incident} from '../../dashboards/incident.ts';
import {incidents} from '../../dashboards/incidents.ts';
import {quality} from '../../dashboards/quality.ts';
import {loadCatalogue, type Catalogue} from '../../src/metrics/catalogue.ts';
import {incidentList} from '../../src/metrics/incident-list.ts';
import {readIncident} from '../../src/metrics/incident.ts';
import {footedBy} from '../../src/metrics/footing.ts';
import {renderPage} from '../../src/pages/html/render-page.tsx';
import type {PageRequest} from '../../src/pages/page-context.ts';
import type {Page} from '../../src/pages/page.ts';
import {resolvePage} from '../../src/pages/resolve.ts';
import type {Block, ResolvedPage} from '../../src/pages/resolved-page.ts';
import type {TableBlock} from '../../src/pages/table-block.ts';
import {parsePeriod} from '../../src/time/period.ts';
import type {Database} from '../../src/warehouse/database.ts';
import {openPublished} from '../../src/warehouse/publish.ts';
import {demoWorkspace} from '../demo-workspace.ts';

let database: Database;
let catalogue: Catalogue;
let whole: ResolvedPage;

beforeAll(async () => {
  database = await openPublished(await demoWorkspace());
  catalogue = await loadCatalogue(database);
  whole = await resolve(quality);
});
afterAll(() => database?.close());

function resolve(page: Page, request: Partial<PageRequest> = {}): Promise<ResolvedPage> {
  return resolvePage(page, {period: null, where: [], ...request}, {session: database, catalogue});
}

function tableOf(page: ResolvedPage, id: string): TableBlock {
  const flat = (blocks: readonly Block[]): Block[] =>
    blocks.flatMap((block) => (block.kind === 'columns' ? flat(block.blocks) : [block]));
  const block = flat(page.blocks).find((each) => 'id' in each && each.id === id);
  if (block?.kind !== 'table') throw new Error(`no table ${id}`);
  return block;
}

/** How many incidents the list behind a link has. */
async function listedBehind(href: string): Promise<number> {
  const query = new URL(href, 'http://localhost').searchParams;
  const own = ['metric', 'excluded', 'period'];
  const page = await resolve(incidents, {
    period: query.get('period'),
    metric: query.get('metric'),
    excluded: query.get('excluded'),
    where: [...new Set(query.keys())]
      .filter((name) => !own.includes(name))
      .map((dimension) => ({dimension, values: query.getAll(dimension)})),
  });
  const [headline] = page.blocks;
  if (headline?.kind !== 'headline') throw new Error('a list starts with its headline');
  return Number(headline.text.split(' ')[0]?.replaceAll(',', ''));
}

describe('the quality page', () => {
  test('tells what was odd about each file under the table of imports, and names no command', () => {
    const noticed = whole.blocks.find((block) => 'id' in block && block.id === 'imports-noticed');
    if (noticed?.kind !== 'list') throw new Error('nothing was noticed');
    const [first, ...others] = noticed.items;
    expect(first?.lead).toBe('servicenow_incident.csv.gz:');
    expect(first?.text).toEqual([{text: '3 rows could not be read.'}]);
    expect(others.length).toBeGreaterThan(3);
    expect(others.map(({lead}) => lead).join('')).toBe('');
  });

  test('names its parts in a line of links that all lead somewhere', () => {
    const [headline] = whole.blocks;
    const contents = headline?.kind === 'headline' ? (headline.contents ?? []) : [];
    expect(contents.map(({label}) => label)).toEqual(
      expect.arrayContaining(['Stages', 'Figures', 'Footing', 'Coverage', 'Definitions']),
    );
    const html = renderPage(whole);
    for (const {href} of contents) expect(html).toContain(`id="${href.slice(1)}"`);
    // No build is kept beside this one, so nothing is said of what moved.
    expect(contents.map(({href}) => href)).not.toContain('#restated');
  });

  test.each(['stages', 'figures'])(
    'lists behind every number of %s as many as it says',
    async (id) => {
      const cells = tableOf(whole, id).table.rows.flat();
      const linked = cells.filter(({href}) => href?.startsWith('/incidents'));
      expect(linked.length).toBeGreaterThan(10);
      for (const {href, value} of linked)
        expect([href, await listedBehind(href ?? '')]).toEqual([href, value]);
    },
  );

  test('sums up its sources in the first column of numbers', () => {
    for (const [, total, ...sources] of tableOf(whole, 'stages').table.rows)
      expect(sources.reduce((sum, {value}) => sum + (value ?? 0), 0)).toBe(total?.value);
  });

  test('foots by every grain and dimension, and as one slice', async () => {
    for (const by of footedBy(catalogue.attributes).by) {
      const page = await resolve(quality, {choices: {by, grain: 'quarter'}});
      const {table, choices} = tableOf(page, 'footing');
      expect(table.rows.length, by).toBeGreaterThan(0);
      const chosen = choices?.flatMap(({options}) => options.filter(({isChosen}) => isChosen));
      expect(chosen).toHaveLength(2);
    }
    const month = tableOf(whole, 'footing').table.rows;
    const jira = tableOf(
      await resolve(quality, {choices: {by: 'source', slice: 'jira'}}),
      'footing',
    );
    expect(jira.table.rows.length).toBeLessThanOrEqual(month.length);
    expect(jira.subtitle).toContain('source jira');
  });

  test('names the incidents of a residual', async () => {
    const page = await resolve(quality, {choices: {grain: 'week'}});
    const residual = tableOf(page, 'footing-residual').table.rows;
    const off = tableOf(page, 'footing').table.rows.filter((row) => row.at(-1)?.value !== 0);
    const sum = (rows: typeof off, place: number) =>
      rows.reduce((total, row) => total + (row[place]?.value ?? 0), 0);
    expect(sum(residual, 2)).toBe(sum(off, 8));
    expect(residual.every(([, {href} = {}]) => href?.startsWith('/incidents/'))).toBe(true);
  });

  test.each([
    [{grain: 'day'}, /The account has no "day"/],
    [{by: 'mood'}, /can't be footed by "mood"/],
    [{slice: 'Mail'}, /A slice needs its dimension/],
    [{by: 'is_major', slice: 'maybe'}, /can't be "maybe"/],
  ])('refuses %j', async (choices, message) => {
    await expect(resolve(quality, {choices: choices as Record<string, string>})).rejects.toThrow(
      message,
    );
  });

  test('says for each source what can’t be computed from it', () => {
    const {columns, rows} = tableOf(whole, 'coverage').table;
    expect(columns.map(({label}) => label)).toEqual(
      expect.arrayContaining(['All sources', 'jira', 'servicenow']),
    );
    const detect = rows.find(([metric]) => metric?.text === catalogue.get('mttd').label);
    expect(detect?.filter(({detail}) => detail === 'not computable').length).toBeGreaterThan(0);
    expect(detect?.at(-1)?.text).toMatch(/^not computable \(/);
  });

  test('shows of every metric its query, the models it rests on and what was decided', () => {
    const {rows} = tableOf(whole, 'definitions').table;
    expect(rows).toHaveLength(catalogue.metrics.length);
    const active = rows.find(([, file]) => file?.text.endsWith('/mttr_active.sql'));
    expect(active?.[2]?.text).toBe('marts.fct_incident');
    expect(active?.[2]?.detail).toContain('intermediate.hold_time');
    expect(active?.[3]?.text).toContain('20 Business hours and active hours');
  });
});

describe('from an incident to its figures', () => {
  test('every list it leads to has the incident', async () => {
    const sample = await database.query<{record_key: string}>(
      `(select record_key from marts.fct_incident where is_open order by hash(record_key) limit 2)
       union all
       (select record_key from marts.fct_incident where is_reopened order by hash(record_key) limit 2)
       union all
       (select record_key from marts.fct_incident where is_major order by record_key limit 1)
       union all
       (select record_key from marts.fct_incident where has_impossible_times order by record_key limit 1)
       union all
       (select record_key from marts.fct_incident where is_cancelled order by hash(record_key) limit 1)
       union all
       (select record_key from marts.fct_incident where is_resolved order by hash(record_key) limit 4)`,
    );
    expect(sample).toHaveLength(11);
    const metricsSeen = new Set<string>();
    for (const {record_key} of sample) {
      const {record} = await readIncident(database, catalogue, record_key);
      const page = await resolve(incident, {incident: record_key});
      for (const row of tableOf(page, 'figures').table.rows)
        for (const {href} of row.slice(2)) {
          if (href === undefined) continue;
          const query = new URL(href, 'http://localhost').searchParams;
          const metric = catalogue.get(query.get('metric') ?? '');
          metricsSeen.add(metric.id);
          const period = parsePeriod(query.get('period') ?? '');
          const {rows} = await incidentList(database, {
            metric,
            selection: {where: [], from: period?.from ?? null, to: period?.to ?? null},
            text: record.number,
            pageSize: 1000,
          });
          expect([href, rows.map((each) => each.record_key)]).toEqual([
            href,
            expect.arrayContaining([record_key]),
          ]);
        }
    }
    expect(metricsSeen.size).toBeGreaterThan(30);
  });

  test('figures stand by what they are about', async () => {
    const [{record_key} = {record_key: ''}] = await database.query<{record_key: string}>(
      'select record_key from marts.fct_incident where is_resolved order by record_key limit 1',
    );
    const page = await resolve(incident, {incident: record_key});
    const families = tableOf(page, 'figures').table.rows.map((row) => row[1]?.text);
    expect(families[0]).toBe('Flow');
    const runs = families.filter((family, index) => family !== families[index - 1]);
    expect(new Set(runs).size).toBe(runs.length);
  });
});

test('the list of incidents puts the newest and the most first, words from A to Z, and turns round', async () => {
  const sortOf = async (sort: string | null) => {
    const {columns} = tableOf(await resolve(incidents, {sort}), 'list').table;
    return columns.map(({sortHref}) => new URLSearchParams(sortHref?.split('?')[1]).get('sort'));
  };
  expect(await sortOf(null)).toEqual([
    ...['number', 'priority', 'service', 'assignment_group', '-opened_at', '-resolved_at'],
    ...['-resolve_hours', 'is_sla_resolution_met'],
  ]);
  expect((await sortOf('-opened_at'))[4]).toBe('opened_at');
  expect((await sortOf('number'))[0]).toBe('-number');
});
