import {describe, expect, test} from 'vitest';
import type {FoundFact} from '../../src/findings/finding.ts';
import {keepFindings} from '../../src/server/finding-cache.ts';
import {findingsAnswer} from '../../src/server/finding-schemas.ts';
import {loadCatalogue} from '../../src/metrics/catalogue.ts';
import {openPublished} from '../../src/warehouse/publish.ts';
import {smallServer} from './small-server.ts';

const {workspace, server} = smallServer();

async function json(path: string) {
  const {status, text} = await server.get(path, {accept: 'application/json'});
  return {status, body: JSON.parse(text)};
}

describe('/api/findings', () => {
  test.each(['', '?grain=month&period=2016-02', '?period=2016-W11&priority=P1&priority=P2'])(
    'answers %s as its description says',
    async (query) => {
      const {status, body} = await json(`/api/findings${query}`);
      expect(status).toBe(200);
      expect(findingsAnswer.safeParse(body).error?.issues ?? []).toEqual([]);
    },
  );

  test('comes as CSV, a line a finding', async () => {
    const {headers, text} = await server.get('/api/findings?format=csv');
    expect(headers['content-disposition']).toBe('attachment; filename="findings.csv"');
    const {body} = await json('/api/findings');
    expect(text).toMatch(/^period,key,detector,news,metric,filters,title/);
    expect(text.trim().split('\r\n')).toHaveLength(body.findings.length + 1);
  });

  test('is described, and refuses what is no period', async () => {
    const {body} = await json('/api/openapi.json');
    const names = body.paths['/api/findings'].get.parameters.map(({name}: {name: string}) => name);
    expect(names).toEqual(expect.arrayContaining(['grain', 'period', 'priority', 'format']));
    expect(await json('/api/findings?period=2016-02')).toMatchObject({status: 400});
    expect(await json('/api/findings?grain=day')).toMatchObject({status: 400});
  });

  test('lists the incidents of a stretch of days, as findings link them', async () => {
    const {body} = await json('/api/incidents?metric=opened&period=2016-02-01..2016-02-07');
    const {body: days} = await json('/api/incidents?metric=opened&from=2016-02-01&to=2016-02-08');
    expect(body.total).toBe(21);
    expect(body.total).toBe(days.total);
  });
});

test('what was found in a build is kept, the period before too', async () => {
  const database = await openPublished(workspace);
  try {
    const catalogue = await loadCatalogue(database);
    const asked: string[] = [];
    const cache = keepFindings(({period}) => {
      asked.push(period.id);
      return Promise.resolve<FoundFact[]>([]);
    });
    const of = (period: string) =>
      cache.of({database, catalogue}, {grain: 'week', period, where: []});
    await Promise.all([of('2016-W10'), of('2016-W10')]);
    const ifKnown = (period: string) =>
      cache.ifKnown({database, catalogue}, {grain: 'week', period, where: []});
    expect(await ifKnown('2016-W10')).toEqual([]);
    expect(await ifKnown('2016-W11')).toBeNull();
    await of('2016-W11');
    expect(asked.sort()).toEqual(['2016-W09', '2016-W10', '2016-W11']);
  } finally {
    database.close();
  }
});
