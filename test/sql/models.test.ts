import {describe, expect, test} from 'vitest';
import {emptyWarehouse} from './empty-warehouse.ts';

describe('the models', async () => {
  const {database, models} = await emptyWarehouse();

  test('build from an empty landing', () => {
    expect(models.length).toBeGreaterThan(0);
  });

  test('document every column of the marts', async () => {
    const undocumented = await database.query<{name: string}>(
      `select table_name || '.' || column_name as name from duckdb_columns()
       where schema_name = 'marts' and comment is null order by name`,
    );
    expect(undocumented.map(({name}) => name)).toEqual([]);
  });
});
