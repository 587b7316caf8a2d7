import {describe, expect, test} from 'vitest';
import {parseConfig} from '../../src/config/read-config.ts';
import {parseRunTime} from '../../src/config/run-time.ts';

const read = (text: string) => parseConfig(text, 'meantime.yaml');

const smtp = 'smtp: {host: smtp.example.com, from: Meantime <m@example.com>}';

describe('delivery', () => {
  test('is read with its defaults: groups by name, secrets by the names of their variables', () => {
    const {delivery, schedule} = read(`
delivery:
  address: https://meantime.example.com/
  ${smtp}
  groups: {managers: {mail: [ada@example.com], slack: SLACK_URL}}
schedule:
  - {pack: weekly, at: monday 07:00, to: managers}
  - {pack: monthly, at: 30 6 2 * *}
`);
    expect(delivery).toEqual({
      address: 'https://meantime.example.com',
      smtp: {
        ...{host: 'smtp.example.com', port: 587, secure: false, user: null, password: null},
        from: {name: 'Meantime', address: 'm@example.com'},
      },
      groups: [{name: 'managers', mail: ['ada@example.com'], teams: null, slack: 'SLACK_URL'}],
    });
    expect(schedule).toEqual([
      {pack: 'weekly', cron: '0 7 * * 1', to: ['managers']},
      {pack: 'monthly', cron: '30 6 2 * *', to: []},
    ]);
  });

  test.each([
    [`delivery: {groups: {a: {mail: ["x@example.com, y@example.com"]}}}`, 'ada@example.com'],
    [
      `delivery: {groups: {a: {mail: ["x@example.com\\r\\nBcc: y@example.com"]}}}`,
      'ada@example.com',
    ],
    [`delivery: {groups: {a: {mail: [x@example.com]}}}`, 'There is no mail server'],
    [`delivery: {groups: {a: {}}}`, 'Nobody is in this group'],
    [`delivery: {smtp: {host: h, from: m@example.com, user: U}}`, 'A user needs a password'],
    [`delivery: {smtp: {host: h, from: m@example.com, user: U, password: hunter2}}`, 'environment'],
    [`delivery: {smtp: {host: h, from: "a@example.com\\nBcc: b@example.com"}}`, 'sender'],
    [`schedule: [{pack: weekly, at: noon}]`, 'monday 07:00'],
    [`schedule: [{pack: weekly, at: daily 25:00}]`, 'monday 07:00'],
    [`schedule: [{pack: weekly, at: daily 07:00, to: [board]}]`, 'There is no group "board"'],
  ])('%s is refused with the way out', (text, said) => {
    expect(() => read(text)).toThrow(said);
  });
});

test('plain times are cron, and what is neither is none', () => {
  const times = [
    'daily 7:05',
    'weekdays 07:00',
    'sunday 23:59',
    'day 28 06:00',
    '*/15 9-17 * * 1-5',
  ];
  expect(times.map(parseRunTime)).toEqual([
    ...['5 7 * * *', '0 7 * * 1-5', '59 23 * * 0', '0 6 28 * *', '*/15 9-17 * * 1-5'],
  ]);
  // Not every month has a 31st, so a pack on it would not come out each month.
  for (const text of ['someday 07:00', 'day 31 07:00', '0 7 * *', '61 7 * * *', ''])
    expect(parseRunTime(text)).toBeNull();
});
