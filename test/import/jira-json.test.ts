import {readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {packagePath} from '../../src/base/package-root.ts';
import {testWorkspace} from './import-texts.ts';

const fixture = (name: string) => packagePath('fixtures', 'jira', name);

test('issues with their change log and their SLA land all three from one file', async () => {
  const space = testWorkspace();
  const file = fixture('issues_with_changelog.json');
  const imports = await space.importAll(file);
  expect(imports).toMatchObject([
    {shape: 'issues', grain: 'incident', rowsRead: 2, rowsAccepted: 2},
    {shape: 'issue_histories', grain: 'change', rowsRead: 5, rowsAccepted: 5},
    {shape: 'issue_sla_cycles', grain: 'sla_cycle', rowsRead: 1, rowsAccepted: 1},
  ]);
  expect(imports.map(({warnings}) => warnings)).toEqual([[], [], []]);
  expect(await space.query('from record_version order by number')).toMatchObject([
    {record_id: '10061', status: 'resolved', priority: 'P2', assignee: 'Rui Barros'},
    {record_id: '10062', status: 'on_hold', priority: 'P4', resolved_at: null},
  ]);
  expect(
    await space.query(
      `select record_id, from_value, to_value, changed_at from change where field = 'status' order by changed_at`,
    ),
  ).toEqual([
    {...move('new', 'in_progress'), changed_at: new Date('2026-03-02T08:20:00Z')},
    {...move('in_progress', 'resolved'), changed_at: new Date('2026-03-02T14:30:00Z')},
    {...move('new', 'on_hold'), record_id: '10062', changed_at: new Date('2026-03-03T09:10:00Z')},
  ]);
  expect(await space.query('from sla_cycle')).toMatchObject([
    {
      record_id: '10061',
      kind: 'resolution',
      is_breached: true,
      due_at: new Date('2026-03-02T12:00:00Z'),
      business_seconds: 23_400,
    },
  ]);

  const again = await space.importAll(file);
  expect(again.map(({isRepeat}) => isRepeat)).toEqual([true, true, true]);
  const replayed = await space.reimport();
  expect(replayed.map(({shape, rowsAccepted}) => [shape, rowsAccepted])).toEqual(
    imports.map(({shape, rowsAccepted}) => [shape, rowsAccepted]),
  );
});

test('a change stays the same change when the issue around it has moved on', async () => {
  const space = testWorkspace();
  const text = readFileSync(fixture('issues_with_changelog.json'), 'utf8');
  await space.importAll(space.file('first.json', text));
  const later = text.replace('Mailbox full', 'Mailbox still full');
  const [issues, changes] = await space.importAll(space.file('second.json', later));
  expect(issues).toMatchObject({rowsAccepted: 1, rowsUnchanged: 1});
  expect(changes).toMatchObject({rowsAccepted: 0, rowsUnchanged: 5});
});

test('a landing from before lists were read together takes the rest in when it is replayed', async () => {
  const space = testWorkspace();
  await space.importAll(fixture('issues_with_changelog.json'));
  await space.query(`delete from import_log where part is not null`);
  const replayed = await space.reimport();
  expect(replayed.map(({shape}) => shape)).toEqual([
    'issues',
    'issue_histories',
    'issue_sla_cycles',
  ]);
});

function move(from: string, to: string) {
  return {record_id: '10061', from_value: from, to_value: to};
}
