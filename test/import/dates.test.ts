import {expect, test} from 'vitest';
import {testWorkspace} from './import-texts.ts';

const opened = async (
  values: string[],
  options: {timezone?: string; dateOrder?: 'day-first' | 'month-first'} = {},
  extra: {header: string; value: string}[] = [],
) => {
  const space = testWorkspace();
  const header = ['number', 'state', 'opened_at', ...extra.map((column) => column.header)].join(
    ',',
  );
  const rows = values.map((value, i) =>
    [`INC${i}`, 'New', `"${value}"`, ...extra.map((column) => column.value)].join(','),
  );
  const file = space.file('a.csv', `${header}\n${rows.join('\n')}\n`);
  const result = await space.import(file, {timezone: 'UTC', ...options});
  const found = await space.query('select opened_at from record_version order by number');
  return {
    result,
    times: found.map((row) => (row.opened_at as Date).toISOString().replace('.000', '')),
  };
};

test.each([
  ['2026-03-14 10:00:05', '2026-03-14T10:00:05Z'],
  ['14/03/2026 10:00:05', '2026-03-14T10:00:05Z'],
  ['03/14/2026 10:00:05 PM', '2026-03-14T22:00:05Z'],
  ['29/2/2016 01:16', '2016-02-29T01:16:00Z'],
  ['3/17/2025 6:04', '2025-03-17T06:04:00Z'],
  ['14.03.2026 10:00:05', '2026-03-14T10:00:05Z'],
  ['2026-03-14', '2026-03-14T00:00:00Z'],
])('%s is read', async (value, instant) => {
  expect((await opened([value])).times).toEqual([instant]);
});

test('seconds may have a fraction in some rows and none in others, wherever they stand', async () => {
  const early = await opened(['2024-01-01 10:00:00', '2024-01-01 10:00:00.123']);
  expect(early.times).toEqual(['2024-01-01T10:00:00Z', '2024-01-01T10:00:00.123Z']);
  const local = '2024-01-01 10:00:00';
  const found = await opened([...Array.from({length: 2500}, () => local), `${local}.5`]);
  expect(found.result.rowsRejected).toBe(0);
  expect(found.times).toContain('2024-01-01T10:00:00.500Z');
});

test('a month that two languages share proves neither', async () => {
  const {times} = await opened(['01-oct-2019 08:00:00', '05-févr.-2020 09:30:00']);
  expect(times).toEqual(['2019-10-01T08:00:00Z', '2020-02-05T09:30:00Z']);
});

test('the column as a whole tells day first from month first', async () => {
  const dayFirst = await opened([
    '04/05/2026 10:00:00',
    '13/05/2026 10:00:00',
    '05/06/2026 10:00:00',
  ]);
  expect(dayFirst.times[0]).toBe('2026-05-04T10:00:00Z');
  const monthFirst = await opened([
    '04/05/2026 10:00:00',
    '05/13/2026 10:00:00',
    '05/06/2026 10:00:00',
  ]);
  expect(monthFirst.times[0]).toBe('2026-04-05T10:00:00Z');
});

test('the 13th that decides may come long after the first rows', async () => {
  const early = Array.from(
    {length: 3000},
    (_, i) => `0${(i % 9) + 1}/0${(i % 8) + 1}/2026 10:00:00`,
  );
  const {times, result} = await opened([...early, '13/05/2026 10:00:00']);
  expect(result.rowsRejected).toBe(0);
  expect(times).toContain('2026-05-13T10:00:00Z');
  expect(times[1]).toBe('2026-02-02T10:00:00Z');
});

test('the first rows may not decide for later ones that contradict them', async () => {
  const dayFirst = Array.from({length: 2500}, () => '14/03/2026 10:00:00');
  const monthFirst = Array.from({length: 2500}, () => '03/14/2026 10:00:00');
  await expect(opened([...dayFirst, ...monthFirst])).rejects.toThrow(
    /dates of two forms: 2500 as %d.* 2500 only as %m/,
  );
});

test('another date column of the same form decides, else the person is asked', async () => {
  const values = ['04/05/2026 10:00:00'];
  const sibling = await opened(values, {}, [{header: 'closed_at', value: '24/05/2026 10:00:00'}]);
  expect(sibling.times).toEqual(['2026-05-04T10:00:00Z']);
  await expect(opened(values)).rejects.toThrow(/"opened_at" can be read day first or month first/);
  expect((await opened(values, {dateOrder: 'month-first'})).times).toEqual([
    '2026-04-05T10:00:00Z',
  ]);
  expect((await opened(values, {dateOrder: 'day-first'})).times).toEqual(['2026-05-04T10:00:00Z']);
});

test('dates that are the same in both orders need no answer', async () => {
  expect((await opened(['05/05/2026 10:00:00'])).times).toEqual(['2026-05-05T10:00:00Z']);
});

test('one bad date is rejected and the others land', async () => {
  const {result} = await opened([
    ...Array.from({length: 300}, () => '14/03/2026 10:00:00'),
    '00/00/0000 00:00:00',
  ]);
  expect(result).toMatchObject({rowsAccepted: 300, rowsRejected: 1});
});

test('a column that starts empty is read further on', async () => {
  const space = testWorkspace();
  const rows = Array.from(
    {length: 4000},
    (_, i) => `INC${i},New,2026-03-14 10:00:00,${i > 3500 ? '25/03/2026 11:00:00' : ''}`,
  );
  const file = space.file('a.csv', `number,state,opened_at,closed_at\n${rows.join('\n')}\n`);
  expect(await space.import(file, {timezone: 'UTC'})).toMatchObject({rowsAccepted: 4000});
  expect(await space.query('select count(closed_at) as n from record_version')).toEqual([{n: 499}]);
});

test('in the hour that comes twice the second is taken and told; the missing hour moves on', async () => {
  const {times, result} = await opened(
    ['2026-10-25 01:30:00', '2026-10-25 02:30:00', '2026-10-25 03:30:00', '2026-03-29 02:30:00'],
    {timezone: 'Europe/Amsterdam'},
  );
  expect(times).toEqual([
    '2026-10-24T23:30:00Z',
    '2026-10-25T01:30:00Z',
    '2026-10-25T02:30:00Z',
    '2026-03-29T01:30:00Z',
  ]);
  expect(result.warnings).toEqual([
    '1 time lies in an hour that came twice when the clocks went back in Europe/Amsterdam: read as the second one, in winter time.',
  ]);
});

test.each([
  ['tr', '25/Şub/26 02:17 ÖS', '2026-02-25T14:17:00Z'],
  ['fr', '25/févr./26 2:17 PM', '2026-02-25T14:17:00Z'],
  ['es', '25/ago/26 2:17 PM', '2026-08-25T14:17:00Z'],
  ['en', '25/FEB/26 2:17 pm', '2026-02-25T14:17:00Z'],
])('Jira’s month names in %s and two-digit years are read', async (_language, value, instant) => {
  const space = testWorkspace();
  const file = space.file('a.csv', `Issue key,Status,Created\nSD-1,Open,${value}\n`);
  await space.import(file, {timezone: 'UTC'});
  expect(await space.query('select opened_at from record_version')).toEqual([
    {opened_at: new Date(instant)},
  ]);
});
