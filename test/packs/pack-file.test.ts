import {readFileSync} from 'node:fs';
import {format} from 'prettier';
import {expect, test} from 'vitest';
import {packagePath} from '../../src/base/package-root.ts';
import {packFileExample} from '../../src/packs/pack-file-example.ts';
import {packJsonSchema} from '../../src/packs/pack-file.ts';
import {readPackFile} from '../../src/packs/read-pack-file.ts';

test('a pack’s file names blocks of both pages, its filters and its key figures', () => {
  const {name, where, page} = readPackFile(packFileExample, '/w/packs.d/erp-review.yaml');
  expect([name, page.title, page.grain, page.periods]).toEqual([
    ...['erp-review', 'ERP service review', 'month', 13],
  ]);
  expect(where).toEqual([{dimension: 'service', values: ['ERP Order Entry', 'ERP Finance']}]);
  expect(page.blocks.map((spec) => ('id' in spec ? spec.id : spec.block))).toEqual([
    ...['headline', 'kpis', 'trend-sla-resolution', 'trend-mttr', 'groups', 'stuck', 'decide'],
    'notes',
  ]);
  const kpis = page.blocks.find((spec) => spec.block === 'kpis');
  expect(kpis && 'rows' in kpis ? kpis.rows.map(({metric}) => metric) : []).toEqual([
    ...['opened', 'resolved', 'sla_resolution', 'mttr', 'backlog'],
  ]);
});

test.each([
  ['title: A\ngrain: week\nblocks: [kpis, trends]', 'line 3: There is no block "trends". Use'],
  ['title: A\ngrain: week\nblocks:\n  - kpis\n  - kpis', 'line 5: "kpis" is there twice'],
  ['title: A\ngrain: year\nblocks: [kpis]', 'line 2: grain: Write week or month.'],
  ['title: A\ngrain: week', 'line 1: blocks: List blocks by their names'],
  ['title: A\ngrain: week\nblocks: [kpis]\nfilter: {a: b}', 'There is no setting "filter"'],
  ['title: [A\ngrain: week', 'Mend the YAML.'],
])('%j is refused with file, line and the way out', (text, said) => {
  expect(() => readPackFile(text, '/w/packs.d/own.yaml')).toThrow(said);
});

test('the schema for editors is that of the file', async () => {
  const file = 'pipelines/pack.schema.json';
  const text = await format(packJsonSchema(), {parser: 'json', filepath: file});
  expect(text.replace(/\s+/g, '')).toBe(
    readFileSync(packagePath(file), 'utf8').replace(/\s+/g, ''),
  );
});
