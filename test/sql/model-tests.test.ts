import {readdirSync, readFileSync} from 'node:fs';
import {join, relative} from 'node:path';
import {afterAll, describe, expect, test} from 'vitest';
import {packagePath} from '../../src/base/package-root.ts';
import {emptyWarehouse} from './empty-warehouse.ts';
import {parseCase, runCase} from './model-case.ts';

const directory = packagePath('test', 'sql');
const files = readdirSync(directory, {recursive: true, encoding: 'utf8'})
  .filter((file) => file.endsWith('.sql'))
  .sort();

describe('model tests', async () => {
  const {database, models} = await emptyWarehouse();
  afterAll(() => database.close());

  for (const file of files) {
    const path = join(directory, file);
    const testCase = parseCase(relative(directory, path), readFileSync(path, 'utf8'));
    test(`${file}: ${testCase.sentence}`, async () => {
      const differences = await database.session((session) => runCase(session, models, testCase));
      expect(differences).toEqual({missing: [], unexpected: []});
    });
  }

  test('every model named by a case exists, and cases lie beside their model', () => {
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const {model} = parseCase(file, readFileSync(join(directory, file), 'utf8'));
      expect(file.replaceAll('\\', '/')).toMatch(
        new RegExp(`^${model.replace('.', '/')}(/|\\.|_|$)`),
      );
    }
  });
});
