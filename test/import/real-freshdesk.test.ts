import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {packagePath} from '../../src/base/package-root.ts';
import {testWorkspace} from './import-texts.ts';

const data = join(packagePath(), '..', 'shared', 'data');
const ifThere = test.skipIf(!existsSync(data));

ifThere('answers of both versions of the Freshdesk API land the same ticket', async () => {
  for (const name of ['all_tickets.json', 'all_tickets_v1.json']) {
    const space = testWorkspace();
    const result = await space.import(join(data, 'freshdesk', name));
    expect(result).toMatchObject({connector: 'freshdesk', rowsRead: 1, rowsAccepted: 1});
    expect(
      await space.query(
        'select record_id, number, record_type, title, status, priority, channel, requester, assignee, opened_at, updated_at, sla_due_at from record_version',
      ),
    ).toEqual([
      {
        record_id: '1',
        number: '1',
        record_type: 'request',
        title: 'This is a sample ticket',
        status: 'in_progress',
        priority: 'P4',
        channel: 'Portal',
        requester: 'Rachel',
        assignee: 'Sam Kingston',
        opened_at: new Date('2014-12-31T02:27:09Z'),
        updated_at: new Date('2015-01-01T00:58:39Z'),
        sla_due_at: new Date('2015-01-05T02:27:09Z'),
      },
    ]);
  }
});

ifThere('conversations are no tickets, and that is said', async () => {
  const space = testWorkspace();
  await expect(space.import(join(data, 'freshdesk', 'conversations.json'))).rejects.toThrow(
    'no connector knows this header',
  );
});
