import {formatNumber} from '../charts/format.ts';
import type {Cell, Column, ResolvedTable} from './resolved-table.ts';
import type {TableBlock} from './table-block.ts';

type Part = Pick<TableBlock, 'title' | 'subtitle'> &
  ResolvedTable &
  Partial<Pick<TableBlock, 'note' | 'downloads' | 'choices'>>;

/** A table of its own, with what most leave out filled in. */
export function tableBlock(
  id: string,
  {title, subtitle, note, downloads, choices, ...table}: Part,
): TableBlock {
  return {
    kind: 'table',
    id,
    title,
    subtitle,
    table,
    note: note ?? [],
    downloads: downloads ?? [],
    ...(choices ? {choices} : {}),
  };
}

export function left(label: string, isDetail = false): Column {
  return {label, align: 'left', isDetail};
}

export function right(label: string, isDetail = false): Column {
  return {label, align: 'right', isDetail};
}

/** A count; with a link unless it is 0, for there is nothing behind that. */
export function countCell(value: number, href?: string): Cell {
  return {text: formatNumber(value), value, ...(href && value !== 0 ? {href} : {})};
}

/** A count that is mostly 0, which then steps back. */
export function rareCell(value: number, href?: string): Cell {
  return value === 0 ? {text: '–', value} : countCell(value, href);
}

/** A difference that should be 0. */
export function residualCell(value: number): Cell {
  return {text: formatNumber(value), value, ...(value === 0 ? {} : {signal: 'worse' as const})};
}
