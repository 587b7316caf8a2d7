import {describe, expect, test} from 'vitest';
import {
  attributionAnswer,
  atRiskAnswer,
  comparisonAnswer,
  whatIfAnswer,
} from '../../src/server/sla-schemas.ts';
import {smallServer} from './small-server.ts';

const {server} = smallServer();

async function json(path: string) {
  const {status, text} = await server.get(path, {accept: 'application/json'});
  return {status, body: JSON.parse(text)};
}

describe('answers about promises', () => {
  test.each([
    ['/api/sla/at-risk', atRiskAnswer],
    ['/api/sla/at-risk?at=2016-03-01T12:00&priority=P4', atRiskAnswer],
    ['/api/sla/what-if?period=2016-02&if_within=1+h&if_priority=P1', whatIfAnswer],
    ['/api/sla/what-if', whatIfAnswer],
    ['/api/sla/comparison?period=2016-02', comparisonAnswer],
    ['/api/sla/attribution?period=2016-02&held_by=tier&kind=resolution', attributionAnswer],
  ])('%s is what its description says', async (path, schema) => {
    const {status, body} = await json(path);
    expect(status).toBe(200);
    expect(schema.safeParse(body).error?.issues ?? []).toEqual([]);
  });

  test('are described, each with its own parameters', async () => {
    const {body} = await json('/api/openapi.json');
    const paths = Object.keys(body.paths).filter((path) => path.startsWith('/api/sla/'));
    expect(paths).toEqual([
      '/api/sla/at-risk',
      '/api/sla/what-if',
      '/api/sla/comparison',
      '/api/sla/attribution',
    ]);
    const names = body.paths['/api/sla/what-if'].get.parameters.map(
      ({name}: {name: string}) => name,
    );
    expect(names).toEqual(
      expect.arrayContaining(['if_within', 'if_calendar', 'period', 'priority']),
    );
    expect(body.paths['/api/sla/at-risk'].get.responses['200'].content).toHaveProperty('text/csv');
  });

  test('come as CSV for those who take it', async () => {
    const {headers, text} = await server.get('/api/sla/at-risk', {accept: 'text/csv'});
    expect(headers['content-type']).toMatch(/^text\/csv/);
    expect(headers['content-disposition']).toBe('attachment; filename="sla-at-risk.csv"');
    const [head, ...rows] = text.trim().split('\r\n');
    expect(head).toMatch(/^record_key,number,title,priority/);
    expect(rows).toHaveLength((await json('/api/sla/at-risk')).body.clocks.length);
  });

  test('tell flips and shares as lists of their own', async () => {
    const asked = '/api/sla/what-if?period=2016-02&if_within=1+h&format=csv';
    const shares = (await server.get(asked)).text.trim().split('\r\n');
    expect(shares[0]).toMatch(/^kind,priority,n,met_now/);
    expect(shares.at(-1)).toMatch(/^resolution,all,/);
    const {flipCount} = (await json(asked.replace('&format=csv', ''))).body;
    const flips = (await server.get(`${asked}&part=flips`)).text.trim().split('\r\n');
    expect(flips.length - 1).toBe(flipCount);
    expect(flipCount).toBeGreaterThan(0);
  });

  test('lead to the incidents behind them', async () => {
    const {body} = await json('/api/sla/at-risk');
    const {band, kind, priority, count} = body.counts[0];
    const list = await json(
      `/api/incidents?sla=at-risk&band=${band}&kind=${kind}&priority=${priority}`,
    );
    expect(list.body.total).toBe(count);
  });

  test.each([
    ['/api/sla/what-if?if_calendar=moon', /There is no calendar "moon"/, /around the clock/],
    ['/api/sla/what-if?if_policy=gold&if_within=4+h', /no policy "gold"/, /standard P1/],
    ['/api/sla/what-if?if_within=soon', /"soon" is no length of time/, /business days/],
    ['/api/sla/at-risk?at=2030-01-01', /not known yet/, /21 Mar 2016/],
    ['/api/sla/at-risk?at=noon', /"noon" is no moment/, /2026-10-15T12:00/],
    ['/api/sla/attribution?held_by=weather', /"held_by" can’t be "weather"/, /tier/],
    ['/api/sla/comparison?part=all', /"part" can’t be "all"/, /reasons/],
    ['/api/sla/at-risk?colour=red', /no parameter "colour"/, /at/],
    ['/api/sla/what-if?where=colour=red', /no dimension "colour"/, /priority/],
    ['/api/incidents?sla=comparison&reason=mood', /"reason" can’t be "mood"/, /legacy flag/],
    ['/api/incidents?sla=everything', /"sla" can’t be "everything"/, /what-if/],
  ])('%s is refused with a remedy', async (path, error, remedy) => {
    const {status, body} = await json(path);
    expect(status).toBe(400);
    expect(body.error).toMatch(error);
    expect(body.remedy).toMatch(remedy);
  });
});

describe('the SLA page', () => {
  test('is a whole document without inline script or style', async () => {
    for (const path of ['/sla', '/sla?period=2016-02&if_within=1+h&at=2016-03-01T12:00']) {
      const {status, text} = await server.get(path, {accept: 'text/html'});
      expect(status, path).toBe(200);
      expect(text).toContain('</html>');
      expect(text.match(/<style|\sstyle="|\son\w+="|undefined|NaN/g), path).toBeNull();
    }
  });

  test('keeps the question in its address when the period changes', async () => {
    const {text} = await server.get('/sla?period=2016-02&if_within=1+h', {accept: 'text/html'});
    expect(text).toContain('href="/sla?period=2016-01&amp;if_within=1+h"');
    expect(text).toContain('<input type="hidden" name="if_within" value="1 h"');
  });

  test('shows a question that can’t be answered as one, with the way out', async () => {
    const {status, text} = await server.get('/sla?if_calendar=moon', {accept: 'text/html'});
    expect(status).toBe(400);
    expect(text).toContain('There is no calendar');
    expect(text).toContain('around the clock');
  });

  test('refuses what it does not know', async () => {
    expect((await server.get('/sla?if_colour=red')).status).toBe(400);
  });
});
