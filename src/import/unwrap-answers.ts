import {createWriteStream} from 'node:fs';
import {join} from 'node:path';
import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import Papa from 'papaparse';
import type {SniffedCsv} from './sniff.ts';
import {textChunks} from './text-chunks.ts';

/** Columns in which copies of APIs (Apache DevLake, Airbyte) keep an answer a row. */
const answerColumns = ['data', '_airbyte_data'];

/** What `unwrapAnswers` reads. */
export interface UnwrapRequest {
  path: string;
  isGzip: boolean;
  directory: string;
  delimiter: string;
  skipLines: number;
  headers: string[];
  /** Position of the column that holds the answers. */
  column: number;
}

/** The position of the column that holds a JSON object in most rows of the sample; null when none does. */
export function answerColumn({headers, sampleRows}: SniffedCsv): number | null {
  const at = headers.findIndex((header) => answerColumns.includes(header.toLowerCase()));
  const cells = sampleRows.map((row) => row[at]?.trim() ?? '').filter((cell) => cell !== '');
  const objects = cells.filter((cell) => objectText(cell) !== null);
  const isFound = at >= 0 && objects.length > cells.length / 2;
  return isFound ? at : null;
}

/**
 * Writes a table of answers as a JSON line a row: the answer's own fields, and the table's other columns as
 * `raw_…`, objects in them too. A cell that is no object leaves a line with those others alone, which has no
 * record and is rejected with the rest of its row.
 * @returns the path of the lines
 */
export async function unwrapAnswers(request: UnwrapRequest): Promise<string> {
  const {path, isGzip, delimiter, skipLines} = request;
  const target = join(request.directory, 'answers.ndjson');
  const parser = Papa.parse(Papa.NODE_STREAM_INPUT, {delimiter});
  let rowNumber = 0;
  await pipeline(
    Readable.from(textChunks(path, isGzip)),
    parser,
    async function* (rows: AsyncIterable<string[]>) {
      for await (const row of rows) {
        const isBlank = row.length === 1 && row[0]?.trim() === '';
        if (++rowNumber > skipLines && !isBlank) yield `${line(row, request)}\n`;
      }
    },
    createWriteStream(target),
  );
  return target;
}

/** Texts stay as they are: reading and writing numbers anew would round long identifiers. */
function line(row: string[], {headers, column}: UnwrapRequest): string {
  const others = headers.flatMap((header, index) => {
    const cell = row[index] ?? '';
    if (index === column || cell === '') return [];
    return [`${JSON.stringify(`raw_${header}`)}:${objectText(cell) ?? JSON.stringify(cell)}`];
  });
  const cell = row[column] ?? '';
  const own = objectText(cell)?.slice(1, -1).trim() ?? `"raw_answer":${JSON.stringify(cell)}`;
  return `{${[own, ...others].filter((part) => part !== '').join(',')}}`;
}

/** A cell that is a JSON object, in one line; null for anything else. */
function objectText(cell: string): string | null {
  const text = cell.trim();
  if (!text.startsWith('{')) return null;
  try {
    JSON.parse(text);
    return text.replace(/[\r\n]+/g, ' ');
  } catch {
    return null;
  }
}
