import {readdirSync, readFileSync} from 'node:fs';
import {basename, join, relative} from 'node:path';
import {gunzipSync, gzipSync} from 'node:zlib';
import fc from 'fast-check';
import {openDatabase} from '../../src/warehouse/database.ts';
import {fileBytes, filePlans} from '../import/round-trip/file-plan.ts';

/** A good file that bad ones are made from. */
export interface SeedFile {
  name: string;
  bytes: Buffer;
}

/** Larger ones are cut to their first rows: a mutation shows as well in a hundred as in a million. */
const largest = 40_000;

/** The exports below a folder, large ones cut. */
export function exportsIn(directory: string): SeedFile[] {
  const names = readdirSync(directory, {recursive: true, encoding: 'utf8'}).sort();
  const files = names.filter((name) =>
    /\.(csv|tsv|json|ndjson|xml|xes|xlsx|parquet|gz)$/.test(name),
  );
  return files.map((name) => ({
    name: join(basename(directory), name),
    bytes: cut(readFileSync(join(directory, name)), name),
  }));
}

function cut(bytes: Buffer, name: string): Buffer {
  if (name.endsWith('.gz')) return gzipSync(cut(gunzipSync(bytes), name.slice(0, -3)));
  if (bytes.length <= largest || !/\.(csv|tsv|ndjson)$/.test(name)) return bytes;
  return bytes.subarray(0, bytes.indexOf(10, largest) + 1);
}

/** Files of every form, encoding and packing, made as the round-trip test makes them. */
export async function madeFiles(count: number, seed: number): Promise<SeedFile[]> {
  const database = await openDatabase(':memory:');
  try {
    const files: SeedFile[] = [];
    for (const [index, plan] of fc.sample(filePlans, {numRuns: count, seed}).entries()) {
      const bytes = await fileBytes(plan, database);
      if (bytes.length <= largest) files.push({name: `made/${index}-${plan.form.kind}`, bytes});
    }
    return files;
  } finally {
    database.close();
  }
}

/** A seed's name as part of a file name. */
export function plainName(name: string): string {
  return relative('.', name).replace(/[^\w.-]+/g, '_');
}
