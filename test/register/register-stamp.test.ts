import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {workspaceAt} from '../../src/config/workspace.ts';
import {createAction, readActions} from '../../src/register/actions.ts';
import {registerStamp} from '../../src/register/register-stamp.ts';
import {sampleAction} from './sample-action.ts';

test('another decision makes another stamp, reading makes none', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'meantime-stamp-'));
  onTestFinished(() => rmSync(directory, {recursive: true, force: true}));
  const workspace = workspaceAt(directory);
  const effects = {now: () => new Date('2026-11-02T08:00:00Z')};
  const stamps = [await registerStamp(workspace)];
  for (const title of ['one', 'two']) {
    await createAction(workspace, sampleAction({actionId: title, title}), effects);
    stamps.push(await registerStamp(workspace));
  }
  expect(new Set(stamps).size).toBe(3);
  await readActions(workspace);
  expect(await registerStamp(workspace)).toBe(stamps[2]);
});
