import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {packagePath} from '../../src/base/package-root.ts';
import {testWorkspace, unaccounted} from './import-texts.ts';

const file = join(packagePath(), '..', 'shared', 'data', 'easyvista', 'ticket.json');
const ifThere = test.skipIf(!existsSync(file));

// The file holds one request, and so only one can be checked by hand.
ifThere(
  'the one request of a real answer lands whole, without a zone being asked for',
  async () => {
    const space = testWorkspace();
    const result = await space.import(file);
    expect(result).toMatchObject({
      connector: 'easyvista',
      shape: 'requests',
      timezone: null,
      rowsRead: 1,
      rowsAccepted: 1,
      rowsRejected: 0,
    });
    expect(unaccounted(result)).toBe(0);
    const [row] = await space.query('from record_version');
    expect(row).toMatchObject({
      record_id: '42837',
      number: 'I200716_000XXX',
      record_type: 'incident',
      title: 'Router',
      category: 'Equipment',
      subcategory: 'Router',
      location: 'New York',
      requester: 'William',
      status: 'closed',
      status_raw: 'Closed',
      assignment_group: '12',
      opened_at: new Date('2020-07-16T08:00:24Z'),
      resolved_at: new Date('2020-07-29T03:13:54Z'),
      updated_at: new Date('2020-10-07T10:04:32.883Z'),
      sla_due_at: new Date('2020-07-16T21:00:00Z'),
      sla_met_recorded: false,
    });
  },
);
