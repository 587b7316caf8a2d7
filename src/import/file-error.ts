import {UserError} from '../base/user-error.ts';

/** What the file system or the engine said, as a person can use it; anything unknown stays as it is. */
export function fileError(path: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException)?.code;
  if (code === 'ENOENT')
    return new UserError(`There is no file ${path}.`, 'Check the name and the folder.', 404);
  if (code === 'EACCES' || code === 'EPERM')
    return new UserError(`${path} may not be read or written.`, 'Change its permissions.');
  if (isDiskFull(error)) return diskFull(path);
  return error;
}

/** True when writing failed because no space is left, as Node or DuckDB say it. */
function isDiskFull(error: unknown): boolean {
  const {code} = (error ?? {}) as NodeJS.ErrnoException;
  return code === 'ENOSPC' || /No space left on device|disk is full|ENOSPC/i.test(String(error));
}

function diskFull(path: string): UserError {
  return new UserError(
    `The disk is full: ${path} could not be written.`,
    'Free some space and import again; nothing of this file was kept.',
    507,
  );
}
