import {existsSync, mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {packagePath} from '../../src/base/package-root.ts';
import {openLanding} from '../../src/import/landing.ts';
import type {Database} from '../../src/warehouse/database.ts';
import {testWorkspace} from '../import/import-texts.ts';
import {importOptions} from './import-options.ts';
import {judge} from './judge.ts';
import {mutatedFile} from './mutate-file.ts';
import {exportsIn} from './seed-files.ts';

/** `npm run fuzz` does thousands, and sees crashes and hangs. */
const files = 80;

const space = testWorkspace();
let landing: Database;
beforeAll(async () => {
  mkdirSync(space.workspace.pipelinesDirectory, {recursive: true});
  landing = await openLanding(space.workspace.landingFile);
});
afterAll(() => landing.close());

test(
  'a damaged file is imported with all its rows accounted for, or refused with a remedy',
  {timeout: 180_000},
  async () => {
    const seeds = exportsIn(packagePath('fixtures')).filter(({name}) => !name.includes('demo'));
    const court = {
      workspace: space.workspace,
      landing,
      now: () => new Date('2026-11-21T12:00:00Z'),
    };
    const ends = {import: 0, refusal: 0, error: 0};
    for (let number = 0; number < files; number++) {
      const {bytes, story} = await mutatedFile(seeds, {seed: 4, number});
      const path = join(space.workspace.directory, 'export');
      writeFileSync(path, bytes);
      const {end, problems} = await judge(path, bytes, importOptions(number), court);
      expect(problems, `file ${number}: ${story}`).toEqual([]);
      ends[end]++;
    }
    // Damage that nothing survives would prove nothing of rows.
    expect(ends.import).toBeGreaterThan(files / 4);
    expect(ends.refusal).toBeGreaterThan(files / 4);
    expect(existsSync(space.workspace.archiveDirectory)).toBe(true);
  },
);
