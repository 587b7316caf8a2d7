import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {packagePath} from '../../src/base/package-root.ts';
import {testWorkspace} from './import-texts.ts';

const file = join(packagePath(), '..', 'shared', 'data', 'freshservice', 'list_tickets.json');

test.skipIf(!existsSync(file))(
  'an answer whose values are all blotted out is known, and refused for its dates',
  async () => {
    const space = testWorkspace();
    await expect(space.import(file)).rejects.toThrow(
      /no known date format reads "(created_at|due_by|updated_at)", such as "XXXXXXXXXX"/,
    );
    expect(await space.query('from import_log')).toEqual([]);
  },
);
