import {afterAll, beforeAll, beforeEach, describe, expect, test} from 'vitest';
import {readDecisions} from '../../src/register/candidate-decisions.ts';
import {readCandidateEdits} from '../../src/register/candidate-edits.ts';
import {changeRegister} from '../../src/register/register-file.ts';
import {openDatabase} from '../../src/warehouse/database.ts';
import {emptyWorkspace} from '../models/workspace-fixture.ts';
import {buildSmall, landSmall, temporaryWorkspace} from '../server/small-workspace.ts';
import {runMeantime} from './run-meantime.ts';

const {workspace, remove} = temporaryWorkspace();
/** The order list, the scanner. */
let order: string;
let scanner: string;

interface Listed {
  candidates: {name: string; label: string; status: string; decision: {version: number} | null}[];
  total: number;
}

const meantime = (...words: string[]) =>
  runMeantime(['problems', ...words], {directory: workspace.directory, env: {USER: 'ann'}});
const listed = async (...words: string[]) =>
  JSON.parse((await meantime(...words, '--json')).stdout) as Listed;

beforeAll(async () => {
  await landSmall(workspace);
  const landing = await openDatabase(workspace.landingFile);
  await landing.run(`update record_version set title = case row_hash % 3
    when 0 then if(row_hash % 2 = 0, 'Order list shows no rows in screen',
      'Order list shows no rows in screen after update')
    when 1 then 'Scanner at gate loses its battery charge'
    else 'Question ' || md5(row_hash::varchar) end`);
  landing.close();
  await buildSmall(workspace);
  const {candidates} = await listed('--limit', '100');
  const named = (text: string) => candidates.find(({label}) => label.includes(text))?.name ?? '';
  order = named('Order list');
  scanner = named('Scanner');
}, 90_000);

beforeEach(() =>
  changeRegister(workspace, (session) =>
    session.run(`delete from candidate_decision; delete from candidate_merge;
      delete from candidate_split; delete from audit_trail`),
  ),
);
afterAll(remove);

describe('problems', () => {
  test('lists candidates with rank, label, hours, counts, trend and status', async () => {
    const {code, stdout, stderr} = await meantime('--text', 'scanner');
    expect([code, stdout.split('\n')[0]]).toEqual([
      ...[0, expect.stringMatching(/candidate +label +hours +incidents +recent +trend +status/)],
    ]);
    expect(stdout).toContain('Scanner at gate loses its battery charge');
    expect(stderr).toMatch(/\d+ of \d+; \d+ of all \d+ make 80 % of the hours\./);
    expect((await meantime('--text', 'nowhere')).stderr).toBe('No candidate is like that.\n');
  });

  test('shows one with its wordings, whose keys split takes', async () => {
    const {stdout} = await meantime('show', order);
    expect(stdout).toContain('Order list shows no rows in screen after update');
    const [, score, ...parts] = (/score +([\d,.]+) = ([\d,]+) hours(.*)/.exec(stdout) ?? []).map(
      (text) => text.replaceAll(',', ''),
    );
    const factors = parts.join(' ').match(/[\d.]+/g) ?? [];
    expect(factors).toHaveLength(6);
    const product = factors.reduce((value, factor) => value * Number(factor), 1);
    expect(Math.abs(product / Number(score) - 1)).toBeLessThan(0.05);
    expect(stdout).toMatch(/^ {2}[a-z ]+ {2,}\S.* \(\d+, \d+\s%\)/m);
    const key = /^ {2}([0-9a-f]{12}) .*after update$/m.exec(stdout)?.[1] ?? '';
    const split = await meantime('split', order, '--wording', key);
    expect(split.stdout).toMatch(/^They are PC-\d+ from the next build on: meantime build\n$/);
    expect((await readCandidateEdits(workspace)).splits).toMatchObject([{wordingKey: key}]);
  });

  test('keeps what is decided, by whom, until it is taken back', async () => {
    expect((await meantime('watch', order)).stdout).toBe(`${order} is watched.\n`);
    expect((await meantime('accept', order, 'PRB9', '--by', 'Bob')).stdout).toContain(
      `${order} is accepted as PRB9; its rank follows from the next build on`,
    );
    expect((await meantime('fixed', order, '--on', '2016-02-01')).stdout).toBe(
      `${order} is fixed since 2016-02-01.\n`,
    );
    expect((await meantime('show', order)).stdout).toMatch(
      /after the fix +(cannot tell|not yet|effect seen|got worse)/,
    );
    expect((await meantime()).stdout).toContain('fixed 2016-02-01: ');
    const back = await meantime('reopen', order, '--reason', 'too soon', '--json');
    expect(JSON.parse(back.stdout)).toMatchObject({status: 'new', version: 4, reason: 'too soon'});
    expect(await readDecisions(workspace)).toMatchObject([{status: 'new', by: 'ann'}]);
  });

  test('dismisses for a reason, until it grows past that', async () => {
    const words = ['dismiss', scanner, '--reason', 'known', '--factor', '2'];
    expect((await meantime(...words)).stdout).toMatch(
      /is dismissed; it comes back with more than \d+ recent incidents\./,
    );
    expect((await listed('--status', 'dismissed')).candidates).toMatchObject([{name: scanner}]);
  });

  test('merges and takes it back', async () => {
    expect((await meantime('merge', scanner, order)).stdout).toBe(
      `${scanner} is part of ${order} from the next build on: meantime build\n`,
    );
    expect((await meantime('unmerge', scanner)).stdout).toContain('stands for itself again');
    expect((await readCandidateEdits(workspace)).merges).toEqual([]);
  });

  test('exports the ledger and problem records', async () => {
    const {total} = await listed();
    const csv = (await meantime('export')).stdout;
    expect(csv.trim().split('\r\n')).toHaveLength(total + 1);
    await meantime('watch', order);
    const watched = (await meantime('export', '--status', 'watching')).stdout;
    expect(watched.trim().split('\r\n')).toHaveLength(2);
    const record = await meantime('export', order, '--format', 'servicenow');
    expect(JSON.parse(record.stdout)).toMatchObject({correlation_id: order});
    const jira = await meantime('export', order, '--format', 'jira', '--project', 'OPS');
    expect(JSON.parse(jira.stdout)).toMatchObject({fields: {labels: ['meantime', order]}});
    expect((await meantime('export', order, '--format', 'text')).stdout).toContain('Where:');
    expect((await meantime('export', '--format', 'jira-csv')).stdout).toContain(
      'Summary,Issue Type,Description,Labels,Labels',
    );
  });

  test('says what is wrong and what to do', async () => {
    const wrong: [words: string[], message: string, remedy: string][] = [
      [['show', 'PC-9999'], 'no problem candidate PC-9999', 'meantime problems'],
      [['show', 'PRB1'], '"PRB1" is no problem candidate', 'PC-12'],
      [['watch', order, '--seen', '3'], 'has changed since you looked', 'Look at it again'],
      [['dismiss', order], '"reason" is missing', 'Say why'],
      [['dismiss', order, '--reason', 'x', '--factor', 'many'], '"returnFactor"', 'from 1'],
      [['fixed', order], "option '--on <day>' not specified", '--help'],
      [['fixed', order, '--on', 'yesterday'], '"fixedOn"', '2026-12-25'],
      [['fixed', order, '--on', '2030-01-01'], 'still to come', 'the day'],
      [['merge', order, order], 'with itself', 'two candidates'],
      [['unmerge', order], 'is not merged', 'nothing to take back'],
      [['split', order, '--wording', 'x'], 'has no wording x', 'problems show'],
      [['export', order, '--format', 'jira'], 'needs the project', 'OPS'],
      [['export', '--format', 'word'], 'word', 'servicenow-csv'],
      [['--status', 'old'], 'no status "old"', 'watching'],
    ];
    for (const [words, message, remedy] of wrong) {
      const {code, stdout, stderr} = await meantime(...words);
      expect([code, stdout], words.join(' ')).toEqual([1, '']);
      expect(stderr).toContain(message);
      expect(stderr).toContain(remedy);
    }
    expect(await readDecisions(workspace)).toEqual([]);
    const nobody = {directory: workspace.directory, env: {}};
    const {stderr} = await runMeantime(['problems', 'watch', order], nobody);
    expect(stderr).toContain('--by NAME');
  });

  test('without a build says how to begin', async () => {
    const empty = await emptyWorkspace();
    const {code, stderr} = await meantime('--workspace', empty.directory);
    expect([code, stderr]).toEqual([1, expect.stringContaining('meantime import FILE')]);
  });
});
