import {filesIn, openFile, type FormOptions} from '../../src/import/open-file.ts';
import type {DecodedFile} from '../../src/import/decode.ts';
import {testWorkspace} from './import-texts.ts';

/** The tables of a file with this content; what they point to is gone again. */
export async function tablesOf(
  content: string | Buffer,
  options: FormOptions = {},
): Promise<DecodedFile[]> {
  const given = await filesIn(testWorkspace().file('file.bin', content));
  try {
    const opened = await openFile(given.files[0]!, options);
    await opened.release();
    return opened.tables;
  } finally {
    await given.release();
  }
}
