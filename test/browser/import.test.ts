import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Browser, Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {Listening} from '../../src/server/listen.ts';
import {serve} from '../../src/server/serve.ts';
import {dutchExport} from '../server/dutch-export.ts';
import {temporaryWorkspace} from '../server/small-workspace.ts';
import {accessibilityFaults} from './accessibility-faults.ts';
import {bundledScript, listeningTab} from './demo-site.ts';
import {noBrowser, openBrowser} from './open-browser.ts';

describe.skipIf(noBrowser)(`the Import page${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  const {workspace, remove} = temporaryWorkspace();
  const file = join(workspace.directory, 'meldingen.csv');
  let browser: Browser;
  let server: Listening;

  beforeAll(async () => {
    writeFileSync(file, dutchExport({rows: 300}));
    const [scriptFile, opened] = await Promise.all([bundledScript(), openBrowser()]);
    browser = opened;
    const options = {port: 0, host: '127.0.0.1', logLevel: 'error' as const};
    server = await serve(workspace, {...options, scriptFile, now: () => new Date()});
  });
  afterAll(async () => {
    await browser.close();
    await server.stop({patience: 500});
    remove();
  });

  const list = (page: Page, label: string) => page.locator(`select[aria-label="${label}"]`);

  test('takes an unknown export from its first rows to figures', async () => {
    const context = await browser.newContext({baseURL: server.address});
    const {page, complaints} = await listeningTab(context);
    await page.goto('/import');
    await page.setInputFiles('input[type="file"]', file);
    // Before anything is sent: the beginning of the file, read here.
    const rows = page.locator('.first-rows tbody tr');
    await expect.poll(() => rows.count()).toBe(5);
    expect(await page.textContent('.chosen')).toContain('300 rows of 8 columns');
    expect(await accessibilityFaults(page)).toEqual([]);

    await page.click('text=Look into it');
    await page.waitForURL(/\/import\/[\w-]{22}$/);
    expect(await page.textContent('h1')).toContain('No connector knows meldingen.csv');
    expect(await accessibilityFaults(page)).toEqual([]);
    await list(page, 'What Geparkeerd means').selectOption('on_hold');
    await page.click('summary:has-text("without a column")');
    await page.locator('select[name="t0.field.priority"]').selectOption({label: 'Urgentie'});
    await page.click('text=Apply and look again');
    await list(page, 'What Kritiek means').waitFor();
    expect(await list(page, 'What Kritiek means').inputValue()).toBe('P1');
    expect(await list(page, 'What Geparkeerd means').inputValue()).toBe('on_hold');

    await page.locator('select[name="zone"]').selectOption('Europe/Amsterdam');
    await page.click('button:text-is("Import")');
    await page.waitForURL(/\/import\/jobs\//);
    await page.waitForSelector('#rows');
    expect(await page.textContent('h1')).toBe('meldingen.csv is imported, every row of it');
    expect(await page.textContent('#rows h2')).toBe('All 300 rows are accounted for');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.click('main >> text=the weekly review');
    await page.waitForSelector('table.kpis');
    expect(await page.textContent('table.kpis')).toMatch(/\d/);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('does the same without script', async () => {
    const context = await browser.newContext({
      baseURL: server.address,
      javaScriptEnabled: false,
    });
    const page = await context.newPage();
    await page.goto('/import');
    await page.setInputFiles('input[type="file"]', file);
    await page.click('text=Look into it');
    await page.waitForURL(/\/import\/[\w-]{22}$/);
    // What was corrected before holds for the next export.
    expect(await page.textContent('main')).toContain('Read with the connector meldingen');
    await page.selectOption('select[name="zone"]', 'Europe/Amsterdam');
    await page.fill('input[name="source"]', 'tweede');
    await page.click('button:text-is("Import")');
    await page.waitForURL(/\/import\/jobs\//);
    await page.waitForSelector('#rows', {timeout: 50_000});
    expect(await page.textContent('#rows tbody')).toContain('tweede');
    await page.goto('/import');
    expect(await page.textContent('#imports h2')).toBe('All 600 imported rows are accounted for');
    await context.close();
  });
});
