import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {silentLog} from '../../src/base/log.ts';
import {packagePath} from '../../src/base/package-root.ts';
import {silentProgress} from '../../src/base/progress.ts';
import {readConfig} from '../../src/config/read-config.ts';
import {build} from '../../src/models/build.ts';
import {currentInputsHash} from '../../src/models/inputs-hash.ts';
import {decide, readDecisions} from '../../src/register/candidate-decisions.ts';
import {
  mergeCandidates,
  splitCandidate,
  unmergeCandidate,
} from '../../src/register/candidate-edits.ts';
import {readKnownCandidates} from '../../src/register/known-candidates.ts';
import {currentBuild} from '../../src/warehouse/build-files.ts';
import {openDatabase} from '../../src/warehouse/database.ts';
import {openPublished} from '../../src/warehouse/publish.ts';
import {emptyWorkspace, landTwoRecords, writeFiles} from './workspace-fixture.ts';
import {landOneMore, landSmall, temporaryWorkspace} from '../server/small-workspace.ts';

const {workspace, remove} = temporaryWorkspace();
const now = () => new Date('2016-03-21T09:00:00Z');
const who = {by: 'Ann', reason: ''};

beforeAll(async () => {
  await landSmall(workspace);
  const landing = await openDatabase(workspace.landingFile);
  await landing.run(`update record_version set title = case row_hash % 3
    when 0 then if(row_hash % 2 = 0, 'Order list shows no rows in screen',
      'Order list shows no rows in screen after update')
    when 1 then 'Scanner at gate loses its battery charge'
    else 'Question ' || md5(row_hash::varchar) end`);
  landing.close();
});
afterAll(remove);

async function rebuilt() {
  const log = silentLog;
  const config = await readConfig(workspace);
  const {inputsHash} = await build(workspace, config, {log, progress: silentProgress, now});
  const database = await openPublished(workspace);
  try {
    const candidates = await database.query<{no: number; n: number; label: string; key: string}>(
      `select c.candidate_no as no, c.label, c.incident_count as n,
         (select min(wording_key) from marts.candidate_wording as w
          where w.candidate_no = c.candidate_no and w.wording like '%update') as key
       from marts.dim_candidate as c order by 1`,
    );
    return {inputsHash, candidates};
  } finally {
    database.close();
  }
}

const hash = async () =>
  currentInputsHash(workspace, await readConfig(workspace), packagePath('sql'));

describe('builds', () => {
  test('keep numbers, decisions, merges and splits, and are not stale for what they remember', async () => {
    const first = await rebuilt();
    expect(await hash()).toBe(first.inputsHash);
    const {candidates} = await readKnownCandidates(workspace);
    expect(candidates.map(({candidateNo, incidentCount}) => [candidateNo, incidentCount])).toEqual(
      first.candidates.map(({no, n}) => [no, n]),
    );
    const wide = first.candidates.find(({key}) => key !== null);
    const other = first.candidates.find(({key}) => key === null);
    if (!wide || !other) throw new Error('the desk needs two faults');
    const choice = {status: 'watching'} as const;
    await decide(workspace, {candidateNo: wide.no, version: 0, choice, ...who}, {now});
    // Who watches what makes no figure another; what belongs together does.
    expect(await hash()).toBe(first.inputsHash);
    await mergeCandidates(workspace, {from: other.no, into: wide.no, ...who}, {now});
    expect(await hash()).not.toBe(first.inputsHash);
    const split = {candidateNo: wide.no, wordingKeys: [wide.key ?? ''], ...who};
    const {newCandidateNo} = await splitCandidate(workspace, split, {now});
    const second = await rebuilt();
    const counts = new Map(second.candidates.map(({no, n}) => [no, n]));
    expect(counts.has(other.no)).toBe(false);
    expect(counts.get(newCandidateNo)).toBeGreaterThan(10);
    expect((counts.get(wide.no) ?? 0) + (counts.get(newCandidateNo) ?? 0)).toBe(wide.n + other.n);
    await landOneMore(workspace, 'INC9001');
    const third = await rebuilt();
    expect(third.candidates.map(({no}) => no)).toEqual(second.candidates.map(({no}) => no));
    expect(await readDecisions(workspace)).toMatchObject([
      {candidateNo: wide.no, status: 'watching'},
    ]);
    await unmergeCandidate(workspace, {candidateNo: other.no, ...who}, {now});
    const fourth = await rebuilt();
    expect(fourth.candidates.find(({no}) => no === other.no)?.n).toBe(other.n);
  }, 180_000);

  test('are published though their candidates can’t be remembered, with a warning', async () => {
    const empty = await emptyWorkspace();
    await landTwoRecords(empty);
    const sqlDirectory = join(empty.directory, 'sql');
    await writeFiles(sqlDirectory, {
      'marts/dim_candidate.sql': `-- A candidate without a label.
-- @grain candidate_no
select
  1 as candidate_no,         -- Number
  null::varchar as label,    -- None
  1 as incident_count        -- Incidents
`,
      'marts/dim_record.sql': `-- Records.
-- @grain record_no
select
  1 as record_no,            -- Number
  'desk' as source,          -- Source
  'A' as record_id           -- Id
`,
      'marts/fct_candidate_incident.sql': `-- Members.
-- @grain candidate_no, record_no
select
  1 as candidate_no,         -- Candidate
  1 as record_no             -- Record
`,
    });
    const warnings: string[] = [];
    const log = {...silentLog, warn: (message: string) => void warnings.push(message)};
    const effects = {log, progress: silentProgress, now, sqlDirectory};
    const built = await build(empty, await readConfig(empty), effects);
    expect(await currentBuild(empty)).toBe(built.build);
    expect(warnings).toEqual([expect.stringContaining('could not be remembered')]);
  });
});
