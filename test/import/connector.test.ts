import {format, resolveConfig} from 'prettier';
import {expect, test} from 'vitest';
import {packagePath} from '../../src/base/package-root.ts';
import {connectorJsonSchema, parseConnector} from '../../src/import/connector.ts';
import {candidates, detectShapes} from '../../src/import/detect.ts';
import {checkExpression, bindExpression} from '../../src/import/expression.ts';
import {headerName, headerPositions} from '../../src/import/header-name.ts';
import {loadConnectors} from '../../src/import/load-connectors.ts';
import {lookupSql} from '../../src/import/value-map.ts';
import {openDatabase} from '../../src/warehouse/database.ts';
import {testWorkspace} from './import-texts.ts';

const minimal = `
id: desk
title: Desk
formats: ['%Y-%m-%d %H:%M:%S']
maps: {status: {open: in_progress, waiting: {is: in_progress, stops_clock: true}}}
shapes:
  - id: list
    title: list
    grain: incident
    header: {all: [Ticket, Since]}
    fields:
      number: Ticket
      status: {map: Status, values: status}
      opened_at: {time: Since}
`;

test('pipelines/connector.schema.json is up to date (vitest -u writes it)', async () => {
  const path = packagePath('pipelines', 'connector.schema.json');
  const text = await format(connectorJsonSchema(), {
    ...(await resolveConfig(path)),
    parser: 'json',
  });
  await expect(text).toMatchFileSnapshot(path);
});

test.each([
  ['an unknown key', minimal.replace('title: Desk', 'titel: Desk'), /desk\.yaml: .*titel/],
  [
    'a field that does not exist',
    minimal.replace('opened_at:', 'open_at:'),
    /shapes\.0\.fields.*open_at/,
  ],
  [
    'a map that is not there',
    minimal.replace('values: status', 'values: states'),
    /uses the map "states"/,
  ],
  ['a field of another grain', minimal.replace('grain: incident', 'grain: change'), /shapes\.0/],
  ['broken YAML', 'id: [', /not YAML/],
])('%s in a connector is refused by name', (_name, text, message) => {
  expect(() => parseConnector(text, 'desk.yaml')).toThrow(message);
});

test('a workspace’s connector is read beside the built-in ones and replaces one of its name', async () => {
  const space = testWorkspace();
  const {mkdirSync, writeFileSync} = await import('node:fs');
  mkdirSync(space.workspace.pipelinesDirectory);
  writeFileSync(`${space.workspace.pipelinesDirectory}/desk.yaml`, minimal);
  writeFileSync(
    `${space.workspace.pipelinesDirectory}/jira.yaml`,
    minimal.replace('id: desk', 'id: jira'),
  );
  const connectors = await loadConnectors(space.workspace.pipelinesDirectory);
  expect(connectors.map(({id}) => id)).toEqual(
    expect.arrayContaining(['desk', 'jira', 'servicenow']),
  );
  expect(connectors.find(({id}) => id === 'jira')?.title).toBe('Desk');
});

test('a status of a connector can stop the clock without being on hold', async () => {
  const space = testWorkspace();
  const {mkdirSync, writeFileSync} = await import('node:fs');
  mkdirSync(space.workspace.pipelinesDirectory);
  writeFileSync(`${space.workspace.pipelinesDirectory}/desk.yaml`, minimal);
  await space.import(
    space.file(
      'a.csv',
      'Ticket,Status,Since\n1,WAITING,2026-03-14 10:00:00\n2,open,2026-03-14 10:00:00\n',
    ),
    {timezone: 'UTC'},
  );
  expect(
    await space.query('select status, stops_clock from record_version order by number'),
  ).toEqual([
    {status: 'in_progress', stops_clock: true},
    {status: 'in_progress', stops_clock: false},
  ]);
});

test('a calculation that fails on one cell rejects that row, and the others land', async () => {
  const space = testWorkspace();
  const {mkdirSync, writeFileSync} = await import('node:fs');
  mkdirSync(space.workspace.pipelinesDirectory);
  const fields = `      title: {sql: 'json_extract_string("Answer", ''$.a'')'}
      description: {sql: 'upper(json_extract_string("Answer", ''$.a''))'}
      closed_at: {sql: 'to_timestamp(try_cast("Closed" as double))'}
`;
  writeFileSync(`${space.workspace.pipelinesDirectory}/desk.yaml`, `${minimal}${fields}`);
  const rows = ['1,x,0,"{""a"": ""b""}"', '2,x,0,{a', '3,x,1e300,', '4,x,,'].map((cells) =>
    cells.replace('x', 'open,2026-03-14 10:00:00'),
  );
  const file = space.file('a.csv', `Ticket,Status,Since,Closed,Answer\n${rows.join('\n')}\n`);
  const result = await space.import(file, {timezone: 'UTC'});
  expect(result).toMatchObject({rowsRead: 4, rowsAccepted: 2, rowsRejected: 2});
  expect(
    await space.query('select number, title, closed_at from record_version order by number'),
  ).toEqual([
    {number: '1', title: 'b', closed_at: new Date(0)},
    {number: '4', title: null, closed_at: null},
  ]);
  expect(await space.query('select row_number, reason from rejected_row order by 1')).toEqual([
    {row_number: 2, reason: 'what is read from "Answer" can\'t be computed'},
    {row_number: 3, reason: 'what is read from "Closed" can\'t be computed'},
  ]);
});

test('headers are compared without marks, case, width and punctuation, in Turkish too', () => {
  expect(headerName('\ufeffOpened_at *')).toBe('opened at');
  expect(headerName('İş\u00a0Anahtarı')).toBe(headerName('iş anahtari'));
  expect(headerName('KAYIT ID')).toBe(headerName('Kayıt Id'));
  expect(headerName('Ｎumber')).toBe('number');
  expect(headerPositions(['Comment', 'x', 'comment']).get('comment')).toEqual([0, 2]);
});

test('Turkish capitals find their values', async () => {
  const database = await openDatabase(':memory:');
  const {join} = lookupSql('m', 'raw', {Kapalı: 'closed', 'İptal Edildi': 'cancelled'});
  const rows = await database.query(
    `select m.value as found from (values (1, 'KAPALI'), (2, 'kapalı'), (3, 'İPTAL EDİLDİ'), (4, 'Açık')) as t(n, raw) ${join} order by n`,
  );
  expect(rows.map(({found}) => found)).toEqual(['closed', 'closed', 'cancelled', null]);
  database.close();
});

test('two shapes that know a header equally well are told to the person', () => {
  const twin = (id: string) => parseConnector(minimal.replace('id: desk', `id: ${id}`), id);
  const sniffed = {
    format: 'csv' as const,
    form: 'csv' as const,
    rowsPath: null,
    delimiter: ',',
    quote: '"',
    skipLines: 1,
    headers: ['Ticket', 'Status', 'Since'],
    sampleRows: [],
    isSampleWhole: true,
  };
  expect(() => detectShapes(sniffed, [twin('a'), twin('b')], {place: 'x.csv'})).toThrow(
    /could be a \(list\) or b \(list\)/,
  );
  expect(
    detectShapes(sniffed, [twin('a'), twin('b')], {place: 'x.csv', wanted: 'b'})[0].connector.id,
  ).toBe('b');
  const near = candidates({...sniffed, headers: ['Ticket', 'Status']}, [twin('a')]).nearMisses[0];
  expect(near).toMatchObject({knownCount: 2, missing: ['Since']});
});

test.each([
  [`(select max(x) from read_csv('x'))`, /subquery/],
  [`getenv('HOME')`, /getenv/],
  [`Ticket || 'x'`, /Ticket, which is not in double quotes/],
  [`1, 2`, /./],
  [`row_number() over ()`, /window/],
  [`1) from read_csv('x'), (select 1`, /./],
])('the expression %s is refused', async (sql, message) => {
  const database = await openDatabase(':memory:');
  await expect(checkExpression(database, sql, 'connector desk')).rejects.toThrow(message);
  database.close();
});

test('an expression reads headers by name, and a missing one as nothing', async () => {
  const database = await openDatabase(':memory:');
  const sql = `case when "Group stations" like '1"%' then coalesce("Gone", 'none') else "Group stations" end`;
  await checkExpression(database, sql, 'connector desk');
  const bound = bindExpression(sql, headerPositions(['x', 'group_stations']));
  expect(await database.query(`select ${bound} as found from (select '7' as c1)`)).toEqual([
    {found: '7'},
  ]);
  database.close();
});
