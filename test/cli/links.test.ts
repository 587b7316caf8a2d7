import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {workspaceAt} from '../../src/config/workspace.ts';
import {readStruckLinks} from '../../src/register/struck-links.ts';
import {landTwoAlike} from '../register/two-alike.ts';
import {emptyWorkspace} from '../models/workspace-fixture.ts';
import {runMeantime} from './run-meantime.ts';

let directory: string;

const meantime = (...words: string[]) => runMeantime(words, {directory, env: {USER: 'ann'}});
const strike = (...words: string[]) => meantime('links', 'strike', ...words);
const restore = (...words: string[]) => meantime('links', 'restore', ...words);

beforeAll(async () => {
  directory = await mkdtemp(`${tmpdir()}/meantime-links-`);
  await landTwoAlike(workspaceAt(directory));
  const built = await meantime('build');
  expect([built.code, built.stderr]).toEqual([0, expect.anything()]);
});
afterAll(() => rm(directory, {recursive: true, force: true}));

describe('links', () => {
  test('lists every link with its evidence', async () => {
    const line = 'INC-A → INC-B  2026-01-05  same service and category, same text  Mail is down\n';
    for (const words of [[], ['INC-A'], ['desk:B'], ['--limit', '1']])
      expect(await meantime('links', ...words)).toEqual({code: 0, stdout: line, stderr: ''});
    const {stdout} = await meantime('links', 'INC-A', '--json');
    expect(JSON.parse(stdout)).toMatchObject([
      {
        ...{
          recordKey: 'desk:A',
          cameBackRecordKey: 'desk:B',
          cameBackAt: '2026-01-05T08:00:00.000Z',
        },
        ...{evidence: 'same service and category', isStruck: false, struck: null},
      },
    ]);
    expect(await meantime('links', 'INC-1')).toEqual({
      ...{code: 0, stdout: ''},
      stderr: 'INC-1 has no links.\n',
    });
  });

  test('are struck for a reason by whoever asks, named in either order, until restored', async () => {
    const struck = await strike('INC-B', 'INC-A', '--reason', 'another mailbox');
    expect(struck).toEqual({
      ...{code: 0, stderr: ''},
      stdout: 'The link from INC-A to INC-B is left out from the next build on: meantime build\n',
    });
    expect(await readStruckLinks(workspaceAt(directory))).toMatchObject([
      {recordId: 'A', cameBackRecordId: 'B', by: 'ann', reason: 'another mailbox'},
    ]);
    expect((await meantime('links')).stdout).toContain(
      'struck by ann: another mailbox, left out from the next build on',
    );
    const again = await strike('INC-A', 'INC-B', '--reason', 'x', '--by', 'Bob');
    expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('already by ann on')]);
    const back = await restore('desk:A', 'desk:B', '--by', 'Bob', '--json');
    expect(JSON.parse(back.stdout)).toEqual({
      ...{task: 'restore', record: 'desk:A', cameBack: 'desk:B', by: 'Bob', reason: ''},
    });
    expect(await readStruckLinks(workspaceAt(directory))).toEqual([]);
  });

  test.each([
    [['strike', 'INC-A', 'INC-1', '--reason', 'x'], 'no link from desk:A to desk:other 1', 'page'],
    [['strike', 'INC-A', 'INC-X', '--reason', 'x'], 'no record "INC-X"', 'list'],
    [['strike', 'INC-A', 'INC-B'], "option '--reason <text>' not specified", '--help'],
    [['strike', 'INC-A', 'INC-B', '--reason', ' '], '"reason" is missing', 'Say why'],
    [['strike', 'INC-A', '--reason', 'x'], "argument 'other'", '--help'],
    [['restore', 'INC-A', 'INC-B'], 'is not struck', 'nothing to restore'],
    [['--limit', 'all'], 'all', 'whole number'],
    [['INC-X'], 'no record "INC-X"', 'list'],
  ])('%j says what is wrong and what to do', async (words, message, remedy) => {
    const {code, stdout, stderr} = await meantime('links', ...words);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(message);
    expect(stderr).toContain(remedy);
    expect(await readStruckLinks(workspaceAt(directory))).toEqual([]);
  });

  test('are struck by somebody', async () => {
    const words = ['links', 'strike', 'INC-A', 'INC-B', '--reason', 'x'];
    const {code, stderr} = await runMeantime(words, {directory, env: {}});
    expect([code, stderr]).toEqual([1, expect.stringContaining('--by NAME')]);
  });

  test('in a workspace without a build say how to begin', async () => {
    const empty = await emptyWorkspace();
    const {code, stderr} = await meantime('links', '--workspace', empty.directory);
    expect([code, stderr]).toEqual([1, expect.stringContaining('meantime import FILE')]);
  });
});
