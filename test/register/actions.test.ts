import {spawn} from 'node:child_process';
import {mkdtempSync, rmSync, symlinkSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {build as bundle} from 'vite';
import Papa from 'papaparse';
import {describe, expect, onTestFinished, test} from 'vitest';
import {packagePath} from '../../src/base/package-root.ts';
import {readActionFile} from '../../src/cli/action-file.ts';
import {workspaceAt, type Workspace} from '../../src/config/workspace.ts';
import {commentOn, readComments} from '../../src/register/action-comments.ts';
import {actionRow, exportActions, importActions} from '../../src/register/action-files.ts';
import {addVerifications, readVerifications} from '../../src/register/action-verifications.ts';
import {
  changeAction,
  createAction,
  readAction,
  readActions,
  type ActionChange,
} from '../../src/register/actions.ts';
import {readAuditTrail} from '../../src/register/audit-trail.ts';
import {actionColumns} from '../../src/server/action-columns.ts';
import {csvOf} from '../../src/server/csv.ts';
import {sampleAction} from './sample-action.ts';

const at = new Date('2026-11-02T08:00:00.123Z');
const effects = {now: () => at};

function emptyPlace(): Workspace {
  const directory = mkdtempSync(join(tmpdir(), 'meantime-actions-'));
  onTestFinished(() => rmSync(directory, {recursive: true, force: true}));
  return workspaceAt(directory);
}

function edit(version: number, more: Partial<ActionChange> = {}): ActionChange {
  return {...{actionNo: 1, version, fields: {}, by: 'Bob', reason: '', pack: null}, ...more};
}

const verdict = (text: string) => ({
  ...{actionNo: 1, actionVersion: 1, verifiedAt: at, build: 1, inputsHash: 'h', asOf: at},
  ...{verdict: text, evidence: {n: 1}},
});

describe('an action', () => {
  test('is kept with all that was said, under a number and an id that is registered once', async () => {
    const workspace = emptyPlace();
    expect(await readActions(workspace)).toEqual([]);
    const action = await createAction(workspace, sampleAction({actionId: 'one'}), effects);
    const {title, where, origin, notes, effortDays} = sampleAction();
    const said = {title, where, origin, notes, effortDays};
    expect(action).toMatchObject({...said, actionNo: 1, version: 1, createdBy: 'Ann'});
    expect(await readActions(workspace)).toEqual([action]);
    expect(await createAction(workspace, sampleAction({actionId: 'one'}), effects)).toEqual(action);
    expect((await createAction(workspace, sampleAction(), effects)).actionNo).toBe(2);
  });

  test('that nothing could be verified by is refused', async () => {
    const workspace = emptyPlace();
    const create = (more: object) => createAction(workspace, sampleAction(more), effects);
    await expect(create({baselineTo: '2026-09-15'})).rejects.toThrow(
      'after the effect is expected',
    );
    await expect(create({baselineFrom: '2026-08-31'})).rejects.toThrow('ends before it begins');
    await expect(create({owner: ' '})).rejects.toThrow('Nobody owns');
    await expect(create({targetValue: NaN})).rejects.toThrow('no number');
    expect(await readActions(workspace)).toEqual([]);
  });

  test('goes from state to state, each change with the pack and what stood before in the trail', async () => {
    const workspace = emptyPlace();
    await createAction(workspace, sampleAction(), effects);
    const pack = {kind: 'weekly', period: '2026-W44', version: 1} as const;
    await changeAction(workspace, edit(1, {status: 'agreed', reason: 'yes', pack}), effects);
    await expect(changeAction(workspace, edit(2, {status: 'verified'}), effects)).rejects.toThrow(
      'An action that is agreed can’t become verified.',
    );
    const done = await changeAction(workspace, edit(2, {status: 'done'}), effects);
    expect(done).toMatchObject({status: 'done', version: 3, changedBy: 'Bob', createdBy: 'Ann'});
    expect(
      (await readAuditTrail(workspace)).map(({what, before, after}) => [what, before, after]),
    ).toMatchObject([
      ['registered action', null, {status: 'proposed', version: 1}],
      ['changed action', {status: 'proposed'}, {status: 'agreed', reason: 'yes', pack}],
      ['changed action', {status: 'agreed'}, {status: 'done'}],
    ]);
  });

  test('is verified only on an effect that a build has seen', async () => {
    const workspace = emptyPlace();
    await createAction(workspace, sampleAction({status: 'done'}), effects);
    const verify = () => changeAction(workspace, edit(1, {status: 'verified'}), effects);
    await expect(verify()).rejects.toThrow('nothing has been compared yet');
    await addVerifications(workspace, [verdict('not yet')]);
    await expect(verify()).rejects.toThrow('the last verdict is “not yet”');
    await addVerifications(workspace, [verdict('effect seen')]);
    expect((await verify()).status).toBe('verified');
  });

  test('changed by two at once keeps the first change, and shows the second both versions', async () => {
    const workspace = emptyPlace();
    await createAction(workspace, sampleAction(), effects);
    const [first, second] = await Promise.allSettled([
      changeAction(workspace, edit(1, {fields: {owner: 'Cem'}}), effects),
      changeAction(workspace, edit(1, {fields: {owner: 'Dora'}, by: 'Eve'}), effects),
    ]);
    expect(first).toMatchObject({status: 'fulfilled', value: {owner: 'Cem', version: 2}});
    expect(second).toMatchObject({
      status: 'rejected',
      reason: {
        status: 409,
        seen: {owner: 'Ann', version: 1},
        current: {owner: 'Cem', version: 2},
        message: expect.stringContaining('owner: you saw “Ann”, now it is “Cem”') as string,
      },
    });
    expect(await readAction(workspace, 1)).toMatchObject({owner: 'Cem', version: 2});
  });
});

test('a verdict is added and never changed; the same of the same inputs is not added twice', async () => {
  const workspace = emptyPlace();
  await createAction(workspace, sampleAction(), effects);
  for (const each of ['not yet', 'not yet', 'effect seen', 'got worse'])
    await addVerifications(workspace, [verdict(each)]);
  await addVerifications(workspace, [{...verdict('got worse'), inputsHash: 'other', build: 2}]);
  const found = await readVerifications(workspace, {actionNo: 1});
  expect(found.map((each) => [each.verificationNo, each.verdict, each.build])).toEqual([
    ...[
      [1, 'not yet', 1],
      [2, 'effect seen', 1],
      [3, 'got worse', 1],
      [4, 'got worse', 2],
    ],
  ]);
});

describe('a register taken to another place', () => {
  async function filled(): Promise<Workspace> {
    const workspace = emptyPlace();
    await createAction(workspace, sampleAction({actionId: 'one', status: 'done'}), effects);
    await createAction(workspace, sampleAction({actionId: 'two', dueOn: null}), effects);
    const pack = {kind: 'monthly', period: '2026-10', version: 2} as const;
    await commentOn(workspace, {actionNo: 1, text: 'well', by: 'Bob', pack}, effects);
    await addVerifications(workspace, [verdict('effect seen')]);
    return workspace;
  }

  test('as JSON is the same, with comments and verdicts, however often it is brought in', async () => {
    const [from, to] = [await filled(), emptyPlace()];
    const text = JSON.stringify(await exportActions(from));
    const rows = await readActionFile('a.json', () => Promise.resolve(text));
    const added = await importActions(to, rows, {by: 'Cem', ...effects});
    expect(added.map(({outcome}) => outcome)).toEqual(['added', 'added']);
    expect(JSON.stringify(await exportActions(to))).toBe(text);
    expect(await readComments(to)).toEqual(await readComments(from));
    const again = await importActions(to, rows, {by: 'Cem', ...effects});
    expect(again.map(({outcome}) => outcome)).toEqual(['unchanged', 'unchanged']);
    expect(JSON.stringify(await exportActions(to))).toBe(text);
  });

  test('as CSV is the same, though texts hold quotes, line ends and what looks like a formula', async () => {
    const [from, to] = [await filled(), emptyPlace()];
    const actions = await readActions(from);
    const text = csvOf(
      actionColumns.map(({name}) => name),
      actions.map(actionRow),
    );
    const rows = await readActionFile('a.csv', () => Promise.resolve(text));
    await importActions(to, rows, {by: 'Cem', ...effects});
    expect(await readActions(to)).toEqual(actions);
  });

  test('as CSV that a spreadsheet saved with semicolons is the same', async () => {
    const [from, to] = [await filled(), emptyPlace()];
    const rows = (await readActions(from)).map(actionRow);
    const text = csvOf(
      actionColumns.map(({name}) => name),
      rows,
    );
    const {data} = Papa.parse<string[]>(text, {delimiter: ','});
    const saved = Papa.unparse(data, {delimiter: ';'});
    const read = await readActionFile('a.csv', () => Promise.resolve(saved));
    expect(read).toEqual(await readActionFile('b.csv', () => Promise.resolve(text)));
    await importActions(to, read, {by: 'Cem', ...effects});
    expect(await readActions(to)).toHaveLength(2);
  });

  test('is refused with the row where a file breaks off inside a text', async () => {
    const broken = readActionFile('a.csv', () => Promise.resolve('action_id,title\none,"half a'));
    await expect(broken).rejects.toThrow(/^a\.csv breaks off in row 2: /);
  });

  test('reports what reads otherwise here, and changes nothing of it', async () => {
    const [from, to] = [await filled(), await filled()];
    await changeAction(from, edit(1, {fields: {owner: 'Zoe'}}), effects);
    const before = await readActions(to);
    const done = await importActions(to, await exportActions(from), {by: 'Cem', ...effects});
    expect(done).toEqual([
      {
        ...{action: 'A-1', as: 'A-1', outcome: 'conflict'},
        differs: ['version', 'owner', 'changed_by'],
      },
      {action: 'A-2', as: 'A-2', outcome: 'unchanged', differs: []},
    ]);
    expect(await readActions(to)).toEqual(before);
  });

  test('is brought in whole or not at all', async () => {
    const [from, to] = [await filled(), emptyPlace()];
    const [one, two] = await exportActions(from);
    const broken = [one!, {...two!, status: 'perhaps'}];
    await expect(importActions(to, broken, {by: 'Cem', ...effects})).rejects.toThrow(
      'Row 2 of the file is no action: its status can’t be read.',
    );
    expect(await readActions(to)).toEqual([]);
  });
});

test('a process killed in the middle of many changes loses none that it acknowledged', async () => {
  const workspace = emptyPlace();
  await createAction(workspace, sampleAction(), effects);
  const tools = mkdtempSync(join(tmpdir(), 'meantime-writing-'));
  onTestFinished(() => rmSync(tools, {recursive: true, force: true}));
  await bundle({
    ...{configFile: false, root: packagePath(), logLevel: 'warn'},
    build: {
      ...{emptyOutDir: false, outDir: tools, minify: false},
      ssr: packagePath('test/register/writing-process.ts'),
    },
  });
  symlinkSync(packagePath('node_modules'), join(tools, 'node_modules'));
  const child = spawn(process.execPath, [join(tools, 'writing-process.js'), workspace.directory]);
  let said = '';
  await new Promise((done) => {
    child.on('exit', done);
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.split('\n').length > 12) child.kill('SIGKILL');
    });
  });
  const acknowledged = Number(said.trimEnd().split('\n').at(-1));
  const {version, notes} = await readAction(workspace, 1);
  // What it was about to acknowledge may have been kept too.
  expect([acknowledged, acknowledged + 1]).toContain(version);
  expect(notes).toBe(`edit ${version - 1}`);
  expect(await readAuditTrail(workspace)).toHaveLength(version);
  await changeAction(workspace, edit(version, {fields: {notes: 'after'}}), effects);
  expect((await readAction(workspace, 1)).notes).toBe('after');
});
