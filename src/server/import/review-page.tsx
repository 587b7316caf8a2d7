import type {Inspection} from '../../import/inspect.ts';
import {Document} from '../../pages/html/document.tsx';
import {counted} from '../../pages/headline-sentence.ts';
import {FileAnswers} from './file-answers.tsx';
import {importPath} from './import-frame.ts';
import {stampOf} from './inspection-stamp.ts';
import {isBlocked} from './open-questions.ts';
import {QuestionSection} from './question-section.tsx';
import type {ReviewedUpload} from './reviewed-upload.ts';
import {TablePreview} from './table-preview.tsx';

/** What an import would read, to be corrected: one form, whose answer is this page again or the import. */
export function ReviewPage(props: ReviewedUpload) {
  const {chrome, freshness, upload, inspections, scripts} = props;
  return (
    <Document
      id="import"
      title={`Import ${upload.name}`}
      chrome={chrome}
      freshness={freshness}
      scripts={scripts ? [scripts.page] : []}
    >
      <div class="opening">
        <h1>{headingOf(props)}</h1>
        <p class="lede">{ledeOf(props)}</p>
      </div>
      <form class="review" method="post" action={`${importPath}/${upload.id}`}>
        <input type="hidden" name="stamp" value={stampOf(inspections)} />
        <QuestionSection {...props} />
        {inspections.map((inspection, table) => (
          <TablePreview
            inspection={inspection}
            table={table}
            isAlone={inspections.length === 1}
            isCorrected={props.corrected.includes(inspection.chosen.connector)}
          />
        ))}
        <FileAnswers {...props} />
        <Actions {...props} />
      </form>
      <form class="discard" method="post" action={`${importPath}/${upload.id}/discard`}>
        <button type="submit" class="plain-button">
          Discard this file
        </button>
      </form>
    </Document>
  );
}

function headingOf({upload: {name}, inspections, questions}: ReviewedUpload): string {
  const [first, ...others] = inspections;
  if (!first) return name;
  if (questions.obstacles.length > 0) return `${name} can’t be imported like this`;
  if (others.length > 0) return `${name} holds ${inspections.length} tables to import`;
  if (first.proposal) return `No connector knows ${name}: check what is proposed`;
  return isBlocked(questions)
    ? `${name} can be read, once you have answered what it leaves open`
    : `${name} is ready to be imported`;
}

function ledeOf({inspections, corrected}: ReviewedUpload): string {
  const [first] = inspections;
  if (!first || inspections.length > 1)
    return 'Each table is shown below as it would be read. Nothing is imported yet.';
  const rows = counted(first.rowCount, 'row');
  const fields = counted(first.fields.filter(({header}) => header !== null).length, 'field');
  const by = first.proposal
    ? 'as its headers and values suggest'
    : corrected.includes(first.chosen.connector)
      ? 'as you have corrected it'
      : `as an export of ${titleOf(first)}`;
  return `${rows} would be read ${by}, into ${fields}; every other column is kept as an attribute. Nothing is imported yet.`;
}

function titleOf({chosen}: Inspection): string {
  return `${chosen.connector} (${chosen.title})`;
}

function Actions({isBusy, questions}: ReviewedUpload) {
  const isStopped = questions.obstacles.length > 0;
  return (
    <div class="review-actions">
      <button type="submit" name="then" value="import" class="main-button" disabled={isBusy}>
        Import
      </button>
      <button type="submit" name="then" value="look" class="plain-button">
        Apply and look again
      </button>
      <span class="sub">
        {isBusy
          ? 'Another import is running: wait until it has ended.'
          : isStopped
            ? 'It needs the corrections above first.'
            : 'Corrections are applied first, and kept in pipelines/ for the next export.'}
      </span>
    </div>
  );
}
