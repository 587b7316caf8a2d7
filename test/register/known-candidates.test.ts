import {existsSync, mkdtempSync, rmSync, statSync} from 'node:fs';
import {createHash} from 'node:crypto';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, expect, onTestFinished, test} from 'vitest';
import {workspaceAt, type Workspace} from '../../src/config/workspace.ts';
import {decide, readDecisions} from '../../src/register/candidate-decisions.ts';
import {
  mergeCandidates,
  readCandidateEdits,
  splitCandidate,
} from '../../src/register/candidate-edits.ts';
import {readKnownCandidates, rememberCandidates} from '../../src/register/known-candidates.ts';
import {changeRegister} from '../../src/register/register-file.ts';
import {openDatabase} from '../../src/warehouse/database.ts';
import {candidateMarts, type BuiltCandidate} from './candidate-marts.ts';

const now = () => new Date('2026-03-07T08:00:00Z');
const who = {by: 'Ann', reason: ''};

function emptyPlace(): Workspace {
  const directory = mkdtempSync(join(tmpdir(), 'meantime-register-'));
  onTestFinished(() => rmSync(directory, {recursive: true, force: true}));
  return workspaceAt(directory);
}

async function remember(
  workspace: Workspace,
  candidates: BuiltCandidate[],
  options: Parameters<typeof candidateMarts>[1] = {},
): Promise<number> {
  const build = await candidateMarts(candidates, options);
  try {
    return await rememberCandidates(workspace, build);
  } finally {
    build.close();
  }
}

const many = (count: number, prefix = 'i') =>
  Array.from({length: count}, (_, index) => `${prefix}${index}`);

async function idsOf(workspace: Workspace, no: number): Promise<string[]> {
  const {members} = await readKnownCandidates(workspace);
  return members.filter(({candidateNo}) => candidateNo === no).map(({recordId}) => recordId);
}

describe('remembered candidates', () => {
  test('are those of the build, with the 200 incidents of the lowest hashes', async () => {
    const workspace = emptyPlace();
    const ids = many(500);
    expect(
      await remember(workspace, [
        {no: 1, ids},
        {no: 2, ids: ['i1', 'x']},
      ]),
    ).toBe(2);
    const {candidates} = await readKnownCandidates(workspace);
    expect(candidates).toEqual([
      {candidateNo: 1, label: 'Candidate 1', incidentCount: 500, isGone: false},
      {candidateNo: 2, label: 'Candidate 2', incidentCount: 2, isGone: false},
    ]);
    const hash = (id: string) => createHash('md5').update(`desk:${id}`).digest('hex');
    const lowest = [...ids].sort((a, b) => (hash(a) < hash(b) ? -1 : 1)).slice(0, 200);
    expect(await idsOf(workspace, 1)).toEqual(lowest.sort());
    expect(await idsOf(workspace, 2)).toEqual(['i1', 'x']);
  });

  test('that vanish are gone but known, and come back under their number', async () => {
    const workspace = emptyPlace();
    const [one, two] = [
      {no: 1, ids: ['a', 'b']},
      {no: 2, ids: ['c']},
    ];
    await remember(workspace, [one, two]);
    await remember(workspace, [one]);
    const {candidates} = await readKnownCandidates(workspace);
    expect(candidates.map(({candidateNo, isGone}) => [candidateNo, isGone])).toEqual([
      [1, false],
      [2, true],
    ]);
    expect(await idsOf(workspace, 2)).toEqual(['c']);
    await remember(workspace, [one, {...two, ids: ['c', 'd']}]);
    expect((await readKnownCandidates(workspace)).candidates[1]).toMatchObject({isGone: false});
    expect(await idsOf(workspace, 2)).toEqual(['c', 'd']);
  });

  test('twice change nothing, not even the file', async () => {
    const workspace = emptyPlace();
    const built = [
      {no: 1, ids: many(300)},
      {no: 2, ids: ['x']},
    ];
    await remember(workspace, built);
    const before = await readKnownCandidates(workspace);
    const written = statSync(workspace.registerFile).mtimeMs;
    await remember(workspace, built);
    expect(await readKnownCandidates(workspace)).toEqual(before);
    expect(statSync(workspace.registerFile).mtimeMs).toBe(written);
  });

  test('leave decisions as they are', async () => {
    const workspace = emptyPlace();
    await remember(workspace, [{no: 1, ids: ['a']}]);
    const choice = {status: 'accepted', problemId: 'PRB1'} as const;
    await decide(workspace, {candidateNo: 1, version: 0, choice, ...who}, {now});
    const before = await readDecisions(workspace);
    await remember(workspace, [{no: 2, ids: ['b']}]);
    expect(await readDecisions(workspace)).toEqual(before);
  });

  test('are none of a build without candidates, which makes no register', async () => {
    const workspace = emptyPlace();
    expect(await remember(workspace, [])).toBe(0);
    const build = await openDatabase(':memory:');
    expect(await rememberCandidates(workspace, build)).toBe(0);
    build.close();
    expect(existsSync(workspace.registerFile)).toBe(false);
  });

  test('keep the sample of what others were merged into, so that both are known apart', async () => {
    const workspace = emptyPlace();
    await remember(workspace, [
      {no: 1, ids: ['a', 'b']},
      {no: 2, ids: ['c']},
    ]);
    const together = {no: 1, ids: ['a', 'b', 'c', 'e']};
    await remember(workspace, [together], {merges: [[2, 1]]});
    expect(await idsOf(workspace, 1)).toEqual(['a', 'b']);
    expect(await idsOf(workspace, 2)).toEqual(['c']);
    // The merge is taken back.
    await remember(workspace, [
      {no: 1, ids: ['a', 'b', 'e']},
      {no: 2, ids: ['c']},
    ]);
    expect(await idsOf(workspace, 1)).toEqual(['a', 'b', 'e']);
  });

  test('don’t take the number a split was given while the build was under way', async () => {
    const workspace = emptyPlace();
    await remember(workspace, [{no: 1, ids: ['a']}]);
    const split = await splitCandidate(
      workspace,
      {candidateNo: 1, wordingKeys: ['key'], ...who},
      {now},
    );
    expect(split).toEqual({newCandidateNo: 2});
    const found = [
      {no: 1, ids: ['a']},
      {no: 2, label: 'Another thing', ids: ['z']},
    ];
    await remember(workspace, found);
    expect((await readKnownCandidates(workspace)).candidates[1]).toMatchObject({
      ...{candidateNo: 2, label: 'Split from PC-1', isGone: true},
    });
    await remember(workspace, [{no: 2, label: 'Split off', ids: ['a']}], {splits: [2]});
    expect((await readKnownCandidates(workspace)).candidates[1]).toMatchObject({
      ...{label: 'Split off', isGone: false},
    });
  });

  test('stay whole when remembering breaks off half way', async () => {
    const workspace = emptyPlace();
    await remember(workspace, [{no: 1, ids: ['a', 'b']}]);
    const before = await readKnownCandidates(workspace);
    const failing = changeRegister(workspace, async (session) => {
      await session.run('delete from known_candidate_member; delete from known_candidate');
      throw new Error('half way');
    });
    await expect(failing).rejects.toThrow('half way');
    expect(await readKnownCandidates(workspace)).toEqual(before);
  });
});

describe('merges and splits', () => {
  async function three(): Promise<Workspace> {
    const workspace = emptyPlace();
    await remember(
      workspace,
      [1, 2, 3].map((no) => ({no, ids: [`i${no}`]})),
    );
    return workspace;
  }

  test('lead to where things end up', async () => {
    const workspace = await three();
    await mergeCandidates(workspace, {from: 3, into: 2, ...who}, {now});
    await mergeCandidates(workspace, {from: 2, into: 1, ...who}, {now});
    expect((await readCandidateEdits(workspace)).merges).toEqual([
      {from: 2, into: 1},
      {from: 3, into: 1},
    ]);
    const refused = {status: 409, message: 'PC-3 was merged into PC-2 already.'};
    for (const [from, into] of [
      [3, 1],
      [1, 3],
    ] as const)
      await expect(mergeCandidates(workspace, {from, into, ...who}, {now})).rejects.toMatchObject(
        refused,
      );
    await expect(
      mergeCandidates(workspace, {from: 1, into: 9, ...who}, {now}),
    ).rejects.toMatchObject({status: 404});
    await expect(
      mergeCandidates(workspace, {from: 1, into: 1, ...who}, {now}),
    ).rejects.toMatchObject({status: 400});
  });

  test('take a decision along where there is none yet', async () => {
    const workspace = await three();
    const choice = {status: 'accepted', problemId: 'PRB1'} as const;
    await decide(workspace, {candidateNo: 3, version: 0, choice, ...who}, {now});
    await decide(
      workspace,
      {candidateNo: 1, version: 0, choice: {status: 'watching'}, ...who},
      {now},
    );
    await mergeCandidates(workspace, {from: 3, into: 2, ...who}, {now});
    await mergeCandidates(workspace, {from: 2, into: 1, ...who}, {now});
    const held = (await readDecisions(workspace)).map(({candidateNo, status, version}) => [
      ...[candidateNo, status, version],
    ]);
    expect(held).toEqual([
      [1, 'watching', 1],
      [2, 'accepted', 1],
      [3, 'accepted', 1],
    ]);
  });

  test('give each split a number of its own, and refuse a wording twice', async () => {
    const workspace = await three();
    const split = (wordingKeys: string[]) =>
      splitCandidate(workspace, {candidateNo: 1, wordingKeys, ...who}, {now});
    expect([await split(['k', 'l', 'k']), await split(['m'])]).toEqual([
      {newCandidateNo: 4},
      {newCandidateNo: 5},
    ]);
    expect((await readCandidateEdits(workspace)).splits).toEqual([
      {candidateNo: 1, wordingKey: 'k', newCandidateNo: 4},
      {candidateNo: 1, wordingKey: 'l', newCandidateNo: 4},
      {candidateNo: 1, wordingKey: 'm', newCandidateNo: 5},
    ]);
    await expect(split(['n', 'l'])).rejects.toMatchObject({
      status: 409,
      message: 'The wording l was split from PC-1 into PC-4 already.',
    });
    expect((await readKnownCandidates(workspace)).candidates).toHaveLength(5);
  });
});
