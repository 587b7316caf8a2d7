import type {UserError} from '../../base/user-error.ts';
import type {Chrome} from '../../pages/html/chrome.ts';
import {Document} from '../../pages/html/document.tsx';
import type {Freshness} from '../../pages/page-state.ts';
import {importPath, type ImportScripts} from './import-frame.ts';
import type {Upload} from './uploads.ts';

interface UnreadPageProps {
  chrome: Chrome;
  scripts: ImportScripts | null;
  freshness: Freshness | null;
  upload: Upload;
  failure: UserError;
  /** Tables to choose from; empty where the file is of no use. */
  parts: readonly string[];
}

/** A file that could not be looked into: why, and the way out or the choice there is. */
export function UnreadPage({chrome, freshness, upload, failure, parts}: UnreadPageProps) {
  const isChoice = parts.length > 0;
  return (
    <Document id="import" title={upload.name} chrome={chrome} freshness={freshness}>
      <div class="opening">
        <h1>{isChoice ? `Which table of ${upload.name} is it?` : failure.message}</h1>
        <p class="lede">{isChoice ? failure.message : failure.remedy}</p>
      </div>
      {isChoice ? (
        <form class="question-form" method="post" action={`${importPath}/${upload.id}`}>
          <input type="hidden" name="stamp" value="" />
          <label>
            <span>Table to read</span>
            <select name="sheet" required>
              {parts.map((part) => (
                <option value={part}>{part}</option>
              ))}
            </select>
          </label>
          <button type="submit" name="then" value="look">
            Look into it
          </button>
        </form>
      ) : (
        <p class="foot">
          {failure.status < 500 && 'Nothing of it was kept. '}
          <a href={importPath}>Send another file</a>
        </p>
      )}
    </Document>
  );
}
