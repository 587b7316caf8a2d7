import {expect, test} from 'vitest';
import {silentLog} from '../../src/base/log.ts';
import {silentProgress} from '../../src/base/progress.ts';
import {packagePath} from '../../src/base/package-root.ts';
import {readConfig} from '../../src/config/read-config.ts';
import type {Workspace} from '../../src/config/workspace.ts';
import {loadCatalogue} from '../../src/metrics/catalogue.ts';
import {measure} from '../../src/metrics/measure.ts';
import {build} from '../../src/models/build.ts';
import {currentInputsHash} from '../../src/models/inputs-hash.ts';
import {restoreLink, strikeLink} from '../../src/register/struck-links.ts';
import {openPublished} from '../../src/warehouse/publish.ts';
import {landTwoAlike} from '../register/two-alike.ts';
import {emptyWorkspace} from './workspace-fixture.ts';

const now = () => new Date('2026-03-07T08:00:00Z');
const link = {source: 'desk', recordId: 'A', cameBackRecordId: 'B', by: 'Ann', reason: 'not so'};

async function rebuilt(workspace: Workspace) {
  const config = await readConfig(workspace);
  await build(workspace, config, {log: silentLog, progress: silentProgress, now});
  const database = await openPublished(workspace);
  try {
    const catalogue = await loadCatalogue(database);
    const selection = {grain: 'total', by: [], where: [], from: null, to: null} as const;
    const [figure] = await measure(database, catalogue.get('recurrence_rate'), selection);
    const links = await database.query('select evidences, is_struck from marts.fct_comeback');
    return {share: [figure?.value, figure?.n], links};
  } finally {
    database.close();
  }
}

test('a build leaves a struck link out of what came back, and counts it again once restored', async () => {
  const workspace = await emptyWorkspace();
  await landTwoAlike(workspace);
  const evidences = ['same service and category', 'same text'];
  const before = await rebuilt(workspace);
  expect(before).toMatchObject({share: [1 / 12, 12], links: [{evidences, is_struck: false}]});
  await strikeLink(workspace, link, {now});
  const struck = await rebuilt(workspace);
  expect(struck).toMatchObject({share: [0, 12], links: [{evidences, is_struck: true}]});
  await restoreLink(workspace, link, {now});
  // What the data doesn't have changes nothing.
  for (const other of [{source: 'other'}, {recordId: 'Z'}, {cameBackRecordId: 'Z'}])
    await strikeLink(workspace, {...link, ...other}, {now});
  const {share, links} = await rebuilt(workspace);
  expect([share, links]).toEqual([before.share, before.links]);
});

test('what was struck since makes the published build stale, by whom doesn’t matter', async () => {
  const workspace = await emptyWorkspace();
  await landTwoAlike(workspace);
  const config = await readConfig(workspace);
  const hash = () => currentInputsHash(workspace, config, packagePath('sql'));
  const before = await hash();
  await strikeLink(workspace, link, {now});
  const struck = await hash();
  await restoreLink(workspace, link, {now});
  await strikeLink(workspace, {...link, by: 'Bob', reason: 'other'}, {now});
  expect([await hash(), struck === before]).toEqual([struck, false]);
});
