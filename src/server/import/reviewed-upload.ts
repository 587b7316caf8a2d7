import type {Config} from '../../config/config.ts';
import type {Connector} from '../../import/connector.ts';
import type {Inspection} from '../../import/inspect.ts';
import type {Chrome} from '../../pages/html/chrome.ts';
import type {Freshness} from '../../pages/page-state.ts';
import type {ImportScripts} from './import-frame.ts';
import type {OpenQuestions} from './open-questions.ts';
import type {Upload} from './uploads.ts';

/** Everything the page of an upload shows. */
export interface ReviewedUpload {
  chrome: Chrome;
  scripts: ImportScripts | null;
  freshness: Freshness | null;
  upload: Upload;
  inspections: readonly Inspection[];
  questions: OpenQuestions;
  /** In which local times would be read: said, or from the settings. */
  zone: string | null;
  config: Config;
  connectors: readonly Connector[];
  /** Another import is running, which this one has to wait for. */
  isBusy: boolean;
  /** Connectors that were corrected for this upload. */
  corrected: readonly string[];
}
