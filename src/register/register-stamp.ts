import {stat} from 'node:fs/promises';
import type {Workspace} from '../config/workspace.ts';

/**
 * Stands for all that people decided, without reading it: another decision makes another stamp. What is
 * written lies in the file, or for a moment in the log beside it.
 */
export async function registerStamp({registerFile}: Workspace): Promise<string> {
  const marks = await Promise.all([registerFile, `${registerFile}.wal`].map(markOf));
  return marks.join(' ');
}

async function markOf(path: string): Promise<string> {
  try {
    const {mtimeNs, size} = await stat(path, {bigint: true});
    return `${mtimeNs}/${size}`;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return 'none';
  }
}
