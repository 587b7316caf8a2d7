import {expect, test} from 'vitest';
import {parseConnector} from '../../src/import/connector.ts';
import {reviseConnector, type Revision} from '../../src/import/revise-connector.ts';

const text = `# Ours since 2019.
id: desk
title: Desk
maps:
  states: &states
    Open: new # as they say it
    Done: resolved
shapes:
  - id: list
    title: List
    grain: incident
    header: {all: [No, State]}
    fields:
      number: No
      opened_at: {time: Opened, formats: ['%Y-%m-%d']}
      status: {map: State, values: states}
      urgency: Urgency
  - id: other
    title: Other
    grain: incident
    header: {all: [Nr]}
    fields:
      number: Nr
      status: {map: State, values: *states}
`;

const revised = (change: Partial<Revision>, shape = 'list') => {
  const after = reviseConnector(text, {shape, fields: [], values: [], ...change}, 'desk.yaml');
  return {after, connector: parseConnector(after, 'desk.yaml')};
};
const column = (header: string, samples: string[], values: string[] | null = null) => ({
  header,
  samples,
  values,
});

test('a value gets another meaning, in the map that all its readers share, whatever its case', () => {
  const values = [
    {field: 'status', value: 'OPEN', meaning: 'in_progress'},
    {field: 'status', value: 'Parked', meaning: {is: 'on_hold', stops_clock: false}},
    {field: 'status', value: 'Done', meaning: null},
  ];
  const {after, connector} = revised({values});
  expect(connector.maps?.['states']).toEqual({
    OPEN: 'in_progress',
    Parked: {is: 'on_hold', stops_clock: false},
  });
  expect(after).toContain('# Ours since 2019.');
});

test('a map that is borrowed by an anchor is changed for its shape alone', () => {
  const values = [{field: 'status', value: 'Done', meaning: 'closed'}];
  const {connector} = revised({values}, 'other');
  expect(connector.maps?.['states']?.['Done']).toBe('resolved');
  expect(connector.shapes[1]?.fields).toMatchObject({
    status: {values: {Open: 'new', Done: 'closed'}},
  });
});

test('a field is read from another column, or from none', () => {
  const {connector} = revised({
    fields: [
      {field: 'priority', column: column('Urgency', ['Hoog', 'Laag'], ['Hoog', 'Laag', 'Blauw'])},
      {field: 'urgency', column: null},
      {field: 'resolved_at', column: column('Fixed', ['13/01/2026 08:00', '14/01/2026 09:00'])},
      {field: 'status', column: column('Phase', ['Open'], ['Open'])},
    ],
  });
  expect(connector.shapes[0]?.fields).toEqual({
    number: 'No',
    opened_at: {time: 'Opened', formats: ['%Y-%m-%d']},
    status: {map: 'Phase', values: 'states'},
    // What its words say is proposed; what they don't is left to be asked.
    priority: {map: 'Urgency', values: {Hoog: 'P2', Laag: 'P4'}},
    resolved_at: {time: 'Fixed', formats: ['%d/%m/%Y %H:%M']},
  });
});

test('a column without a date can’t be a time', () => {
  const fields = [{field: 'closed_at', column: column('Note', ['see above'])}];
  expect(() => revised({fields})).toThrow('“Note” can’t be closed_at: “see above” is no date');
});

test('a header is only ever a name: it can’t bring an expression along', () => {
  const header = `x", sql: "1); drop table incident --`;
  const {connector} = revised({fields: [{field: 'title', column: column(header, ['a'])}]});
  expect(connector.shapes[0]?.fields).toMatchObject({title: header});
});
