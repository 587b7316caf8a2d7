import {request} from 'node:http';
import {afterAll, beforeAll, beforeEach, describe, expect, test} from 'vitest';
import {readDecisions} from '../../src/register/candidate-decisions.ts';
import {readCandidateEdits} from '../../src/register/candidate-edits.ts';
import {changeRegister} from '../../src/register/register-file.ts';
import {
  candidateAnswer,
  candidateIncidentsAnswer,
  candidatesAnswer,
  decisionAnswer,
  knownProblemsAnswer,
  mergeAnswer,
  splitAnswer,
} from '../../src/server/candidate-schemas.ts';
import {openDatabase} from '../../src/warehouse/database.ts';
import {run, type Answer, type Running} from './running.ts';
import {buildSmall, landSmall, temporaryWorkspace} from './small-workspace.ts';

const {workspace, remove} = temporaryWorkspace();
let server: Running;
let names: string[];

/** Two faults that come back week by week, each worded in two ways, and one problem record. */
const twoFaults = `
  update record_version set title = case
      when row_hash % 3 = 0 then
        if(row_hash % 2 = 0, 'Order list shows no rows in screen ', 'Order list shows no rows in screen after update ')
        || row_hash
      when row_hash % 3 = 1 then 'Scanner at gate loses its battery charge ' || row_hash
      else 'Question ' || md5(row_hash::varchar)
    end;
  insert into record_version by name
  select 'desk' as source, 'prb1' as record_id, 'PRB0001' as number, 'problem' as record_type,
    'Order list empty' as title, 'in_progress' as status, 'Open' as status_raw,
    timestamptz '2015-12-01 08:00:00+00' as opened_at, timestamptz '2015-12-01 08:00:00+00' as updated_at,
    map() as attributes, 'incident' as grain, 999999::ubigint as row_hash, 1 as import_id;
  update import_log set rows_read = 401, rows_accepted = 401, record_count = 401;
  update record_version set problem_id = 'PRB0001' where number in ('INC0000', 'INC0003', 'INC0006')`;

beforeAll(async () => {
  await landSmall(workspace);
  const landing = await openDatabase(workspace.landingFile);
  await landing.run(twoFaults);
  landing.close();
  await buildSmall(workspace);
  server = await run(workspace);
  names = (await list()).candidates.map(({name}) => name);
}, 60_000);

beforeEach(() =>
  changeRegister(workspace, (session) =>
    session.run(`delete from candidate_decision; delete from candidate_merge;
      delete from candidate_split; delete from audit_trail`),
  ),
);

afterAll(async () => {
  await server.stop();
  remove();
});

const json = async (path: string) => JSON.parse((await server.get(path)).text) as unknown;
const list = async (query = '') => candidatesAnswer.parse(await json(`/api/problems${query}`));
const first = () => names[0] ?? '';

function post(path: string, fields: object, headers: Record<string, string> = {}): Promise<Answer> {
  const body = JSON.stringify(fields);
  const {hostname, port, host} = new URL(server.address);
  return new Promise((done, failed) => {
    const sent = request({
      ...{agent: false, hostname, port, path, method: 'POST'},
      headers: {
        ...{host, origin: `http://${host}`, 'content-type': 'application/json'},
        ...{'content-length': Buffer.byteLength(body), ...headers},
      },
    });
    sent.on('error', failed);
    sent.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const bytes = Buffer.concat(chunks);
        const answered = response.headers as Record<string, string>;
        done({status: response.statusCode ?? 0, headers: answered, text: bytes.toString(), bytes});
      });
    });
    sent.end(body);
  });
}

const decision = (name: string, fields: object) => post(`/api/problems/${name}/decision`, fields);
const watching = {status: 'watching', version: 0, by: 'Ann'};

describe('problem candidates', () => {
  test('are listed by rank, whole as CSV, and by what is asked for', async () => {
    const {candidates, total} = await list();
    expect(candidates.map(({rank}) => rank)).toEqual(candidates.map((_, index) => index + 1));
    expect(total).toBe(candidates.length);
    expect(candidates.map(({label}) => label).join()).toContain('Scanner at gate');
    const csv = await server.get('/api/problems?format=csv');
    expect(csv.text.split('\r\n')[0]).toMatch(/^rank,candidate,label,status,/);
    expect(csv.text.trim().split('\r\n')).toHaveLength(total + 1);
    const some = await list('?text=scanner&status=new&sort=hours');
    expect(some.candidates.every(({label}) => label.includes('Scanner'))).toBe(true);
    for (const query of ['?status=old', '?sort=size', '?x=1'])
      expect((await server.get(`/api/problems${query}`)).status).toBe(400);
  });

  test('come with evidence and as many incidents as they count', async () => {
    const answer = candidateAnswer.parse(await json(`/api/problems/${first()}`));
    expect(answer.candidate.name).toBe(first());
    expect(answer.weeks.reduce((sum, {incidentCount}) => sum + incidentCount, 0)).toBe(
      answer.candidate.incidentCount,
    );
    const {total, incidents} = candidateIncidentsAnswer.parse(
      await json(`/api/problems/${first().toLowerCase()}/incidents?page_size=10`),
    );
    expect([total, incidents.length]).toEqual([answer.candidate.incidentCount, 10]);
    const csv = await server.get(`/api/problems/${first()}/incidents?format=csv`);
    expect(csv.text.trim().split('\r\n')).toHaveLength(total + 1);
    for (const path of ['PC-9999', 'PRB1', 'PC-9999/incidents', 'PC-9999/record'])
      expect((await server.get(`/api/problems/${path}`)).status, path).toBe(404);
  });

  test('stand beside the problem records there are', async () => {
    const {problems} = knownProblemsAnswer.parse(await json('/api/known-problems'));
    expect(problems).toMatchObject([{number: 'PRB0001', linkedCount: 3, isOpen: true}]);
  });

  test('are problem records for other tools', async () => {
    const record = (query: string) => server.get(`/api/problems/${first()}/record${query}`);
    const serviceNow = await record('?as=servicenow');
    expect(serviceNow.headers['content-disposition']).toBe(
      `attachment; filename="${first()}.json"`,
    );
    expect(JSON.parse(serviceNow.text)).toMatchObject({correlation_id: first()});
    expect(JSON.parse((await record('?as=jira&project=OPS')).text)).toMatchObject({
      fields: {project: {key: 'OPS'}},
    });
    expect((await record('')).headers['content-type']).toContain('text/plain');
    expect((await record('?as=jira')).status).toBe(400);
    expect((await record('?as=word')).status).toBe(400);
  });
});

describe('a decision', () => {
  test('is kept, shown at once, and refused on a version that has passed', async () => {
    const before = await server.get(`/api/problems/${first()}`);
    const taken = await decision(first(), watching);
    expect([taken.status, taken.headers['cache-control']]).toEqual([200, 'no-store']);
    expect(decisionAnswer.parse(JSON.parse(taken.text))).toMatchObject({
      ...{candidate: first(), decision: {version: 1, status: 'watching', by: 'Ann'}},
    });
    const etag = before.headers['etag'] ?? '';
    const after = await server.get(`/api/problems/${first()}`, {'if-none-match': etag});
    expect([after.status, candidateAnswer.parse(JSON.parse(after.text)).candidate.status]).toEqual([
      ...[200, 'watching'],
    ]);
    const stale = await decision(first(), {...watching, by: 'Bob'});
    expect(stale.status).toBe(409);
    expect(stale.text).toContain('you saw nothing decided (version 0); now it is watching by Ann');
    const fields = {status: 'accepted', problemId: 'PRB0001', version: 1, by: 'Bob'};
    expect((await decision(first(), fields)).status).toBe(200);
    expect((await list('?status=accepted')).candidates.map(({name}) => name)).toEqual([first()]);
  });

  test('to dismiss keeps what it would come back above', async () => {
    const {candidates} = await list();
    const {recentCount = 0, windowCount = 0} = candidates[0] ?? {};
    const fields = {status: 'dismissed', version: 0, by: 'Ann', reason: 'known'};
    await decision(first(), fields);
    const [kept] = await readDecisions(workspace);
    expect(kept).toMatchObject({
      ...{returnCount: Math.max(recentCount, (windowCount * 8) / 52), returnFactor: 1.5},
    });
    expect((await list('?status=dismissed')).candidates).toHaveLength(1);
  });

  test.each<[string, object]>([
    ['without a reason where one is needed', {status: 'dismissed', version: 0, by: 'Ann'}],
    ['without the problem’s number', {status: 'accepted', version: 0, by: 'Ann'}],
    ['without the version that was seen', {status: 'watching', by: 'Ann'}],
    ['by nobody', {status: 'watching', version: 0}],
    ['of no known kind', {status: 'solved', version: 0, by: 'Ann'}],
    ['on no day', {status: 'fixed', version: 0, by: 'Ann', fixedOn: '2016-02-31'}],
    ['on a day to come', {status: 'fixed', version: 0, by: 'Ann', fixedOn: '2016-03-22'}],
    ['with a field that doesn’t belong', {...watching, fixedOn: '2016-03-01'}],
    ['with a factor below one', {...watching, status: 'dismissed', reason: 'x', returnFactor: 0.5}],
  ])('is refused %s', async (_what, fields) => {
    const {status, text} = await decision(first(), fields);
    expect(status).toBe(400);
    expect((JSON.parse(text) as {remedy: string}).remedy).not.toContain('cameBack');
    expect(await readDecisions(workspace)).toEqual([]);
  });

  test('is taken from this server’s own pages only, and about candidates there are', async () => {
    const foreign = {origin: 'https://evil.example'};
    for (const [path, fields] of [
      [`${first()}/decision`, watching],
      ['merge', {from: first(), into: names[1], by: 'Ann'}],
      [`${first()}/split`, {wordings: ['x'], by: 'Ann'}],
    ] as const)
      expect((await post(`/api/problems/${path}`, fields, foreign)).status, path).toBe(403);
    expect((await decision('PC-9999', watching)).status).toBe(404);
    expect(await readDecisions(workspace)).toEqual([]);
  });
});

describe('merges and splits', () => {
  test('are kept for the next build and taken back', async () => {
    const fields = {from: names[1], into: first(), by: 'Ann'};
    const merged = await post('/api/problems/merge', fields);
    expect(mergeAnswer.parse(JSON.parse(merged.text))).toEqual({from: names[1], into: first()});
    expect((await readCandidateEdits(workspace)).merges).toHaveLength(1);
    expect((await post('/api/problems/merge', fields)).status).toBe(409);
    const back = {candidate: names[1], by: 'Ann'};
    expect((await post('/api/problems/unmerge', back)).status).toBe(200);
    expect((await post('/api/problems/unmerge', back)).status).toBe(409);
    expect((await readCandidateEdits(workspace)).merges).toEqual([]);
  });

  test('need wordings the candidate has, and leave some', async () => {
    const details = await Promise.all(
      names.map(async (name) => candidateAnswer.parse(await json(`/api/problems/${name}`))),
    );
    const wide = details.find(({wordings}) => wordings.length > 1);
    const name = wide?.candidate.name ?? '';
    const keys = wide?.wordings.map(({wordingKey}) => wordingKey) ?? [];
    const split = (wordings: string[]) =>
      post(`/api/problems/${name}/split`, {wordings, by: 'Ann'});
    expect((await split(['nothing'])).status).toBe(404);
    expect((await split(keys)).status).toBe(400);
    expect((await split([])).status).toBe(400);
    const done = await split(keys.slice(1));
    expect(splitAnswer.parse(JSON.parse(done.text))).toMatchObject({candidate: name});
    expect((await readCandidateEdits(workspace)).splits).toHaveLength(keys.length - 1);
  });
});

test('the API’s description has every address', async () => {
  const {paths} = (await json('/api/openapi.json')) as {paths: Record<string, object>};
  for (const path of ['', '/{name}', '/{name}/incidents', '/{name}/record'])
    expect(paths[`/api/problems${path}`]).toHaveProperty('get');
  for (const path of ['/{name}/decision', '/{name}/split', '/merge', '/unmerge'])
    expect(paths[`/api/problems${path}`]).toHaveProperty('post');
});
