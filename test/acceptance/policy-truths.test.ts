import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {spoiled, truth} from '../fixtures/committed.ts';
import {openDemoDesk, wheres, type DemoDesk} from './demo-desk.ts';
import {figureIn} from './meantime-in.ts';

interface Clock {
  number: string;
  policy: string;
  target_seconds: number;
  verdict: 'met' | 'breached' | null;
  opened_on: string;
}

/** Promises of the demo's configuration, and the verdicts they lead to: fixtures/demo/truth.json. */
describe('the promises of the demo', () => {
  let desk: DemoDesk;
  let directory: string;

  beforeAll(async () => {
    desk = await openDemoDesk();
    ({directory} = desk);
  });
  afterAll(() => desk.close());

  const clocks = (kind: string, condition: string): Promise<Clock[]> =>
    desk.database.query<Clock>(
      `select i.number, c.policy, c.target_seconds, c.verdict, i.opened_on::varchar as opened_on
       from marts.fct_clock as c join marts.fct_incident as i using (record_no)
       where c.kind = '${kind}' and i.source = 'servicenow' and ${condition}`,
    );
  const verdicts = (rows: Clock[]) => new Map(rows.map((row) => [row.number, row.verdict]));

  test('hold from their day on and leave what was opened before alone', async () => {
    const {service, from, hours, before, since} = truth.policyChange;
    const rows = await clocks(
      'resolution',
      `i.service = '${service}' and i.priority in ('P3', 'P4')`,
    );
    const [earlier, later] = [
      rows.filter((row) => row.opened_on < from),
      rows.filter((row) => row.opened_on >= from),
    ];
    expect(new Set(later.map((row) => row.target_seconds))).toEqual(new Set([hours * 3600]));
    expect(new Set(earlier.map((row) => row.target_seconds))).toEqual(
      new Set([24 * 3600, 40 * 3600]),
    );
    const [was, is] = [verdicts(earlier), verdicts(later)];
    for (const number of before.wouldMissNow) expect(was.get(number), number).toBe('met');
    for (const number of since.metBefore) expect(is.get(number), number).toBe('breached');
  });

  test('of an answer to the board are late where it was made late', async () => {
    const {department, hours, priorities, late, n} = truth.promptResponse;
    const list = priorities.map((priority) => `'${priority}'`).join(', ');
    const rows = await clocks(
      'response',
      `i.attribute_1 = '${department}' and i.priority in (${list}) and i.is_resolved`,
    );
    expect(new Set(rows.map((row) => row.target_seconds))).toEqual(new Set([hours * 3600]));
    const found = verdicts(rows.filter(({number}) => !spoiled.has(number)));
    expect(found.size).toBeGreaterThanOrEqual(n);
    for (const number of late) expect(found.get(number), number).toBe('breached');
    const breached = [...found.values()].filter((verdict) => verdict === 'breached');
    expect(breached.length - late.length).toBeLessThanOrEqual(found.size - n);
  });

  test('are counted by the clock of Porto there, as its tool does', async () => {
    const [row] = await desk.database.query<{calendars: string[]}>(
      `select list_sort(list(distinct c.calendar)) as calendars
       from marts.fct_clock as c join marts.fct_incident as i using (record_no)
       where i.source = 'jira' and i.priority in ('P3', 'P4')`,
    );
    expect(row?.calendars).toEqual(['Porto hours']);
    const differing = await figureIn(directory, 'sla_disagreement', ...wheres({source: 'jira'}));
    expect(differing.n).toBeGreaterThan(2000);
    expect(differing.value!).toBeLessThan(0.01);
  });

  test('are judged otherwise by the tool for the planted reasons', async () => {
    const rows = await desk.database.query<{number: string; reason: string}>(
      `select number, sla_disagreement_reason as reason from marts.fct_incident
       where source = 'servicenow' and is_sla_disagreement`,
    );
    const reasons = new Map(rows.map(({number, reason}) => [number, reason]));
    const {incidents} = truth.slaDisagreements;
    const wrong = incidents.filter(({number, reason}) => reasons.get(number) !== reason);
    expect(incidents.length).toBeGreaterThan(20);
    expect(wrong).toEqual([]);
  });
});
