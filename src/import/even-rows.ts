import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {DecodedFile} from './decode.ts';
import type {Detection} from './detect.ts';
import {runInWorker} from './run-in-worker.ts';
import type {Sniffed, SniffedCsv} from './sniff.ts';

/** A text table in a copy that the engine reads whatever its rows hold. */
export interface EvenRows {
  file: DecodedFile;
  sniffed: SniffedCsv;
  /** Rows that were filled up to the header's width. */
  shortRows: number;
  release(): Promise<void>;
}

/** Whether the engine failed over a row that it should have reported as unreadable: see `recutRows`. */
export function isEngineTrip(error: unknown): boolean {
  return /Invalid unicode|CSV Parser state machine/i.test(String((error as Error)?.message));
}

/** Copies a table's rows evenly cut; null for what is no text table. */
export async function evenRows(
  file: DecodedFile,
  sniffed: Sniffed,
  {headers, shape}: Detection,
): Promise<EvenRows | null> {
  if (sniffed.format !== 'csv' || sniffed.cells) return null;
  const directory = await mkdtemp(join(tmpdir(), 'meantime-'));
  const release = () => rm(directory, {recursive: true, force: true});
  try {
    const {path, isGzip} = file;
    const {delimiter, skipLines} = sniffed;
    const quote = shape.unquoted ? null : ('"' as const);
    const width = headers.length;
    const request = {path, isGzip, directory, delimiter, quote, skipLines, width};
    const recut = await runInWorker('recutRows', request);
    const {shortRows, longestRow} = recut;
    const {sampleRows} = sniffed;
    const part = file.part ?? '';
    const cutTable = {part, path: recut.path, headers, sampleRows, rowCount: 0, longestRow};
    return {
      file: {...file, path: recut.path, isGzip: false, table: cutTable},
      sniffed: {...sniffed, delimiter: ',', skipLines: 0},
      shortRows,
      release,
    };
  } catch (error) {
    await release();
    throw error;
  }
}
