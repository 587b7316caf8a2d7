import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {run, type Running} from './running.ts';
import {buildSmall, landSmall, temporaryWorkspace} from './small-workspace.ts';

const {workspace, remove} = temporaryWorkspace();
let server: Running;

beforeAll(async () => {
  await landSmall(workspace);
  await buildSmall(workspace);
  server = await run(workspace);
});

afterAll(async () => {
  await server.stop();
  remove();
});

describe('packs', () => {
  const style = 'h1{color:#1b2430}';

  beforeAll(() => {
    for (const version of ['v1', 'v2', 'v10']) {
      const place = join(workspace.packsDirectory, 'weekly', '2016-W11', version);
      mkdirSync(place, {recursive: true});
      writeFileSync(
        join(place, 'index.html'),
        `<!doctype html><style>${style}</style><h1>${version}</h1>`,
      );
      writeFileSync(join(place, 'pack.pdf'), '%PDF-1.7');
      writeFileSync(join(place, 'notes.txt'), 'private');
    }
    writeFileSync(join(workspace.packsDirectory, 'secret.txt'), 'private');
  });

  test('are listed newest version first, with the files they have', async () => {
    const {text} = await server.get('/packs');
    expect([...text.matchAll(/v\d+\/pack\.pdf/g)].map(([name]) => name)).toEqual([
      'v10/pack.pdf',
      'v2/pack.pdf',
      'v1/pack.pdf',
    ]);
    expect(text).not.toContain('notes.txt');
    expect(text).not.toContain('pack.xlsx"');
  });

  test('the address of a period leads to its newest version', async () => {
    const {status, headers} = await server.get('/packs/weekly/2016-W11');
    expect([status, headers['location']]).toEqual([302, '/packs/weekly/2016-W11/v10/index.html']);
  });

  test('a published file is kept for ever, its own styles let in by their hash', async () => {
    const {status, headers, text} = await server.get('/packs/weekly/2016-W11/v2/index.html');
    expect([status, text]).toEqual([200, expect.stringContaining('<h1>v2</h1>')]);
    expect(headers['content-type']).toMatch(/^text\/html/);
    expect(headers['cache-control']).toContain('immutable');
    expect(headers['content-security-policy']).toMatch(/style-src 'sha256-[\w+/=]{44}'/);
    expect(headers['content-security-policy']).not.toContain('unsafe');
    const pdf = await server.get('/packs/weekly/2016-W11/v2/pack.pdf');
    expect([pdf.status, pdf.headers['content-type']]).toEqual([200, 'application/pdf']);
  });

  test.each([
    '/packs/weekly/2016-W11/v2/notes.txt',
    '/packs/weekly/2016-W11/v3/index.html',
    '/packs/weekly/2016-W11/v2/pack.xlsx',
    '/packs/weekly/2016-W11/2/index.html',
    '/packs/weekly/2016-W11/v02/index.html',
    '/packs/weekly/2016-W12',
    '/packs/yearly/2016/v1/index.html',
    '/packs/secret.txt',
    '/packs/../meantime.yaml',
    '/packs/weekly/..%2f/v1/index.html',
    '/packs/weekly/2016-W11/v2/..%2f..%2f..%2fsecret.txt',
    '/packs/weekly/2016-W11/..%2f..%2f..%2f..%2fdata/current',
  ])('%s is not served', async (path) => {
    const {status, text} = await server.get(path);
    expect(status).toBe(404);
    expect(text).not.toContain('private');
  });
});
