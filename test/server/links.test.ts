import {request} from 'node:http';
import {afterAll, beforeAll, beforeEach, describe, expect, test} from 'vitest';
import {rmSync} from 'node:fs';
import {readAuditTrail} from '../../src/register/audit-trail.ts';
import {readStruckLinks, strikeLink} from '../../src/register/struck-links.ts';
import {incidentAnswer} from '../../src/server/schemas.ts';
import {linkAnswer} from '../../src/server/link-request.ts';
import {openDatabase} from '../../src/warehouse/database.ts';
import {get, run, type Answer, type Running} from './running.ts';
import {asOf, buildSmall, landSmall, temporaryWorkspace} from './small-workspace.ts';

const {workspace, remove} = temporaryWorkspace();
let server: Running;

/** The first incident came back as the second, which names it. */
const ends = {record: 'desk:id0001', cameBack: 'desk:id0010'};
const key = {source: 'desk', recordId: 'id0001', cameBackRecordId: 'id0010'};
const decision = {...ends, by: 'Ann <b>', reason: 'another & older printer'};

beforeAll(async () => {
  await landSmall(workspace);
  const landing = await openDatabase(workspace.landingFile);
  await landing.run(`update record_version set parent_id = 'INC0001' where number = 'INC0010'`);
  landing.close();
  await buildSmall(workspace);
  server = await run(workspace);
});

beforeEach(() => rmSync(workspace.registerFile, {force: true}));

afterAll(async () => {
  await server.stop();
  remove();
});

type Headers = Record<string, string>;

function send(path: string, body: string, headers: Headers = {}, to = server): Promise<Answer> {
  const {hostname, port, host} = new URL(to.address);
  return new Promise((done, failed) => {
    const sent = request({
      ...{agent: false, hostname, port, path, method: 'POST'},
      headers: {
        host,
        origin: `http://${host}`,
        'content-length': Buffer.byteLength(body),
        ...headers,
      },
    });
    sent.on('error', failed);
    sent.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const bytes = Buffer.concat(chunks);
        const answered = response.headers as Headers;
        done({status: response.statusCode ?? 0, headers: answered, text: bytes.toString(), bytes});
      });
    });
    sent.end(body);
  });
}

function form(fields: object, headers: Headers = {}, path = '/incidents/desk:id0001/links') {
  const body = new URLSearchParams(fields as Record<string, string>).toString();
  const type = {'content-type': 'application/x-www-form-urlencoded', accept: 'text/html'};
  return send(path, body, {...type, ...headers});
}

function json(task: string, fields: unknown, headers: Headers = {}) {
  const body = typeof fields === 'string' ? fields : JSON.stringify(fields);
  return send(`/api/links/${task}`, body, {'content-type': 'application/json', ...headers});
}

describe('the form on an incident’s page', () => {
  test('strikes a link and leads back to it', async () => {
    const {status, headers} = await form({task: 'strike', ...decision});
    expect([status, headers['location']]).toEqual([303, '/incidents/desk%3Aid0001#links']);
    expect(await readStruckLinks(workspace)).toEqual([
      {...key, by: decision.by, reason: decision.reason, at: new Date(asOf)},
    ]);
  });

  test('shows at once who struck it, and restores it from the page of the other', async () => {
    const path = '/incidents/desk%3Aid0001';
    const before = await server.get(path);
    expect(before.text).toContain('action="/incidents/desk%3Aid0001/links"');
    expect(before.text).toContain('Not the same');
    await form({task: 'strike', ...decision});
    const after = await server.get(path, {'if-none-match': before.headers['etag'] ?? ''});
    expect(after.status).toBe(200);
    expect(after.text).toMatch(/<s>.*INC0001.*INC0010.*<\/s>/s);
    expect(after.text).toContain('Struck by Ann &lt;b>');
    expect(after.text).toContain('another &amp; older printer');
    expect(after.text).toContain('Left out from the next build on.');
    const other = '/incidents/desk:id0010/links';
    const {status} = await form({task: 'restore', ...ends, by: 'Bob', reason: ''}, {}, other);
    expect(status).toBe(303);
    expect(await readStruckLinks(workspace)).toEqual([]);
    expect((await server.get(path)).text).not.toContain('Struck by');
  });

  test('finds the incident by its number', async () => {
    const {status, headers} = await form(
      {task: 'strike', ...decision},
      {},
      '/incidents/INC0010/links',
    );
    expect([status, headers['location']]).toEqual([303, '/incidents/desk%3Aid0010#links']);
  });

  test('loaded again by its address leads to the page', async () => {
    const {status, headers} = await server.get('/incidents/desk:id0001/links');
    expect([status, headers['location']]).toEqual([302, '/incidents/desk%3Aid0001']);
  });

  test('is part of a page whose policy lets forms go nowhere else', async () => {
    const {headers} = await server.get('/incidents/desk:id0001');
    expect(headers['content-security-policy']).toContain(`form-action 'self'`);
  });
});

describe('programs', () => {
  test('strike and restore, and are told what holds', async () => {
    const struck = await json('strike', decision);
    expect([struck.status, struck.headers['cache-control']]).toEqual([200, 'no-store']);
    const body = linkAnswer.parse(JSON.parse(struck.text));
    expect(body).toEqual({
      ...ends,
      struck: {by: 'Ann <b>', at: asOf.replace('Z', '.000Z'), reason: decision.reason},
    });
    const {links} = incidentAnswer.parse(
      JSON.parse((await server.get('/api/incidents/INC0001')).text),
    );
    expect(links[0]).toMatchObject({
      ...{recordKey: ends.record, evidences: ['linked'], isStruck: false},
      struck: {by: 'Ann <b>'},
    });
    const restored = await json('restore', {...ends, by: 'Bob'});
    expect(JSON.parse(restored.text)).toEqual({...ends, struck: null});
    expect((await readAuditTrail(workspace)).map(({what, by}) => [what, by])).toEqual([
      ['struck link', 'Ann <b>'],
      ['restored link', 'Bob'],
    ]);
  });

  test('are told who struck it already, and that an unknown link is none', async () => {
    await json('strike', decision);
    const again = await json('strike', {...decision, by: 'Bob'});
    expect(again.status).toBe(409);
    expect(JSON.parse(again.text).error).toContain('already by Ann <b> on 2016-03-21 08:00 UTC');
    const turned = {...decision, record: ends.cameBack, cameBack: ends.record};
    for (const body of [turned, {...decision, cameBack: 'desk:nobody'}])
      for (const task of ['strike', 'restore'])
        expect((await json(task, body)).status, JSON.stringify(body)).toBe(404);
    expect((await json('restore', {...ends, by: 'Bob'})).status).toBe(200);
    expect((await json('restore', {...ends, by: 'Bob'})).status).toBe(409);
  });

  test('restore what was struck although the data has it no more', async () => {
    const gone = {...key, recordId: 'gone', by: 'Ann', reason: 'x'};
    await strikeLink(workspace, gone, {now: () => new Date(asOf)});
    const answer = await json('restore', {...ends, record: 'desk:gone', by: 'Bob'});
    expect(answer.status).toBe(200);
    expect(await readStruckLinks(workspace)).toEqual([]);
  });
});

describe('nothing is changed', () => {
  const site = (value: string) => ({'sec-fetch-site': value});

  test.each<[string, Headers]>([
    ['from another site', {origin: 'https://evil.example'}],
    ['from another port of this machine', {origin: 'http://127.0.0.1:1'}],
    ['from a page without an origin', {origin: 'null'}],
    ['from what isn’t an address', {origin: '127.0.0.1'}],
    ['by a browser that says cross-site', site('cross-site')],
    ['by a browser that says same-site', site('same-site')],
    ['by a browser that says none', site('none')],
  ])('%s', async (_where, headers) => {
    const answers = [
      await form({task: 'strike', ...decision}, headers),
      await json('strike', decision, headers),
      await json('restore', {...ends, by: 'Bob'}, headers),
    ];
    expect(answers.map(({status}) => status)).toEqual([403, 403, 403]);
    expect(answers[0]?.text).toContain('was not sent from a page of this server');
    expect(await readStruckLinks(workspace)).toEqual([]);
  });

  test('by whoever doesn’t say where it comes from', async () => {
    const body = JSON.stringify(decision);
    const {hostname, port} = new URL(server.address);
    const status = await new Promise((done) => {
      const sent = request({
        ...{agent: false, hostname, port, path: '/api/links/strike', method: 'POST'},
        headers: {'content-type': 'application/json', 'content-length': body.length},
      });
      sent.on('response', (response) => done(response.resume().statusCode));
      sent.end(body);
    });
    expect(status).toBe(403);
  });

  test('under another name of this machine’s server', async () => {
    const host = 'evil.example';
    const {status} = await json('strike', decision, {host, origin: `http://${host}`});
    expect(status).toBe(403);
  });

  test('by a body of another kind, too long, broken, or with fields that don’t belong', async () => {
    const text = {'content-type': 'text/plain'};
    const answers = [
      [await json('strike', decision, text), 415],
      [await form({task: 'strike', ...decision}, text), 415],
      [await json('strike', {...decision, reason: 'x'.repeat(20_000)}), 413],
      [await form({task: 'strike', ...decision, reason: 'x'.repeat(20_000)}), 413],
      [await json('strike', '{"record":'), 400],
      [await json('strike', [decision]), 400],
      [await json('strike', {...decision, by: ' '}), 400],
      [await json('strike', {...decision, by: 'a\nb'}), 400],
      [await json('strike', {...decision, by: 'x'.repeat(101)}), 400],
      [await json('strike', {...ends, by: 'Ann'}), 400],
      [await json('strike', {...decision, reason: {toString: 'x'}}), 400],
      [await json('strike', {...decision, at: '2020-01-01'}), 400],
      [await form({task: 'delete', ...decision}), 400],
      [await form({...decision}), 400],
      [await form({task: 'strike', ...decision}, {}, '/incidents/desk:id0005/links'), 404],
      [await form({task: 'strike', ...decision}, {}, '/incidents/desk:nobody/links'), 404],
      [await json('strike?by=x', decision), 400],
    ] as const;
    expect(answers.map(([{status}]) => status)).toEqual(answers.map(([, status]) => status));
    for (const [{text}] of answers) expect(text).not.toMatch(/[^n]stack|node_modules/);
    expect(await readStruckLinks(workspace)).toEqual([]);
  });

  test('by any other method or at any other address', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH'])
      for (const path of ['/incidents/desk:id0001/links', '/api/links/strike'])
        expect((await get(server.address, path, {method})).status, method + path).toBe(405);
    for (const path of ['/incidents/desk:id0001', '/api/links', '/api/links/delete', '/weekly'])
      expect((await send(path, '', {})).status, path).toBe(405);
  });
});

test('a server that was opened to others takes decisions from its own pages only', async () => {
  const open = await run(workspace, {host: '0.0.0.0'});
  const type = {'content-type': 'application/json', host: 'reports.example'};
  const body = JSON.stringify(decision);
  const own = {...type, origin: 'https://reports.example'};
  const foreign = {...type, origin: 'https://evil.example'};
  const refused = await send('/api/links/strike', body, foreign, open);
  const taken = await send('/api/links/strike', body, own, open);
  await open.stop();
  expect([refused.status, taken.status]).toEqual([403, 200]);
});
