import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {candidateNumber, statusOf} from '../../src/problems/candidate.ts';
import {candidateIncidents} from '../../src/problems/candidate-incidents.ts';
import {readCandidate} from '../../src/problems/read-candidate.ts';
import {readCandidates} from '../../src/problems/read-candidates.ts';
import {wordsWith} from '../../src/problems/words-with.ts';
import type {Database} from '../../src/warehouse/database.ts';
import {candidateDesk, decisionOn} from './candidate-desk.ts';

let desk: Database;

beforeAll(async () => {
  desk = await candidateDesk();
});
afterAll(() => desk.close());

describe('the list', () => {
  const dismissed = decisionOn(1, {status: 'dismissed', returnCount: 8, returnFactor: 1.5});

  test('is in the order of rank, with decisions, change and the curve of the window', async () => {
    const found = await readCandidates(desk, [decisionOn(2, {})]);
    expect(
      found.candidates.map(({name, status, changeSinceLast}) => [name, status, changeSinceLast]),
    ).toEqual([
      ['PC-1', 'new', 'grown'],
      ['PC-2', 'watching', 'merged'],
    ]);
    const [first] = found.candidates;
    expect(first?.weekCounts).toHaveLength(52);
    // The window ends with the week of the data's own clock: eight weeks after the last incident.
    expect(first?.weekCounts.slice(-9)).toEqual([3, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(first?.weekCounts.reduce((sum, each) => sum + each, 0)).toBe(60);
  });

  test('counts what there is and how few make 80 % of the hours', async () => {
    const {total, statusCounts, services, pareto} = await readCandidates(desk, [dismissed]);
    expect([total, services]).toEqual([2, ['Orders', 'Printing']]);
    expect(statusCounts.filter(({count}) => count > 0)).toEqual([
      {status: 'new', count: 1},
      {status: 'dismissed', count: 1},
    ]);
    expect(pareto).toEqual({candidateCount: 2, hoursLost: 160});
  });

  test.each<[object, string[]]>([
    [{statuses: ['watching']}, ['PC-2']],
    [{statuses: ['watching', 'new']}, ['PC-1', 'PC-2']],
    [{service: 'Orders'}, ['PC-1']],
    [{text: 'ORDER LIST'}, ['PC-1']],
    [{text: 'somewhere'}, ['PC-1']],
    [{text: 'inc61'}, ['PC-2']],
    [{text: 'pc-2'}, ['PC-2']],
    [{text: 'prb1'}, ['PC-1']],
    [{text: '%'}, []],
    [{sort: 'label'}, ['PC-1', 'PC-2']],
    [{sort: 'first_seen'}, ['PC-1', 'PC-2']],
  ])('takes %j', async (selection, names) => {
    const {candidates} = await readCandidates(desk, [decisionOn(2, {})], selection);
    expect(candidates.map(({name}) => name)).toEqual(names);
  });

  test('brings a dismissed one back when it has grown past what was dismissed, not before', () => {
    expect(statusOf(dismissed, {recentCount: 12})).toBe('dismissed');
    expect(statusOf(dismissed, {recentCount: 13})).toBe('returned');
    expect(statusOf(null, {recentCount: 13})).toBe('new');
  });
});

describe('one candidate', () => {
  test('comes with its evidence', async () => {
    const {candidate, weeks, values, wordings, representatives, boundary, ...rest} =
      await readCandidate(desk, 1, []);
    expect(candidate).toMatchObject({name: 'PC-1', problemId: 'PRB1', ciShare: 0.6});
    expect(weeks[0]).toEqual({weekStartedOn: '2015-09-07', incidentCount: 3, hoursLost: 6});
    expect(weeks.at(-1)).toEqual({weekStartedOn: '2016-03-14', incidentCount: 0, hoursLost: 0});
    expect(values[0]).toEqual({field: 'ci', value: 'erp-1', incidentCount: 30, share: 0.6});
    expect(wordings.map(({wordingKey}) => wordingKey)).toEqual(['k1', 'k2', 'k3']);
    expect(representatives.map(({number, words}) => [number, words])).toEqual([
      ['INC1', ['Order', 'list', 'shows', 'rows']],
      ['INC2', ['Zeilen', 'Größe']],
    ]);
    expect(boundary).toMatchObject([{number: 'INC20', words: ['Rows'], typicality: 0.2}]);
    expect(rest.newest).toHaveLength(10);
    expect(rest).toMatchObject({
      ...{events: [{kind: 'first seen'}], lineage: [{event: 'grown'}]},
      ...{knownProblems: [{number: 'PRB1', isQuiet: true}], help: {help: 'KB1'}, afterFix: null},
    });
  });

  test('that was merged says into which, by hand or by the build', async () => {
    await expect(readCandidate(desk, 7, [])).rejects.toMatchObject({
      status: 404,
      message: 'PC-7 has become part of PC-1.',
    });
    await expect(readCandidate(desk, 6, [])).rejects.toThrow('PC-6 has become part of PC-2.');
    await expect(readCandidate(desk, 9, [])).rejects.toThrow('has no problem candidate PC-9');
  });

  test('has as many incidents as it counts, a page at a time', async () => {
    const {total, incidents} = await candidateIncidents(desk, 1, {page: 2, pageSize: 25});
    expect([total, incidents.length]).toEqual([60, 25]);
    const last = await candidateIncidents(desk, 1, {page: 3, pageSize: 25});
    expect(last.incidents).toHaveLength(10);
  });
});

describe('a candidate that is said to be fixed', () => {
  const after = async (fixedOn: string) =>
    (await readCandidate(desk, 1, [decisionOn(1, {status: 'fixed', fixedOn})])).afterFix;

  test('has its curve before and after, without the week of the fix and the one that lasts', async () => {
    const found = await after('2016-01-27');
    expect(
      found?.weeks.filter(({side}) => side === 'neither').map(({weekStartedOn}) => weekStartedOn),
    ).toEqual(['2016-01-25', '2016-03-14']);
    expect(found?.effect).toMatchObject({
      ...{verdict: 'effect seen', ratio: 0},
      ...{before: {weekCount: 8}, after: {weekCount: 6, count: 0}},
    });
  });

  test('shows none while it goes on, and can’t be judged by three in eight weeks', async () => {
    expect((await after('2015-11-02'))?.effect.verdict).toBe('not yet');
    expect((await after('2016-03-15'))?.effect).toMatchObject({
      ...{verdict: 'cannot tell', after: {weekCount: 0}},
      reason: 'It is too rare: even half as many would not stand out within a year.',
    });
  });

  test('has its verdict in the list', async () => {
    const fixed = decisionOn(1, {status: 'fixed', fixedOn: '2016-01-27'});
    const {candidates} = await readCandidates(desk, [fixed]);
    expect(candidates.map(({afterFix}) => afterFix?.verdict ?? null)).toEqual([
      'effect seen',
      null,
    ]);
  });
});

test('words begin with stems whatever their accents and capitals', () => {
  expect(wordsWith('Straße gesperrt, STRASSEN-Sperre', ['strass'])).toEqual(['Straße', 'STRASSEN']);
  expect(wordsWith('nothing', [])).toEqual([]);
});

test.each([
  ['PC-12', 12],
  ['pc-3', 3],
  ['7', 7],
])('%s is candidate %d', (name, number) => expect(candidateNumber(name)).toBe(number));

test.each(['PC-0', 'PC-', 'PRB1', '1e3', 'PC-12 or', '-1'])('%s is none', (name) =>
  expect(() => candidateNumber(name)).toThrow('is no problem candidate'),
);
