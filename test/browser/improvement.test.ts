import {cpSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {registerDemoActions} from '../../src/cli/demo-actions.ts';
import {workspaceAt} from '../../src/config/workspace.ts';
import {readActions} from '../../src/register/actions.ts';
import {demoBuiltAt, demoWorkspace} from '../demo-workspace.ts';
import {ownDefinitions} from '../../src/packs/pack-definition.ts';
import {writePack} from '../../src/packs/write-pack.ts';
import {openSite, type DemoSite} from './demo-site.ts';
import {noBrowser} from './open-browser.ts';
import {pageFaults} from './page-faults.ts';

describe.skipIf(noBrowser)(
  `the improvement register in a browser${noBrowser ? ` (${noBrowser})` : ''}`,
  () => {
    const workspace = workspaceAt(mkdtempSync(join(tmpdir(), 'meantime-improvement-')));
    let site: DemoSite;

    beforeAll(async () => {
      cpSync((await demoWorkspace()).directory, workspace.directory, {recursive: true});
      await registerDemoActions(workspace, {now: () => demoBuiltAt});
      await writePack(workspace, ownDefinitions[0]!, {now: () => demoBuiltAt});
      site = await openSite(workspace);
    }, 120_000);

    afterAll(async () => {
      await site.close();
      rmSync(workspace.directory, {recursive: true, force: true});
    });

    const state = (page: Page) => page.textContent('#decision h2');

    test('an action goes from proposed to verified by plain forms, without script', async () => {
      const {page, complaints, close} = await site.open(
        '/improvement/new?metric=flr&service=Mail%20and%20Calendar',
        {javaScriptEnabled: false},
      );
      const fields = {
        ...{by: 'Ann', title: 'Train the desks on mail', targetValue: '75'},
        ...{baselineFrom: '2026-03-16', baselineTo: '2026-09-14', effectOn: '2026-09-14'},
      };
      for (const [name, value] of Object.entries(fields))
        await page.fill(`#write [name="${name}"]`, value);
      await page.click('#write button');
      await page.waitForURL(/\/improvement\/A-5#decision$/);
      expect(await state(page)).toBe('Proposed');
      expect(await page.textContent('.lede')).toContain('Nothing is compared before');
      const move = async (task: string) => {
        await page.click(`details[data-task="${task}"] summary`);
        await page.fill(`details[data-task="${task}"] input[name="by"]`, 'Ann');
        await page.click(`details[data-task="${task}"] button`);
        await page.waitForURL(/#(decision|comments)$/);
      };
      for (const [task, shown] of [
        ...[
          ['agreed', 'Agreed'],
          ['in progress', 'In progress'],
          ['done', 'Done'],
        ],
        ['verified', 'Verified'],
      ] as const) {
        await move(task);
        expect(await state(page)).toBe(shown);
      }
      expect(await page.textContent('.lede')).toMatch(/Effect seen: \+\d/);
      expect(await page.textContent('#history')).toContain('state: done, now verified');
      expect(await page.textContent('#comparison')).toContain('within each priority');
      expect((await readActions(workspace)).at(-1)).toMatchObject({
        ...{status: 'verified', owner: 'Ann', targetValue: 0.75, version: 5},
        where: [{dimension: 'service', values: ['Mail and Calendar']}],
      });
      expect(complaints).toEqual([]);
      await close();
    });

    test('a candidate becomes an action in two clicks, its words kept', async () => {
      const {page, close} = await site.open('/problems/PC-1');
      await page.click('text=Propose action');
      await page.waitForURL(/candidate=PC-1/);
      await page.fill('#write [name="by"]', 'Ann');
      await page.click('#write button');
      await page.waitForURL(/#decision$/);
      expect(await page.textContent('#facts')).toMatch(/PC-1 .*incidents in 52 weeks/);
      expect((await readActions(workspace)).at(-1)).toMatchObject({
        ...{candidateNo: 1, metric: 'opened', status: 'proposed'},
        origin: {kind: 'candidate', key: 'PC-1', href: '/problems/PC-1'},
      });
      await close();
    });

    test('a finding becomes an action in two clicks, and says so from then on', async () => {
      const {page, complaints, close} = await site.open('/weekly');
      const title = await page.textContent('#findings li:first-child h3');
      await page.click('#findings li:first-child .suggestion a');
      await page.waitForURL(/\/improvement\/new\?finding=/);
      await page.fill('#write [name="by"]', 'Ann');
      await page.click('#write button');
      await page.waitForURL(/#decision$/);
      expect(await page.textContent('#facts')).toContain(title);
      const stored = (await readActions(workspace)).at(-1);
      expect(stored).toMatchObject({status: 'proposed', origin: {kind: 'finding'}});
      await page.goto('/weekly');
      const link = page.locator('#findings li:first-child .suggestion a').first();
      expect(await link.textContent()).toBe(`A-${stored?.actionNo}, proposed`);
      await link.click();
      await page.waitForURL(`**/improvement/A-${stored?.actionNo}`);
      expect(complaints).toEqual([]);
      await close();
    });

    test('of two that edit at once, the second sees both versions and loses nothing', async () => {
      const one = await site.open('/improvement/A-4');
      const two = await site.open('/improvement/A-4');
      for (const [{page}, owner] of [
        [one, 'Cem'],
        [two, 'Dora'],
      ] as const) {
        await page.keyboard.press('e');
        await page.fill('details[data-task="edit"] input[name="by"]', owner);
        await page.fill('details[data-task="edit"] input[name="owner"]', owner);
        await page.click('details[data-task="edit"] button');
        await page.waitForLoadState('load');
      }
      expect(await one.page.textContent('#facts')).toContain('Cem');
      expect(await two.page.textContent('h1')).toMatch(
        /A-4 has changed since you looked, by Cem .* owner: you saw “Priya Nair”, now it is “Cem”/,
      );
      await one.close();
      await two.close();
    });

    test('the register is walked by keyboard, filtered by owner, and says what is gone', async () => {
      const {page, complaints, close} = await site.open('/improvement?owner=Ingrid%20Halvorsen');
      expect(await page.locator('table.review tbody tr').count()).toBe(1);
      await page.keyboard.press('j');
      await page.keyboard.press('c');
      await page.waitForURL(/A-3#decide-comment$/);
      await page.keyboard.type('Ann');
      await page.fill('details[data-task="comment"] textarea', 'first\nsecond');
      await page.click('details[data-task="comment"] button');
      await page.waitForURL(/#comments$/);
      expect(await page.textContent('#comments')).toContain('first\nsecond');
      await page.goto('/improvement/new?finding=gone%7Cflr&period=2026-W44');
      expect(await page.textContent('#write')).toContain('The finding is no longer told');
      expect(complaints).toEqual([]);
      await close();
    });

    const itsPages = ['/improvement', '/improvement/A-1', '/improvement/new'];
    test.each([...itsPages, '/packs/weekly/2026-W44'])(
      '%s fits, complains of nothing, and can be read aloud',
      async (path) => {
        const tab = await site.open(path);
        expect(await pageFaults(tab)).toEqual([]);
        await tab.close();
      },
    );
  },
);
