import {mkdirSync} from 'node:fs';
import {join} from 'node:path';
import {inject} from 'vitest';
import {runMeantime} from '../cli/run-meantime.ts';

/** A figure as `meantime metrics --json` prints it: dimensions stand beside the rest. */
export interface PrintedFigure {
  metric: string;
  period: string;
  value: number | null;
  n: number;
  unit: string;
  coverage: number | null;
  low: number | null;
  high: number | null;
  note: string | null;
  [dimension: string]: string | number | null;
}

/** A workspace directory with nothing in it, removed after the run. */
export function emptyDirectory(name: string): string {
  const directory = join(inject('runDirectory'), `${name}-${process.pid}`);
  mkdirSync(directory, {recursive: true});
  return directory;
}

/** What a command prints. A command that fails fails the test with its own words. */
export async function meantimeIn(directory: string, ...words: string[]): Promise<string> {
  const {code, stdout, stderr} = await runMeantime(['--workspace', directory, ...words]);
  if (code !== 0) throw new Error(`meantime ${words.join(' ')} ended with ${code}:\n${stderr}`);
  return stdout;
}

/** `meantime metrics --json` with further options. */
export async function figuresIn(directory: string, ...options: string[]): Promise<PrintedFigure[]> {
  return JSON.parse(
    await meantimeIn(directory, 'metrics', '--json', ...options),
  ) as PrintedFigure[];
}

/** The one figure that a metric and options leave. */
export async function figureIn(
  directory: string,
  metric: string,
  ...options: string[]
): Promise<PrintedFigure> {
  const figures = await figuresIn(directory, '--metric', metric, ...options);
  if (figures.length !== 1) throw new Error(`${metric} has ${figures.length} figures, not one`);
  return figures[0]!;
}
