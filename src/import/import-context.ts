import type {Log} from '../base/log.ts';
import type {Progress} from '../base/progress.ts';
import type {Source} from '../config/config.ts';
import type {Database} from '../warehouse/database.ts';
import type {Connector} from './connector.ts';
import type {DateOrder} from './dates.ts';
import type {Encoding} from './encoding-scan.ts';
import type {FormOptions} from './open-file.ts';

/** What a person says of a file that was read otherwise before. */
export interface Correction {
  sha256: string;
  source: string;
  encoding: Encoding | undefined;
  dateOrder: DateOrder | undefined;
}

/** What the person has said of the files; all of it may be left out. */
export interface FileOptions extends FormOptions {
  source?: string | undefined;
  connector?: string | undefined;
  timezone?: string | undefined;
  asOf?: Date | undefined;
  dateOrder?: DateOrder | undefined;
}

export interface ImportEffects {
  log: Log;
  progress: Progress;
  now(): Date;
}

export interface ImportContext {
  landing: Database;
  connectors: readonly Connector[];
  sources: readonly Source[];
  effects: ImportEffects;
  /** Called inside the transaction, before it is final: a failure takes everything back. */
  beforeCommit?(): Promise<void>;
  /** Called instead of telling a repeat, for a file that was read otherwise before than is asked for now. */
  onCorrection?(correction: Correction): void;
}
