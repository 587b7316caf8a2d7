import {expect, test} from 'vitest';
import {carryFilters} from '../../src/server/carry-filters.ts';
import {smallServer} from './small-server.ts';

const navigation = ['/operations', '/weekly', '/quality'].map((href) => ({
  ...{id: href, label: href, href},
}));
const dimension = (id: string) => ({id}) as never;
const hrefs = (of: ReturnType<typeof carryFilters>) => of.map(({href}) => href);

test('filters go along to the pages that have them, and nowhere else', () => {
  const chosen = [
    {dimension: 'priority', values: ['P1', 'P2']},
    {dimension: 'opened_weekday', values: ['2 Tue']},
  ];
  expect(hrefs(carryFilters(navigation, chosen, {attributes: [], dimension}))).toEqual([
    '/operations?priority=P1&priority=P2',
    '/weekly?priority=P1&priority=P2',
    '/quality',
  ]);
  expect(carryFilters(navigation, [], {attributes: [], dimension})).toBe(navigation);
});

const {server} = smallServer();

test('a filtered page’s navigation keeps its filters', async () => {
  const {text} = await server.get('/weekly?period=2016-W10&priority=P3', {accept: 'text/html'});
  expect(text).toContain('<a href="/monthly?priority=P3">Monthly</a>');
});
