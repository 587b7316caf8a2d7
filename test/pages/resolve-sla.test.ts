import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {incident} from '../../dashboards/incident.ts';
import {incidents} from '../../dashboards/incidents.ts';
import {sla} from '../../dashboards/sla.ts';
import {loadCatalogue, type Catalogue} from '../../src/metrics/catalogue.ts';
import {readClocks} from '../../src/metrics/incident-clocks.ts';
import {slaChoices, whatIfChoices} from '../../src/metrics/sla-set.ts';
import {clockPieces} from '../../src/pages/clock-pieces.ts';
import {renderPage} from '../../src/pages/html/render-page.tsx';
import type {Page} from '../../src/pages/page.ts';
import type {PageRequest} from '../../src/pages/page-context.ts';
import {resolvePage} from '../../src/pages/resolve.ts';
import type {Block, ResolvedPage} from '../../src/pages/resolved-page.ts';
import type {Cell} from '../../src/pages/resolved-table.ts';
import type {TableBlock} from '../../src/pages/table-block.ts';
import type {Database} from '../../src/warehouse/database.ts';
import {openPublished} from '../../src/warehouse/publish.ts';
import {demoWorkspace} from '../demo-workspace.ts';

let database: Database;
let catalogue: Catalogue;

beforeAll(async () => {
  database = await openPublished(await demoWorkspace());
  catalogue = await loadCatalogue(database);
});
afterAll(() => database?.close());

function resolve(page: Page, request: Partial<PageRequest> = {}): Promise<ResolvedPage> {
  return resolvePage(page, {period: null, where: [], ...request}, {session: database, catalogue});
}

function flat(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => (block.kind === 'columns' ? flat(block.blocks) : [block]));
}

function tableOf(page: ResolvedPage, id: string): TableBlock {
  const found = flat(page.blocks).find((block) => 'id' in block && block.id === id);
  if (found?.kind !== 'table') throw new Error(`no table ${id}`);
  return found;
}

/** How many incidents the list behind a link has, asked as the server would. */
async function listedCount(href: string): Promise<number> {
  const query = new URL(href, 'http://localhost').searchParams;
  const names = [...new Set(query.keys())];
  const filters = names.filter((name) => name !== 'period' && !slaChoices.includes(name));
  const page = await resolve(incidents, {
    period: query.get('period'),
    where: filters.map((dimension) => ({dimension, values: query.getAll(dimension)})),
    choices: Object.fromEntries([...query].filter(([name]) => slaChoices.includes(name))),
  });
  const [headline] = page.blocks;
  if (headline?.kind !== 'headline') throw new Error('a list starts with its headline');
  return Number(headline.text.split(' ')[0]?.replaceAll(',', ''));
}

async function expectLinksToCount(cells: readonly Cell[]): Promise<number> {
  const linked = cells.filter(({href}) => href?.startsWith('/incidents?'));
  for (const {href, value} of linked)
    expect({href, count: await listedCount(href ?? '')}).toEqual({href, count: value});
  return linked.length;
}

describe('the SLA page', () => {
  test('answers every question of its definition', async () => {
    const page = await resolve(sla);
    const ids = flat(page.blocks).map((block) => ('id' in block ? block.id : ''));
    for (const id of ['resolution', 'response', 'moment', 'at-risk', 'due', 'used-by-group'])
      expect(ids).toContain(id);
    for (const id of ['used-by-tier', 'used-by-shift', 'reasons', 'comparison', 'what-if'])
      expect(ids).toContain(id);
    expect(page.period?.id).toBe('2026-10');
    const headline = page.blocks.find((block) => block.kind === 'headline');
    expect(headline?.text).toMatch(/% of resolution targets were met in October 2026; .*\.$/);
  });

  test('renders without inline style, and links only to what there is', async () => {
    const page = await resolve(sla, {choices: {if_within: '2 business days', if_priority: 'P3'}});
    const html = renderPage(page);
    expect(html).not.toMatch(/<[^>]* style=/);
    expect(html).not.toMatch(/undefined|NaN|\[object/);
    const hrefs = [...JSON.stringify(page.blocks).matchAll(/"href":"([^"]*)"/g)];
    for (const [, href] of hrefs)
      expect(href).toMatch(/^(\/(incidents|sla|api\/(sla|metrics|incidents))(?=[/?#]|$)|#)/);
  });

  test('links every number to as many incidents as it counts', async () => {
    const page = await resolve(sla, {where: [{dimension: 'priority', values: ['P2', 'P3']}]});
    for (const id of ['resolution', 'at-risk', 'used-by-tier', 'used-by-shift']) {
      const {rows, footer} = tableOf(page, id).table;
      expect(await expectLinksToCount([...rows.flat(), ...(footer ?? [])]), id).toBeGreaterThan(2);
    }
    for (const id of ['reasons', 'comparison'])
      expect(await expectLinksToCount(tableOf(page, id).table.rows.flat()), id).toBeGreaterThan(2);
  });

  test('says the same of October as the key figures do', async () => {
    const {footer} = tableOf(await resolve(sla), 'resolution').table;
    const [figure] = await resolve(incidents, {metric: 'sla_resolution', period: '2026-10'}).then(
      ({blocks}) => blocks,
    );
    if (figure?.kind !== 'headline') throw new Error('no headline');
    expect(figure.text).toContain(`${footer?.[3]?.text} incidents`);
  });

  test('looks at any moment of the data, and keeps it in every link', async () => {
    const page = await resolve(sla, {choices: {at: '2026-10-14T12:00'}});
    const {rows} = tableOf(page, 'at-risk').table;
    expect(await expectLinksToCount(rows.flat())).toBeGreaterThan(0);
    expect(page.period?.previous).toContain('at=2026-10-14T12%3A00');
    expect(page.state).toEqual({at: '2026-10-14T12:00'});
    const form = flat(page.blocks).find((block) => block.kind === 'form');
    expect(form?.fields).toMatchObject([{name: 'at', value: '2026-10-14T12:00'}]);
    expect(form?.reset?.href).toBe('/sla?period=2026-10');
    await expect(resolve(sla, {choices: {at: '2030-01-01'}})).rejects.toThrow(/not known yet/);
  });
});

describe('what if, on the page', () => {
  const choices = {if_within: '2 business days', if_priority: 'P3'};

  test('is a form until something is asked', async () => {
    const blocks = flat((await resolve(sla)).blocks);
    const at = blocks.findIndex((block) => 'id' in block && block.id === 'what-if');
    expect(blocks[at]?.kind).toBe('form');
    expect(blocks.slice(at + 1)).toEqual([]);
  });

  test('its form offers every choice of the page’s address but the moment', async () => {
    const form = flat((await resolve(sla)).blocks).findLast((block) => block.kind === 'form');
    const names = form?.fields.map(({name}) => name) ?? [];
    expect(names.filter((name) => !sla.choices?.includes(name))).toEqual([]);
    expect([...(sla.choices ?? [])]).toEqual(['at', ...whatIfChoices]);
  });

  test('answers with shares before and after, flips and groups, each with its incidents', async () => {
    const page = await resolve(sla, {choices});
    const result = tableOf(page, 'what-if-result');
    expect(result.title).toMatch(/% would have met it, instead of \d/);
    expect(await expectLinksToCount(result.table.rows.flat())).toBe(1);
    const total = result.table.footer ?? [];
    expect(tableOf(page, 'what-if-flips').title).toBe(`${total[7]?.text} verdicts would flip`);
    expect(tableOf(page, 'what-if-groups').table.rows.length).toBeGreaterThan(1);
  });

  test('says when nothing would change', async () => {
    const page = await resolve(sla, {
      choices: {if_calendar: 'around the clock', if_priority: 'P1'},
    });
    expect(tableOf(page, 'what-if-result').title).toMatch(/verdicts would stay as they are/);
    expect(() => tableOf(page, 'what-if-flips')).toThrow();
  });
});

describe('the clock of an incident', () => {
  test('tells both readings of a changed priority, the breach and who used the time', async () => {
    const [row] = await database.query<{record_key: string}>(
      `select i.record_key from marts.fct_clock as c
       join marts.fct_incident as i on i.record_no = c.record_no
       where c.kind = 'resolution' and c.verdict = 'breached' and c.verdict_other = 'met'
         and not c.is_from_change limit 1`,
    );
    const page = await resolve(incident, {incident: row?.record_key ?? ''});
    const tape = flat(page.blocks).find((block) => block.kind === 'tape');
    expect(tape?.title).toMatch(/counted towards a resolution target of .*: missed on .*, by /);
    expect(tape?.lanes.map(({label}) => label)).toContain('Priority');
    const note = tape?.note.map(({text}) => text).join('') ?? '';
    expect(note).toMatch(/promised by “/);
    expect(note).toMatch(/counted from the opening, as promised, it is missed/);
    expect(note).toMatch(/counted from then it would be met/);
    expect(note).toMatch(/Its time was used by .*%/);
  });

  test('adds up: every part of its elapsed time is told', async () => {
    const [row] = await database.query<{record_key: string}>(
      `select i.record_key from marts.fct_clock as c
       join marts.fct_incident as i on i.record_no = c.record_no
       where c.kind = 'resolution' and c.paused_seconds > 3600 and c.outside_seconds > 3600 limit 1`,
    );
    const page = await resolve(incident, {incident: row?.record_key ?? ''});
    const tape = flat(page.blocks).find((block) => block.kind === 'tape');
    const note = tape?.note.map(({text}) => text).join('') ?? '';
    expect(note).toMatch(/elapsed: .* counted, .* while stopped and .* outside hours\./);
    for (const lane of tape?.lanes ?? [])
      for (const {from, to} of lane.spans) {
        expect(from).toBeLessThan(1);
        expect(to).toBeGreaterThanOrEqual(from);
        expect(to).toBeLessThanOrEqual(1);
      }
  });

  test('draws as counted exactly the time that counted', async () => {
    const rows = await database.query<{record_no: number}>(
      `select record_no from marts.fct_clock
       where kind = 'resolution' and outside_seconds > 3600 and stopped_at is not null
       order by md5(record_no::varchar) limit 40`,
    );
    expect(rows).toHaveLength(40);
    for (const {record_no} of rows)
      for (const clock of await readClocks(database, record_no)) {
        const counted = clock.spans
          .flatMap((span) => clockPieces(span, clock))
          .filter(({tone}) => tone === 'counted' || tone === 'breached')
          .reduce((sum, piece) => sum + piece.ended_at.getTime() - piece.started_at.getTime(), 0);
        expect(Math.abs(counted / 1000 - clock.used_seconds)).toBeLessThan(0.1);
      }
  });
});
