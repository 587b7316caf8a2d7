import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {Page} from 'playwright-core';
import {openDemoSite, type DemoSite, type Tab} from './demo-site.ts';
import {noBrowser} from './open-browser.ts';

describe.skipIf(noBrowser)(`what the script adds${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  let site: DemoSite;
  beforeAll(async () => {
    site = await openDemoSite();
  });
  afterAll(() => site.close());

  /** Opens a page and marks its window: a reload would lose the mark. */
  async function openMarked(path: string): Promise<Tab> {
    const tab = await site.open(path, {viewport: {width: 1440, height: 900}});
    await tab.page.evaluate(() => (document.documentElement.dataset.mark = 'kept'));
    return tab;
  }

  const isMarked = (page: Page) =>
    page.evaluate(() => document.documentElement.dataset.mark === 'kept');

  async function choose(page: Page, dimension: string, value: string): Promise<void> {
    await page.click(`details.filter:has(input[name="${dimension}"]) summary`);
    await page.check(`input[name="${dimension}"][value="${value}"]`);
    await page.click('details.filter[open] button');
    await page.waitForURL(new RegExp(`${dimension}=${value}`));
    await page.waitForSelector('main:not([aria-busy]):not(:has([data-pending]))');
  }

  test('a filter changes the page without a reload, and the back button undoes it', async () => {
    const {page, complaints, close} = await openMarked('/weekly');
    const before = await page.textContent('main h1');
    const figures = await page.locator('.drawn').count();
    await choose(page, 'priority', 'P2');
    expect(await isMarked(page)).toBe(true);
    expect(await page.textContent('main h1')).not.toBe(before);
    expect(await page.locator('.drawn').count()).toBeGreaterThan(figures / 2);
    // What came in place is what the address gives.
    const inPlace = await page.textContent('main h1');
    await page.goBack();
    await page.waitForSelector('main:not([aria-busy])');
    await expect.poll(() => page.textContent('main h1')).toBe(before);
    expect(await isMarked(page)).toBe(true);
    await page.goForward();
    await expect.poll(() => page.textContent('main h1')).toBe(inPlace);
    await page.reload();
    expect(await page.textContent('main h1')).toBe(inPlace);
    expect(complaints).toEqual([]);
    await close();
  });

  test('findings nobody asked for come by themselves, and leave an open menu as it is', async () => {
    const {page, complaints, close} = await site.open('/catalogue');
    let release: () => void = () => undefined;
    const isReleased = new Promise<void>((resolve) => (release = resolve));
    const menu = 'details.filter:has(input[name="priority"])';
    await page.route('**/weekly*', async (route) => {
      if (route.request().headers()['prefer'] === 'wait') await isReleased;
      await route.continue();
    });
    await page.goto('/weekly?period=2026-W20');
    expect(await page.textContent('#findings h2')).toBe(
      'Findings of this view are being looked for',
    );
    await page.click(`${menu} summary`);
    await page.check(`${menu} input[value="P2"]`);
    release();
    await page.waitForSelector('main:not(:has([data-pending]))');
    expect(await page.textContent('#findings h2')).toMatch(/finding/i);
    expect(await page.isChecked(`${menu}[open] input[value="P2"]`)).toBe(true);
    expect(complaints).toEqual([]);
    await close();
  });

  test('a page whose findings can’t be had stays as it is, and is not asked for again and again', async () => {
    const {page, close} = await site.open('/catalogue');
    let asked = 0;
    await page.route('**/weekly*', async (route) => {
      asked++;
      const isWhole = route.request().headers()['prefer'] === 'wait';
      await (isWhole ? route.fulfill({status: 500, body: 'no'}) : route.continue());
    });
    const failed = page.waitForResponse((response) => response.status() === 500);
    await page.goto('/weekly?period=2026-W19');
    await failed;
    await page.waitForTimeout(300);
    expect(asked).toBe(2);
    expect(await page.textContent('#findings')).toContain('Look again');
    await close();
  });

  test('periods are walked without a reload, and the focus stays on the step', async () => {
    const {page, close} = await openMarked('/weekly');
    const week = await page.textContent('nav.period b');
    await page.focus('nav.period a[rel="prev"]');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.textContent('nav.period b')).not.toBe(week);
    expect(await isMarked(page)).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('rel'))).toBe('prev');
    expect(await page.title()).toContain((await page.textContent('nav.period b')) ?? '?');
    await close();
  });

  test('a table is sorted by a click on a column, and says so', async () => {
    const {page, close} = await openMarked('/weekly');
    const column = await page.evaluate(() => {
      const tables = [...document.querySelectorAll<HTMLTableElement>('main table.data')];
      const table = tables.find(
        (each) => each.checkVisibility() && each.querySelector('th.number .sort'),
      );
      if (!table) throw new Error('no table to sort');
      table.id = 'sorted';
      return table.querySelector<HTMLTableCellElement>('th.number:has(.sort)')?.cellIndex ?? -1;
    });
    const head = page.locator(`#sorted thead th:nth-child(${column + 1})`);
    const raw = () =>
      page.$$eval(`#sorted tbody tr > :nth-child(${column + 1})`, (cells) =>
        cells.map((cell) => Number(cell.dataset.value ?? cell.textContent.replace(/[^\d.-]/g, ''))),
      );
    await head.locator('button').click();
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    const down = await raw();
    expect(down.length).toBeGreaterThan(2);
    expect(down).toEqual([...down].sort((a, b) => b - a));
    await head.locator('button').click();
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    expect(await raw()).toEqual([...down].sort((a, b) => a - b));
    expect(await page.locator('#sorted th[aria-sort]').count()).toBe(1);
    await close();
  });

  test('figures are drawn at their real width, again when the window changes', async () => {
    const {page, complaints, close} = await openMarked('/weekly');
    const widths = () =>
      page.$$eval('[data-figure]', (places) =>
        places.map((place) => [
          Math.floor(place.clientWidth),
          Number(place.querySelector('.drawn svg')?.getAttribute('width')),
        ]),
      );
    for (const width of [1440, 700, 390]) {
      await page.setViewportSize({width, height: 900});
      await expect
        .poll(async () => (await widths()).every(([place, drawn]) => place === drawn))
        .toBe(true);
    }
    expect(await page.locator('[data-figure] svg').count()).toBe(
      await page.locator('[data-figure]').count(),
    );
    expect(complaints).toEqual([]);
    await close();
  });

  test('a pointer and the arrow keys show the same tooltip', async () => {
    const {page, complaints, close} = await openMarked('/weekly');
    const svg = page.locator('[data-figure="flow"] .drawn svg');
    const tip = () =>
      svg.evaluate((element) =>
        [...element.querySelectorAll('[aria-label="tip"] tspan')]
          .map((line) => line.textContent)
          .join(' '),
      );
    await svg.focus();
    for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowRight');
    const byKey = await tip();
    expect(byKey).toMatch(/\d/);
    expect(await page.textContent('[data-figure="flow"] [aria-live]')).toMatch(/\d/);
    await page.keyboard.press('ArrowRight');
    expect(await tip()).not.toBe(byKey);
    await page.keyboard.press('Escape');
    await expect.poll(tip).toBe('');
    await svg.hover({position: {x: 200, y: 80}});
    await expect.poll(tip).toMatch(/\d/);
    expect(complaints).toEqual([]);
    await close();
  });

  test('from a number to the incidents it counts: as many as its n', async () => {
    const {page, close} = await openMarked('/weekly');
    const row = page.locator('table.kpis tbody tr', {hasText: 'Time to resolve, median'});
    const n = Number((await row.locator('td.n').textContent())?.replaceAll(',', ''));
    expect(n).toBeGreaterThan(50);
    await row.locator('td.value a').click();
    await page.waitForURL(/\/incidents\?/);
    const heading = await page.textContent('main h1');
    expect(Number(/[\d,]+/.exec(heading ?? '')?.[0].replaceAll(',', ''))).toBe(n);
    await close();
  });

  test('a menu closes on Escape and gives the focus back', async () => {
    const {page, close} = await openMarked('/weekly');
    await page.click('details.filter summary');
    expect(await page.locator('details.filter[open]').count()).toBe(1);
    await page.keyboard.press('Escape');
    expect(await page.locator('details.filter[open]').count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('summary');
    await close();
  });

  test('a figure is copied as its address, its numbers and a picture', async () => {
    const {page, complaints, close} = await openMarked('/weekly?priority=P2');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.bringToFront();
    const figure = page.locator('figure#flow');
    await figure.locator('.copy summary').click();
    const copy = async (label: string) => {
      await figure.locator('.copy button', {hasText: label}).click();
      await expect.poll(() => figure.locator('.copy [role="status"]').textContent()).not.toBe('');
      return page.evaluate(async () => {
        const [item] = await navigator.clipboard.read();
        const types = [...(item?.types ?? [])];
        const text = types.includes('text/plain') ? await navigator.clipboard.readText() : '';
        return {types, text};
      });
    };
    expect((await copy('Link')).text).toMatch(/\/weekly\?priority=P2#flow$/);
    const {types, text} = await copy('Table');
    expect(types).toContain('text/html');
    expect(text.split('\n')[1]).toMatch(/\t\d+\t/);
    await figure.locator('.copy button', {hasText: 'Image'}).click();
    await expect
      .poll(() => page.evaluate(async () => (await navigator.clipboard.read())[0]?.types))
      .toContain('image/png');
    expect(complaints).toEqual([]);
    await close();
  });

  test('a page that follows the data is fetched again when there is a newer build', async () => {
    const {page, complaints, close} = await openMarked('/operations');
    let asked = 0;
    await page.route('**/operations', async (route) => {
      if (route.request().method() !== 'HEAD') return route.continue();
      asked += 1;
      await route.fulfill({status: 200, headers: {etag: `"build ${asked}"`}});
    });
    const look = () => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.evaluate(() => (document.querySelector('main h1')!.textContent = 'an old heading'));
    await look();
    await expect.poll(() => page.textContent('main h1')).not.toBe('an old heading');
    expect(await isMarked(page)).toBe(true);
    expect(complaints).toEqual([]);
    await close();
  });

  test('keys walk periods, lead to pages and explain themselves', async () => {
    const {page, complaints, close} = await openMarked('/weekly');
    const week = await page.textContent('nav.period b');
    await page.keyboard.press('[');
    await expect.poll(() => page.textContent('nav.period b')).not.toBe(week);
    expect(await isMarked(page)).toBe(true);
    await page.keyboard.press('?');
    expect(await page.textContent('dialog.keys')).toContain('the period before');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('dialog').count()).toBe(0);
    await page.keyboard.press('g');
    await page.keyboard.press('i');
    await page.waitForURL(/\/incidents$/);
    await page.waitForLoadState('networkidle');
    await page.keyboard.press('/');
    await page.keyboard.type('gio?');
    expect(await page.inputValue('input[type="search"]')).toBe('gio?');
    expect(complaints).toEqual([]);
    await close();
  });
});
