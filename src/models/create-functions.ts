import {existsSync} from 'node:fs';
import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {Session} from '../warehouse/database.ts';
import {parseHeader} from './header.ts';

/** One `sql/functions/<name>.sql`: macros that models use, and people at the published file. */
export interface FunctionFile {
  file: string;
  /** Its macros read marts, so they can be made only when those are there: `@after models`. */
  isAfterModels: boolean;
  sql: string;
}

/** The function files below a directory of SQL, by name. */
export async function loadFunctions(directory: string): Promise<FunctionFile[]> {
  if (!existsSync(join(directory, 'functions'))) return [];
  const names = await readdir(join(directory, 'functions'));
  return Promise.all(
    names
      .filter((name) => name.endsWith('.sql'))
      .sort()
      .map(async (name) => {
        const sql = await readFile(join(directory, 'functions', name), 'utf8');
        const isAfterModels = parseHeader(sql).tags['after'] === 'models';
        return {file: `sql/functions/${name}`, isAfterModels, sql};
      }),
  );
}

/** @throws Error that names the file */
export async function createFunctions(
  session: Session,
  functions: readonly FunctionFile[],
): Promise<void> {
  for (const {file, sql} of functions)
    try {
      await session.run(sql);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      throw new Error(`${file}: ${message}`, {cause: error});
    }
}
