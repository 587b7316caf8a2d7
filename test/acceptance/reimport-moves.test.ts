import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {packagePath} from '../../src/base/package-root.ts';
import {emptyDirectory, meantimeIn} from './meantime-in.ts';

interface Told {
  imports: {warnings: string[]}[];
  moved: {
    build: number;
    before: number;
    monthCount: number;
    figures: {
      metric: string;
      period: string;
      before: number | null;
      after: number | null;
      nBefore: number;
      nAfter: number;
    }[];
  } | null;
}

/** Forty incidents of January, ten of them in a status that ServiceNow's own map has as on hold. */
const rows = Array.from({length: 40}, (_, i) => {
  const day = String(1 + (i % 28)).padStart(2, '0');
  const state = i < 10 ? 'On Hold' : 'Closed';
  const resolved = i < 10 ? '' : `2024-01-${day} 1${i % 2 === 0 ? 1 : 3}:00:00`;
  const updated = i === 39 ? '2024-02-03 08:00:00' : '2024-01-30 08:00:00';
  return `INC${i},${state},3 - Moderate,2024-01-${day} 09:00:00,${resolved},${updated}`;
});
const header = 'number,state,priority,opened_at,resolved_at,sys_updated_on';

test('reimport after a status map changed names each figure of a complete month that moved', async () => {
  const directory = emptyDirectory('reimport-moves');
  const file = join(directory, 'incidents.csv');
  writeFileSync(file, `${header}\n${rows.join('\n')}\n`);
  const words = ['import', file, '--source', 'desk', '--timezone', 'UTC', '--json'];
  const first = JSON.parse(await meantimeIn(directory, ...words)) as Told;
  expect(first.moved).toBeNull();
  expect(await meantimeIn(directory, 'reimport')).toMatch(
    /No figure of the 1 complete month moved since build 1\./,
  );

  const shipped = readFileSync(packagePath('pipelines', 'servicenow.yaml'), 'utf8');
  const changed = shipped.replace(/^(\s+)On Hold: .*$/m, '$1On Hold: cancelled');
  expect(changed).not.toBe(shipped);
  mkdirSync(join(directory, 'pipelines'), {recursive: true});
  writeFileSync(join(directory, 'pipelines', 'servicenow.yaml'), changed);
  const told = JSON.parse(await meantimeIn(directory, 'reimport', '--json')) as Told;
  expect(told.moved).toMatchObject({build: 3, before: 2, monthCount: 1});
  const figures = told.moved!.figures;
  expect(figures.find(({metric}) => metric === 'backlog')).toEqual({
    metric: 'backlog',
    period: '2024-01',
    before: 10,
    after: 0,
    nBefore: 10,
    nAfter: 0,
  });
  // What didn't move isn't told.
  expect(figures.map(({metric}) => metric)).not.toContain('opened');
  expect(figures.map(({metric}) => metric)).not.toContain('mttr');
});

test('an import that changes a month that was complete says so, the biggest moves first in line', async () => {
  const directory = emptyDirectory('import-moves');
  const [first, second] = ['one.csv', 'two.csv'].map((name) => join(directory, name));
  writeFileSync(first!, `${header}\n${rows.join('\n')}\n`);
  const late =
    'INC900,Closed,3 - Moderate,2024-01-09 09:00:00,2024-01-29 09:00:00,2024-02-05 08:00:00';
  writeFileSync(second!, `${header}\n${late}\n`);
  const words = ['--source', 'desk', '--timezone', 'UTC'];
  await meantimeIn(directory, 'import', first!, ...words);
  const text = await meantimeIn(directory, 'import', second!, ...words);
  expect(text).toMatch(/4 figures of complete months moved since build 1:/);
  expect(text).toMatch(/January 2024 +Opened +40 → 41/);
});
