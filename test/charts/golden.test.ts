import {existsSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {afterEach, expect, test, vi} from 'vitest';
import {drawSvg} from '../../src/charts/draw.ts';
import {allCases} from './cases/all-cases.ts';

const directory = join(dirname(fileURLToPath(import.meta.url)), 'golden');
const isUpdate = process.env.UPDATE_GOLDENS === '1';

afterEach(() => vi.restoreAllMocks());

/** One element a line, so that a changed golden reads as a diff. */
function readable(svg: string): string {
  return `${svg.replace(/></g, '>\n<')}\n`;
}

test.each(allCases)('%s is drawn as its golden file', (name, {data, context}) => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const drawn = readable(drawSvg(data, context));
  expect(warn).not.toHaveBeenCalled();
  expect(drawn).not.toContain('⚠');
  const file = join(directory, `${name}.svg`);
  const changed = join(directory, `${name}.changed.svg`);
  if (isUpdate) writeFileSync(file, drawn);
  const isSame = existsSync(file) && readFileSync(file, 'utf8') === drawn;
  if (isSame) return rmSync(changed, {force: true});
  writeFileSync(changed, drawn);
  expect.fail(`differs from its golden: compare ${changed}; UPDATE_GOLDENS=1 accepts it`);
});

test('every golden file belongs to a case', () => {
  const names = allCases.map(([name]) => `${name}.svg`);
  const files = readdirSync(directory).filter((file) => !file.endsWith('.changed.svg'));
  expect(files.filter((file) => !names.includes(file))).toEqual([]);
});
