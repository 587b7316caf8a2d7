import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {cpus, tmpdir, totalmem} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {steps, type Measured, type StepName} from './steps.ts';

/**
 * `npm run bench [-- 100000 1000000]`: import, build, slices and pages over generated incidents with
 * five changes each, and problem candidates from as many descriptions with typos. Every step is a process of its own, so that its peak memory is its own.
 */
const sizes = process.argv.slice(2).map(Number).filter(Number.isFinite);
const self = fileURLToPath(import.meta.url);

if (process.argv[2] === '--step') await runStep();
else for (const size of sizes.length > 0 ? sizes : [100_000, 1_000_000]) benchmark(size);

async function runStep(): Promise<void> {
  const [, , , name, directory, size] = process.argv;
  const started = performance.now();
  const measured = await steps[name as StepName]({
    directory: directory ?? '',
    incidents: Number(size),
  });
  const seconds = measured.seconds ?? (performance.now() - started) / 1000;
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  process.stdout.write(JSON.stringify({...measured, seconds, peakMegabytes}));
}

function benchmark(incidents: number): void {
  const directory = mkdtempSync(join(tmpdir(), 'meantime-bench-'));
  const say = (text: string) => process.stdout.write(`${text}\n`);
  try {
    say(`\n${incidents.toLocaleString('en-GB')} incidents, five changes each · ${machine()}`);
    const step = (name: StepName) => measure(name, directory, incidents);
    const generated = step('generate');
    say(line('generate the files', generated, generated.note));
    const bare = [step('bareIncidents'), step('bareChanges')];
    const ours = [step('importIncidents'), step('importChanges')];
    for (const [index, what] of ['incidents', 'changes'].entries()) {
      const [rival, mine] = [bare[index], ours[index]];
      if (!rival || !mine) continue;
      say(line(`bare read_csv, ${what}`, rival, rate(rival)));
      say(line(`import, ${what}`, mine, `${rate(mine)}, ${ratio(mine, rival)} × the bare read`));
    }
    const total = (all: Measured[]) => all.reduce((sum, {seconds = 0}) => sum + seconds, 0);
    say(`${'import, both'.padEnd(28)} ${(total(ours) / total(bare)).toFixed(2)} × the bare read`);
    const workbook = step('generateWorkbook');
    say(line('generate a workbook', workbook, workbook.note));
    const sheet = step('importWorkbook');
    say(line('import the workbook', sheet, `${rate(sheet)}; at most 20 s and 1 GB`));
    const build = step('build');
    say(line('build', build, build.note));
    const slices = step('slices');
    say(line('200 metric slices', slices, slices.note));
    const findings = step('findings');
    say(line('findings, week and month', findings, findings.note));
    const pages = step('pages');
    say(line('pages', pages, pages.note));
    const packs = step('packs');
    say(line('packs in all formats', packs, packs.note));
    step('landDescriptions');
    const texts = step('texts');
    say(line('candidates by texts', texts, texts.note));
  } finally {
    rmSync(directory, {recursive: true, force: true});
  }
}

function measure(name: StepName, directory: string, incidents: number): Measured {
  const words = ['--expose-gc', self, '--step', name, directory, String(incidents)];
  const child = spawnSync(process.execPath, words, {encoding: 'utf8', maxBuffer: 1 << 26});
  if (child.status !== 0) throw new Error(`${name} failed: ${child.stderr}`);
  return JSON.parse(child.stdout) as Measured;
}

function line(what: string, {seconds = 0, peakMegabytes = 0}: Measured, note = ''): string {
  const time = `${seconds.toFixed(2)} s`.padStart(10);
  return `${what.padEnd(28)} ${time} ${`${peakMegabytes} MB`.padStart(9)}  ${note}`;
}

function rate({rows = 0, seconds = 1}: Measured): string {
  return `${Math.round(rows / seconds / 1000).toLocaleString('en-GB')} thousand rows/s`;
}

function ratio(mine: Measured, rival: Measured): string {
  return ((mine.seconds ?? 0) / (rival.seconds ?? 1)).toFixed(2);
}

function machine(): string {
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} cores, ${memory} GB, Node ${process.versions.node}`;
}
