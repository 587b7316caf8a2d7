import {existsSync, readdirSync, writeFileSync} from 'node:fs';
import {request} from 'node:http';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {uploadsOf} from '../../src/server/import/uploads.ts';
import {dutchExport} from './dutch-export.ts';
import {run, type Running} from './running.ts';
import {boundary, fileForm, postFile, postForm} from './send-form.ts';
import {temporaryWorkspace} from './small-workspace.ts';

let place: ReturnType<typeof temporaryWorkspace>;
let server: Running;

beforeEach(async () => {
  place = temporaryWorkspace();
  server = await run(place.workspace);
});
afterEach(async () => {
  await server.stop();
  place.remove();
});

const small = dutchExport({rows: 40});

const uploads = () => {
  const {uploadsDirectory} = place.workspace;
  return existsSync(uploadsDirectory) ? readdirSync(uploadsDirectory) : [];
};

async function sent(name: string, content: string): Promise<string> {
  const {status, headers} = await postFile(server.address, {name, content});
  expect(status).toBe(303);
  return headers['location'] ?? '';
}

describe('nothing is kept of', () => {
  test.each<[string, string, string | Buffer, number, string]>([
    ['an empty file', 'leeg.csv', '', 400, 'leeg.csv is empty.'],
    ['no file at all', '', '', 400, 'No file was chosen.'],
    ['a picture', 'a.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 400, 'a.png'],
  ])('%s', async (_what, name, content, status, says) => {
    const first = await postFile(server.address, {name, content});
    const answer =
      first.status === 303
        ? await server.get(first.headers['location'] ?? '', {accept: 'text/html'})
        : first;
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(says);
    expect(uploads()).toEqual([]);
  });

  test('a file above the limit, said in advance or not', async () => {
    writeFileSync(place.workspace.configFile, 'upload_limit: 0.02 MB\n');
    for (const size of [20_001, 80_000]) {
      const answer = await postFile(server.address, {name: 'big.csv', content: 'x'.repeat(size)});
      expect(answer.status).toBe(413);
      expect(answer.text).toContain('upload_limit in meantime.yaml');
    }
    expect(uploads()).toEqual([]);
    const fits = await postFile(server.address, {name: 'a.csv', content: 'a,b\n1,2\n'});
    expect(fits.status).toBe(303);
  });

  test('an upload that is broken off', async () => {
    const {hostname, port, host} = new URL(server.address);
    const body = fileForm('half.csv', small);
    await new Promise<void>((done) => {
      const half = request({
        ...{agent: false, hostname, port, path: '/import/uploads', method: 'POST'},
        headers: {
          origin: `http://${host}`,
          'content-type': `multipart/form-data; boundary=${boundary}`,
          'content-length': body.length,
        },
      });
      half.on('error', () => done());
      half.write(body.subarray(0, 500));
      setTimeout(() => half.destroy(), 200);
    });
    await expect.poll(uploads).toEqual([]);
  });

  test('one that the person discards', async () => {
    const location = await sent('meldingen.csv', small);
    const {status, headers} = await postForm(server.address, `${location}/discard`, {});
    expect([status, headers['location']]).toEqual([303, '/import']);
    expect(uploads()).toEqual([]);
    expect((await server.get(location)).status).toBe(404);
  });
});

test('uploads that have waited for a day are removed, others stay', async () => {
  await sent('meldingen.csv', small);
  const at = (hours: number) => () => new Date(Date.now() + hours * 3_600_000);
  await uploadsOf(place.workspace, {now: at(23)}).removeOld();
  expect(uploads()).toHaveLength(1);
  await uploadsOf(place.workspace, {now: at(25)}).removeOld();
  expect(uploads()).toEqual([]);
});
