import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {Pack} from './pack.ts';

/** A published version as it was frozen; what releases before this one didn't keep is empty. */
export async function readPack(directory: string): Promise<Pack> {
  const pack = JSON.parse(await readFile(join(directory, 'pack.json'), 'utf8')) as Pack;
  return {...unkept, ...pack};
}

const unkept = {imports: [], filters: [], definitions: [], restatedBecause: ''};
