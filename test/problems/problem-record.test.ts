import Papa from 'papaparse';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {problemRecord} from '../../src/problems/problem-record.ts';
import {readCandidate, type CandidateDetail} from '../../src/problems/read-candidate.ts';
import type {recordForms} from '../../src/problems/record-exports.ts';
import {recordFile} from '../../src/server/record-file.ts';
import type {Database} from '../../src/warehouse/database.ts';
import {candidateDesk} from './candidate-desk.ts';

const asOf = new Date('2016-03-17T11:00:00Z');
let desk: Database;
let details: CandidateDetail[];

beforeAll(async () => {
  desk = await candidateDesk();
  details = [await readCandidate(desk, 1, []), await readCandidate(desk, 2, [])];
});
afterAll(() => desk.close());

const first = () => details.slice(0, 1);
const written = (form: (typeof recordForms)[number], project: string | null = null) =>
  recordFile(first(), {form, asOf, project});

describe('a problem record', () => {
  test('tells what happens, what it costs, where, and which incidents', () => {
    const record = problemRecord(first()[0]!, {asOf});
    expect(record).toMatchObject({
      ...{candidate: 'PC-1', title: 'Order list shows no rows', service: 'Orders', ci: 'erp-1'},
      ...{assignmentGroup: 'ERP', workaround: 'Rebuild the index'},
    });
    for (const text of [
      '60 incidents in 52 weeks (12 in the last 8), in 20 different weeks, from 50 requesters and 3 locations.',
      '120 h lost; halving it would save 60 h a year.',
      '- Order list shows no rows (40)',
      '- CI: erp-1 (60 %), erp-2 (40 %)',
      '- INC1 (2015-09-14)',
      'Resolved by (50 % of those with notes): Rebuild the index',
      'Article: KB1, used 5 times',
      'Linked already: PRB1',
      'Source: problem candidate PC-1, found by Meantime in data to 2016-03-17.',
    ])
      expect(record.description).toContain(text);
    // Only texts without personal data: titles of incidents are not.
    expect(record.description).not.toContain('Title ');
  });

  test('leaves out what is of no most of its incidents', () => {
    expect(problemRecord(details[1]!, {asOf})).toMatchObject({ci: null, candidate: 'PC-2'});
  });
});

describe('for ServiceNow', () => {
  test('is a body of the table API, in names of its problem table', () => {
    const body = JSON.parse(written('servicenow').text) as Record<string, string>;
    expect(Object.keys(body).sort()).toEqual([
      ...['assignment_group', 'business_service', 'category', 'cmdb_ci', 'correlation_display'],
      ...['correlation_id', 'description', 'short_description', 'workaround'],
    ]);
    expect(body).toMatchObject({cmdb_ci: 'erp-1', correlation_id: 'PC-1'});
    expect(Object.values(body).every((value) => typeof value === 'string')).toBe(true);
  });

  test('is a row of an import file, whatever stands in its text', () => {
    const {text} = recordFile(details, {form: 'servicenow-csv', asOf, project: null});
    const rows = cellsOf(text);
    expect(rows).toHaveLength(3);
    expect(rows[0]?.slice(0, 4)).toEqual([
      ...['short_description', 'description', 'business_service', 'cmdb_ci'],
    ]);
    expect(rows[2]?.slice(2, 5)).toEqual(['Printing', '', 'Software']);
    expect(rows[1]?.[1]).toContain('\n');
  });

  test('has a title of 160 characters at most', () => {
    const [detail] = first();
    const long = {...detail!, candidate: {...detail!.candidate, label: 'x'.repeat(400)}};
    const body = JSON.parse(
      recordFile([long], {form: 'servicenow', asOf, project: null}).text,
    ) as Record<string, string>;
    expect(body['short_description']).toHaveLength(160);
  });
});

describe('for Jira', () => {
  test('is a body that creates an issue in the project named', () => {
    const {fields} = JSON.parse(written('jira', 'OPS').text) as {fields: Record<string, unknown>};
    expect(fields).toMatchObject({
      ...{project: {key: 'OPS'}, issuetype: {name: '[System] Problem'}},
      ...{summary: 'Order list shows no rows', labels: ['meantime', 'PC-1']},
    });
    expect(typeof fields['description']).toBe('string');
  });

  test.each([
    [null, 'needs the project'],
    ['ops 1', 'is no key of a Jira project'],
  ])('needs a project, not %s', (project, says) =>
    expect(() => written('jira', project)).toThrow(says),
  );

  test('is a row of its CSV import, with a column a label', () => {
    const [head, row] = cellsOf(written('jira-csv').text);
    expect(head).toEqual(['Summary', 'Issue Type', 'Description', 'Labels', 'Labels']);
    expect([row?.[0], row?.[1], row?.[3], row?.[4]]).toEqual([
      ...['Order list shows no rows', '[System] Problem', 'meantime', 'PC-1'],
    ]);
  });
});

test('is text to paste', () => {
  const {text, extension} = written('text');
  expect(extension).toBe('txt');
  expect(text.startsWith('Order list shows no rows\n\nWhat keeps happening')).toBe(true);
  expect(text).toContain('Suggested owner: ERP');
});

function cellsOf(csv: string): string[][] {
  return Papa.parse<string[]>(csv, {skipEmptyLines: true}).data;
}
