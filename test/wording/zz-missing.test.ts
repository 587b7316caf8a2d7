import {test} from 'vitest';
import {writeFileSync} from 'node:fs';
import {wordingsInSource} from './wordings-in-source.ts';
import {french} from '../../src/wording/fr/french.ts';
test('list', () => {
  const all = wordingsInSource();
  const out: string[] = [];
  let file = '';
  for (const [key, where] of all) {
    if (key in french) continue;
    if (where !== file) {
      out.push('// ' + where);
      file = where;
    }
    out.push(JSON.stringify(key));
  }
  for (const key of Object.keys(french)) if (!all.has(key)) out.push('UNUSED ' + key);
  writeFileSync('/tmp/wt/french-missing.txt', out.join('\n'));
});
