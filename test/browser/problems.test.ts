import {cpSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {workspaceAt} from '../../src/config/workspace.ts';
import {readDecisions} from '../../src/register/candidate-decisions.ts';
import {demoWorkspace} from '../demo-workspace.ts';
import {accessibilityFaults} from './accessibility-faults.ts';
import {openSite, type DemoSite} from './demo-site.ts';
import {noBrowser} from './open-browser.ts';

describe.skipIf(noBrowser)(
  `problem candidates in a browser${noBrowser ? ` (${noBrowser})` : ''}`,
  () => {
    const workspace = workspaceAt(mkdtempSync(join(tmpdir(), 'meantime-problems-')));
    let site: DemoSite;

    beforeAll(async () => {
      // Decisions are written down: not in the workspace that all tests share.
      const shared = await demoWorkspace();
      cpSync(shared.directory, workspace.directory, {recursive: true});
      site = await openSite(workspace);
    });

    afterAll(async () => {
      await site.close();
      rmSync(workspace.directory, {recursive: true, force: true});
    });

    const title = (page: Page) => page.textContent('#decision h2');

    test('a candidate is watched, accepted and fixed by plain forms, without script', async () => {
      const {page, complaints, close} = await site.open('/problems', {javaScriptEnabled: false});
      await page.click('table.review tbody th a');
      const name = page.url().split('/').at(-1) ?? '';
      expect(await title(page)).toBe('Nobody has decided yet');
      const decide = async (task: string, fields: Record<string, string>) => {
        await page.click(`details[data-task="${task}"] summary`);
        for (const [field, value] of Object.entries({by: 'Ann', ...fields}))
          await page.fill(`details[data-task="${task}"] input[name="${field}"]`, value);
        await page.click(`details[data-task="${task}"] button`);
        await page.waitForURL(/#decision$/);
      };
      await decide('watching', {reason: 'wait for the release'});
      expect(await title(page)).toBe('Being watched');
      expect(await page.textContent('.decision-state')).toContain('wait for the release');
      await decide('accepted', {problemId: 'PRB0049999'});
      expect(await title(page)).toBe('Accepted as PRB0049999');
      await decide('fixed', {fixedOn: '2026-09-15'});
      expect(await title(page)).toBe('Said to be fixed on 15 Sep 2026');
      expect(await page.textContent('.decision-state')).toMatch(/Known as PRB0049999.*Verdict: /);
      expect(await readDecisions(workspace)).toMatchObject([
        {status: 'fixed', version: 3, problemId: 'PRB0049999', fixedOn: '2026-09-15', by: 'Ann'},
      ]);
      await page.goto('/problems?status=fixed');
      expect(await page.textContent('table.review tbody')).toContain(name);
      expect(await page.textContent('#fixed')).toMatch(/effect seen|not yet|got worse|cannot tell/);
      expect(complaints).toEqual([]);
      await close();
    });

    test('somebody else’s later decision is not overwritten', async () => {
      const {page, close} = await site.open('/problems?status=new');
      await page.click('table.review tbody th a');
      const address = page.url();
      const other = await site.open(new URL(address).pathname);
      for (const each of [other.page, page]) {
        await each.keyboard.press('w');
        await each.fill('details[data-task="watching"] input[name="by"]', 'Bo');
        await each.keyboard.press('Enter');
        await each.waitForLoadState('networkidle');
      }
      expect(await title(other.page)).toBe('Being watched');
      expect(await page.textContent('h1')).toMatch(/has changed since you looked/);
      await other.close();
      await close();
    });

    test('a review goes by keyboard: walk, open, decide, on to the next undecided', async () => {
      const {page, complaints, close} = await site.open('/problems?status=undecided');
      const focused = () => page.evaluate(() => document.activeElement?.getAttribute('href'));
      await page.keyboard.press('j');
      const first = await focused();
      await page.keyboard.press('j');
      const second = await focused();
      expect(first).toMatch(/^\/problems\/PC-\d+$/);
      expect(second).not.toBe(first);
      await page.keyboard.press('k');
      expect(await focused()).toBe(first);
      await page.keyboard.press('d');
      await page.waitForURL(/#decide-dismissed$/);
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.getAttribute('name')))
        .toBe('by');
      await page.keyboard.type('Ann');
      await page.keyboard.press('Tab');
      await page.keyboard.type('no fault, jj');
      await page.keyboard.press('Enter');
      await page.waitForURL(/#decision$/);
      expect(await title(page)).toBe('Dismissed');
      await page.keyboard.press('n');
      await page.waitForURL((url) => url.pathname !== first);
      expect(new URL(page.url()).pathname).toBe(second);
      // The name is known now: the form needs nothing but Enter.
      await page.keyboard.press('w');
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.textContent))
        .toBe('Watch it');
      await page.keyboard.press('Enter');
      await page.waitForURL(/#decision$/);
      expect(await title(page)).toBe('Being watched');
      await page.keyboard.press('u');
      await page.waitForURL(/\/problems$/);
      expect(complaints).toEqual([]);
      await close();
    });

    test('keys explain themselves, and are letters where somebody types', async () => {
      const {page, close} = await site.open('/problems');
      await page.keyboard.press('?');
      expect(await page.textContent('dialog.keys')).toContain('the next undecided one');
      await page.keyboard.press('Escape');
      await expect.poll(() => page.locator('dialog').count()).toBe(0);
      await page.fill('input[name="text"]', '');
      await page.focus('input[name="text"]');
      await page.keyboard.type('jkn?');
      expect(await page.inputValue('input[name="text"]')).toBe('jkn?');
      expect(await page.locator('dialog').count()).toBe(0);
      await close();
    });

    test('chosen wordings are split off, to become a candidate of the next build', async () => {
      const {page, close} = await site.open('/problems');
      const links = await page.$$eval('table.review tbody th a', (all) =>
        all.map((link) => link.getAttribute('href') ?? ''),
      );
      for (const link of links) {
        await page.goto(link);
        if ((await page.locator('input[name="wordings"]').count()) > 2) break;
      }
      await page.check('input[name="wordings"] >> nth=1');
      await page.locator('h1').click();
      await page.keyboard.press('s');
      const fold = page.locator('details[data-task="split"]');
      await fold.locator('input[name="by"]').fill('Ann');
      await fold.locator('button').click();
      await page.waitForURL(/#wordings$/);
      expect(await page.textContent('#wordings')).toMatch(/Becomes PC-\d+ with the next build/);
      await close();
    });

    test.each([1440, 390])(
      'a candidate’s page fits %i pixels and can be read aloud',
      async (width) => {
        const {page, complaints, close} = await site.open('/problems', {
          viewport: {width, height: 900},
        });
        await page.click('table.review tbody tr:nth-child(3) th a');
        await page.waitForLoadState('networkidle');
        expect(await accessibilityFaults(page)).toEqual([]);
        for (const summary of await page.locator('details.decide-by > summary').all()) {
          await summary.click();
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
          expect(await accessibilityFaults(page, 'details.decide-by[open]')).toEqual([]);
        }
        expect(complaints).toEqual([]);
        await close();
      },
    );
  },
);
