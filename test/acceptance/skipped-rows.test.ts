import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {emptyDirectory, meantimeIn} from './meantime-in.ts';

test('rows that belong to another table are skipped, counted and accounted for, and the build goes on', async () => {
  const directory = emptyDirectory('skipped-rows');
  const list = join(directory, 'incidents.csv');
  const audit = join(directory, 'audit.csv');
  writeFileSync(
    list,
    'number,sys_id,opened_at,resolved_at,state,priority,sys_updated_on\n' +
      'INC1,a1,2026-03-14 09:00:00,2026-03-14 11:00:00,Resolved,3 - Moderate,2026-03-14 11:00:00\n',
  );
  writeFileSync(
    audit,
    'tablename,documentkey,fieldname,oldvalue,newvalue,user,sys_created_on\n' +
      'incident,a1,state,1,2,ann,2026-03-14 09:10:00\n' +
      'cmdb_ci,c1,name,old,new,ann,2026-03-14 09:11:00\n' +
      'incident,a1,state,2,6,ann,2026-03-14 11:00:00\n',
  );
  const words = ['import', list, audit, '--source', 'desk', '--timezone', 'UTC', '--json'];
  const {imports, build} = JSON.parse(await meantimeIn(directory, ...words)) as {
    imports: {rowsRead: number; rowsAccepted: number; rowsSkipped: number}[];
    build: unknown;
  };
  expect(imports[1]).toMatchObject({rowsRead: 3, rowsAccepted: 2, rowsSkipped: 1});
  expect(build).toMatchObject({build: 1});
});
