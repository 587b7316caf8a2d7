import type {Signal} from '../../metrics/behaviour-chart.ts';
import type {Cell, Column, ResolvedTable} from '../resolved-table.ts';
import {WordSized} from './chart.tsx';
import {SignalMark} from './signal-mark.tsx';
import {t} from '../../wording/t.ts';

interface DataTableProps {
  table: ResolvedTable;
  caption: string;
  isCaptionHidden?: boolean;
}

/** A table of cells; the first column names the row. Detail columns give way on a phone. */
export function DataTable({table, caption, isCaptionHidden = false}: DataTableProps) {
  const {columns, rows, footer, sums, undecided} = table;
  if (rows.length === 0) return <p class="none">{t`Nothing to show.`}</p>;
  return (
    <div class="scroll">
      <table class={tableClass(table)}>
        {caption !== '' && (
          <caption class={isCaptionHidden ? 'hidden' : undefined}>{caption}</caption>
        )}
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" class={columnClass(column)} aria-sort={column.sorted}>
                <ColumnLabel column={column} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, index) => (
            <Row
              cells={cells}
              columns={columns}
              isSum={sums?.includes(index)}
              isUndecided={undecided?.[index]}
            />
          ))}
        </tbody>
        {footer && (
          <tfoot>
            <Row cells={footer} columns={columns} />
          </tfoot>
        )}
      </table>
    </div>
  );
}

function tableClass({sums, undecided}: ResolvedTable): string {
  return ['data', sums ? 'account' : '', undecided ? 'review' : ''].filter(Boolean).join(' ');
}

function ColumnLabel({column}: {column: Column}) {
  const {label, sortHref, sorted} = column;
  if (!sortHref) return <>{label}</>;
  const sign = sorted === 'ascending' ? ' ↑' : ' ↓';
  return (
    <a href={sortHref}>
      {label}
      {sorted && <span aria-hidden="true">{sign}</span>}
    </a>
  );
}

interface RowProps {
  cells: Cell[];
  columns: Column[];
  isSum?: boolean | undefined;
  isUndecided?: boolean | undefined;
}

function Row({cells, columns, isSum, isUndecided}: RowProps) {
  return (
    <tr class={isSum ? 'total' : undefined} data-undecided={isUndecided ? '' : undefined}>
      {cells.map((cell, index) => {
        const name = columnClass(columns[index]);
        const content = <CellContent cell={cell} />;
        const raw = rawValue(cell);
        if (index > 0) {
          return (
            <td class={name} data-value={raw}>
              {content}
            </td>
          );
        }
        return (
          <th scope="row" class={name} data-value={raw}>
            {content}
          </th>
        );
      })}
    </tr>
  );
}

/** What a browser sorts by; empty where there is no number, absent where the text decides. */
function rawValue({value}: Cell): string | undefined {
  return value === undefined ? undefined : String(value ?? '');
}

/** A cell's text with its link, verdict, bar and second line. */
export function CellContent({cell}: {cell: Cell}) {
  const {href, detail, phoneDetail, share, shift, spark} = cell;
  if (spark) return <WordSized rows={spark} label={cell.text} />;
  const words = <Words cell={cell} />;
  return (
    <>
      {shift && <ShiftBar {...shift} />}
      {href ? <a href={href}>{words}</a> : words}
      {share !== undefined && <Bar share={share} />}
      {detail && <small>{detail}</small>}
      {phoneDetail && <small class="on-phone">{phoneDetail}</small>}
    </>
  );
}

function Words({cell: {text, signal, tone}}: {cell: Cell}) {
  if (signal) return <SignalMark signal={signal} text={text} />;
  return tone ? <span class={`is-${tone}`}>{text}</span> : <>{text}</>;
}

function Bar({share}: {share: number}) {
  const width = Math.max(0, Math.min(1, share)) * 100;
  return (
    <svg class="bar" width="64" height="6" aria-hidden="true">
      <rect class="bar-track" width="100%" height="6" rx="3" />
      {width > 0 && <rect class="bar-fill" width={`${width.toFixed(1)}%`} height="6" rx="3" />}
    </svg>
  );
}

/** Where it stands tells the direction; the colour only says again what the words around it do. */
function ShiftBar({size, signal}: {size: number; signal: Signal}) {
  const width = Math.min(1, Math.abs(size)) * 50;
  const from = size < 0 ? 50 - width : 50;
  return (
    <svg class={`shift-bar is-${signal}`} width="96" height="10" aria-hidden="true">
      {width > 0 && (
        <rect
          class="shift-fill"
          x={`${from.toFixed(1)}%`}
          y="2"
          width={`${width.toFixed(1)}%`}
          height="6"
        />
      )}
      <rect class="shift-middle" x="50%" width="1" height="10" />
    </svg>
  );
}

function columnClass(column: Column | undefined): string | undefined {
  const names = [column?.align === 'right' ? 'number' : '', column?.isDetail ? 'detail' : ''];
  const joined = names.filter((name) => name !== '').join(' ');
  return joined === '' ? undefined : joined;
}
