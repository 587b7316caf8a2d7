import {Document} from '../../pages/html/document.tsx';
import type {Chrome} from '../../pages/html/chrome.ts';
import {counted} from '../../pages/headline-sentence.ts';
import type {Freshness} from '../../pages/page-state.ts';
import {importPath, type ImportScripts} from './import-frame.ts';
import type {ImportJob} from './import-queue.ts';
import type {ImportEffect} from './import-effects.ts';
import {ImportReport} from './import-report.tsx';
import {doneShare, stageText} from './stage-text.ts';

export interface JobPage {
  chrome: Chrome;
  scripts: ImportScripts | null;
  freshness: Freshness | null;
  job: ImportJob;
  /** What each import did to the records; empty while it runs. */
  effects: readonly ImportEffect[];
  /** The upload, where a failed import left it to be corrected. */
  uploadHref: string | null;
}

/** One import: how far it is, and what became of it. */
export function JobPage({chrome, scripts, freshness, job, effects, uploadHref}: JobPage) {
  const isRunning = job.state === 'running';
  return (
    <Document
      id="import"
      title={headingOf(job)}
      chrome={chrome}
      freshness={freshness}
      scripts={isRunning && scripts ? [scripts.page] : []}
      refreshSeconds={isRunning ? 2 : null}
    >
      <div class="opening">
        <h1>{headingOf(job)}</h1>
        {isRunning ? <Progress job={job} /> : <Outcome job={job} uploadHref={uploadHref} />}
      </div>
      {job.result && <ImportReport job={job} result={job.result} effects={effects} />}
      {!isRunning && (
        <p class="foot">
          <a href={importPath}>Import another file</a>
        </p>
      )}
    </Document>
  );
}

function headingOf({fileName, state, result}: ImportJob): string {
  if (state === 'running') return `Importing ${fileName}`;
  if (state === 'failed') return `${fileName} could not be imported`;
  const imports = result?.imports ?? [];
  const rejected = imports.reduce((sum, {rowsRejected}) => sum + rowsRejected, 0);
  if (imports.every(({isRepeat}) => isRepeat)) return `${fileName} was here already`;
  if (rejected === 0) return `${fileName} is imported, every row of it`;
  return `${fileName} is imported, but for ${counted(rejected, 'row')}`;
}

/** A script keeps it up to date; without one the page loads itself again. */
function Progress({job}: {job: ImportJob}) {
  const share = doneShare(job);
  return (
    <div class="job" data-job={`${importPath}/jobs/${job.id}/progress`}>
      <progress max="1" value={share ?? undefined} aria-label="How far the import is"></progress>
      <p class="lede" role="status">
        {stageText(job)}
      </p>
      <p class="sub">You may leave this page: the import goes on.</p>
    </div>
  );
}

function Outcome({job, uploadHref}: {job: ImportJob; uploadHref: string | null}) {
  const {failure, result} = job;
  if (failure)
    return (
      <>
        <p class="lede">
          {failure.error} {failure.remedy}
        </p>
        {uploadHref && (
          <p class="lede">
            <a href={uploadHref}>Back to the preview</a>, where its mapping and answers can be
            changed.
          </p>
        )}
      </>
    );
  if (result?.buildFailure)
    return (
      <p class="lede">
        The rows have landed, but the figures stay as they were: {result.buildFailure.error}{' '}
        {result.buildFailure.remedy}
      </p>
    );
  return (
    <p class="lede">
      The figures are up to date. See <a href="/weekly">the weekly review</a>, or{' '}
      <a href="/quality">how good the data is</a>.
    </p>
  );
}
