import {describe, expect, test} from 'vitest';
import {defaultConfig} from '../../src/config/default-config.ts';
import {parseConfig} from '../../src/config/read-config.ts';
import {dimensions} from '../../src/metrics/dimension.ts';

const parse = (text: string) => parseConfig(text, '/w/meantime.yaml');

describe('targets', () => {
  test('may hold for some: a priority, a service, some days', () => {
    const {targets} = parse(`
targets:
  mttr:
    - {goal: at most 24 h}
    - {goal: at most 240 min, priority: P1, service: Payroll, from: 2026-01-01, until: 2026-12-31}`);
    expect(targets.filter(({metric}) => metric === 'mttr')).toEqual([
      {
        ...{metric: 'mttr', priority: null, service: null},
        ...{from: null, until: null},
        ...{goal: 24, direction: 'at most'},
      },
      {
        ...{metric: 'mttr', priority: 'P1', service: 'Payroll'},
        ...{from: '2026-01-01', until: '2026-12-31', goal: 4, direction: 'at most'},
      },
    ]);
  });

  test.each([
    ['[{goal: soon}]', 'targets.mttr.0.goal: "soon" is not understood.'],
    [
      '[{goal: below 4 h, from: 2026-02-02, until: 2026-02-01}]',
      'targets.mttr.0: 2026-02-02 is after',
    ],
    ['[{goal: below 4 h, service: 7}]', 'targets.mttr: Write a goal such as'],
  ])('are refused as %s', (text, says) => {
    expect(() => parse(`targets: {mttr: ${text}}`)).toThrow(says);
  });
});

describe('attributes', () => {
  test('are dimensions with words of their own, or made of their name', () => {
    const {attributes} = parse(
      'attributes: {cost_category: Cost category, team: {column: Team, label: crew, plural: all crews}}',
    );
    expect(attributes).toEqual([
      {
        ...{dimension: 'cost_category', attribute: 'Cost category'},
        ...{label: 'cost category', plural: 'cost categories'},
      },
      {dimension: 'team', attribute: 'Team', label: 'crew', plural: 'all crews'},
    ]);
  });

  test.each(dimensions.map(({id}) => id))('must not take the name %s', (id) => {
    expect(() => parse(`attributes: {${id}: Column}`)).toThrow(`"${id}" has a meaning already.`);
  });

  test('are eight at most, with names in small letters', () => {
    const written = (count: number) =>
      parse(`attributes: {${Array.from({length: count}, (_, i) => `a${i}: A`).join(', ')}}`);
    expect(written(8).attributes).toHaveLength(8);
    expect(() => written(10)).toThrow('a8: There may be 8 attributes at most. Leave out 2.');
    expect(() => parse('attributes: {Region: Region}')).toThrow('in small letters');
    expect(() => parse('attributes: {region: {label: x}}')).toThrow('Write the column as Region');
  });
});

describe('costs', () => {
  test('are prices by level in one currency, and none unless they are stated', () => {
    expect(parse('').costs).toBeNull();
    expect(parse('costs: {currency: EUR, vendor: 250, L1: 22}').costs).toEqual({
      currency: 'EUR',
      byTier: [
        {tier: 'L1', cost: 22},
        {tier: 'vendor', cost: 250},
      ],
    });
    expect(() => parse('costs: {L1: 22}')).toThrow('costs.currency: Name the currency');
    expect(() => parse('costs: {currency: EUR, L1: -1}')).toThrow('not below zero');
  });
});

describe('patterns and shares', () => {
  test('are taken as written', () => {
    const config = parse(
      'vague_categories: ^foo$\nmonitoring_channels: probe\nvague_share: 25 %\naffected_users: Users',
    );
    expect(config).toMatchObject({
      ...{
        vaguePattern: '^foo$',
        monitoringPattern: 'probe',
        vagueShare: 0.25,
        affectedUsers: 'Users',
      },
    });
    expect(parse('vague_share: 0.3').vagueShare).toBe(0.3);
  });

  test.each([
    ['vague_share: 140 %', 'vague_share: Write a share between 0 and 100 %'],
    ['vague_share: lots', 'Write a share between 0 and 100 %'],
    ['vague_categories: "("', 'This is no valid regular expression.'],
    ['vague_categories: "^(?!x)"', 'The database knows no look-around'],
    ['service_desk: "(a)\\\\1"', 'The database knows no look-around'],
  ])('are refused: %s', (text, says) => expect(() => parse(text)).toThrow(says));

  test('satisfaction has two different ends', () => {
    const source = (scale: string) =>
      parse(`sources: {glpi: {connector: glpi, satisfaction: ${scale}}}`).sources[0]?.satisfaction;
    expect(source('{worst: 4, best: 1}')).toEqual({worst: 4, best: 1});
    expect(() => source('{worst: 1, best: 1}')).toThrow('the same');
    expect(() => source('5')).toThrow('Write the ends of the scale');
  });
});

describe('the priority matrix', () => {
  test('is three by three unless written, with words in seven languages', () => {
    const {words, cells} = parse('').priorityMatrix;
    expect(cells).toHaveLength(9);
    for (const {impact, urgency, priority} of cells)
      expect(priority).toBe(`P${impact + urgency - 1}`);
    const levels = ['Hoch', 'élevée', 'alto', 'Gemiddeld', 'média', 'faible', 'baja', 'laag'].map(
      (text) =>
        words.find(({field, word}) => field === 'impact' && word === text.toLowerCase())?.level,
    );
    expect(levels).toEqual([1, 1, 1, 2, 2, 3, 3, 3]);
    expect(words.map(({word}) => word)).not.toContain('critical');
  });

  test('may have four levels, or be switched off', () => {
    const {words, cells} = parse(`
priority_matrix:
  impact: [Extensive, Significant, Moderate, [Minor, Localised]]
  urgency: [critical, high]
  table: [[P1, P1], [P1, P2], [P2, P3], [P4, P4]]`).priorityMatrix;
    expect(words).toContainEqual({field: 'impact', word: 'localised', level: 4});
    expect(cells).toContainEqual({impact: 3, urgency: 2, priority: 'P3'});
    expect(parse('priority_matrix: none').priorityMatrix).toEqual({words: [], cells: []});
  });

  test('must fit its levels and say each word once', () => {
    expect(() => parse('priority_matrix: {impact: [high, low]}')).toThrow(
      'priority_matrix.table: It needs 2 rows of 3 priorities',
    );
    expect(() => parse('priority_matrix: {table: [[P1, P2], [P3]]}')).toThrow(
      'It needs 2 rows of 2',
    );
    expect(() => parse('priority_matrix: {urgency: [high, [low, High], x]}')).toThrow(
      '"high" stands for two levels.',
    );
  });
});

describe('default patterns', () => {
  const {monitoringPattern, vaguePattern} = defaultConfig();
  const isMonitoring = (text: string) => new RegExp(monitoringPattern, 'i').test(text);
  const isVague = (text: string) => new RegExp(vaguePattern, 'i').test(text);

  test.each([
    ...['Monitoring', 'Event Management', 'event', 'Events', 'Alert', 'auto-alert', 'Überwachung'],
    ...[
      'Supervision',
      'Alerte',
      'Alarm',
      'Ereignis',
      'Bewaking',
      'Evento',
      'Alertas',
      'Monitoraggio',
    ],
    ...['Allarme', 'Zabbix'],
  ])('take the channel %s for an event source', (text) => expect(isMonitoring(text)).toBe(true));

  test.each([
    'Phone',
    'E-mail',
    'Self-service',
    'Chat',
    'Walk-in',
    'Portal',
    'Prevention',
    'Telefon',
  ])('do not take the channel %s for one', (text) => expect(isMonitoring(text)).toBe(false));

  test.each([
    ...['Other', 'others', 'Misc.', 'Miscellaneous', 'General', 'Unknown', 'N/A', 'n.a.', 'none'],
    ...['TBD', '-', '???', '(other)', 'Not specified', 'Autre', 'Divers', 'Sonstiges', 'Allgemein'],
    ...['Unbekannt', 'Overig', 'Overige', 'Onbekend', 'n.v.t.', 'Otros', 'Desconocido', 'Altro'],
    ...['Varie', 'Sconosciuto', 'Outros', 'Geral', 'Desconhecida'],
  ])('call the category %s vague', (text) => expect(isVague(text)).toBe(true));

  test.each([
    ...[
      'Network',
      'Other hardware',
      'General ledger',
      'Software',
      'Test',
      'Notes',
      'SAP',
      'E-Mail',
    ],
    ...['Generali Portal', 'Andere Drucker'],
  ])('do not call the category %s vague', (text) => expect(isVague(text)).toBe(false));
});

describe('problems', () => {
  test('are looked for in a year, by what is usual, unless written', () => {
    expect(parse('').problems).toEqual({
      ...{windowWeeks: 52, recentWeeks: 8, minimumIncidents: 5, silentProbability: 0.01},
      ...{afterChangeHours: 72, quietDays: 90, attributes: []},
    });
    const {problems} = parse(
      'attributes: {region: Region}\nproblems: {window_weeks: 26, silent_probability: 5 %, attributes: [region]}',
    );
    expect(problems).toMatchObject({
      ...{windowWeeks: 26, recentWeeks: 8, silentProbability: 0.05, attributes: ['region']},
    });
  });

  test.each([
    ['{recent_weeks: 52}', 'problems.recent_weeks: 52 recent weeks leave none'],
    ['{attributes: [region]}', 'problems.attributes.0: There is no attribute "region". Name its'],
    ['{minimum_incidents: 0}', 'problems.minimum_incidents: Write a number of incidents'],
    ['{attributes: region}', 'Write a list of attributes'],
    ['{weeks: 3}', 'weeks'],
  ])('are refused as %s', (text, says) => {
    expect(() => parse(`problems: ${text}`)).toThrow(says);
  });
});
