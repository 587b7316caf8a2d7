import {UserError} from '../base/user-error.ts';
import type {DecodedFile} from './decode.ts';
import {shown} from './shown.ts';

/** What the engine said of a file that is not what its beginning promised, as a person can use it. */
export function damagedFile(
  {form, originalPath}: Pick<DecodedFile, 'form' | 'originalPath'>,
  error: unknown,
): UserError {
  const reason = shown(String((error as Error).message));
  return form === 'parquet'
    ? new UserError(
        `${originalPath} is a damaged or cut-off Parquet file: ${reason}`,
        'Copy or export it again; nothing of it was imported.',
      )
    : new UserError(
        `${originalPath} is not whole JSON: ${reason}`,
        'Export it again; it was probably cut off.',
      );
}

const damage = {
  parquet: /Failed to read file|decompress|parquet|thrift|TProtocol|string encoding|Out of buffer/i,
  json: /Malformed JSON/i,
};

/** The same for damage in the middle, which shows in whichever query comes to it; other errors stay as they are. */
export function contentError(file: DecodedFile, error: unknown): unknown {
  const {form} = file;
  if (error instanceof UserError || (form !== 'parquet' && form !== 'json')) return error;
  return damage[form].test(String((error as Error).message)) ? damagedFile(file, error) : error;
}
