import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {openDemoSite, type DemoSite} from './demo-site.ts';
import {noBrowser} from './open-browser.ts';
import {pageFaults} from './page-faults.ts';

const paths = [
  '/operations',
  '/weekly',
  '/monthly',
  '/sla?if_priority=P3&if_within=2+business+days',
  '/incidents?metric=sla_resolution&priority=P2',
  '/problems',
  '/catalogue',
  '/quality',
  '/packs',
  '/import',
];
describe.skipIf(noBrowser)(`pages in a browser${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  let site: DemoSite;
  beforeAll(async () => {
    site = await openDemoSite();
  });
  afterAll(() => site.close());

  test.each(paths)('%s fits, complains of nothing, and can be read aloud', async (path) => {
    const tab = await site.open(path);
    expect(await pageFaults(tab)).toEqual([]);
    // Where one is shows on a phone too, whose navigation is wider than the screen.
    const here = tab.page.locator('.top nav [aria-current="page"]');
    const box = await here.boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
    // No figure without its n, at either width.
    expect(await tab.page.locator('.kpis td.n:not(:visible)').count()).toBe(0);
    await tab.close();
  });

  test('an incident’s page fits, complains of nothing, and can be read aloud', async () => {
    const tab = await site.open('/incidents?metric=reopened');
    await tab.page.click('main table.data tbody a[href^="/incidents/"]');
    await tab.page.waitForURL(/\/incidents\/.+/);
    expect(await pageFaults(tab)).toEqual([]);
    await tab.close();
  });

  test('a page is complete without script: drawings, tables, filters and periods', async () => {
    const tab = await site.open('/weekly', {javaScriptEnabled: false});
    const {page} = tab;
    const figures = await page.locator('[data-figure]').count();
    expect(figures).toBeGreaterThan(3);
    expect(await page.locator('[data-figure] .on-desk svg:visible').count()).toBe(figures);
    await page.click('details.filter:has(input[name="priority"]) summary');
    await page.check('input[name="priority"][value="P2"]');
    await page.click('details.filter[open] button');
    await page.waitForURL(/priority=P2/);
    expect(await page.textContent('details.filter:has(input[name="priority"]) summary')).toContain(
      'P2',
    );
    const week = await page.textContent('nav.period b');
    await page.click('nav.period a[rel="prev"]');
    await page.waitForURL(/period=/);
    expect(page.url()).toContain('priority=P2');
    expect(await page.textContent('nav.period b')).not.toBe(week);
    await tab.close();
  });

  test('pages follow a dark scheme', async () => {
    const tab = await site.open('/packs', {colorScheme: 'dark'});
    const [red = 255] = await tab.page.evaluate(() =>
      [...getComputedStyle(document.body).backgroundColor.matchAll(/\d+/g)].map(Number),
    );
    expect(red).toBeLessThan(60);
    await tab.close();
  });

  test('a printed page is whole and light: the columns of a desk, none of them cut off', async () => {
    const paper = {width: 703, height: 1000};
    const tab = await site.open('/weekly', {viewport: paper, colorScheme: 'dark'});
    await tab.page.emulateMedia({media: 'print'});
    expect(await tab.page.locator('main th.detail:visible').count()).toBeGreaterThan(5);
    const ends = await tab.page.$$eval('main table:not(details table)', (tables) =>
      tables.map((table) => table.getBoundingClientRect().right),
    );
    expect(Math.max(...ends)).toBeLessThanOrEqual(paper.width);
    expect(
      await tab.page.evaluate(() => getComputedStyle(document.querySelector('h1')!).color),
    ).toBe('rgb(27, 36, 48)');
    await tab.close();
  });
});
