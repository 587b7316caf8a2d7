import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {Config} from '../../src/config/config.ts';
import {defaultConfig} from '../../src/config/default-config.ts';
import {parseConfig} from '../../src/config/read-config.ts';
import {writeSettings, type SettingsOptions} from '../../src/models/settings.ts';
import {openDatabase, type Database} from '../../src/warehouse/database.ts';

describe('writeSettings', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase(':memory:');
  });
  afterAll(() => database.close());

  async function write(config: Partial<Config>, options: Partial<SettingsOptions> = {}) {
    await database.run(`
      drop schema if exists settings cascade;
      attach if not exists ':memory:' as landing;
      create or replace table landing.import_log as
        select 1 as import_id, 'servicenow' as connector, 'desk' as source;`);
    await database.session((session) =>
      writeSettings(
        session,
        {...defaultConfig(), ...config},
        {asOf: '2026-03-01 12:00:00.123456+00', ...options},
      ),
    );
  }

  test('says of every table and column what it is', async () => {
    await write({});
    expect(
      await database.query(
        `select table_name, column_name from duckdb_columns()
         where schema_name = 'settings' and comment is null`,
      ),
    ).toEqual([]);
    expect(
      await database.query(
        `select table_name from duckdb_tables() where schema_name = 'settings' and comment is null`,
      ),
    ).toEqual([]);
  });

  test('numbers policies in their order; the kinds of one share its place and conditions', async () => {
    const {slaPolicies} = defaultConfig();
    const board = {
      ...{name: 'Board', calendar: 'around the clock', targetSeconds: 1800.5},
      conditions: [
        {field: 'record_type', values: ['incident']},
        {field: 'priority', values: ['P2', 'P3']},
      ],
      ...{isFromChange: true, from: '2026-07-01', until: null},
    };
    await write({
      slaPolicies: [
        {...board, kind: 'response', stops: []},
        {...board, kind: 'resolution', stops: ['on_hold', 'new']},
        ...slaPolicies.slice(0, 1),
      ],
    });
    expect(
      await database.query(
        `select policy, position, kind, target_seconds, stops::varchar as stops, is_from_change,
           from_day::varchar as from_day, until_day
         from settings.sla_policy order by position, kind desc`,
      ),
    ).toMatchObject([
      {
        ...{policy: 'Board', position: 1, kind: 'response', target_seconds: 1800.5},
        ...{stops: '[]', is_from_change: true, from_day: '2026-07-01', until_day: null},
      },
      {policy: 'Board', position: 1, kind: 'resolution', stops: '[on_hold, new]'},
      {policy: 'standard P1', position: 2, kind: 'response', stops: null, is_from_change: false},
    ]);
    expect(
      await database.query(
        `select field, value from settings.sla_condition where policy = 'Board' order by all`,
      ),
    ).toEqual([
      {field: 'priority', value: 'P2'},
      {field: 'priority', value: 'P3'},
      {field: 'record_type', value: 'incident'},
    ]);
  });

  test('writes hours with the days they hold on, and parts of holidays', async () => {
    const config = parseConfig(
      `calendars:
  business hours:
    hours: {mon: 22:00–06:00}
    changes: [{from: 2026-07-01, hours: {tue: 08:00–09:00}}]
    holidays: [{on: 2026-12-24, from: 12:00, label: Eve}]`,
      'meantime.yaml',
    );
    await write(config);
    const of = (table: string) =>
      database.query(
        `select columns(* exclude (calendar))::varchar from settings.${table}
         where calendar = 'business hours' order by all`,
      );
    expect((await of('calendar_hours')).map(Object.values)).toEqual([
      ['1', '1320', '1800', null, '2026-06-30'],
      ['2', '480', '540', '2026-07-01', null],
    ]);
    expect((await of('holiday')).map(Object.values)).toEqual([
      ['2026-12-24', '720', '1440', 'Eve'],
    ]);
  });

  test('keeps the clock of the data to the microsecond and states no currency nobody gave', async () => {
    await write({});
    expect(
      await database.query(
        'select as_of::varchar as as_of, currency, affected_users_attribute, vague_share from settings.workspace',
      ),
    ).toEqual([
      {
        ...{as_of: '2026-03-01 12:00:00.123456+00', currency: null},
        ...{affected_users_attribute: null, vague_share: 0.4},
      },
    ]);
  });

  test('writes what the figures need to know', async () => {
    const config = parseConfig(
      `sources: {glpi: {connector: glpi, satisfaction: {worst: 4, best: 1}}}
attributes: {region: Region, team: {column: Team}}
costs: {currency: EUR, L1: 22}
targets: {mttr: [{goal: at most 4 h, priority: P1, service: Payroll, until: 2026-12-31}]}
affected_users: Users`,
      'meantime.yaml',
    );
    await write(config, {
      struckLinks: [{source: 'glpi', recordId: 'A', cameBackRecordId: 'B'}],
    });
    const rows = async (table: string, where = 'true') =>
      (
        await database.query(
          `select columns(*)::varchar from settings.${table} where ${where} order by all`,
        )
      ).map(Object.values);
    expect(await rows('attribute')).toEqual([
      ['1', 'region', 'Region', 'region', 'regions'],
      ['2', 'team', 'Team', 'team', 'teams'],
    ]);
    expect(await rows('tier_cost')).toEqual([['L1', '22.0']]);
    expect(await rows('target', `metric = 'mttr'`)).toEqual([
      ['mttr', 'P1', 'Payroll', null, '2026-12-31', '4.0', 'at most'],
    ]);
    expect(await rows('satisfaction_scale')).toEqual([['glpi', '4.0', '1.0']]);
    expect(await rows('struck_link')).toEqual([['glpi', 'A', 'B']]);
    expect(await rows('priority_matrix', 'impact = 2')).toEqual([
      ['2', '1', 'P2'],
      ['2', '2', 'P3'],
      ['2', '3', 'P4'],
    ]);
    expect(await rows('source')).toEqual([
      ['desk', 'desk', 'servicenow'],
      ['glpi', 'glpi', 'glpi'],
    ]);
    expect(
      await database.query(
        'select currency, affected_users_attribute as users from settings.workspace',
      ),
    ).toEqual([{currency: 'EUR', users: 'Users'}]);
  });

  test('writes how problem candidates are found, and what the register knows of them', async () => {
    const config = parseConfig(
      'attributes: {region: Region, team: Team}\nproblems: {window_weeks: 26, attributes: [team]}',
      'meantime.yaml',
    );
    await write(config, {
      candidates: {
        known: {
          candidates: [
            {candidateNo: 1, label: 'Jams', incidentCount: 7, isGone: false},
            {candidateNo: 4, label: 'Split from PC-1', incidentCount: 0, isGone: true},
          ],
          members: [
            {candidateNo: 1, source: 'desk', recordId: 'A'},
            {candidateNo: 4, source: 'desk', recordId: 'B'},
          ],
        },
        edits: {
          merges: [{from: 3, into: 1}],
          splits: [{candidateNo: 1, wordingKey: 'k', newCandidateNo: 4}],
          accepted: [{candidateNo: 1, problemId: 'PRB1'}],
        },
      },
    });
    const rows = async (table: string) =>
      (await database.query(`select columns(*)::varchar from settings.${table} order by all`)).map(
        Object.values,
      );
    expect(await rows('problem_detection')).toEqual([['26', '8', '5', '0.01', '72', '90']]);
    expect(await rows('problem_attribute')).toEqual([['team', 'Team']]);
    expect(await rows('known_candidate')).toEqual([
      ['1', 'Jams', '7', 'false'],
      ['4', 'Split from PC-1', '0', 'true'],
    ]);
    // What was split off is known by its wordings.
    expect(await rows('known_candidate_member')).toEqual([['1', 'desk', 'A']]);
    expect(await rows('candidate_merge')).toEqual([['3', '1']]);
    expect(await rows('candidate_split')).toEqual([['1', 'k', '4']]);
    expect(await rows('accepted_candidate')).toEqual([['1', 'PRB1']]);
  });

  test('gives patterns that the database understands', async () => {
    await write({});
    expect(
      await database.query(
        `select regexp_matches('ÜBERWACHUNG', monitoring_pattern) as monitoring,
           regexp_matches('Phone', monitoring_pattern) as phone,
           regexp_matches('GÉNÉRAL', vague_category_pattern) as general,
           regexp_matches('Sonstige Hardware', vague_category_pattern) as hardware,
           regexp_matches('Service Desk', desk_pattern) as desk
         from settings.workspace`,
      ),
    ).toEqual([{monitoring: true, phone: false, general: true, hardware: false, desk: true}]);
  });
});
