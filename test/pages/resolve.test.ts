import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {catalogue as cataloguePage} from '../../dashboards/catalogue.ts';
import {incident} from '../../dashboards/incident.ts';
import {incidents} from '../../dashboards/incidents.ts';
import {monthly} from '../../dashboards/monthly.ts';
import {quality} from '../../dashboards/quality.ts';
import {weekly} from '../../dashboards/weekly.ts';
import {loadCatalogue, type Catalogue} from '../../src/metrics/catalogue.ts';
import {renderPage} from '../../src/pages/html/render-page.tsx';
import type {Page} from '../../src/pages/page.ts';
import type {PageRequest} from '../../src/pages/page-context.ts';
import {resolvePage} from '../../src/pages/resolve.ts';
import type {KpiBlock} from '../../src/pages/kpi-block.ts';
import type {Block, ResolvedPage} from '../../src/pages/resolved-page.ts';
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

/** What the server makes of an address of the incident list. */
function requestOf(href: string): PageRequest {
  const query = new URL(href, 'http://localhost').searchParams;
  const own = ['metric', 'period', 'sort', 'page', 'text'];
  const names = [...new Set(query.keys())].filter((name) => !own.includes(name));
  return {
    period: query.get('period'),
    metric: query.get('metric'),
    where: names.map((dimension) => ({dimension, values: query.getAll(dimension)})),
  };
}

async function listedCount(href: string): Promise<number> {
  const page = await resolve(incidents, requestOf(href));
  const [headline] = page.blocks;
  if (headline?.kind !== 'headline') throw new Error('an incident list starts with its headline');
  return Number(headline.text.split(' ')[0]?.replaceAll(',', ''));
}

function flat(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => (block.kind === 'columns' ? flat(block.blocks) : [block]));
}

function hrefsOf(page: ResolvedPage): string[] {
  return [...JSON.stringify(page.blocks).matchAll(/"(?:href|definitionHref)":"([^"]*)"/g)].map(
    ([, href]) => href ?? '',
  );
}

describe('the weekly page', () => {
  test('is about the last complete week of the data’s own clock', async () => {
    const page = await resolve(weekly);
    expect(page.period).toMatchObject({id: '2026-W44', isComplete: true});
    expect(page.period?.next).toBe('/weekly?period=2026-W45');
  });

  test('says plainly that nothing happened, and asks for no decision on it', async () => {
    const where = [
      {dimension: 'priority', values: ['P1']},
      {dimension: 'category', values: ['none of this name']},
    ];
    const blocks = flat((await resolve(weekly, {where})).blocks);
    const headline = blocks.find((block) => block.kind === 'headline');
    expect(headline?.text).toBe('No incident was opened, resolved or reopened this week.');
    const decisions = blocks.find((block) => block.kind === 'list' && block.tone === 'decide');
    expect(JSON.stringify(decisions)).not.toContain('keep it');
  });

  test('says why a figure stands out that its usual range holds', async () => {
    const [headline] = (await resolve(weekly)).blocks;
    if (headline?.kind !== 'headline') throw new Error('it starts with its headline');
    const said = headline.lede.map(({text}) => text).join('');
    expect(said).toMatch(/backlog is 71, usually 31.–.71, and has stayed above its average for/);
    expect(said).toMatch(/resolution is 19\.0.%, usually 21\.7.–.30\.9 \(/);
  });

  test('has every block of its definition', async () => {
    const ids = flat((await resolve(weekly)).blocks).map((block) =>
      'id' in block ? block.id : '',
    );
    for (const id of ['kpis', 'signal', 'sla-resolution', 'sla-response', 'flow', 'footing'])
      expect(ids).toContain(id);
    for (const id of ['resolve-times', 'resolve-distribution', 'came-back', 'stuck', 'ageing'])
      expect(ids).toContain(id);
    for (const id of ['arrivals', 'decide', 'left-out', 'notes']) expect(ids).toContain(id);
  });

  test('links every key figure to as many incidents as it counts', async () => {
    const page = await resolve(weekly);
    const rows = page.blocks.find((block): block is KpiBlock => block.kind === 'kpis')?.rows ?? [];
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) {
      const label = `${row.label}: ${row.href}`;
      expect({label, n: await listedCount(row.href)}).toEqual({label, n: row.n});
    }
  });

  test('adds the page’s filters to every number and every link', async () => {
    const where = [{dimension: 'priority', values: ['P3']}];
    const page = await resolve(weekly, {where});
    const rows = page.blocks.find((block): block is KpiBlock => block.kind === 'kpis')?.rows ?? [];
    expect(rows.map(({label}) => label)).not.toContain('SLA met, resolution · P1');
    for (const row of rows) expect(row.href).toContain('priority=P3');
    expect(await listedCount(rows[0]!.href)).toBe(rows[0]!.n);
    expect(page.period?.previous).toBe('/weekly?period=2026-W43&priority=P3');
  });

  test('foots: what the table adds up is what the key figures say', async () => {
    const blocks = flat((await resolve(weekly)).blocks);
    const footing = blocks.find(
      (block): block is TableBlock => 'id' in block && block.id === 'footing',
    );
    const [, start, opened, reopened, resolved, undone, cancelled, end, residual] =
      footing?.table.footer?.map(({value}) => value ?? 0) ?? [];
    expect(start! + opened! + reopened! - resolved! - undone! - cancelled! + residual!).toBe(end);
    // What a cell links to is as long as the cell says, also where resolutions were undone.
    expect(undone).toBeGreaterThan(0);
    expect(await listedCount(footing?.table.footer?.[4]?.href ?? '')).toBe(resolved);
    const flow = blocks.find((block) => 'id' in block && block.id === 'flow');
    const rows = flow?.kind === 'figure' && flow.data.chart === 'flow' ? flow.data.rows : [];
    expect(rows.at(-1)).toMatchObject({opened, resolved, backlog: end});
    for (const row of footing?.table.rows ?? []) expect(row.at(-1)?.value).toBe(0);
  });

  test('names the same whole in a title as in the key figures', async () => {
    const page = await resolve(weekly);
    const titles = flat(page.blocks).flatMap((block) => ('title' in block ? block.title : []));
    const wholes = titles.flatMap((title) => /against (\S+\s?%) overall/.exec(title)?.[1] ?? []);
    expect(wholes.length).toBeGreaterThan(0);
    const kpis = flat(page.blocks).flatMap((block) => (block.kind === 'kpis' ? block.rows : []));
    const known = kpis.map(({valueText}) => valueText);
    expect(wholes.filter((whole) => !known.includes(whole))).toEqual([]);
  });

  test('proposes at most five decisions, each a sentence', async () => {
    const list = flat((await resolve(weekly)).blocks).find((block) => block.kind === 'list');
    expect(list?.items.length).toBeLessThanOrEqual(5);
    for (const {lead} of list?.items ?? []) expect(lead).toMatch(/^[A-Z].*\.$/);
  });

  test('gives no verdict on a week that is still running', async () => {
    const page = await resolve(weekly, {period: '2026-W45'});
    expect(page.period).toMatchObject({isComplete: false, next: null});
    const rows = page.blocks.find((block): block is KpiBlock => block.kind === 'kpis')?.rows ?? [];
    for (const {signal} of rows) expect(['none', 'too few']).toContain(signal);
  });

  test('says of a week that the data do not reach where they do, and nothing else', async () => {
    const {blocks} = await resolve(weekly, {period: '2020-W05'});
    expect(blocks.map(({kind}) => kind)).toEqual(['headline', 'list']);
    expect(blocks[0]).toMatchObject({
      text: expect.stringContaining('lies before the data'),
      lede: [],
    });
  });

  test('tells what was found once: of the findings one decision, which leads to them', async () => {
    const {blocks} = await resolve(weekly);
    const findings = blocks.find((block) => block.kind === 'findings');
    const decisions = blocks.find((block) => block.kind === 'list' && block.tone === 'decide');
    if (findings?.kind !== 'findings' || decisions?.kind !== 'list') throw new Error('not shown');
    const anchors = decisions.items.map(({text}) =>
      text.filter(({href}) => href?.startsWith('#finding-')).map(({href}) => href?.slice(1)),
    );
    expect(anchors.filter((each) => each.length > 0)).toHaveLength(1);
    expect(findings.items.map(({id}) => id)).toEqual(expect.arrayContaining(anchors.flat()));
    const leads = decisions.items.map(({lead}) => lead);
    for (const {suggestion} of findings.items) expect(leads).not.toContain(suggestion);
  });

  test('refuses a period of another length and a filter it does not have', async () => {
    await expect(resolve(weekly, {period: '2026-10'})).rejects.toThrow('"2026-10" is no week.');
    const where = [{dimension: 'requester', values: ['me']}];
    await expect(resolve(weekly, {where})).rejects.toThrow(/can't be filtered by "requester"/);
  });
});

describe('every page', () => {
  const pages: [string, Page, Partial<PageRequest>][] = [
    ['weekly', weekly, {}],
    ['monthly', monthly, {}],
    ['catalogue', cataloguePage, {}],
    ['quality', quality, {}],
    ['incidents', incidents, {metric: 'resolved', period: '2026-W44'}],
  ];

  test.each(pages)(
    '%s renders without inline style and links only to pages there are',
    async (_, page, request) => {
      const resolved = await resolve(page, request);
      const html = renderPage(resolved);
      expect(html).not.toMatch(/<[^>]* style=/);
      expect(html).not.toMatch(/undefined|NaN|\[object/);
      const known =
        /^(\/(incidents|weekly|monthly|problems|catalogue|quality|improvement|api\/(metrics|incidents|imports|problems|footing|reconciliation|rejected|sla|findings))(?=[/?#]|$)|#)/;
      for (const href of hrefsOf(resolved)) expect(href).toMatch(known);
      for (const href of hrefsOf(resolved).filter((each) => each.startsWith('/catalogue/')))
        expect(catalogue.metrics.map(({id}) => id)).toContain(href.split('/')[2]);
    },
  );

  test('an incident’s page tells its clock and the figures that count it', async () => {
    const list = await resolve(incidents, {metric: 'resolved', period: '2026-W44'});
    const table = list.blocks.find((block): block is TableBlock => block.kind === 'table');
    const key = decodeURIComponent(table?.table.rows[0]?.[0]?.href?.split('/').pop() ?? '');
    const page = await resolve(incident, {incident: key});
    const blocks = flat(page.blocks);
    expect(blocks.map(({kind}) => kind)).toEqual(['facts', 'tape', 'table', 'table']);
    const figures = blocks.at(-1) as TableBlock;
    expect(figures.table.rows.map(([metric]) => metric?.href)).toContain('/catalogue/resolved');
    for (const block of blocks)
      if (block.kind === 'tape')
        for (const {spans} of block.lanes)
          for (const {from, to} of spans) {
            expect(from).toBeGreaterThanOrEqual(0);
            expect(to).toBeLessThanOrEqual(1.000001);
          }
  });

  test('an unknown incident is a 404 with a remedy', async () => {
    await expect(resolve(incident, {incident: 'nowhere:1'})).rejects.toMatchObject({status: 404});
  });
});
