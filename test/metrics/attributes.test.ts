import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {loadCatalogue, type Catalogue} from '../../src/metrics/catalogue.ts';
import {footing} from '../../src/metrics/footing.ts';
import {incidentList} from '../../src/metrics/incident-list.ts';
import {measure} from '../../src/metrics/measure.ts';
import {parseSelection} from '../../src/metrics/selection.ts';
import type {Database} from '../../src/warehouse/database.ts';
import {smallDesk} from './small-desk.ts';
import {everything} from './tiny-marts.ts';

let database: Database;
let catalogue: Catalogue;
beforeAll(async () => {
  database = await smallDesk();
  catalogue = await loadCatalogue(database);
});
afterAll(() => database.close());

const floors = ['Floor 0', 'Floor 1', 'Floor 2', 'Floor 3'];

describe('an attribute that the workspace has made a dimension', () => {
  test('is one of the catalogue, under its own name, with its own words', () => {
    expect(
      catalogue.attributes.map(({id, column, label, plural}) => [id, column, label, plural]),
    ).toEqual([
      ['floor', 'attribute_1', 'floor', 'floors'],
      ['team', 'attribute_2', 'team', 'teams'],
    ]);
    expect(catalogue.dimension('floor')?.label).toBe('floor');
    expect(catalogue.get('mttr').by.slice(-2)).toEqual(['floor', 'team']);
  });

  test('cuts metrics of every mart', async () => {
    for (const id of ['opened', 'reopened', 'backlog', 'ttr_median_opened']) {
      const figures = await measure(database, catalogue.get(id), {...everything, by: ['floor']});
      expect([id, figures.map(({dimensions}) => dimensions.floor)]).toEqual([id, floors]);
    }
  });

  test('filters figures, and the list behind each is as long as it says', async () => {
    const metric = catalogue.get('resolved');
    const asked = {by: 'floor', where: ['floor=Floor 1', 'floor=Floor 2']};
    const selection = parseSelection([metric], asked);
    const figures = await measure(database, metric, selection);
    expect(figures.map(({dimensions}) => dimensions.floor)).toEqual(['Floor 1', 'Floor 2']);
    const {total} = await incidentList(database, {metric, selection});
    expect(total).toBe(figures.reduce((sum, {n}) => sum + n, 0));
  });

  test('cuts the footing, which closes', async () => {
    const rows = await footing(database, {...everything, grain: 'month', by: ['floor']});
    expect(new Set(rows.map(({dimensions}) => dimensions.floor))).toEqual(new Set(floors));
    expect(rows.filter(({residual}) => residual !== 0)).toEqual([]);
    const where = [{dimension: 'floor', values: ['Floor 1']}];
    const one = await footing(database, {...everything, grain: 'month', where});
    const own = rows.filter(({dimensions}) => dimensions.floor === 'Floor 1');
    expect(one.map(({openAtEnd}) => openAtEnd)).toEqual(own.map(({openAtEnd}) => openAtEnd));
  });

  test('goes by no other name: neither its column’s nor one that nobody configured', () => {
    const metric = catalogue.get('opened');
    for (const name of [
      'attribute_1',
      'attribute',
      'Floor',
      'attributes',
      'floor"; drop table x; --',
    ])
      expect(() => parseSelection([metric], {by: name})).toThrow('has no dimension');
    expect(() => parseSelection([metric], {where: ['attribute_1=Floor 1']})).toThrow(
      'no dimension',
    );
  });
});

test('money is told in the currency of the workspace', async () => {
  const [figure] = await measure(database, catalogue.get('cost_per_incident'), everything);
  expect(figure?.unit).toBe('money EUR');
});
