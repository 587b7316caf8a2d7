import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, expect, onTestFinished, test} from 'vitest';
import {workspaceAt, type Workspace} from '../../src/config/workspace.ts';
import {readAuditTrail} from '../../src/register/audit-trail.ts';
import {
  decide,
  readDecisions,
  type CandidateChoice,
} from '../../src/register/candidate-decisions.ts';
import {readCandidateEdits} from '../../src/register/candidate-edits.ts';
import {rememberCandidates} from '../../src/register/known-candidates.ts';
import {candidateMarts} from './candidate-marts.ts';

const at = new Date('2026-03-07T08:00:00.123Z');

async function place(): Promise<Workspace> {
  const directory = mkdtempSync(join(tmpdir(), 'meantime-register-'));
  onTestFinished(() => rmSync(directory, {recursive: true, force: true}));
  const workspace = workspaceAt(directory);
  const build = await candidateMarts([{no: 12, ids: ['a']}]);
  await rememberCandidates(workspace, build);
  build.close();
  return workspace;
}

function choose(workspace: Workspace, version: number, choice: CandidateChoice, by = 'Ann') {
  const request = {candidateNo: 12, version, choice, by, reason: 'so'};
  return decide(workspace, request, {now: () => at});
}

const accepted: CandidateChoice = {status: 'accepted', problemId: 'PRB1'};

describe('a decision', () => {
  test('holds with all that was said, one version a decision', async () => {
    const workspace = await place();
    const nothing = {problemId: null, fixedOn: null, returnCount: null, returnFactor: null};
    const first = {candidateNo: 12, version: 1, ...nothing, by: 'Ann', reason: 'so', at};
    expect(await choose(workspace, 0, {status: 'watching'})).toEqual({
      ...first,
      status: 'watching',
    });
    await choose(workspace, 1, accepted);
    await choose(workspace, 2, {status: 'fixed', fixedOn: '2026-03-01'}, 'Bob');
    const fixed = {...first, version: 3, status: 'fixed', by: 'Bob'};
    // It stays the problem it was accepted as.
    expect(await readDecisions(workspace)).toEqual([
      {...fixed, problemId: 'PRB1', fixedOn: '2026-03-01'},
    ]);
    const dismissed = {status: 'dismissed', returnCount: 8.5, returnFactor: 2} as const;
    expect(await choose(workspace, 3, dismissed)).toMatchObject({...dismissed, problemId: null});
    expect(await choose(workspace, 4, {status: 'new'})).toEqual({
      ...first,
      version: 5,
      status: 'new',
    });
  });

  test('tells builds what is accepted and not fixed', async () => {
    const workspace = await place();
    await choose(workspace, 0, accepted);
    const {accepted: told} = await readCandidateEdits(workspace);
    expect(told).toEqual([{candidateNo: 12, problemId: 'PRB1'}]);
    await choose(workspace, 1, {status: 'fixed', fixedOn: '2026-03-01'});
    expect((await readCandidateEdits(workspace)).accepted).toEqual([]);
  });

  test('on what somebody has changed since is refused, with both states', async () => {
    const workspace = await place();
    await choose(workspace, 0, {status: 'watching'});
    await choose(workspace, 1, accepted, 'Bob');
    await expect(choose(workspace, 1, {status: 'new'}, 'Cid')).rejects.toMatchObject({
      status: 409,
      message:
        'PC-12 has changed since you looked: you saw watching by Ann on 2026-03-07 08:00 UTC (version 1); ' +
        'now it is accepted as PRB1 by Bob on 2026-03-07 08:00 UTC (version 2).',
    });
    await expect(choose(workspace, 0, {status: 'new'}, 'Cid')).rejects.toMatchObject({
      message: expect.stringContaining('you saw nothing decided (version 0)') as string,
    });
    expect(await readDecisions(workspace)).toMatchObject([{status: 'accepted', version: 2}]);
    expect(await readAuditTrail(workspace)).toHaveLength(2);
  });

  test('made by two at once is one person’s, and the other is told', async () => {
    const workspace = await place();
    const both = await Promise.allSettled(
      ['Ann', 'Bob'].map((by) => choose(workspace, 0, {status: 'watching'}, by)),
    );
    expect(both.map(({status}) => status)).toEqual(['fulfilled', 'rejected']);
    expect(await readDecisions(workspace)).toMatchObject([{by: 'Ann', version: 1}]);
  });

  test('leaves a trail with the state before and after', async () => {
    const workspace = await place();
    await choose(workspace, 0, {status: 'watching'});
    await choose(workspace, 1, accepted);
    expect(await readAuditTrail(workspace)).toMatchObject([
      {what: 'decided about candidate', subject: 'PC-12', before: null, after: {version: 1}},
      {by: 'Ann', before: {status: 'watching'}, after: {status: 'accepted', problemId: 'PRB1'}},
    ]);
  });

  test('is about a candidate that builds have found', async () => {
    const workspace = await place();
    const request = {candidateNo: 13, version: 0, choice: accepted, by: 'Ann', reason: ''};
    await expect(decide(workspace, request, {now: () => at})).rejects.toMatchObject({
      status: 404,
      message: 'There is no problem candidate PC-13.',
    });
  });
});
