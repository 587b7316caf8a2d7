import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {packagePath} from '../../src/base/package-root.ts';
import {Importer} from './importer.ts';
import type {Verdict} from './judge.ts';
import {mutatedFile} from './mutate-file.ts';
import {exportsIn, madeFiles, plainName, type SeedFile} from './seed-files.ts';

/**
 * `npm run fuzz -- --runs 5000 --seed 1`: imports damaged files, each of which must end in an import whose rows
 * add up or in a refusal with a remedy. A child process does the importing, so that a crash or a hang is seen.
 * `--only 17` runs that file alone, `--also folder` takes more exports to damage, `--out` says where files that
 * failed are kept.
 */
const {values: options} = parseArgs({
  options: {
    runs: {type: 'string', default: '5000'},
    seed: {type: 'string', default: '1'},
    only: {type: 'string'},
    also: {type: 'string', multiple: true, default: []},
    out: {type: 'string', default: 'fuzz-failures'},
    /** Child processes at work. */
    jobs: {type: 'string', default: '1'},
    /** Seconds that one file may take. */
    timeout: {type: 'string', default: '120'},
  },
});
const seed = Number(options.seed);
const say = (text: string) => process.stdout.write(`${text}\n`);

const scratch = mkdtempSync(join(tmpdir(), 'meantime-fuzz-'));
const counts = new Map<string, number>();
let [failures, rowsRead, done] = [0, 0, 0];
const started = performance.now();
const importers = Array.from(
  {length: Number(options.jobs)},
  (_, index) => new Importer(join(scratch, `job-${index}`), Number(options.timeout)),
);
try {
  const seeds = [
    ...exportsIn(packagePath('fixtures')),
    ...(await madeFiles(150, seed)),
    ...options.also.flatMap(exportsIn),
  ];
  const numbers =
    options.only === undefined
      ? Array.from({length: Number(options.runs)}, (_, index) => index)
      : [Number(options.only)];
  say(`${seeds.length} good files, ${numbers.length} to damage, seed ${seed}`);
  const left = numbers.values();
  await Promise.all(importers.map((importer) => work(importer, seeds, left)));
  report(numbers.length);
} finally {
  for (const importer of importers) importer.close();
  rmSync(scratch, {recursive: true, force: true});
}
process.exitCode = failures > 0 ? 1 : 0;

async function work(
  importer: Importer,
  seeds: readonly SeedFile[],
  numbers: Iterator<number>,
): Promise<void> {
  for (let next = numbers.next(); !next.done; next = numbers.next()) {
    const number = next.value;
    const {bytes, story} = await mutatedFile(seeds, {seed, number});
    const verdict = await importer.verdictOn(number, bytes);
    note(verdict);
    if (verdict.problems.length > 0 || options.only) keep(number, story, bytes, verdict);
    if (++done % 500 === 0) say(`… ${done} files, ${seconds()} s`);
  }
}

function note({end, kind, rowsRead: rows}: Verdict): void {
  const key = end === 'import' ? 'import' : `${end}: ${kind}`;
  counts.set(key, (counts.get(key) ?? 0) + 1);
  rowsRead += rows;
}

function keep(number: number, story: string, bytes: Buffer, {problems, ...verdict}: Verdict): void {
  if (problems.length > 0) failures++;
  mkdirSync(options.out, {recursive: true});
  const [name = ''] = story.split(' · ');
  const path = join(options.out, `${seed}-${number}-${plainName(name)}`);
  writeFileSync(path, bytes);
  say(
    `${number} ${story}: ${verdict.end} ${verdict.kind}\n  ${problems.join('\n  ')}\n  kept as ${path}`,
  );
}

function report(files: number): void {
  const imports = counts.get('import') ?? 0;
  say(
    `\n${files} files in ${seconds()} s: ${imports} imports of ${rowsRead} rows, ${files - imports} refusals, ${failures} failures`,
  );
  const rest = [...counts].filter(([key]) => key !== 'import').sort((a, b) => b[1] - a[1]);
  for (const [key, count] of rest) say(`${String(count).padStart(6)}  ${key}`);
}

function seconds(): string {
  return ((performance.now() - started) / 1000).toFixed(0);
}
