import {afterAll, beforeAll, expect, test} from 'vitest';
import {monthly} from '../../dashboards/monthly.ts';
import {weekly} from '../../dashboards/weekly.ts';
import {loadCatalogue, type Catalogue} from '../../src/metrics/catalogue.ts';
import {freezePack} from '../../src/packs/freeze-pack.ts';
import {ownDefinitions} from '../../src/packs/pack-definition.ts';
import {typesetContent} from '../../src/packs/typeset-content.ts';
import {renderPage} from '../../src/pages/html/render-page.tsx';
import type {Page} from '../../src/pages/page.ts';
import {provisionalLegend} from '../../src/pages/provisional.ts';
import {targetOf} from '../../src/pages/read-kpi.ts';
import {resolvePage} from '../../src/pages/resolve.ts';
import type {Block, ResolvedPage} from '../../src/pages/resolved-page.ts';
import type {Database} from '../../src/warehouse/database.ts';
import {openPublished} from '../../src/warehouse/publish.ts';
import {demoBuiltAt, demoWorkspace} from '../demo-workspace.ts';

let database: Database;
let catalogue: Catalogue;
beforeAll(async () => {
  database = await openPublished(await demoWorkspace());
  catalogue = await loadCatalogue(database);
});
afterAll(() => database.close());

function resolve(page: Page, period: string): Promise<ResolvedPage> {
  return resolvePage(page, {period, where: []}, {session: database, catalogue});
}

function flat(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => (block.kind === 'columns' ? flat(block.blocks) : [block]));
}

function kpisOf(page: ResolvedPage) {
  const block = flat(page.blocks).find((each) => each.kind === 'kpis');
  if (!block) throw new Error('no key figures');
  return block;
}

// The demo ends on Sunday of week 44; first level is final seven days after a week.
test('a figure that can still move says so in a word, and what the word means', async () => {
  const {rows, note} = kpisOf(await resolve(weekly, '2026-W44'));
  const word = new Map(rows.map(({metric, detailText}) => [metric, detailText]));
  expect(word.get('flr')).toBe('provisional');
  expect(word.get('mttr')).toBe('');
  expect(note).toContain(provisionalLegend());
});

test('an old figure does not, and then nothing is explained', async () => {
  const {rows, note} = kpisOf(await resolve(weekly, '2026-W40'));
  expect(rows.map(({detailText}) => detailText).join('')).toBe('');
  expect(note).not.toContain('rovisional');
});

test('the word is text on the page and in the pack, not only a colour', async () => {
  const page = await resolve(weekly, '2026-W44');
  expect(renderPage(page)).toContain('<small>provisional</small>');
  const pack = await freezePack({session: database, catalogue}, ownDefinitions[0]!, {
    period: '2026-W44',
    now: () => demoBuiltAt,
  });
  const first = {...pack, version: 1, restated: [], restatedBecause: ''};
  expect(JSON.stringify(typesetContent(first))).toContain('"detail":"provisional"');
});

test('trends mark each period that can still move', async () => {
  const page = await resolve(monthly, '2026-10');
  const trend = flat(page.blocks).find(
    (block) => block.kind === 'figure' && block.definitions[0]?.id === 'flr',
  );
  if (trend?.kind !== 'figure') throw new Error('no trend of first level');
  const words = trend.table.rows.map((cells) => cells[1]?.detail);
  expect([words[0], words.slice(1).filter((word) => word !== undefined)]).toEqual([
    'provisional',
    [],
  ]);
  expect(trend.note.map(({text}) => text).join('')).toContain(provisionalLegend());
  expect(trend.title).toContain('provisional');
});

test('a goal on a page is the one of its service, priority and last day', () => {
  const all = {metric: 'mttr', priority: null, service: null, from: null, until: null};
  const targets = [
    {...all, goal: 8, direction: 'at most' as const},
    {...all, service: 'Mail', from: '2026-07-01', goal: 4, direction: 'at most' as const},
  ];
  const goal = (services: string[], to: string) => {
    const where = [{dimension: 'service', values: services}];
    return targetOf(targets, 'mttr', {where, period: {to}})?.goal;
  };
  expect(goal(['Mail'], '2026-08-01')).toBe(4);
  expect(goal(['Mail'], '2026-07-01')).toBe(8);
  expect(goal(['Mail', 'Print'], '2026-08-01')).toBe(8);
});
