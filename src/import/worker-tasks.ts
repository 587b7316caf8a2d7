import {recutRows} from './recut-rows.ts';
import {unzipEntries} from './unzip-entries.ts';
import {splitJson} from './split-json.ts';
import {unwrapAnswers} from './unwrap-answers.ts';
import {cutWorkbook} from './xlsx-tables.ts';
import {cutXes} from './xes-tables.ts';
import {cutXml} from './xml-tables.ts';

/** What runs outside the main thread: inputs and results are plain data. */
export const workerTasks = {
  cutWorkbook,
  cutXml,
  cutXes,
  recutRows,
  splitJson,
  unwrapAnswers,
  unzipEntries,
};

export type WorkerTasks = typeof workerTasks;
