import {mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {workspaceAt} from '../../src/config/workspace.ts';
import {openLanding} from '../../src/import/landing.ts';
import type {Database} from '../../src/warehouse/database.ts';
import {judge, type Verdict} from './judge.ts';
import {connectorYaml} from '../import/round-trip/cells-of.ts';
import {dateStyles} from '../import/round-trip/date-styles.ts';
import {importOptions} from './import-options.ts';

/** A file to import, as the parent names it. */
export interface Task {
  number: number;
  path: string;
}

export interface Answer {
  number: number;
  verdict: Verdict;
}

/** So many files share a landing: it grows, and a fresh one costs. */
const filesALanding = 300;

const directory = process.argv[2]!;
const workspace = workspaceAt(directory);
let landing: Database | null = null;
let files = 0;

process.on('disconnect', () => process.exit());
process.on('message', (task: Task) => {
  void answer(task).then((reply) => process.send!(reply));
});

async function answer({number, path}: Task): Promise<Answer> {
  if (files++ % filesALanding === 0) await renewLanding();
  const court = {workspace, landing: landing!, now: () => new Date('2026-11-21T12:00:00Z')};
  const verdict = await judge(path, readFileSync(path), importOptions(number), court);
  const left = readdirSync(tmpdir()).filter((name) => name.startsWith('meantime-'));
  if (left.length > 0) verdict.problems.push(`temporary files left: ${left.join(', ')}`);
  for (const name of left) rmSync(join(tmpdir(), name), {recursive: true, force: true});
  return {number, verdict};
}

async function renewLanding(): Promise<void> {
  landing?.close();
  rmSync(workspace.dataDirectory, {recursive: true, force: true});
  mkdirSync(workspace.dataDirectory, {recursive: true});
  mkdirSync(workspace.pipelinesDirectory, {recursive: true});
  const formats = [...new Set(dateStyles.flatMap((style) => style.formats))];
  writeFileSync(join(workspace.pipelinesDirectory, 'round-trip.yaml'), connectorYaml(formats));
  landing = await openLanding(workspace.landingFile);
}
