import {describe, expect, test} from 'vitest';
import {parseConnector} from '../../src/import/connector.ts';
import {headerScores, proposableFields} from '../../src/import/propose-headers.ts';
import {priorityOf, recordTypeOf, statusOf} from '../../src/import/propose-values.ts';
import {proposeConnector, type Proposal} from '../../src/import/propose.ts';
import {proposalYaml} from '../../src/import/propose-yaml.ts';
import {proposedId, proposedTitle} from '../../src/import/proposed-id.ts';
import {recordFields} from '../../src/import/canonical-fields.ts';
import {openDatabase} from '../../src/warehouse/database.ts';
import {quoteText} from '../../src/warehouse/quote.ts';

describe('a header', () => {
  test.each([
    ['Ticket-Nr.', 'number'],
    ['Störungsbeginn', 'occurred_at'],
    ['Date de création', 'opened_at'],
    ['Datum aangemeld', 'opened_at'],
    ['Fecha de cierre', 'closed_at'],
    ['Data di risoluzione', 'resolved_at'],
    ['Aberto em', 'opened_at'],
    ['Grupo solucionador', 'assignment_group'],
    ['Behandelaarsgroep', 'assignment_group'],
    ['Groupe affecté', 'assignment_group'],
    ['u_affected_service', 'service'],
    ['lastModifiedDate', 'updated_at'],
    ['Configuration Item', 'ci'],
    ['PRIORITÉ', 'priority'],
    ['Dringlichkeit', 'urgency'],
    ['Oggetto', 'title'],
    ['Problema relacionado', 'problem_id'],
    ['Streefdatum', 'sla_due_at'],
    ['Major incident?', 'is_major'],
    ['# Reassignments', 'reassignment_count'],
    ['Niveau de priorité', 'priority'],
    ['Niveau', 'tier'],
    ['Impact métier', 'impact'],
    ['Sous-famille', 'subcategory'],
    ['Détail de la demande', 'description'],
    ['Nb transferts', 'reassignment_count'],
    ['Dossier parent', 'parent_id'],
    ['Kurzbeschr.', 'title'],
    ['Geschl. am', 'closed_at'],
    ['Dringlichk.', 'urgency'],
    ['Prio-Stufe', 'priority'],
    ['Eingangsweg', 'channel'],
  ])('%s names %s best', (header, field) => {
    const [best] = [...headerScores(header)].sort((a, b) => b[1] - a[1]);
    expect(best?.[0]).toBe(field);
  });

  test('that names nothing scores nothing', () => {
    expect([...headerScores('Kostenstelle')]).toEqual([]);
  });

  test('of another thing’s id does not count as the incident’s own', () => {
    expect(headerScores('ticket_form_id').has('record_id')).toBe(false);
    expect(headerScores('ticket_form_id').has('number')).toBe(false);
  });

  test('can be proposed for every canonical field and no other', () => {
    expect([...proposableFields].sort()).toEqual(Object.keys(recordFields).sort());
  });
});

describe('a value', () => {
  test.each([
    ['Wartet auf Anwender', 'on_hold'],
    ['En cours de traitement', 'in_progress'],
    ['In behandeling', 'in_progress'],
    ['Pendiente de usuario', 'on_hold'],
    ['Risolto', 'resolved'],
    ['Encerrado', 'closed'],
    ['Canceled', 'cancelled'],
    ['3 - On hold', 'on_hold'],
    ['Closed by merge', 'merged'],
  ])('%s reads as the status %s', (value, status) => {
    expect(statusOf(value)?.meaning).toBe(status);
  });

  test('that no language knows stays open', () => {
    expect(statusOf('Schwebend')).toBeNull();
    expect(priorityOf('3')).toBeNull();
    expect(recordTypeOf('4711')).toBeNull();
  });

  test.each([
    ['2 - High', 'P2'],
    ['P3', 'P3'],
    ['Sev-1', 'P1'],
    ['Sehr hoch', 'P1'],
    ['Moyenne', 'P3'],
    ['laag', 'P4'],
  ])('%s reads as the priority %s', (value, priority) => {
    expect(priorityOf(value)?.meaning).toBe(priority);
  });
});

async function proposed(headers: string[], rows: (string | null)[][]): Promise<Proposal> {
  const database = await openDatabase(':memory:');
  try {
    const columns = headers.map((header, index) => ({name: `c${index}`, header}));
    const cells = rows.map((row) => `(${row.map(quoteText).join(', ')})`).join(', ');
    const relation = `(values ${cells}) as t(${columns.map(({name}) => name).join(', ')})`;
    return await database.session((session) =>
      proposeConnector(session, {relation, columns, id: 'tool', title: 'Tool'}),
    );
  } finally {
    database.close();
  }
}

describe('a proposal', () => {
  test('of rows that repeat their record is a log of versions', async () => {
    const {connector} = await proposed(
      ['number', 'state', 'updated', 'created'],
      Array.from({length: 12}, (_, i) => [
        `INC${100 + (i % 4)}`,
        ['New', 'In progress', 'Closed'][Math.floor(i / 4)]!,
        `2024-02-${10 + i} 08:00`,
        '2024-02-01 08:00',
      ]),
    );
    expect(connector.shapes[0]).toMatchObject({grain: 'version', fields: {number: 'number'}});
  });

  test('reads Open beside New as work in progress', async () => {
    const {connector} = await proposed(
      ['id', 'status', 'created'],
      [
        ['1', 'New', '2024-02-01 08:00'],
        ['2', 'Open', '2024-02-02 08:00'],
        ['3', 'Solved', '2024-02-03 08:00'],
      ],
    );
    expect(connector.shapes[0]!.fields).toMatchObject({
      status: {values: {New: 'new', Open: 'in_progress', Solved: 'resolved'}},
    });
  });

  test('takes the spellings of nothing that the file uses as nulls', async () => {
    const {connector, placements} = await proposed(
      ['id', 'created', 'resolved', 'owner'],
      [
        ['1', '2024-02-01 08:00', 'n/a', '?'],
        ['2', '2024-02-02 08:00', '2024-02-03 08:00', 'Ann Lee'],
        ['3', '2024-02-03 08:00', 'n/a', '?'],
      ],
    );
    expect(connector.nulls).toEqual(['?', 'n/a']);
    expect(placements.find(({field}) => field === 'resolved_at')?.column.filledCount).toBe(1);
  });

  test('finds month names of other languages', async () => {
    const {placements} = await proposed(
      ['id', 'Eröffnet am'],
      [
        ['1', '01 März 2024'],
        ['2', '15 Mai 2024'],
        ['3', '30 Dezember 2024'],
      ],
    );
    const {dates} = placements.find(({field}) => field === 'opened_at')!.column;
    expect(dates).toMatchObject({readShare: 1, isAmbiguous: false});
  });

  test('of text values alone finds status and number without telling headers', async () => {
    const {connector, questions} = await proposed(
      ['a', 'b', 'c'],
      Array.from({length: 9}, (_, i) => [
        `REQ-${1000 + i}`,
        ['Open', 'On hold', 'Resolved'][i % 3]!,
        `2024-03-${10 + i} 08:00:00`,
      ]),
    );
    expect(connector.shapes[0]!.fields).toMatchObject({number: 'a', status: {map: 'b'}});
    expect(connector.shapes[0]!.fields).toMatchObject({opened_at: {time: 'c'}});
    expect(questions.join('\n')).toContain('Is “c” really opened_at?');
  });

  test('is YAML that the connector schema accepts, with questions and reasons as comments', async () => {
    const proposal = await proposed(
      ['id', 'status: now', 'created'],
      [
        ['1', 'Weird: # value', '13/02/2024'],
        ['2', 'Closed', '14/02/2024'],
      ],
    );
    const yaml = proposalYaml(proposal, 'export.csv');
    expect(parseConnector(yaml, 'x.yaml')).toEqual(proposal.connector);
    expect(yaml).toContain('# - What does the status “Weird: # value” mean (1 row)?');
    expect(yaml).toContain('day first');
  });
});

describe('the id of a proposed connector', () => {
  test('is the file’s name without dates and endings, and never one that is taken', () => {
    expect(proposedId('Ticket-Export 2024-03.csv.gz', [])).toBe('ticket_export');
    expect(proposedId('Störungen.csv', [])).toBe('storungen');
    expect(proposedId('2024.csv', [])).toBe('my_tool');
    expect(proposedId('jira.csv', ['jira', 'jira_2'])).toBe('jira_3');
    expect(proposedTitle('ticket_export.csv')).toBe('Ticket export');
  });
});
