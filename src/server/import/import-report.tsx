import {counted} from '../../pages/headline-sentence.ts';
import {formatNumber} from '../../charts/format.ts';
import {withoutCommand} from '../../pages/resolve-imports.ts';
import {DataTable} from '../../pages/html/data-table.tsx';
import type {Cell, Column} from '../../pages/resolved-table.ts';
import {fieldLabel} from './field-label.ts';
import type {ImportEffect} from './import-effects.ts';
import {importPath} from './import-frame.ts';
import type {ImportJob} from './import-queue.ts';
import type {ImportTaskResult} from './import-tasks.ts';

interface ImportReportProps {
  job: ImportJob;
  result: ImportTaskResult;
  effects: readonly ImportEffect[];
}

/** What became of every row, what was odd, and what the figures make of it. */
export function ImportReport({job, result: {imports}, effects}: ImportReportProps) {
  const warnings = [
    ...imports.flatMap((one) => one.warnings.map((text) => ({file: one.file, text}))),
    ...job.warnings.map((text) => ({file: null, text})),
  ];
  const unknown = imports.flatMap(({unmappedValues}) => unmappedValues);
  return (
    <>
      <section id="rows" aria-labelledby="rows-title">
        <h2 id="rows-title">{rowsTitle(imports)}</h2>
        <p class="sub">Rows read = accepted + unchanged + rejected + skipped</p>
        <DataTable table={rowTable(imports)} caption="What became of the rows" isCaptionHidden />
      </section>
      {effects.length > 0 && (
        <section id="effects" aria-labelledby="effects-title">
          <h2 id="effects-title">What moved</h2>
          <p class="sub">Against what was known before</p>
          <DataTable table={effectTable(imports, effects)} caption="What moved" isCaptionHidden />
        </section>
      )}
      {unknown.length > 0 && (
        <section id="unknown" aria-labelledby="unknown-title">
          <h2 id="unknown-title">{counted(unknown.length, 'value')} the mapping does not know</h2>
          <p class="sub">
            Kept as they are and counted as unknown. Map them in pipelines/, then run: meantime
            reimport
          </p>
          <DataTable table={unknownTable(unknown)} caption="Unknown values" isCaptionHidden />
        </section>
      )}
      {warnings.length > 0 && (
        <section id="warnings" class="notes" aria-labelledby="warnings-title">
          <h2 id="warnings-title">Worth a look</h2>
          <ul class="said">
            {warnings.map(({file, text}) => (
              <li>
                {imports.length > 1 && file && <b>{file}: </b>}
                {withoutCommand(text)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

type Imports = ImportTaskResult['imports'];

function rowsTitle(imports: Imports): string {
  const read = imports.reduce((sum, {rowsRead}) => sum + rowsRead, 0);
  const lost = imports.reduce((sum, one) => sum + Math.abs(lostOf(one)), 0);
  if (lost === 0) return `All ${formatNumber(read)} rows are accounted for`;
  return `${formatNumber(lost)} of ${formatNumber(read)} rows are not accounted for`;
}

function lostOf({rowsRead, ...of}: Imports[number]): number {
  return rowsRead - of.rowsAccepted - of.rowsUnchanged - of.rowsRejected - of.rowsSkipped;
}

const left = (label: string, isDetail = false): Column => ({label, align: 'left', isDetail});
const right = (label: string, isDetail = false): Column => ({label, align: 'right', isDetail});
const count = (value: number, href?: string): Cell => ({
  text: formatNumber(value),
  value,
  ...(href && value > 0 ? {href} : {}),
});

function rowTable(imports: Imports) {
  return {
    columns: [
      left('File'),
      left('Source', true),
      right('Read'),
      right('Accepted'),
      right('Unchanged', true),
      right('Rejected'),
      right('Skipped', true),
      right('Records', true),
    ],
    rows: imports.map((one) => [
      {text: one.file, detail: `${one.connector}, ${one.shape}`},
      {text: one.source, detail: one.timezone ?? undefined},
      count(one.rowsRead),
      count(one.rowsAccepted),
      count(one.rowsUnchanged),
      {
        ...count(one.rowsRejected, `${importPath}/rejected/${one.importId}.csv`),
        detail: one.rowsRejected > 0 ? 'as CSV' : undefined,
      },
      count(one.rowsSkipped),
      count(one.records),
    ]),
  };
}

function effectTable(imports: Imports, effects: readonly ImportEffect[]) {
  const nameOf = (id: number) => imports.find(({importId}) => importId === id)?.file ?? '';
  return {
    columns: [
      left('File'),
      right('New records'),
      right('Updated'),
      right('Status moved'),
      right('Older than known', true),
      right('Figures moved'),
    ],
    rows: effects.map((effect) => [
      {text: nameOf(effect.importId)},
      count(effect.newRecords),
      count(effect.updatedRecords),
      count(effect.movedStatuses),
      count(effect.outdatedRecords),
      effect.figuresMoved === null ? {text: '–'} : count(effect.figuresMoved, '/quality#restated'),
    ]),
  };
}

function unknownTable(unknown: Imports[number]['unmappedValues']) {
  return {
    columns: [left('Field'), left('Value'), right('Rows')],
    rows: unknown.map(({field, value, rowCount}) => [
      {text: fieldLabel(field)},
      {text: value},
      count(rowCount),
    ]),
  };
}
