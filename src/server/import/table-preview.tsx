import {fieldsOfGrain, type Grain} from '../../import/canonical-fields.ts';
import type {InspectedField} from '../../import/inspect-fields.ts';
import type {Inspection} from '../../import/inspect.ts';
import {plainReason} from '../../import/propose-fields.ts';
import {counted} from '../../pages/headline-sentence.ts';
import {fieldLabel} from './field-label.ts';
import {asBefore, noColumn} from './mapping-form.ts';
import {ValueSection} from './value-section.tsx';
import {fileSize, fitted, percent} from './wording.ts';

interface TablePreviewProps {
  inspection: Inspection;
  /** Its place among the file's tables. */
  table: number;
  isAlone: boolean;
  isCorrected: boolean;
}

/** One table as it would be read: each field with its column and samples, what is left, what values mean. */
export function TablePreview({inspection, table, isAlone, isCorrected}: TablePreviewProps) {
  const {fields, chosen} = inspection;
  const known = Object.keys(fieldsOfGrain(chosen.grain as Grain));
  const read = fields
    .filter(({header, isComputed}) => header !== null || isComputed)
    .sort((a, b) => known.indexOf(a.field) - known.indexOf(b.field));
  const absent = known.filter((name) => !read.some(({field}) => field === name));
  const id = `t${table}`;
  return (
    <>
      <section id={id} class="preview" aria-labelledby={`${id}-title`}>
        <h2 id={`${id}-title`}>{isAlone ? 'What is read' : inspection.file}</h2>
        <p class="sub">{formOf(inspection)}</p>
        <p class="prose why">{reasonOf(inspection, isCorrected)}</p>
        <table class="mapping">
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">Read from the column</th>
              <th scope="col" class="number">
                Filled
              </th>
              <th scope="col">Written as</th>
              <th scope="col">Values</th>
            </tr>
          </thead>
          <tbody>
            {read.map((field) => (
              <FieldRow field={field} table={table} inspection={inspection} />
            ))}
          </tbody>
        </table>
        <AbsentFields {...{inspection, table, absent}} />
      </section>
      <ValueSection inspection={inspection} table={table} />
      <UnreadColumns {...{inspection, table, known}} />
    </>
  );
}

const formNames: Record<Inspection['format'], string> = {
  csv: 'CSV',
  json: 'JSON',
  workbook: 'Excel',
  xml: 'XML',
  xes: 'XES event log',
  parquet: 'Parquet',
};

const delimiterNames: Record<string, string> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'vertical bars',
};

function formOf(inspection: Inspection): string {
  const {format, encoding, delimiter, rowCount, columnCount, byteCount} = inspection;
  const isText = !['workbook', 'parquet'].includes(format);
  return [
    formNames[format],
    ...(isText ? [encoding === 'utf-8' ? 'UTF-8' : encoding] : []),
    ...(delimiter ? [`cells between ${delimiterNames[delimiter] ?? delimiter}`] : []),
    fileSize(byteCount),
    counted(rowCount, 'row'),
    counted(columnCount, 'column'),
  ].join(' · ');
}

function reasonOf({proposal, chosen, columnCount, runnerUp}: Inspection, isCorrected: boolean) {
  const next = runnerUp
    ? ` Next best: ${runnerUp.connector}, ${runnerUp.title}, which ${
        runnerUp.missing.length > 0
          ? `lacks ${fitted(runnerUp.missing.slice(0, 3).join(', '), 80)}`
          : 'matches too'
      }.`
    : '';
  if (proposal)
    return `No connector’s header matches. This one is proposed from headers and values, as “${chosen.connector}”; it is kept for the next export when you import.${next}`;
  if (isCorrected)
    return `Read with your mapping “${chosen.connector}”, which knows ${chosen.knownCount} of ${columnCount} columns. It counts for this file only, until you import it.`;
  return `Read with the connector ${chosen.connector}, ${chosen.title}: its header matches and it knows ${chosen.knownCount} of ${columnCount} columns.${next}`;
}

interface FieldRowProps {
  field: InspectedField;
  table: number;
  inspection: Inspection;
}

function FieldRow({field, table, inspection}: FieldRowProps) {
  const {samples, filledShare, format, unreadCount} = field;
  const placed = inspection.proposal?.placements.find((each) => each.field === field.field);
  const reasons = [placed?.why === plainReason ? null : placed?.why, placed?.column.dates?.proof];
  const why = reasons.filter(Boolean).join('; ');
  return (
    <tr>
      <th scope="row">{fieldLabel(field.field)}</th>
      <td class="from">
        <ColumnSelect {...{field, table, inspection}} />
        {why !== '' && <small>{why}</small>}
        {unreadCount > 0 && (
          <small class="worse">{counted(unreadCount, 'value')} can’t be read: rejected rows</small>
        )}
      </td>
      <td class="number">{percent(filledShare)}</td>
      <td class="written">{format ?? ''}</td>
      <td class="samples">
        {samples.map((value) => (
          <span>{fitted(value, 44)}</span>
        ))}
      </td>
    </tr>
  );
}

function ColumnSelect({field, table, inspection}: FieldRowProps) {
  const {position, isComputed} = field;
  return (
    <select
      name={`t${table}.field.${field.field}`}
      aria-label={`Column of ${fieldLabel(field.field)}`}
    >
      {isComputed && (
        <option value={asBefore} selected>
          As the connector makes it
        </option>
      )}
      <option value={noColumn}>Not read</option>
      <ColumnOptions inspection={inspection} chosen={isComputed ? null : position} />
    </select>
  );
}

function ColumnOptions({inspection, chosen}: {inspection: Inspection; chosen: number | null}) {
  return (
    <>
      {inspection.columns.map(({header}, index) => (
        <option value={String(index)} selected={index === chosen}>
          {header === '' ? `column ${index + 1}, without a header` : fitted(header, 60)}
        </option>
      ))}
    </>
  );
}

interface AbsentFieldsProps {
  inspection: Inspection;
  table: number;
  absent: readonly string[];
}

/** Fields the file has no column for: they can be given one. */
function AbsentFields({inspection, table, absent}: AbsentFieldsProps) {
  if (absent.length === 0) return null;
  return (
    <details class="query">
      <summary>{counted(absent.length, 'field')} without a column in this file</summary>
      <div class="question-form absent">
        {absent.map((field) => (
          <label>
            <span>{fieldLabel(field)}</span>
            <select name={`t${table}.field.${field}`}>
              <option value={noColumn}>Not read</option>
              <ColumnOptions inspection={inspection} chosen={null} />
            </select>
          </label>
        ))}
      </div>
    </details>
  );
}

interface UnreadColumnsProps {
  inspection: Inspection;
  table: number;
  known: readonly string[];
}

/** Columns that no field is read from: kept as attributes, or read for a field of the reader's choice. */
function UnreadColumns({inspection, table, known}: UnreadColumnsProps) {
  const unread = new Set(inspection.unmappedColumns);
  const columns = inspection.columns
    .map((column, index) => ({...column, index}))
    .filter(({header}) => unread.has(header));
  if (columns.length === 0) return null;
  const id = `t${table}-kept`;
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>
        {counted(columns.length, 'column')} kept as{' '}
        {columns.length === 1 ? 'attribute' : 'attributes'}
      </h2>
      <p class="sub">Read for no field, but not lost: they can become dimensions of figures</p>
      <table class="mapping">
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">Read as</th>
            <th scope="col">Values</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({header, samples, index}) => (
            <tr>
              <th scope="row">{header}</th>
              <td class="from">
                <select name={`t${table}.column.${index}`} aria-label={`Field of ${header}`}>
                  <option value="">Kept as an attribute</option>
                  {known.map((field) => (
                    <option value={field}>{fieldLabel(field)}</option>
                  ))}
                </select>
              </td>
              <td class="samples">
                {samples.map((value) => (
                  <span>{fitted(value, 44)}</span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
