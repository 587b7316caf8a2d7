import {expect, test} from 'vitest';
import {packagePath} from '../../src/base/package-root.ts';
import {testWorkspace, unaccounted} from './import-texts.ts';
import {workbookOf} from './workbook-of.ts';

const fixture = (name: string) => packagePath('fixtures', 'cherwell', name);
const at = (text: string) => new Date(text);
const chicago = {timezone: 'America/Chicago'};

const expected = [
  {
    number: '10216',
    record_type: 'incident',
    title: 'Cash desk is dark',
    service: 'Retail',
    status: 'closed',
    priority: 'P1',
    assignment_group: 'Field Service',
    assignee: 'Ivo Brandt',
    opened_at: at('2026-04-28T18:39:00Z'),
    responded_at: at('2026-04-28T18:45:00Z'),
    resolved_at: at('2026-04-28T21:10:00Z'),
    closed_at: at('2026-05-01T21:10:00Z'),
    sla_due_at: at('2026-04-28T22:39:00Z'),
    sla_met_recorded: true,
    is_major: true,
  },
  {
    number: '10217',
    title: 'Slow "mail" again',
    status: 'on_hold',
    stops_clock: true,
    priority: 'P3',
    assignee: null,
    parent_id: '10216',
    opened_at: at('2027-01-01T05:05:00Z'),
    sla_met_recorded: null,
  },
  {record_type: 'request', status: 'resolved', priority: 'P4', sla_met_recorded: false},
  // Withdrawn, whatever the status says.
  {status: 'cancelled', status_raw: 'Closed', resolved_at: null},
  {status: 'unknown', status_raw: 'Parked', opened_at: at('2026-07-13T17:30:00Z')},
];

test.each(['grid.csv', 'search_results.json'])(
  '%s lands in the zone of who exported it, withdrawn ones cancelled',
  async (name) => {
    const space = testWorkspace();
    const result = await space.import(fixture(name), chicago);
    expect(result).toMatchObject({connector: 'cherwell', rowsAccepted: 5, rowsRejected: 0});
    expect(unaccounted(result)).toBe(0);
    expect(await space.query('from record_version order by number')).toMatchObject(expected);
    expect(result.warnings.join(' ')).toContain('“Parked” (1)');
  },
);

test('the same lands from a workbook', async () => {
  const space = testWorkspace();
  const book = space.file(
    'grid.xlsx',
    await workbookOf(fixture('grid.csv'), /DateTime$|Deadline$/),
  );
  await space.import(book, chicago);
  expect(await space.query('from record_version order by number')).toMatchObject(expected);
});
