import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {labelsOf} from '../../fixtures/generator/problem-truth.ts';
import type {Workspace} from '../../src/config/workspace.ts';
import type {Database} from '../../src/warehouse/database.ts';
import {openPublished} from '../../src/warehouse/publish.ts';
import {clusterAgreement, type Placed} from '../bench/cluster-agreement.ts';
import {demoWorkspace} from '../demo-workspace.ts';
import {truth} from '../fixtures/committed.ts';
import {candidateMemory, foundIn, type FoundCandidate} from './demo-candidates.ts';

interface Told {
  number: string;
  candidateNo: number | null;
}

/** What keeps coming back in the demo is found, ranked and known again: truth.json. */
describe('problem candidates of the demo', () => {
  const labels = labelsOf(truth);
  let workspace: Workspace;
  let database: Database;
  let asOf: string;
  let told: Told[];

  beforeAll(async () => {
    workspace = await demoWorkspace();
    database = await openPublished(workspace);
    [{asOf}] = (await database.query<{asOf: string}>(
      'select as_of::varchar as "asOf" from settings.workspace',
    )) as [{asOf: string}];
    told = await database.query<Told>(
      `select f.number, c.candidate_no as "candidateNo"
       from marts.fct_incident as f
       left join marts.fct_candidate_incident as c
         on c.record_no = f.record_no and list_has_any(c.evidence, ['text', 'workaround'])
       where not f.is_cancelled`,
    );
  });
  afterAll(() => database.close());

  /** The candidate with most of a problem's incidents, and how many of all it has. */
  function candidateOf(label: string): {candidateNo: number; share: number} {
    const members = told.filter(({number}) => labels.get(number) === label);
    const counts = new Map<number, number>();
    for (const {candidateNo} of members)
      if (candidateNo !== null) counts.set(candidateNo, (counts.get(candidateNo) ?? 0) + 1);
    const [best] = [...counts].sort(([, a], [, b]) => b - a);
    return {candidateNo: best?.[0] ?? 0, share: (best?.[1] ?? 0) / members.length};
  }

  const planted = truth.recurringProblems;

  test.each(['one class', 'singletons'] as const)(
    'agree with what was planted, noise taken as %s',
    (noiseAs) => {
      const placed = told.flatMap(({number, candidateNo}): Placed[] => {
        const label = labels.get(number);
        if (label !== undefined && !label.startsWith('planted:')) return [];
        return [{class: label ?? null, cluster: candidateNo?.toString() ?? null, count: 1}];
      });
      const {vMeasure, adjustedRand} = clusterAgreement(placed, noiseAs);
      expect(vMeasure).toBeGreaterThanOrEqual(0.92);
      expect(adjustedRand).toBeGreaterThanOrEqual(0.85);
    },
  );

  test('hold most of each planted problem, all in the first twenty', async () => {
    const ranks = new Map(
      (await foundIn(database)).map(({candidateNo, rank}) => [candidateNo, rank] as const),
    );
    const found = planted.map(({key}) => ({key, ...candidateOf(`planted:${key}`)}));
    expect(found.filter(({share}) => share < 0.6)).toEqual([]);
    expect(found.filter(({candidateNo}) => (ranks.get(candidateNo) ?? Infinity) > 20)).toEqual([]);
    expect(new Set(found.map(({candidateNo}) => candidateNo)).size).toBe(planted.length);
  });

  test('have no noise and no routine demand in the first ten', async () => {
    const labelOf = new Map(told.map(({number}) => [number, labels.get(number)]));
    const rows = await database.query<{candidate_no: number; label: string; numbers: string[]}>(
      `select c.candidate_no, c.label, list(f.number) as numbers
       from marts.dim_candidate as c
       join marts.fct_candidate_incident as i on i.candidate_no = c.candidate_no
       join marts.fct_incident as f on f.record_no = i.record_no
       where c.rank <= 10
       group by all`,
    );
    expect(rows).toHaveLength(10);
    const mostlyElse = rows.filter(({numbers}) => {
      const isPlanted = (number: string) => labelOf.get(number)?.startsWith('planted:') ?? false;
      return numbers.filter(isPlanted).length < 0.5 * numbers.length;
    });
    expect(mostlyElse).toEqual([]);
  });

  test('show the fixed one as silent since the change that fixed it', async () => {
    const {key, change} = truth.fixedProblem;
    const {candidateNo} = candidateOf(`planted:${key}`);
    const rows = await database.query(
      `select is_silent, silent_after_change from marts.dim_candidate where candidate_no = $no`,
      {no: candidateNo},
    );
    expect(rows).toEqual([{is_silent: true, silent_after_change: change}]);
  });

  test(
    'are the same, with their numbers, labels and ranks, in any order of rows on any number of threads',
    {timeout: 240_000},
    async () => {
      const memory = candidateMemory();
      const again = await memory.find({workspace, asOf, threads: 3, shuffle: 'another order'});
      memory.forget();
      expect(again).toEqual(await foundIn(database));
    },
  );

  test('keep their numbers when a month is added', {timeout: 240_000}, async () => {
    const memory = candidateMemory();
    const [{before}] = (await database.query<{before: string}>(
      `select ($as_of::timestamptz - to_days(31))::varchar as before`,
      {as_of: asOf},
    )) as [{before: string}];
    const earlier = await memory.find({workspace, asOf: before, threads: 2, shuffle: 'earlier'});
    const later = await memory.find({workspace, asOf, threads: 2, shuffle: 'later'});
    memory.forget();
    const unchanged = earlier.flatMap((old) => {
      const same = later.find((each) => isUnchanged(old, each));
      return same ? [{before: old.candidateNo, after: same.candidateNo}] : [];
    });
    expect(unchanged.length).toBeGreaterThan(30);
    const kept = unchanged.filter((each) => each.before === each.after);
    expect(kept.length / unchanged.length).toBeGreaterThanOrEqual(0.95);
    // New ones have numbers that the month before knew nothing of.
    const known = new Set(earlier.map(({candidateNo}) => candidateNo));
    const highest = Math.max(...known);
    const fresh = later.filter(({candidateNo}) => !known.has(candidateNo));
    expect(fresh.filter(({candidateNo}) => candidateNo <= highest)).toEqual([]);
  });

  /** Nearly all its incidents are still together, and with few others. */
  function isUnchanged(old: FoundCandidate, now: FoundCandidate): boolean {
    const had = new Set(old.incidents);
    const kept = now.incidents.filter((each) => had.has(each)).length;
    return kept >= 0.9 * had.size && now.incidents.length <= 1.5 * had.size;
  }
});
