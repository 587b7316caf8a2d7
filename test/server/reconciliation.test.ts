import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {openDatabase} from '../../src/warehouse/database.ts';
import {incidentsAnswer, reconciliationAnswer, rejectedAnswer} from '../../src/server/schemas.ts';
import {run, type Running} from './running.ts';
import {buildSmall, landSmall, temporaryWorkspace} from './small-workspace.ts';

const {workspace, remove} = temporaryWorkspace();
let server: Running;

beforeAll(async () => {
  await landSmall(workspace);
  await landRefused();
  await buildSmall(workspace);
  server = await run(workspace);
});
afterAll(async () => {
  await server.stop();
  remove();
});

/** Three rows that could not be read, one of which a spreadsheet would run. */
async function landRefused(): Promise<void> {
  const landing = await openDatabase(workspace.landingFile);
  await landing.run(`
    insert into rejected_row
    select 1, 'small.csv', i, 'opened_at', '=1+1', 'no date', ['INC' || i, '=1+1'] from range(401, 404) t(i);
    update import_log set rows_read = 403, rows_rejected = 3`);
  landing.close();
}

async function json(path: string) {
  const {status, text} = await server.get(path);
  return {status, body: JSON.parse(text)};
}

describe('/api/reconciliation', () => {
  test('answers as it is described, and foots', async () => {
    const {status, body} = await json('/api/reconciliation');
    expect(status).toBe(200);
    const answer = reconciliationAnswer.parse(body);
    expect(answer.stageResiduals).toEqual([]);
    expect(answer.footing.residuals).toEqual([]);
    expect(answer.figures.every(({residual}) => residual === 0)).toBe(true);
    expect(answer.stages.find(({item}) => item === 'read')).toMatchObject({
      ...{source: 'desk', step: 1, item_count: 403},
    });
  });

  test('gives the stages as CSV', async () => {
    const {headers, text} = await server.get('/api/reconciliation?format=csv');
    expect(headers['content-type']).toMatch(/^text\/csv/);
    const [head, first] = text.split('\r\n');
    expect(head).toBe('source,step,stage,role,item,item_count');
    expect(first).toBe('desk,1,rows,in,read,403');
  });
});

describe('/api/rejected', () => {
  test('comes a page at a time, with all cells', async () => {
    const {body} = await json('/api/rejected?page=2&page_size=2');
    const {total, rejected} = rejectedAnswer.parse(body);
    expect([total, rejected.length]).toEqual([3, 1]);
    expect(rejected[0]?.cells).toEqual(['INC403', '=1+1']);
  });

  test('is whole as CSV, and harmless in a spreadsheet', async () => {
    const {text} = await server.get('/api/rejected?import=1&format=csv');
    const lines = text.trim().split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[1]).toContain(`,'=1+1,`);
  });

  test('is empty of another import, and refuses what is no import', async () => {
    expect((await json('/api/rejected?import=7')).body.total).toBe(0);
    expect((await json('/api/rejected?import=x')).status).toBe(400);
  });

  test('is linked from the quality page', async () => {
    const {text} = await server.get('/quality', {accept: 'text/html'});
    expect(text).toContain('/api/rejected?format=csv');
    expect(text).toContain('3 rows rejected');
  });
});

describe('/api/incidents', () => {
  test('downloads a list in the order asked for', async () => {
    const {text} = await server.get('/api/incidents?metric=opened&sort=number&format=csv');
    const numbers = text
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => /INC\d+/.exec(line)?.[0]);
    expect(numbers).toHaveLength(400);
    expect(numbers).toEqual([...numbers].sort());
    const other = await server.get('/api/incidents?metric=opened&sort=-number&format=csv');
    expect(other.text.split('\r\n')[1]).toContain('INC0399');
  });

  test('lists what is left out, of everything and of one figure', async () => {
    const open = incidentsAnswer.parse((await json('/api/incidents?excluded=open')).body);
    expect([open.total, open.metric, open.excluded]).toEqual([10, null, 'open']);
    const of = '/api/incidents?metric=resolved&excluded=not%20recorded';
    const none = incidentsAnswer.parse((await json(of)).body);
    expect([none.total, none.metric]).toEqual([0, 'resolved']);
    expect((await json('/api/incidents?excluded=boredom')).status).toBe(400);
  });
});

test('the description names them with every parameter they take', async () => {
  const {body} = await json('/api/openapi.json');
  expect(body.paths['/api/reconciliation']).toBeDefined();
  const names = (path: string) =>
    body.paths[path].get.parameters.map(({name}: {name: string}) => name);
  expect(names('/api/rejected')).toEqual(['import', 'source', 'page', 'page_size', 'format']);
  expect(names('/api/footing')).toEqual(expect.arrayContaining(['grain', 'by', 'service']));
  expect(names('/api/footing')).not.toContain('subcategory');
  expect(names('/api/incidents')).toContain('excluded');
});
