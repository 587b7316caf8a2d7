import {buffer} from 'node:stream/consumers';
import {gunzipSync, gzipSync} from 'node:zlib';
import yauzl from 'yauzl';
import {Random} from '../../fixtures/generator/random.ts';
import {zipOf} from '../import/zip-of.ts';
import {byteMutations, type Mutation} from './mutate-bytes.ts';
import {textMutations} from './mutate-text.ts';
import {below, pick} from './pick.ts';
import type {SeedFile} from './seed-files.ts';

export interface MutatedFile {
  bytes: Buffer;
  /** What it was and what went wrong with it. */
  story: string;
}

const mutations = Object.entries({...byteMutations, ...textMutations});

/** One bad file, or now and then a good one: the same number always gives the same. */
export async function mutatedFile(
  seeds: readonly SeedFile[],
  {seed, number}: {seed: number; number: number},
): Promise<MutatedFile> {
  const random = new Random(seed).fork(`file ${number}`);
  const {name, bytes} = pick(random, seeds);
  const times = pick(random, [0, 1, 1, 1, 1, 2, 2, 3]);
  let mutated: MutatedFile = {bytes, story: name};
  for (let n = 0; n < times && mutated.bytes.length > 0; n++) mutated = await once(mutated, random);
  return mutated;
}

async function once({bytes, story}: MutatedFile, random: Random): Promise<MutatedFile> {
  for (let tries = 0; tries < 50; tries++) {
    const [name, mutation] = pick(random, mutations);
    const result = await within(bytes, mutation, random);
    if (result !== null) return {bytes: result, story: `${story} · ${name}`};
  }
  return {bytes, story};
}

/** Of what is packed, mostly the content goes wrong: its package would be refused before it is looked at. */
async function within(bytes: Buffer, mutation: Mutation, random: Random): Promise<Buffer | null> {
  if (random.chance(0.2)) return mutation(bytes, random);
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    const content = unpackedGzip(bytes);
    const mutated = content && (await mutation(content, random));
    return mutated && gzipSync(mutated);
  }
  if (bytes.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 3, 4]))) {
    const entries = await unpackedZip(bytes);
    const names = Object.keys(entries);
    if (names.length === 0) return mutation(bytes, random);
    const sheets = names.filter((name) => /sheet|String|workbook\.xml$/.test(name));
    const name = pick(random, sheets.length > 0 && below(random, 4) > 0 ? sheets : names);
    const mutated = await mutation(entries[name]!, random);
    return mutated && zipOf({...entries, [name]: mutated});
  }
  return mutation(bytes, random);
}

function unpackedGzip(bytes: Buffer): Buffer | null {
  try {
    return gunzipSync(bytes);
  } catch {
    return null;
  }
}

async function unpackedZip(bytes: Buffer): Promise<Record<string, Buffer>> {
  const entries: Record<string, Buffer> = {};
  try {
    const zip = await yauzl.fromBufferPromise(bytes, {lazyEntries: true});
    for await (const entry of zip.eachEntry())
      entries[entry.fileName] = await buffer(await zip.openReadStreamPromise(entry));
  } catch {
    return {};
  }
  return entries;
}
