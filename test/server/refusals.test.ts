import {connect} from 'node:net';
import {networkInterfaces} from 'node:os';
import {describe, expect, test} from 'vitest';
import {get, run} from './running.ts';
import {smallServer} from './small-server.ts';

const {workspace, server} = smallServer();

async function json(path: string, headers: Record<string, string> = {}) {
  const answer = await server.get(path, headers);
  expect(answer.headers['content-type'], path).toMatch(/^application\/json/);
  return {status: answer.status, body: JSON.parse(answer.text)};
}

describe('a bad request is told what is wrong and what to do', () => {
  test.each([
    ['/api/metrics/nonsense', 404, /no metric "nonsense"/, /mttr/],
    ['/api/metrics/mttr?by=colour', 400, /no dimension "colour"/, /priority/],
    ['/api/metrics/mttr?grain=fortnight', 400, /no grain "fortnight"/, /week/],
    ['/api/metrics/mttr?from=yesterday', 400, /"from" is no day/, /2016-03-01/],
    ['/api/metrics/mttr?from=2016-02-30', 400, /"from" is no day/, /2016/],
    ['/api/metrics/mttr?from=2016-03-01&to=2016-02-01', 400, /not before/, /to/],
    ['/api/metrics/mttr?period=2016-W11&from=2016-01-01', 400, /period and its days/, /period/],
    ['/api/metrics/mttr?period=soon', 400, /no period/, /2016-W10/],
    ['/api/metrics/mttr?colour=red', 400, /no parameter "colour"/, /grain/],
    ['/api/metrics/mttr?grain=week&grain=month', 400, /given 2 times/, /once/],
    ['/api/metrics/mttr?format=xml', 400, /no format "xml"/, /csv/],
    [`/api/metrics/mttr?priority=${'P'.repeat(501)}`, 400, /501 characters/, /500/],
    ['/api/metrics/mttr?priority=P1%00', 400, /control characters/, /Remove/],
    ['/api/metrics/mttr?where=priority', 400, /names no value/, /priority=P1/],
    ['/api/incidents?sort=password', 400, /sorted by "password"/, /opened_at/],
    ['/api/incidents?page=0', 400, /"page" can’t be "0"/, /whole number/],
    ['/api/incidents?page_size=5000', 400, /page_size/, /1,000/],
    ['/api/incidents?is_major=perhaps&metric=opened', 400, /is_major/, /true/],
    ['/api/incidents/desk:nobody', 404, /desk:nobody/, /list/],
    ['/api/footing?grain=day', 400, /no days/, /week/],
    ['/api/nothing', 404, /nothing at \/api\/nothing/, /openapi/],
  ])('%s', async (path, status, error, remedy) => {
    const {status: answered, body} = await json(path);
    expect(Object.keys(body)).toEqual(['error', 'remedy']);
    expect(body.error).toMatch(error);
    expect(body.remedy).toMatch(remedy);
    expect(answered).toBe(status);
  });

  test.each([
    ['/weekly?period=2016-W99', 400, 'is no week'],
    ['/weekly?period=0000-W01', 400, 'is no week'],
    ['/weekly?period=9999-W52', 400, 'is no week'],
    ['/weekly?period=2016-03', 400, 'is no week'],
    ['/weekly?period=2016-W10&period=2016-W11', 400, 'given 2 times'],
    ['/weekly?assignee=Ada', 400, 'no parameter'],
    ['/monthly?period=2016-W11', 400, 'is no month'],
    ['/incidents?metric=nonsense', 404, 'no metric'],
    ['/incidents/desk%3Anobody', 404, 'desk:nobody'],
    ['/incidents/..%2f..%2fetc%2fpasswd', 404, 'etc/passwd'],
    ['/packs/weekly/..%2f..%2fdata', 404, 'no such pack'],
    ['/nowhere', 404, 'nothing at /nowhere'],
  ])('%s shows a page that says so', async (path, status, text) => {
    const answer = await server.get(path, {accept: 'text/html'});
    expect(answer.text).toContain(text);
    expect(answer.text).toMatch(/<h1/);
    expect(answer.status).toBe(status);
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  test('SQL in a value is a value that nothing has', async () => {
    const value = encodeURIComponent(`P1' or 1=1; drop table marts.fct_incident --`);
    const {status, body} = await json(`/api/metrics/opened?priority=${value}`);
    expect([status, body.figures]).toEqual([200, [expect.objectContaining({value: 0, n: 0})]]);
    expect((await json('/api/metrics/opened')).body.figures[0].n).toBe(400);
  });

  test('nothing can be changed here', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      const {status, headers} = await get(server.address, '/api/incidents', {method});
      expect([status, headers['allow']]).toEqual([405, 'GET, HEAD']);
    }
  });

  test('a path that can’t be decoded is no failure of ours', async () => {
    expect((await server.get('/incidents/%zz')).status).toBe(400);
  });
});

describe('our own bugs', () => {
  test('are answered with an id, and the stack goes to the log alone', async () => {
    const broken = await run(workspace, {
      published: {
        use: () => Promise.reject(new Error('secret detail of /home/user/data')),
        close: () => Promise.resolve(),
      },
    });
    const page = await broken.get('/weekly', {accept: 'text/html'});
    const api = await broken.get('/api/imports');
    await broken.stop();
    expect([page.status, api.status]).toEqual([500, 500]);
    expect(page.text + api.text).not.toMatch(/secret|home|at .*\.ts/);
    const id = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(api.text)?.[0] ?? 'none';
    const line = broken.log.find((each) => each.includes(id)) ?? '';
    expect(line).toContain('secret detail');
    expect(JSON.parse(line).err.stack).toContain('refusals.test.ts');
  });
});

describe('headers', () => {
  test('let nothing inline or foreign run, and don’t tell what serves', async () => {
    for (const path of ['/weekly', '/api/metrics', '/nowhere', '/healthz']) {
      const {headers} = await server.get(path);
      const policy = headers['content-security-policy'] ?? '';
      expect(policy).toContain(`default-src 'none'`);
      expect(policy).toContain(`script-src 'self'`);
      expect(policy).toContain(`frame-ancestors 'none'`);
      expect(policy).not.toMatch(/unsafe|\*|http/);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('same-origin');
      expect(headers['x-powered-by']).toBeUndefined();
    }
  });

  test('the rate limit is generous and said', async () => {
    const {headers} = await server.get('/weekly');
    expect(headers['ratelimit']).toMatch(/r=\d{3,}/);
  });
});

describe('who may ask', () => {
  test('a page elsewhere that points its name at this machine is refused', async () => {
    const {port} = new URL(server.address);
    for (const host of [
      'evil.example',
      `evil.example:${port}`,
      '127.0.0.1.evil.example',
      'localhost.evil',
    ])
      expect((await server.get('/weekly', {host})).status, host).toBe(403);
    for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`, 'LOCALHOST'])
      expect((await server.get('/weekly', {host})).status, host).toBe(200);
  });

  test('with --host, other names are answered', async () => {
    const open = await run(workspace, {host: '0.0.0.0'});
    const {status} = await open.get('/weekly', {host: 'reports.example'});
    await open.stop();
    expect(status).toBe(200);
  });

  const outside = Object.values(networkInterfaces())
    .flat()
    .find((each) => each?.family === 'IPv4' && !each.internal)?.address;

  test.skipIf(outside === undefined)('it can’t be reached from the network', async () => {
    const {port} = new URL(server.address);
    const reached = await new Promise((done) => {
      const socket = connect({host: outside, port: Number(port)});
      socket.once('connect', () => {
        socket.destroy();
        done(true);
      });
      socket.once('error', () => done(false));
    });
    expect(reached).toBe(false);
  });
});
