import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {workspaceAt} from '../../src/config/workspace.ts';
import {decide} from '../../src/register/candidate-decisions.ts';
import {
  mergeCandidates,
  splitCandidate,
  unmergeCandidate,
} from '../../src/register/candidate-edits.ts';
import {readCandidateHistory} from '../../src/register/candidate-history.ts';
import {rememberCandidates} from '../../src/register/known-candidates.ts';
import {candidateMarts} from './candidate-marts.ts';

const at = new Date('2026-03-07T08:00:00.123Z');

test('the history of a candidate has every decision, merge and split, oldest first', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'meantime-register-'));
  onTestFinished(() => rmSync(directory, {recursive: true, force: true}));
  const workspace = workspaceAt(directory);
  expect(await readCandidateHistory(workspace, 12)).toEqual([]);
  const build = await candidateMarts([
    {no: 12, ids: ['a']},
    {no: 13, ids: ['b']},
    {no: 14, ids: ['c']},
  ]);
  await rememberCandidates(workspace, build);
  build.close();
  const clock = {now: () => at};
  const who = {by: 'Ann', reason: 'so'};
  const decision = {candidateNo: 12, ...who};
  await decide(workspace, {...decision, version: 0, choice: {status: 'watching'}}, clock);
  await decide(workspace, {...decision, version: 1, choice: {status: 'new'}}, clock);
  await mergeCandidates(workspace, {from: 13, into: 12, ...who}, clock);
  await unmergeCandidate(workspace, {candidateNo: 13, ...who}, clock);
  await splitCandidate(workspace, {candidateNo: 12, wordingKeys: ['k'], ...who}, clock);
  await mergeCandidates(workspace, {from: 14, into: 13, ...who}, clock);
  const made = {at, ...who};
  expect(await readCandidateHistory(workspace, 12)).toMatchObject([
    {...made, what: 'decided', decision: {status: 'watching', version: 1, at}},
    {...made, what: 'decided', decision: {status: 'new', version: 2}},
    {...made, what: 'merged', from: 13, into: 12},
    {...made, what: 'merge taken back', from: 13, into: 12},
    {...made, what: 'split', newCandidateNo: 15},
  ]);
  expect((await readCandidateHistory(workspace, 14)).map(({what}) => what)).toEqual(['merged']);
});
