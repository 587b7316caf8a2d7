import {existsSync, readdirSync} from 'node:fs';
import {basename, join} from 'node:path';
import {afterAll, describe, expect, test} from 'vitest';
import {packagePath} from '../../src/base/package-root.ts';
import {detectShapes, type Detection} from '../../src/import/detect.ts';
import {loadConnectors} from '../../src/import/load-connectors.ts';
import {filesIn, openFile} from '../../src/import/open-file.ts';
import {jsonForms, knownForms, readableTables} from '../../src/import/readable-tables.ts';
import {sniffFile} from '../../src/import/sniff.ts';
import {openDatabase} from '../../src/warehouse/database.ts';

const connectors = await loadConnectors();
const database = await openDatabase(':memory:');
afterAll(() => database.close());

/** The folder of a connector's fixtures bears its id; the demo's files begin with it. */
const fixtures = connectors.flatMap(({id}) => {
  const folder = packagePath('fixtures', id);
  const own = existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
  const demo = packagePath('fixtures', 'demo');
  const shown = readdirSync(demo).filter((name) => name.startsWith(`${id}_`));
  return [...own, ...shown.map((name) => join(demo, name))].map((path) => ({
    id,
    path,
    name: `${id}: ${basename(path)}`,
  }));
});

/** The shapes of each table in a file; throws where none fits or two fit as well. */
async function shapesOf(path: string, wanted?: string): Promise<Detection[]> {
  const given = await filesIn(path);
  const found: Detection[] = [];
  for (const file of given.files) {
    const opened = await openFile(file, {...knownForms(connectors)});
    for (const table of readableTables(opened.tables, connectors, wanted)) {
      const sniffed = await database.session((session) =>
        sniffFile(table, session, jsonForms(connectors)),
      );
      found.push(...detectShapes(sniffed, connectors, {wanted, place: basename(path)}));
    }
    await opened.release();
  }
  await given.release();
  return found;
}

const names = (found: Detection[]) =>
  found.map(({connector, shape}) => `${connector.id} ${shape.id}`);

describe('among all connectors', () => {
  test.each(fixtures)('$name is detected as its own, in the same shape as alone', async (one) => {
    const found = await shapesOf(one.path);
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map(({connector}) => connector.id))).toEqual(new Set([one.id]));
    expect(names(found)).toEqual(names(await shapesOf(one.path, one.id)));
  });
});

test('each of the connectors has fixtures', () => {
  const without = connectors.filter(({id}) => !fixtures.some((fixture) => fixture.id === id));
  expect(without.map(({id}) => id)).toEqual([]);
});

test.each(connectors.map(({id}) => id))('each shape of %s has a fixture', async (id) => {
  const own = fixtures.filter((fixture) => fixture.id === id);
  const seen = new Set<string>();
  for (const {path} of own) for (const {shape} of await shapesOf(path)) seen.add(shape.id);
  const shapes = connectors.find((connector) => connector.id === id)?.shapes ?? [];
  expect([...seen].sort()).toEqual(shapes.map((shape) => shape.id).sort());
});
