import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {readPackNotes} from '../../src/register/pack-notes.ts';
import {postForm} from './send-form.ts';
import {asOf} from './small-workspace.ts';
import {smallServer} from './small-server.ts';

const {workspace, server} = smallServer();

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
      writeFileSync(join(place, 'mail.html'), '<!doctype html><p style="color:red">Mail</p>');
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

  test('the address of a period is its page: versions newest first, notes and who got it', async () => {
    const {status, text} = await server.get('/packs/weekly/2016-W11');
    expect(status).toBe(200);
    expect(text).toMatch(/href="\/packs\/weekly\/2016-W11\/v10\/index\.html"[^>]*>Open the pack/);
    expect(text).toContain('3 versions');
    expect(text).toContain('Add the note');
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

  test('a mail is shown with its own styles and nothing else', async () => {
    const {headers} = await server.get('/packs/weekly/2016-W11/v10/mail.html');
    expect(headers['content-security-policy']).toContain(
      "default-src 'none'; style-src 'unsafe-inline'",
    );
  });

  test('what a meeting says is added with name and time, and leaves the pack as it was', async () => {
    const file = join(workspace.packsDirectory, 'weekly', '2016-W11', 'v10', 'index.html');
    const before = readFileSync(file, 'utf8');
    const fields = {task: 'note', version: '10', kind: 'decision', by: 'Ada'};
    const note = 'Buy a printer.\r\n<b>Soon</b>';
    const path = '/packs/weekly/2016-W11';
    const {status, headers} = await postForm(server.address, path, {...fields, note});
    expect([status, headers['location']]).toEqual([303, `${path}#notes`]);
    await postForm(server.address, path, {...fields, kind: 'comment', note: 'Done.', by: 'Grace'});
    const {text} = await server.get(path);
    expect(text).toContain('Buy a printer.\n&lt;b>Soon&lt;/b>');
    expect(text.indexOf('Buy a printer.')).toBeLessThan(text.indexOf('Done.'));
    expect(text).toContain('Grace');
    expect(readFileSync(file, 'utf8')).toBe(before);
    expect(await readPackNotes(workspace, {pack: 'weekly', period: '2016-W11'})).toMatchObject([
      {kind: 'decision', by: 'Ada', at: new Date(asOf), version: 10},
      {kind: 'comment', by: 'Grace'},
    ]);
  });

  test.each([
    [{task: 'note', version: '10', kind: 'decision', by: 'Ada', note: ' '}, 400],
    [{task: 'note', version: '10', kind: 'order', by: 'Ada', note: 'x'}, 400],
    [{task: 'note', version: '3', kind: 'comment', by: 'Ada', note: 'x'}, 404],
    [{task: 'test', version: '10', group: 'everybody'}, 404],
    [{task: 'publish', version: '10'}, 400],
  ])('a form that says %o is refused', async (fields, status) => {
    const answer = await postForm(server.address, '/packs/weekly/2016-W11', fields);
    expect(answer.status).toBe(status);
  });

  test('a form from elsewhere adds nothing', async () => {
    const fields = {task: 'note', version: '10', kind: 'comment', by: 'Eve', note: 'x'};
    const headers = {origin: 'http://evil.example'};
    const answer = await postForm(server.address, '/packs/weekly/2016-W11', fields, headers);
    expect(answer.status).toBe(403);
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
