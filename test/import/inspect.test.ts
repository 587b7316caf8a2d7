import {existsSync} from 'node:fs';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {packagePath} from '../../src/base/package-root.ts';
import {inspectFile, type Inspection, type InspectOptions} from '../../src/import/inspect.ts';
import {loadConnectors} from '../../src/import/load-connectors.ts';
import {ambiguousExport, germanExport, oddExport} from './tools.ts';

let directory: string;
let connectors: InspectOptions['connectors'];

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'meantime-inspect-'));
  connectors = await loadConnectors();
});
afterAll(() => rm(directory, {recursive: true, force: true}));

async function inspected(
  name: string,
  content: string | Buffer,
  options: Partial<InspectOptions> = {},
): Promise<Inspection> {
  const path = join(directory, name);
  await writeFile(path, content);
  return inspectFile(path, {connectors, ...options});
}

function fieldHeaders({fields}: Inspection): Record<string, string | null> {
  return Object.fromEntries(fields.map(({field, header}) => [field, header]));
}

function openedRule(proposal: Inspection['proposal']): unknown {
  return (proposal!.connector.shapes[0]!.fields as Record<string, unknown>).opened_at;
}

describe('a German semicolon file in windows-1252', () => {
  const bytes = Buffer.from(germanExport, 'latin1');

  test('has every telling column proposed for its field', async () => {
    const inspection = await inspected('vorgaenge.csv', bytes);
    expect(inspection).toMatchObject({encoding: 'windows-1252', delimiter: ';', rowCount: 6});
    expect(fieldHeaders(inspection)).toEqual({
      number: 'Vorgangsnr',
      title: 'Betreff',
      location: 'Standort',
      requester: 'Melder',
      priority: 'Wichtigkeit',
      status: 'Zustand',
      assignment_group: 'Bearbeitergruppe',
      assignee: 'Bearbeiter',
      opened_at: 'Angelegt am',
      resolved_at: 'Gelöst am',
    });
    expect(inspection.unmappedColumns).toEqual(['Kostenstelle']);
  });

  test('has its statuses and priorities mapped, and the one nobody can guess left open', async () => {
    const {proposal, unmappedValues} = await inspected('vorgaenge.csv', bytes);
    const {fields} = proposal!.connector.shapes[0]!;
    expect(fields).toMatchObject({
      status: {
        values: {
          Neu: 'new',
          'In Bearbeitung': 'in_progress',
          'Wartet auf Anwender': {is: 'on_hold', stops_clock: true},
          Gelöst: 'resolved',
          Geschlossen: 'closed',
        },
      },
      priority: {values: {'sehr hoch': 'P1', hoch: 'P2', mittel: 'P3', niedrig: 'P4'}},
    });
    expect(unmappedValues).toEqual([{field: 'status', value: 'Schwebend', rowCount: 1}]);
  });

  test('proves its dates day first by a value, and asks for the zone only', async () => {
    const {fields, proposal, questions} = await inspected('vorgaenge.csv', bytes);
    const opened = fields.find(({field}) => field === 'opened_at');
    expect(opened?.format).toBe('%d.%m.%Y %H:%M');
    const column = proposal!.placements.find(({field}) => field === 'opened_at')!.column;
    expect(column.dates?.proof).toMatch(/^day first: “\d\d\.\d\d\.2024 \d\d:\d\d” cannot/);
    expect(questions.filter((question) => question.includes('--timezone'))).toHaveLength(1);
    expect(questions.join()).not.toContain('--date-order');
  });

  test('is not asked for a zone that was stated', async () => {
    const {questions} = await inspected('vorgaenge.csv', bytes, {zone: 'Europe/Berlin'});
    expect(questions.join()).not.toContain('--timezone');
  });
});

describe('a file with odd headers', () => {
  test('is placed by parts of headers and by values', async () => {
    const inspection = await inspected('cases.csv', oddExport);
    expect(fieldHeaders(inspection)).toMatchObject({
      number: 'Case Ref',
      title: 'Headline',
      opened_at: 'Raised On',
      resolved_at: 'Fixed On',
      status: 'Stage',
      priority: 'Sev',
      assignment_group: 'Handled By Team',
      assignee: 'Current Owner',
      channel: 'Reported Via',
    });
    expect(inspection.unmappedColumns).toEqual(['Widget Colour']);
  });

  test('has the direction of bare numbers read from the times to resolve, and confirmed by a person', async () => {
    const {proposal, questions} = await inspected('cases.csv', oddExport);
    expect(proposal!.connector.shapes[0]!.fields).toMatchObject({
      priority: {values: {'5': 'P1', '4': 'P2', '3': 'P3', '2': 'P4', '1': 'P5'}},
    });
    expect(questions.join('\n')).toMatch(
      /Is 5 the most urgent priority\?.*median 25\u202fh.*1\.0\u202fh/,
    );
  });
});

describe('dates that fit both orders', () => {
  test('are a question with both formats, never a guess', async () => {
    const {questions, proposal} = await inspected('both.csv', ambiguousExport);
    expect(openedRule(proposal)).toEqual({
      time: 'Created',
      formats: expect.arrayContaining(['%d/%m/%Y %H:%M', '%m/%d/%Y %H:%M']),
    });
    expect(questions.join('\n')).toContain('--date-order');
  });

  test('follow the order that another column of the file proves', async () => {
    const proven = ambiguousExport.replace('07/06/2024 09:30', '23/06/2024 09:30');
    const {questions, proposal} = await inspected('proven.csv', proven);
    expect(openedRule(proposal)).toEqual({
      time: 'Created',
      formats: ['%d/%m/%Y %H:%M'],
    });
    expect(questions.join('\n')).not.toContain('--date-order');
  });
});

describe('what cannot be imported', () => {
  test('is said as an obstacle, with what to export instead', async () => {
    const {warnings} = await inspected('words.csv', 'foo,bar\none,two\nthree,four\n');
    expect(warnings).toEqual([
      'No column identifies an incident: export its number or id too.',
      'No column says when an incident was opened: export the creation time too.',
    ]);
  });

  test('JSON without a list is refused with the way out', async () => {
    await expect(inspected('x.json', '[{"foo": 1}, {"foo": 2}]')).rejects.toMatchObject({
      message: expect.stringContaining('JSON without a list of objects'),
      remedy: expect.stringContaining('CSV'),
    });
  });
});

describe.runIf(existsSync(packagePath('pipelines', 'servicenow.yaml')))('a known export', () => {
  const list = [
    'number,opened_at,short_description,priority,state,assignment_group,sys_updated_on,u_floor',
    'INC0000001,2024-01-29 08:00:00,Mail is slow,2 - High,In Progress,Mail,2024-01-29 09:00:00,3',
    'INC0000002,2024-01-30 08:00:00,Mail is down,1 - Critical,Somewhere,Mail,2024-01-30 09:00:00,4',
    '',
  ].join('\n');

  test('shows connector, reason, formats, samples, attributes and unknown values', async () => {
    const inspection = await inspected('incident.csv', list);
    expect(inspection.proposal).toBeNull();
    expect(inspection.chosen).toMatchObject({
      connector: 'servicenow',
      grain: 'incident',
      missing: [],
    });
    const opened = inspection.fields.find(({field}) => field === 'opened_at');
    expect(opened).toEqual({
      field: 'opened_at',
      header: 'opened_at',
      position: 1,
      isComputed: false,
      format: '%Y-%m-%d %H:%M:%S',
      samples: ['2024-01-29 08:00:00', '2024-01-30 08:00:00'],
      filledShare: 1,
      unreadCount: 0,
    });
    expect(inspection.unmappedColumns).toEqual(['u_floor']);
    expect(inspection.unmappedValues).toEqual([{field: 'status', value: 'Somewhere', rowCount: 1}]);
    expect(inspection.questions.join()).toContain('--timezone');
  });

  test('gets a proposal all the same when asked for', async () => {
    const {proposal} = await inspected('incident.csv', list, {isProposalWanted: true});
    expect(proposal?.connector.id).toBe('incident');
  });
});

const shared = resolve(packagePath(), '../shared/data');

describe.skipIf(!existsSync(shared))(
  'real exports (skipped where ../shared/data is missing)',
  () => {
    test('a Zendesk ticket table is proposed with its times and states', async () => {
      const path = join(shared, 'zendesk/ticket_data.csv');
      const inspection = await inspectFile(path, {connectors, isProposalWanted: true});
      expect(fieldHeaders(inspection)).toMatchObject({
        record_id: 'id',
        title: 'subject',
        status: 'status',
        opened_at: 'created_at',
        updated_at: 'updated_at',
        assignment_group: 'group_id',
      });
    });

    test('a list without id and times says what is in the way', async () => {
      const path = join(shared, 'text/tickets_en.csv');
      const {rowCount, proposal} = await inspectFile(path, {connectors});
      expect(rowCount).toBe(5431);
      expect(proposal?.obstacles).toHaveLength(2);
    });
  },
);
