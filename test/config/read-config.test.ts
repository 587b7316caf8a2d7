import {describe, expect, test} from 'vitest';
import {configTemplate} from '../../src/config/config-template.ts';
import {defaultConfig} from '../../src/config/default-config.ts';
import {parseConfig, readConfig} from '../../src/config/read-config.ts';
import {emptyWorkspace, writeFiles} from '../models/workspace-fixture.ts';

const parse = (text: string) => parseConfig(text, '/w/meantime.yaml');
/** The template with every setting switched on. */
const uncommented = configTemplate.replace(/^# (?=( |-|[a-z_]+:( |$)))/gm, '');

describe('readConfig', () => {
  test('gives the defaults where there is no file, and says that the zone is one', async () => {
    expect(await readConfig(await emptyWorkspace())).toEqual(defaultConfig());
    expect(parse('')).toEqual(defaultConfig());
    expect(parse(configTemplate)).toEqual(defaultConfig());
    expect(defaultConfig()).toMatchObject({zone: 'UTC', isZoneDefault: true});
  });

  test('reads the template with every setting switched on', async () => {
    const workspace = await emptyWorkspace();
    await writeFiles(workspace.directory, {'meantime.yaml': uncommented});
    const config = await readConfig(workspace);
    expect(config).toMatchObject({zone: 'Europe/Berlin', isZoneDefault: false, agedDays: 10});
    expect(config.sources).toEqual([
      {
        name: 'servicenow',
        title: 'ServiceNow',
        connector: 'servicenow',
        zone: 'Europe/Berlin',
        files: ['servicenow*.csv'],
        satisfaction: {worst: 1, best: 5},
      },
    ]);
    expect(config.tiers).toContainEqual({group: 'Network Operations', tier: 'L2'});
    expect(config.shifts.at(-1)).toEqual({name: 'Night', startsMinute: 1320, endsMinute: 1800});
  });

  test('a zone set once moves the calendars with it', () => {
    const config = parse('zone: Asia/Kolkata');
    expect(config.calendars.map(({zone}) => zone)).toEqual(['Asia/Kolkata', 'Asia/Kolkata']);
  });

  test('working hours may have breaks, run over midnight and over the end of the week', () => {
    const [, , desk] = parse(`
calendars:
  desk:
    zone: Europe/Paris
    hours:
      mon-tue: [08:00-12:00, 13:00–17:30]
      sat, sun: 22:00–06:00
`).calendars;
    expect(desk?.zone).toBe('Europe/Paris');
    const spans = desk?.hours.map(({weekday, startsMinute, endsMinute}) => ({
      weekday,
      startsMinute,
      endsMinute,
    }));
    expect(spans).toEqual([
      {weekday: 1, startsMinute: 480, endsMinute: 720},
      {weekday: 1, startsMinute: 780, endsMinute: 1050},
      {weekday: 2, startsMinute: 480, endsMinute: 720},
      {weekday: 2, startsMinute: 780, endsMinute: 1050},
      {weekday: 6, startsMinute: 1320, endsMinute: 1800},
      {weekday: 7, startsMinute: 1320, endsMinute: 1800},
    ]);
  });

  test('holidays of several days become days', () => {
    const config = parse(`
calendars:
  business hours:
    hours: {mon-fri: 09:00-17:00}
    holidays:
      - {from: 2026-12-31, to: 2027-01-01, label: New Year}
      - {on: 2026-05-01}
`);
    expect(config.calendars[1]?.holidays).toEqual([
      {day: '2026-05-01', startsMinute: 0, endsMinute: 1440, label: 'Holiday'},
      {day: '2026-12-31', startsMinute: 0, endsMinute: 1440, label: 'New Year'},
      {day: '2027-01-01', startsMinute: 0, endsMinute: 1440, label: 'New Year'},
    ]);
  });

  test('a business day is as long as the working days of its calendar', () => {
    const config = parse(`
calendars:
  short:
    hours: {mon-thu: 09:00-15:00}
sla:
  resolution:
    P1: none
    P2: {within: 90 min, calendar: short}
    P3: {within: 2 business days, calendar: short}
    P5: 10 business days
`);
    const resolution = config.slaPolicies.filter(({kind}) => kind === 'resolution');
    expect(resolution.map((p) => [p.name, p.targetSeconds, p.calendar])).toEqual([
      ['standard P2', 5400, 'short'],
      ['standard P3', 2 * 6 * 3600, 'short'],
      ['standard P4', 40 * 3600, 'business hours'],
      ['standard P5', 80 * 3600, 'business hours'],
    ]);
  });

  test('goals are kept in the unit of their metric', () => {
    const {targets} = parse(`
targets:
  fcr: none
  reopen_rate: "≤ 4 %"
  mttr: {all: below 30 h, P1: at most 240 min}
  backlog: <= 200
`);
    expect(targets.filter(({metric}) => metric === 'fcr')).toEqual([]);
    expect(targets.slice(-4)).toMatchObject([
      {metric: 'reopen_rate', priority: null, goal: 0.04, direction: 'at most'},
      {metric: 'mttr', priority: null, goal: 30, direction: 'at most'},
      {metric: 'mttr', priority: 'P1', goal: 4, direction: 'at most'},
      {metric: 'backlog', priority: null, goal: 200, direction: 'at most'},
    ]);
  });

  test('lists every problem with its line and the way out', () => {
    const broken = () =>
      parse(`zone: Europe/Berln
aged_days: ten
colour: green
calendars:
  desk:
    hours:
      someday: 09:00-17:00
      mon: 9 to 5
    holidays: [{on: 2026-02-30}]
sla:
  resolution:
    P1: quickly
    P9: 4 h
tiers: {Network: L7}
service_desk: "("
`);
    expect(broken).toThrow(/^meantime\.yaml has 10 problems:/);
    for (const [line, says] of [
      [1, 'zone: "Europe/Berln" is no time zone. Write one such as'],
      [2, 'aged_days: Write a number of days, such as 10.'],
      [3, 'colour: There is no setting "colour" here.'],
      [7, 'calendars.desk.hours.someday: Write weekdays as mon–fri'],
      [8, 'calendars.desk.hours.mon: Write hours as 09:00–17:00'],
      [
        9,
        'calendars.desk.holidays.0.on: "2026-02-30" is not understood. Write a day as 2026-12-25.',
      ],
      [12, 'sla.resolution.P1: Write a target such as 4 h'],
      [13, 'sla.resolution.P9: '],
      [14, 'tiers.Network: Write L1, L2, L3 or vendor.'],
      [15, 'service_desk: This is no valid regular expression.'],
    ])
      expect(broken).toThrow(`line ${line}: ${says}`);
  });

  test('finds what only the whole file shows', () => {
    const broken = () =>
      parse(`calendars:
  desk:
    hours: {mon: [09:00-13:00, 12:00-17:00], sun: 22:00-10:00}
    holidays: [{from: 2026-12-31, to: 2026-12-01}]
sla:
  response:
    P1: {within: 4 h, calendar: dusk}
`);
    expect(broken).toThrow('line 3: calendars.desk.hours: Some of these hours overlap.');
    expect(broken).toThrow('line 4: calendars.desk.holidays.0: 2026-12-31 is after 2026-12-01.');
    expect(broken).toThrow(
      'There is no calendar "dusk". Use one of: around the clock, business hours, desk.',
    );
  });

  test('shifts that share minutes are named, over midnight too', () => {
    const roster = (night: string) =>
      parse(`shifts:
  - {name: Early, from: 06:00, to: 14:00}
  - {name: Late, from: 14:00, to: 22:00}
  - {name: Night, ${night}}
`);
    expect(roster('from: 22:00, to: 06:00').shifts).toHaveLength(3);
    expect(() => roster('from: 22:00, to: 06:30')).toThrow(
      'line 4: shifts.2: Night overlaps Early. End each shift where the next begins.',
    );
    expect(() => roster('from: 21:00, to: 06:00')).toThrow('Night overlaps Late.');
  });

  test.each([
    ['- zone\n', 'meantime.yaml, line 1: Write its settings as name: value'],
    ['calendars:\n  plant:\n', 'meantime.yaml, line 2: calendars.plant: Write its settings as'],
    ['shifts: {Early: 06:00}\n', 'meantime.yaml, line 1: shifts: Write a list: [a, b]'],
    ['sources:\n  our desk: {}\n', 'meantime.yaml, line 2: sources.our desk: Name a source in'],
    ['targets:\n  FLR: none\n', 'meantime.yaml, line 2: targets.FLR: Write the id of a metric'],
  ])('says of %j how it is written, in words of its own', (text, message) => {
    expect(() => parseConfig(text, 'meantime.yaml')).toThrow(message);
  });

  test('names the line of broken YAML and of a repeated key', () => {
    expect(() => parse('zone: UTC\nzone: UTC')).toThrow(/meantime\.yaml, line 2: .*unique/);
    expect(() => parse('zone: [')).toThrow(/meantime\.yaml, line 1/);
    expect(() => parse('- zone')).toThrow(/meantime\.yaml/);
  });
});

describe('the default service-desk pattern', () => {
  const isDesk = (group: string) => new RegExp(defaultConfig().deskPattern, 'i').test(group);

  test.each([
    'Service Desk',
    'ServiceDesk EMEA',
    'IT-Helpdesk',
    'First Level Support',
    '1st Level',
    'SD_L1',
    'Support L1',
    'Level 1',
    'Tier-1',
    'Hotline',
    'Centre de services',
    'Support N1',
    'Niveau 1',
    'Mesa de ayuda',
    'Anwendersupport',
    'Servicebalie',
    'Service Desk, 2nd floor',
  ])('takes %s for first level', (group) => expect(isDesk(group)).toBe(true));

  test.each([
    'Network',
    'Support L2',
    'Level 10',
    '2nd Level',
    'SAP Basis',
    'Tier 3',
    'HL100',
    'Desk setup',
  ])('does not take %s for first level', (group) => expect(isDesk(group)).toBe(false));
});
