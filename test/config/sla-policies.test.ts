import {describe, expect, test} from 'vitest';
import {parseConfig} from '../../src/config/read-config.ts';

function policies(...written: string[]) {
  const lines = written.map((one) => `    - {${one}}\n`).join('');
  const text = `attributes: {region: Region}\nsla:\n  policies:\n${lines}`;
  return parseConfig(text, '/w/meantime.yaml').slaPolicies;
}

describe('SLA policies', () => {
  test('come in their order before the plain targets, which are policies of their priority', () => {
    const all = policies('name: B, match: {vip: true}, response: 1 h', 'name: A, resolution: 2 h');
    expect(all.map(({name, kind}) => `${name} ${kind}`)).toEqual([
      ...['B response', 'A resolution', 'standard P1 response', 'standard P1 resolution'],
      ...['standard P2 response', 'standard P2 resolution', 'standard P3 response'],
      ...['standard P3 resolution', 'standard P4 response', 'standard P4 resolution'],
    ]);
    expect(all.at(-1)?.conditions).toEqual([
      {field: 'record_type', values: ['incident']},
      {field: 'priority', values: ['P4']},
    ]);
  });

  test('match incidents unless they name a type, any value of a list, and attributes', () => {
    const [policy, other] = policies(
      'name: A, match: {service: Payroll, priority: [P2, P3], vip: true, region: [7, EMEA]}, response: 1 h',
      'name: B, match: {type: [incident, request]}, response: 1 h',
    );
    expect(policy?.conditions).toEqual([
      {field: 'record_type', values: ['incident']},
      {field: 'service', values: ['Payroll']},
      {field: 'priority', values: ['P2', 'P3']},
      {field: 'vip', values: ['true']},
      {field: 'region', values: ['7', 'EMEA']},
    ]);
    expect(other?.conditions).toEqual([{field: 'record_type', values: ['incident', 'request']}]);
  });

  test('count around the clock for urgent priorities only, unless a calendar is named', () => {
    const calendars = policies(
      'name: A, match: {priority: [P1, P2]}, response: 30 min, resolution: 1 business day',
      'name: B, match: {priority: [P2, P3]}, response: 30 min',
      'name: C, response: {within: 30 min, calendar: around the clock}',
    ).map(({name, calendar}) => `${name} ${calendar}`);
    expect(calendars.slice(0, 4)).toEqual([
      'A around the clock',
      'A business hours',
      'B business hours',
      'C around the clock',
    ]);
  });

  test('may stop nothing, or other statuses, or what the tool stops; and start again on a change', () => {
    const all = policies(
      'name: A, match: {priority: P1}, response: 1 h, stops: none, priority_change: from change',
      'name: B, match: {priority: P2}, response: 1 h, stops: [on_hold, new], from: 2026-07-01',
      'name: C, match: {priority: P3}, response: 1 h, until: 2026-12-31',
    );
    expect(all.slice(0, 3)).toMatchObject([
      {stops: [], isFromChange: true, from: null, until: null},
      {stops: ['on_hold', 'new'], isFromChange: false, from: '2026-07-01'},
      {stops: null, until: '2026-12-31'},
    ]);
  });

  test.each([
    [
      'name: A, response: {within: 1 h, calendar: dusk}',
      '0.response: There is no calendar "dusk".',
    ],
    [
      'name: A, match: {team: Board}, response: 1 h',
      '0.match.team: There is no field "team". Use one of: type, source, service, priority, category, channel, location, vip, region.',
    ],
    ['name: A, match: {priority: P7}, response: 1 h', 'There is no priority "P7".'],
    ['name: A, match: {vip: yes please}, response: 1 h', 'There is no vip "yes please".'],
    ['name: A, match: {type: outage}, response: 1 h', 'There is no type "outage".'],
    ['name: A, from: 2026-02-02, until: 2026-02-01, response: 1 h', '2026-02-02 is after'],
    ['name: A, match: {vip: true}', '0: It promises nothing.'],
    ['name: A, response: none', '0.response: Write a target such as 4 h'],
    ['name: A, response: 1 h, stops: [closed]', '0.stops: Write none, or the statuses'],
    ['name: A, response: 1 h, stop: none', 'There is no setting "stop" here.'],
    ['name: Standard P3, response: 1 h', 'is the name of a plain target'],
    ['response: 1 h', '0.name: Give the policy a name.'],
  ])('are refused with the line and the way out: %s', (written, says) => {
    expect(() => policies(written)).toThrow(
      `line 4: sla.policies.${says.startsWith('0') ? says : ''}`,
    );
    expect(() => policies(written)).toThrow(says);
  });

  test('are each named once', () => {
    const twice = () =>
      policies(
        'name: A, match: {vip: true}, response: 1 h',
        'name: A, match: {priority: P1}, response: 1 h',
      );
    expect(twice).toThrow('line 5: sla.policies.1.name: There are two policies "A".');
  });

  test.each([
    ['name: B, match: {service: Payroll}, response: 1 h'],
    ['name: B, match: {service: Payroll, vip: true}, response: 1 h, from: 2026-08-01'],
    ['name: B, match: {service: [Payroll, Mail], priority: P1}, response: 1 h'],
  ])('are refused where an earlier one takes all they match: %s', (later) => {
    expect(() =>
      policies('name: A, match: {service: [Payroll, Mail]}, response: 2 h', later),
    ).toThrow(
      'line 5: sla.policies.1: It is never reached: "A" takes all that it matches. Move it above.',
    );
  });

  test.each([
    ['name: B, response: 1 h'],
    ['name: B, match: {service: Payroll}, response: 1 h, resolution: 2 h'],
    ['name: B, match: {service: [Payroll, SAP]}, response: 1 h'],
    ['name: B, match: {service: Payroll, type: request}, response: 1 h'],
    ['name: B, match: {service: Payroll}, response: 1 h, until: 2027-01-31'],
  ])('may follow one that leaves them something: %s', (later) => {
    const earlier = 'name: A, match: {service: [Payroll, Mail]}, response: 2 h, until: 2026-12-31';
    expect(() => policies(earlier, later)).not.toThrow();
  });
});
