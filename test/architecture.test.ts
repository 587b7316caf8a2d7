import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {dirname, join, relative, resolve, sep} from 'node:path';
import {describe, expect, test} from 'vitest';
import {packagePath} from '../src/base/package-root.ts';

const ground = ['base', 'config', 'time', 'warehouse'];
const figures = [...ground, 'wording', 'register', 'metrics'];
const found = [...figures, 'problems', 'improvement', 'findings', 'charts'];
const told = [...found, 'pages', 'dashboards', 'packs'];
const served = [...told, 'import', 'models', 'delivery'];

/** What each folder may import besides itself: DESIGN.md, section 7. */
const mayImport: Record<string, readonly string[]> = {
  base: [],
  // Words, and which language holds: below everything that says something.
  wording: [],
  time: ['base'],
  config: ['base', 'wording', 'time'],
  warehouse: ['base', 'config', 'time'],
  import: ground,
  register: ground,
  models: [...ground, 'register'],
  metrics: [...ground, 'wording', 'models'],
  problems: [...ground, 'register', 'metrics', 'improvement'],
  improvement: [...figures, 'models'],
  findings: [...ground, 'wording', 'models', 'metrics', 'improvement', 'charts'],
  charts: ['wording', 'metrics'],
  pages: found,
  dashboards: ['pages'],
  packs: [...found, 'pages', 'dashboards'],
  delivery: [...figures, 'charts', 'pages', 'packs'],
  server: served,
  client: ['wording', 'metrics', 'charts', 'pages'],
  cli: [...served, 'server'],
};

interface Import {
  /** A path below the root for our own files, else the package. */
  to: string;
  isType: boolean;
}

const root = packagePath();
const modules = new Map<string, Import[]>();
for (const top of ['src', 'dashboards'])
  for (const file of sourceFiles(join(root, top))) modules.set(pathOf(file), importsOf(file));

describe('imports', () => {
  test('every source file is read', () => {
    expect(modules.get('src/improvement/build-and-verify.ts')).toContainEqual({
      to: 'src/models/build.ts',
      isType: false,
    });
    expect(modules.get('src/models/build.ts')).toContainEqual({
      to: 'src/config/config.ts',
      isType: true,
    });
  });

  test('point one way between folders', () => {
    const wrong: string[] = [];
    for (const [file, imports] of modules)
      for (const {to} of imports) {
        const [from, target] = [folderOf(file), folderOf(to)];
        if (from === null || target === null || from === target) continue;
        if (!mayImport[from]?.includes(target)) wrong.push(`${file} imports ${to}`);
      }
    expect(wrong).toEqual([]);
  });

  test('every folder has its line in the table', () => {
    const folders = new Set([...modules.keys()].map(folderOf));
    expect([...folders].filter((folder) => !folder || !(folder in mayImport))).toEqual([]);
  });

  test('the table itself has no cycle', () => {
    const graph = new Map(Object.entries(mayImport).map(([name, to]) => [name, [...to]]));
    expect(cycleIn(graph)).toBeNull();
  });

  test('make no cycle between files', () => {
    const graph = new Map([...modules].map(([file, all]) => [file, all.map(({to}) => to)]));
    expect(cycleIn(graph)).toBeNull();
  });

  test('of what runs in a browser lead to nothing of Node', () => {
    const wrong: string[] = [];
    for (const start of modules.keys()) {
      if (!/^src\/(charts|client)\//.test(start)) continue;
      for (const file of reachableFrom(start))
        for (const {to, isType} of modules.get(file) ?? [])
          if (!isType && /^(node:|@duckdb\/|apache-arrow|express|linkedom)/.test(to))
            wrong.push(`${start} leads to ${file}, which imports ${to}`);
    }
    expect(wrong).toEqual([]);
  });

  test('a cycle would be found', () => {
    expect(cycleIn(new Map(Object.entries({a: ['b'], b: ['c'], c: ['b']})))).toEqual([
      'b',
      'c',
      'b',
    ]);
  });
});

test('every model and file that a decision names is there', () => {
  const decisions = readFileSync(join(root, 'sql/DECISIONS.md'), 'utf8');
  const models = [...decisions.matchAll(/`(staging|intermediate|marts)\.(\w+)`/g)];
  const files = [...decisions.matchAll(/`(sql\/[\w/.]+)`/g)].map(([, file = '']) => file);
  const named = [...models.map(([, layer, model]) => `sql/${layer}/${model}.sql`), ...files];
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});

describe('exports', () => {
  test('of values are used by another file, be it a test', () => {
    const words = new Map(
      ['src', 'dashboards', 'fixtures', 'bin', 'test'].flatMap((top) =>
        sourceFiles(join(root, top)).map((file) => {
          const text = readFileSync(file, 'utf8');
          return [pathOf(file), {text, words: new Set(text.match(/\w+/g))}];
        }),
      ),
    );
    const unused = [...words].flatMap(([file, {text}]) => {
      if (!file.startsWith('src/')) return [];
      const names = [...text.matchAll(/^export (?:async )?(?:const|function|class) (\w+)/gm)];
      return names
        .map(([, name = '']) => name)
        .filter((name) => ![...words].some(([other, {words}]) => other !== file && words.has(name)))
        .map((name) => `${file} exports ${name}, which nothing uses`);
    });
    expect(unused).toEqual([]);
  });
});

function sourceFiles(directory: string): string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, {recursive: true, encoding: 'utf8'})
    .filter((name) => /\.(tsx?|js)$/.test(name))
    .map((name) => join(directory, name))
    .sort();
}

/** Static, re-exporting and dynamic imports. */
function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const pattern =
    /^(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm;
  return [...text.matchAll(pattern)].map(([, type, named, dynamic]) => {
    const name = named ?? dynamic ?? '';
    const to = name.startsWith('.') ? pathOf(resolve(dirname(file), name)) : name;
    return {to, isType: type !== undefined};
  });
}

function pathOf(file: string): string {
  return relative(root, file).split(sep).join('/');
}

function folderOf(path: string): string | null {
  return /^(?:src\/([^/]+)\/|(dashboards)\/)/.exec(path)?.slice(1).find(Boolean) ?? null;
}

function reachableFrom(start: string): Set<string> {
  const found = new Set<string>();
  const waiting = [start];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    for (const {to, isType} of modules.get(file) ?? [])
      if (!isType && modules.has(to)) waiting.push(to);
  }
  return found;
}

/** The first cycle there is, as the names on the way round, or null. */
function cycleIn(graph: Map<string, string[]>): string[] | null {
  const done = new Set<string>();
  function visit(name: string, path: string[]): string[] | null {
    if (path.includes(name)) return [...path.slice(path.indexOf(name)), name];
    if (done.has(name)) return null;
    for (const next of graph.get(name) ?? []) {
      const cycle = visit(next, [...path, name]);
      if (cycle) return cycle;
    }
    done.add(name);
    return null;
  }
  for (const name of graph.keys()) {
    const cycle = visit(name, []);
    if (cycle) return cycle;
  }
  return null;
}
