import {cpSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {weekly} from '../../dashboards/weekly.ts';
import {registerDemoActions} from '../../src/cli/demo-actions.ts';
import {workspaceAt} from '../../src/config/workspace.ts';
import {loadCatalogue} from '../../src/metrics/catalogue.ts';
import {readActionRegister, type ActionRegister} from '../../src/pages/action-register.ts';
import type {ListBlock} from '../../src/pages/list-block.ts';
import type {TableBlock} from '../../src/pages/table-block.ts';
import {resolvePage} from '../../src/pages/resolve.ts';
import type {Database} from '../../src/warehouse/database.ts';
import {openPublished} from '../../src/warehouse/publish.ts';
import {demoBuiltAt, demoWorkspace} from '../demo-workspace.ts';

let database: Database;
let register: ActionRegister;

const workspace = workspaceAt(mkdtempSync(join(tmpdir(), 'meantime-past-')));

beforeAll(async () => {
  cpSync((await demoWorkspace()).directory, workspace.directory, {recursive: true});
  await registerDemoActions(workspace, {now: () => demoBuiltAt});
  database = await openPublished(workspace);
  register = await readActionRegister(workspace);
}, 120_000);
afterAll(() => {
  database.close();
  rmSync(workspace.directory, {recursive: true, force: true});
});

/** What a weekly review says that isn't a figure of its week. */
async function reviewOf(period: string | null) {
  const source = {session: database, catalogue: await loadCatalogue(database), register};
  const {blocks} = await resolvePage(weekly, {period, where: []}, source);
  const tables = blocks.filter((block): block is TableBlock => block.kind === 'table');
  const decisions = blocks.find((block): block is ListBlock => block.kind === 'list');
  const textOf = (of: string) =>
    tables
      .find(({title}) => title.includes(of))
      ?.note.map(({text}) => text)
      .join('');
  return {
    majors: tables.find(({title}) => /major incidents? ha(s|ve) no problem/.test(title)),
    notes: [textOf('candidates'), textOf('Actions')],
    decisions: decisions?.items.map(({lead}) => lead).join(' ') ?? '',
  };
}

const onToday = /Finish, move or drop|Verify what is done|Open a problem for PC-/;
const asKnown = 'As known on 2 Nov 2026, not at the end of Week 10.';

test('a review of the last week speaks of today', async () => {
  const {majors, notes, decisions} = await reviewOf(null);
  expect(majors?.title).toBe('Nine major incidents have no problem record');
  for (const note of notes) expect(note).not.toContain('As known on');
  expect(decisions).toMatch(onToday);
});

test('a review of a week long past knows no major after it, and says that its lists are today’s', async () => {
  const {majors, notes, decisions} = await reviewOf('2026-W10');
  const opened = majors?.table.rows.map((row) => row[2]?.value ?? Infinity) ?? [];
  expect(opened.length).toBeGreaterThan(0);
  expect(Math.max(...opened)).toBeLessThan(Date.parse('2026-03-08T23:00:00Z'));
  for (const note of notes) expect(note).toContain(asKnown);
  expect(decisions).not.toMatch(onToday);
});
