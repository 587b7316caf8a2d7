import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {accessibilityFaults} from './accessibility-faults.ts';
import {openDemoSite, type DemoSite} from './demo-site.ts';
import {noBrowser} from './open-browser.ts';

const paths = [
  '/operations',
  '/weekly',
  '/monthly',
  '/sla?if_priority=P3&if_within=2+business+days',
  '/incidents',
  '/incidents?metric=sla_resolution&priority=P2',
  '/problems',
  '/catalogue',
  '/quality',
  '/packs',
  '/import',
];
const sizes = [
  ['desk', {width: 1440, height: 900}],
  ['phone', {width: 390, height: 844}],
] as const;

describe.skipIf(noBrowser)(`pages in a browser${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  let site: DemoSite;
  beforeAll(async () => {
    site = await openDemoSite();
  });
  afterAll(() => site.close());

  describe.each(sizes)('on a %s', (_name, viewport) => {
    test.each(paths)('%s fits, complains of nothing, and can be read aloud', async (path) => {
      const tab = await site.open(path, {viewport});
      expect(tab.complaints).toEqual([]);
      expect(await tab.page.evaluate(() => document.documentElement.scrollWidth)).toBe(
        viewport.width,
      );
      expect(await accessibilityFaults(tab.page)).toEqual([]);
      await tab.close();
    });

    test('an incident’s page fits, complains of nothing, and can be read aloud', async () => {
      const tab = await site.open('/incidents?metric=reopened', {viewport});
      await tab.page.click('main table.data tbody a[href^="/incidents/"]');
      await tab.page.waitForLoadState('networkidle');
      expect(new URL(tab.page.url()).pathname).toMatch(/^\/incidents\/.+/);
      expect(tab.complaints).toEqual([]);
      expect(await tab.page.evaluate(() => document.documentElement.scrollWidth)).toBe(
        viewport.width,
      );
      expect(await accessibilityFaults(tab.page)).toEqual([]);
      await tab.close();
    });
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
    const tab = await site.open('/weekly', {colorScheme: 'dark'});
    const [red = 255] = await tab.page.evaluate(() =>
      [...getComputedStyle(document.body).backgroundColor.matchAll(/\d+/g)].map(Number),
    );
    expect(red).toBeLessThan(60);
    expect(await accessibilityFaults(tab.page)).toEqual([]);
    expect(tab.complaints).toEqual([]);
    await tab.close();
  });
});
