import {legacyEncodings} from '../../import/legacy-encoding.ts';
import {ConnectorSelect, OrderSelect, ZoneSelect} from './question-section.tsx';
import type {ReviewedUpload} from './reviewed-upload.ts';

const encodings = ['utf-8', 'utf-16le', 'utf-16be', ...legacyEncodings];

/** What is known of the file as a whole, and can be said otherwise; what is asked on top is left out here. */
export function FileAnswers(props: ReviewedUpload) {
  const {upload, questions, zone, inspections} = props;
  const {answers} = upload;
  return (
    <section id="file" aria-labelledby="file-title">
      <h2 id="file-title">The file</h2>
      <p class="sub">Told by the file itself unless you say otherwise</p>
      <div class="question-form">
        <label>
          <span>Source its incidents belong to</span>
          <SourceInput {...props} />
        </label>
        {!questions.connector && (
          <label>
            <span>Tool it is from</span>
            <ConnectorSelect {...props} />
          </label>
        )}
        {!questions.zone && (
          <label>
            <span>Zone of local times</span>
            <ZoneSelect zone={zone} />
          </label>
        )}
        {!questions.dateOrder && (
          <label>
            <span>All-numeric dates</span>
            <OrderSelect order={answers.dateOrder} />
          </label>
        )}
        <label>
          <span>Exported at (the newest time in it)</span>
          <input type="datetime-local" name="asOf" value={answers.asOf ?? ''} />
        </label>
        {inspections.some(({format}) => !['workbook', 'parquet'].includes(format)) && (
          <label>
            <span>Encoding</span>
            <EncodingSelect {...props} />
          </label>
        )}
        {(inspections.length > 1 || answers.sheet !== null) && (
          <label>
            <span>Tables to read</span>
            <SheetSelect {...props} />
          </label>
        )}
      </div>
    </section>
  );
}

function SourceInput({upload, inspections, config}: ReviewedUpload) {
  const connector = inspections[0]?.chosen.connector ?? '';
  const configured = config.sources.find((source) => source.connector === connector);
  return (
    <input
      type="text"
      name="source"
      value={upload.answers.source ?? ''}
      placeholder={configured?.name ?? connector}
      pattern="[A-Za-z0-9][A-Za-z0-9_\-]*"
      title="Letters, digits, - and _"
      maxLength={60}
      autocomplete="off"
    />
  );
}

function EncodingSelect({upload, inspections}: ReviewedUpload) {
  const {encoding} = upload.answers;
  const found = inspections[0]?.encoding ?? 'utf-8';
  const all =
    encoding === null || encodings.includes(encoding) ? encodings : [encoding, ...encodings];
  return (
    <select name="encoding">
      <option value="">{encoding === null ? `As found: ${found}` : 'As its bytes tell'}</option>
      {all.map((name) => (
        <option value={name} selected={name === encoding}>
          {name}
        </option>
      ))}
    </select>
  );
}

function SheetSelect({upload, inspections}: ReviewedUpload) {
  const {sheet} = upload.answers;
  const parts = inspections.map(({part}) => part).filter((part) => part !== null);
  return (
    <select name="sheet">
      <option value="">All that are known</option>
      {[...new Set(parts)].map((part) => (
        <option value={part} selected={part === sheet}>
          {part}
        </option>
      ))}
    </select>
  );
}
