import {expect, test} from 'vitest';
import {columnsOf, cutQuery} from '../../src/metrics/query-text.ts';

test('a query is cut at its outermost clauses', () => {
  const {before, list, from, where} = cutQuery(`with late as (select * from marts.x where a)
select count(*) filter (where b) as value, count(*) as n
from late join marts.y using (record_key)
where c is distinct from d -- where not`);
  expect(before).toContain('from marts.x where a');
  expect(list).toBe('count(*) filter (where b) as value, count(*) as n');
  expect(from).toBe('late join marts.y using (record_key)');
  expect(where).toBe('c is distinct from d -- where not');
});

test('words in texts, comments and quoted names are no clauses', () => {
  const {from, where} = cutQuery(
    `select max('from nowhere') as value, count("where") as n /* from */ from marts.x`,
  );
  expect([from, where]).toEqual(['marts.x', null]);
});

test('a clause that has no place in a metric is named', () => {
  expect(() => cutQuery('select a as value, b as n from marts.x limit 3')).toThrow('`limit`');
  expect(() => cutQuery('update marts.x set a = 1')).toThrow('select … from');
});

test('columns are told apart at the outer commas, whatever comments say', () => {
  const columns = columnsOf(`
    quantile_cont(hours, 0.9) as value, -- p90, of hours
    count(hours) filter (where a in (1, 2)) as n`);
  expect([...columns]).toEqual([
    ['value', 'quantile_cont(hours, 0.9)'],
    ['n', 'count(hours) filter (where a in (1, 2))'],
  ]);
});
