import {Document} from '../../pages/html/document.tsx';
import type {Chrome} from '../../pages/html/chrome.ts';
import {PageBlock} from '../../pages/html/page-block.tsx';
import type {ResolvedPage} from '../../pages/resolved-page.ts';
import {shortInstant} from '../../pages/short-instant.ts';
import {importPath, type ImportScripts} from './import-frame.ts';
import type {ImportJob} from './import-queue.ts';
import type {InboxFile} from './inbox.ts';
import {stageText} from './stage-text.ts';
import type {Upload} from './uploads.ts';
import {fileSize} from './wording.ts';

export interface StartPage {
  chrome: Chrome;
  scripts: ImportScripts | null;
  limitBytes: number;
  waiting: readonly Upload[];
  running: ImportJob | null;
  inbox: readonly InboxFile[];
  /** Null while nothing has been built. */
  past: ResolvedPage | null;
  zone: string;
}

/** Where an import begins: choose a file; what waits, runs and has been imported. */
export function StartPage(props: StartPage) {
  const {chrome, scripts, running, waiting, inbox, past, zone} = props;
  return (
    <Document
      id="import"
      title="Import"
      chrome={chrome}
      freshness={past?.freshness ?? null}
      scripts={scripts ? [scripts.page] : []}
      refreshSeconds={running ? 5 : null}
    >
      <div class="opening">
        <h1>Import an export of your tool</h1>
        <p class="lede">
          Any ITSM tool’s list, log or audit trail: CSV, Excel, JSON, XML, XES or Parquet, also in
          gzip or zip. You see what would be read, and can correct it, before anything is imported.
        </p>
      </div>
      {running && <Running job={running} />}
      <UploadForm {...props} />
      {waiting.length > 0 && <Waiting uploads={waiting} zone={zone} />}
      {inbox.length > 0 && <InboxFiles files={inbox} />}
      {past?.blocks.map((block) => (
        <PageBlock block={block} />
      ))}
    </Document>
  );
}

function UploadForm({limitBytes, scripts}: StartPage) {
  return (
    <form
      class="upload"
      method="post"
      action={`${importPath}/uploads`}
      enctype="multipart/form-data"
      data-limit={limitBytes}
      data-preview={scripts?.preview}
    >
      <label class="drop">
        <span class="drop-words">
          <b>Choose a file</b>
          <span class="with-script"> or drop it here</span>
        </span>
        <input type="file" name="file" required />
        <small>Up to {fileSize(limitBytes)}. It goes to this server and nowhere else.</small>
      </label>
      <div class="chosen" aria-live="polite"></div>
      <p class="upload-foot">
        <button type="submit" class="main-button">
          Look into it
        </button>
        <span class="sub">Nothing is imported yet.</span>
      </p>
    </form>
  );
}

function Running({job}: {job: ImportJob}) {
  return (
    <section class="running" aria-labelledby="running-title">
      <h2 id="running-title">Importing {job.fileName}</h2>
      <p class="sub">
        {stageText(job)}. One import runs at a time.{' '}
        <a href={`${importPath}/jobs/${job.id}`}>Follow it</a>
      </p>
    </section>
  );
}

function Waiting({uploads, zone}: {uploads: readonly Upload[]; zone: string}) {
  return (
    <section aria-labelledby="waiting-title">
      <h2 id="waiting-title">Sent, not imported yet</h2>
      <p class="sub">Kept for a day</p>
      <ul class="files-waiting">
        {uploads.map(({id, name, byteCount, receivedAt}) => (
          <li>
            <span>
              <a href={`${importPath}/${id}`}>{name}</a>
              <small>
                {fileSize(byteCount)} · sent {shortInstant(new Date(receivedAt), zone)}
              </small>
            </span>
            <form method="post" action={`${importPath}/${id}/discard`}>
              <button type="submit" class="plain-button">
                Discard<span class="hidden"> {name}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}

function InboxFiles({files}: {files: readonly InboxFile[]}) {
  const failed = files.filter(({failure}) => failure !== null);
  return (
    <section id="inbox" aria-labelledby="inbox-title">
      <h2 id="inbox-title">
        {failed.length === 0
          ? 'The inbox is being imported'
          : `${failed.length === 1 ? 'One file' : `${failed.length} files`} in the inbox can’t be imported`}
      </h2>
      <p class="sub">
        Files in inbox/ are imported by themselves and then moved to inbox/done/. One that fails is
        tried again when it, meantime.yaml or pipelines/ changes.
      </p>
      <ul class="files-waiting">
        {files.map(({name, byteCount, failure}) => (
          <li>
            <span>
              <b>{name}</b>
              <small>{fileSize(byteCount)}</small>
              {failure ? (
                <span class="inbox-failure">
                  {failure.error} {failure.remedy}
                </span>
              ) : (
                <small>waits for its turn</small>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
