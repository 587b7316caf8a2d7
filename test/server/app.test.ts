import {tableFromIPC} from 'apache-arrow';
import {describe, expect, test} from 'vitest';
import {
  figuresAnswer,
  footingAnswer,
  importsAnswer,
  incidentAnswer,
  incidentsAnswer,
  metricsAnswer,
} from '../../src/server/schemas.ts';
import {hostileTitle} from './small-workspace.ts';
import {smallServer} from './small-server.ts';

const {server} = smallServer();

async function json(path: string, headers: Record<string, string> = {}) {
  const answer = await server.get(path, headers);
  expect(answer.headers['content-type'], path).toMatch(/^application\/json/);
  return {status: answer.status, body: JSON.parse(answer.text)};
}

describe('pages', () => {
  test.each(['/weekly', '/monthly', '/catalogue', '/quality', '/incidents', '/packs'])(
    '%s is a whole HTML document',
    async (path) => {
      const {status, headers, text} = await server.get(path, {accept: 'text/html'});
      expect(status).toBe(200);
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(text).toMatch(/^<!doctype html>/);
      expect(text).toContain('</html>');
    },
  );

  test('the front door leads to the weekly review', async () => {
    const {status, headers} = await server.get('/');
    expect([status, headers['location']]).toEqual([302, '/weekly']);
  });

  test.each([
    ['/catalogue/mttr', '/catalogue'],
    ['/incidents/desk:id0001', '/incidents'],
  ])('%s says that it belongs to %s', async (path, place) => {
    const {text} = await server.get(path, {accept: 'text/html'});
    expect(text).toContain(`<a href="${place}" aria-current="page">`);
  });

  test('an incident is found by key and by number', async () => {
    const byKey = await server.get('/incidents/desk:id0001');
    expect(byKey.status).toBe(200);
    expect(byKey.text).toContain('Printer 1 jams');
    expect((await server.get('/incidents/INC0001')).text).toContain('Printer 1 jams');
  });

  test('a title out of an export is text on the page, not markup', async () => {
    const {text} = await server.get('/incidents/desk:id0399');
    expect(text).toContain('&lt;script>alert(1)');
    expect(text).not.toContain('<script>alert(1)');
  });

  test('no page shows inline script or style', async () => {
    for (const path of ['/weekly', '/catalogue', '/incidents']) {
      const {text} = await server.get(path);
      expect(text.match(/<style|\sstyle="|\son\w+="|javascript:/g), path).toBeNull();
      const scripts = [...text.matchAll(/<script(?![^>]*application\/json)[^>]*>([^<]*)/g)];
      expect(scripts.every(([tag, body]) => tag.includes('src="/assets/') && body === '')).toBe(
        true,
      );
    }
  });
});

describe('assets', () => {
  test('have their content in their name, are kept for ever, and all that a page names are there', async () => {
    const page = (await server.get('/weekly')).text;
    const names = [...page.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, name]) => name ?? '');
    expect(names.length).toBeGreaterThanOrEqual(3);
    for (const name of names) {
      const {status, headers} = await server.get(name);
      expect([status, headers['cache-control']]).toEqual([
        200,
        'public, max-age=31536000, immutable',
      ]);
      expect(name).toMatch(/\.[0-9a-f]{10}\.\w+$/);
    }
    const style = (await server.get(names.find((name) => name.endsWith('.css')) ?? '')).text;
    const fonts = [...style.matchAll(/url\(['"]?([^'")]+)/g)].map(([, url]) => url ?? '');
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) {
      const {status, headers} = await server.get(font);
      expect([font, status, headers['content-type']]).toEqual([font, 200, 'font/woff2']);
    }
  });

  test('text comes compressed to those who take it', async () => {
    const page = (await server.get('/weekly')).text;
    const name = /"(\/assets\/style[^"]+)"/.exec(page)?.[1] ?? '';
    const plain = await server.get(name);
    const zipped = await server.get(name, {'accept-encoding': 'gzip'});
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(zipped.headers['content-encoding']).toBe('gzip');
    expect(zipped.bytes.length).toBeLessThan(plain.bytes.length / 2);
  });

  test('no other file can be named', async () => {
    for (const path of [
      '/assets/../package.json',
      '/assets/..%2fpackage.json',
      '/assets/style.css',
      '/assets/%2e%2e/%2e%2e/etc/passwd',
    ])
      expect((await server.get(path)).status, path).toBe(404);
  });
});

describe('answers to programs', () => {
  test.each([
    ['/api/metrics', metricsAnswer],
    ['/api/metrics/mttr?grain=week&by=priority,service', figuresAnswer],
    ['/api/incidents?metric=resolved&period=2016-W11', incidentsAnswer],
    ['/api/incidents/desk:id0001', incidentAnswer],
    ['/api/imports', importsAnswer],
    ['/api/footing?grain=month&by=priority', footingAnswer],
  ])('%s is what its description says', async (path, schema) => {
    const {status, body} = await json(path);
    expect(status).toBe(200);
    const checked = schema.safeParse(body);
    expect(checked.error?.issues ?? []).toEqual([]);
  });

  test('the description names every address, with schemas of its own', async () => {
    const {body} = await json('/api/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    expect(Object.keys(body.paths)).toEqual([
      '/api/metrics',
      '/api/metrics/{id}',
      '/api/incidents',
      '/api/incidents/{key}',
      '/api/links/strike',
      '/api/links/restore',
      '/api/imports',
      '/api/footing',
      '/api/reconciliation',
      '/api/rejected',
      '/api/sla/at-risk',
      '/api/sla/what-if',
      '/api/sla/comparison',
      '/api/sla/attribution',
      '/api/problems',
      '/api/known-problems',
      '/api/problems/{name}',
      '/api/problems/{name}/incidents',
      '/api/problems/{name}/record',
      '/api/problems/{name}/decision',
      '/api/problems/{name}/split',
      '/api/problems/merge',
      '/api/problems/unmerge',
      '/api/actions',
      '/api/actions/{name}',
      '/api/actions/{name}/comments',
      '/api/findings',
    ]);
    const used = [...JSON.stringify(body).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)];
    expect(JSON.stringify(body).match(/"\$ref"/g)).toHaveLength(used.length);
    const named = Object.keys(body.components.schemas);
    expect([...new Set(used.map(([, name]) => name))].sort()).toEqual(named.sort());
    const names = body.paths['/api/metrics/{id}'].get.parameters.map(
      (each: {name: string}) => each.name,
    );
    expect(names).toEqual(
      expect.arrayContaining(['id', 'grain', 'by', 'from', 'to', 'priority', 'format']),
    );
  });

  test('a figure is cut and filtered as asked', async () => {
    const all = await json('/api/metrics/opened?period=2016-W11');
    expect(all.body.figures).toMatchObject([
      {value: 21, n: 21, from: '2016-03-14', to: '2016-03-21'},
    ]);
    const {body} = await json(
      '/api/metrics/opened?period=2016-W11&by=priority&priority=P1&priority=P2',
    );
    expect(body.figures.map((each: {dimensions: object}) => each.dimensions)).toEqual([
      {priority: 'P1'},
      {priority: 'P2'},
    ]);
    const where = await json(
      '/api/metrics/opened?period=2016-W11&by=priority&where=priority%3DP1&where=priority%3DP2',
    );
    expect(where.body.figures).toEqual(body.figures);
  });

  test('the list of incidents behind a figure is as long as its n', async () => {
    for (const part of [
      'metric=opened&period=2016-W11',
      'metric=mttr&period=2016-02&priority=P2',
    ]) {
      const {body} = await json(`/api/incidents?${part}&page_size=1000`);
      const [, id, rest] = /^metric=(\w+)&(.*)$/.exec(part) ?? [];
      const figure = (await json(`/api/metrics/${id}?${rest}`)).body.figures[0];
      expect(body.total).toBe(figure.n);
      expect(body.incidents).toHaveLength(body.total);
    }
  });

  test('no metric shows its query', async () => {
    const {text} = await server.get('/api/metrics');
    expect(text).not.toMatch(/select|marts\./i);
  });
});

describe('JSON, CSV or Arrow', () => {
  const path = '/api/metrics/opened?grain=week&by=service';

  test('by the Accept header', async () => {
    for (const [accept, type] of [
      ['*/*', 'application/json; charset=utf-8'],
      ['text/csv', 'text/csv; charset=utf-8'],
      ['application/vnd.apache.arrow.stream', 'application/vnd.apache.arrow.stream'],
      ['text/html,text/csv;q=0.5,application/json;q=0.1', 'text/csv; charset=utf-8'],
    ] as const) {
      const {status, headers} = await server.get(path, {accept});
      expect([status, headers['content-type']], accept).toEqual([200, type]);
      expect(headers['vary']).toContain('Accept');
    }
  });

  test('by ?format=, which goes before the header', async () => {
    const {headers} = await server.get(`${path}&format=csv`, {accept: 'application/json'});
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toBe('attachment; filename="opened-week-service.csv"');
  });

  test('an Accept header that nothing fits gets 406', async () => {
    const {status, body} = await json(path, {accept: 'image/png'});
    expect(status).toBe(406);
    expect(body.remedy).toContain('text/csv');
  });

  test('all three hold the same figures', async () => {
    const {figures} = (await json(path)).body;
    const csv = (await server.get(`${path}&format=csv`)).text.trim().split('\r\n');
    const arrow = tableFromIPC((await server.get(`${path}&format=arrow`)).bytes);
    expect(csv[0]).toBe(
      'metric,period,from,to,is_complete,is_provisional,service,value,n,unit,coverage,low,high,note',
    );
    expect(csv).toHaveLength(figures.length + 1);
    expect(arrow.numRows).toBe(figures.length);
    expect(csv.some((line) => line.includes('"Network, WAN"'))).toBe(true);
    expect(arrow.toArray().map((row) => row.value)).toEqual(
      figures.map((each: {value: number}) => each.value),
    );
    expect(String(arrow.schema.fields.find(({name}) => name === 'from')?.type)).toBe('Date32<DAY>');
  });

  test('a title that a spreadsheet would run comes with an apostrophe', async () => {
    const {text} = await server.get('/api/incidents?period=2016-W12&format=csv');
    const {text: week} = await server.get(
      '/api/incidents?period=2016-W11&text=hyperlink&format=csv',
    );
    const csv = `${text}${week}`;
    expect(csv).toContain(`"'${hostileTitle.replaceAll('"', '""')}"`);
  });
});

describe('unchanged pages', () => {
  test('answer 304 with nothing in it', async () => {
    for (const path of ['/weekly', '/api/metrics/mttr?grain=month', '/incidents/desk:id0001']) {
      const first = await server.get(path);
      expect(first.headers['cache-control']).toBe('private, no-cache');
      const again = await server.get(path, {'if-none-match': first.headers['etag'] ?? ''});
      expect([again.status, again.text]).toEqual([304, '']);
    }
  });

  test('have another tag at another address and in another format', async () => {
    const tags = await Promise.all([
      server.get('/weekly?period=2016-W10', {prefer: 'wait'}),
      server.get('/weekly?period=2016-W11', {prefer: 'wait'}),
      server.get('/api/metrics/mttr'),
      server.get('/api/metrics/mttr', {accept: 'text/csv'}),
    ]);
    expect(new Set(tags.map(({headers}) => headers['etag'])).size).toBe(4);
  });
});
