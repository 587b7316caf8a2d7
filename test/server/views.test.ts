import {rmSync} from 'node:fs';
import {beforeEach, expect, test} from 'vitest';
import {readAuditTrail} from '../../src/register/audit-trail.ts';
import {type Answer} from './running.ts';
import {post} from './send-form.ts';
import {smallServer} from './small-server.ts';

const {workspace, server} = smallServer();
beforeEach(() => rmSync(workspace.registerFile, {force: true}));

function send(
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return post(server.address, {
    path: '/incidents/views',
    body: new URLSearchParams(fields).toString(),
    type: 'application/x-www-form-urlencoded',
    headers,
  });
}

const query = 'metric=backlog&priority=P3&columns=status';
const view = {task: 'save', name: 'Old <P3>', by: 'Ann', query};

test('a kept view leads to its list, and is offered to everybody by its name', async () => {
  const answer = await send(view);
  expect([answer.status, answer.headers['location']]).toEqual([303, `/incidents?${query}`]);
  const list = await server.get('/incidents');
  expect(list.text).toContain('Old &lt;P3>');
  expect(list.text).toContain(`href="/incidents?${query.replaceAll('&', '&amp;')}"`);
  const shown = await server.get(`/incidents?${query}`);
  expect(shown.text).toMatch(/aria-current="true"[^>]*>Old/);
});

test('a name is given once, and the second is told whose it is', async () => {
  await send(view);
  const again = await send({...view, name: 'old <p3>', by: 'Bo'});
  expect(again.status).toBe(409);
  expect(again.text).toContain('saved by Ann');
});

test('a removed view is gone from the list and stays in the trail', async () => {
  await send(view);
  await send({task: 'remove', name: view.name, by: 'Bo'});
  expect((await server.get('/incidents')).text).not.toContain('Old &lt;P3>');
  const trail = await readAuditTrail(workspace);
  expect(trail.map(({what, by}) => [what, by])).toEqual([
    ['saved view', 'Ann'],
    ['removed view', 'Bo'],
  ]);
});

test.each([
  [{...view, query: 'a b'}, 400],
  [{...view, name: ' '}, 400],
  [{task: 'remove', name: 'none such', by: 'Ann'}, 404],
])('%j is refused', async (fields, status) => {
  expect((await send(fields)).status).toBe(status);
});

test('another site can’t keep a view here', async () => {
  expect((await send(view, {origin: 'http://elsewhere.example'})).status).toBe(403);
});

test('a list shows the columns asked for, and names those there are for one there isn’t', async () => {
  const heads = (text: string) =>
    [...text.matchAll(/<th[^>]*scope="col"[^>]*>(.*?)<\/th>/g)].map(([, head = '']) =>
      head.replace(/<[^>]+>/g, ''),
    );
  const {text} = await server.get('/incidents?columns=status&columns=assignee');
  expect(heads(text)).toEqual(['Incident', 'Status', 'Person']);
  const refused = await server.get('/incidents?columns=colour', {accept: 'text/html'});
  expect(refused.status).toBe(400);
  expect(refused.text).toContain('reassignment_count');
});
