import * as Plot from '@observablehq/plot';
import type {Theme} from './theme.ts';
import {fitText, textWidth} from './text-width.ts';

/** A text column at the right of a row chart, written as in a table: right-aligned, tabular. */
export interface RowColumn {
  /** Small and muted above the column; empty for none. */
  heading: string;
  cells: {text: string; fill: string}[];
  isBold?: boolean;
}

/** Where things stand in a chart of rows: label, drawing, columns. All in pixels. */
export interface RowLayout {
  height: number;
  marginTop: number;
  marginBottom: number;
  marginLeft: number;
  marginRight: number;
  /** Labels stand above their rows, not beside them. */
  isStacked: boolean;
  /** Pixel of the middle of a row's drawing. */
  middle(index: number): number;
  marks: Plot.Markish[];
}

const defaults = {fontSize: 12, noteSize: 11, rowHeight: 26, stackedHeight: 40, columnGap: 14};

interface RowOptions {
  width: number;
  theme: Theme;
  columns: readonly RowColumn[];
  /** Pixels kept above the rows (for the columns' headings and a target's label) and below. */
  marginTop: number;
  marginBottom: number;
}

/**
 * Lays rows out like a table with a drawing in the middle. Labels that would take more than a
 * third of the width stand above their row instead of beside it, and are cut only at full width.
 */
export function rowLayout(labels: readonly string[], options: RowOptions): RowLayout {
  const {width, theme, columns, marginTop, marginBottom} = options;
  const widest = Math.max(0, ...labels.map((label) => textWidth(label, defaults.fontSize)));
  const isStacked = widest > width * 0.34;
  const rowHeight = isStacked ? defaults.stackedHeight : defaults.rowHeight;
  const middle = (index: number) => marginTop + index * rowHeight + (isStacked ? 28 : 13);
  const placed = placeColumns(columns);
  const labelAt = (index: number) => middle(index) - (isStacked ? 19 : 0);
  return {
    height: marginTop + labels.length * rowHeight + marginBottom,
    marginTop,
    marginBottom,
    marginLeft: isStacked ? 6 : Math.ceil(widest) + 16,
    marginRight: placed.width + 8,
    isStacked,
    middle,
    marks: [
      texts(
        labels.map((label, index) => ({
          text: fitText(label, width - 4, defaults.fontSize),
          x: 0,
          y: labelAt(index),
          fill: theme.text,
        })),
        {textAnchor: 'start', fontSize: defaults.fontSize},
      ),
      ...placed.columns.flatMap((column) => columnMarks(column, width, middle, marginTop, theme)),
    ],
  };
}

/** Texts at given pixels: a chart of rows knows its places before it has scales. */
export function texts(
  items: readonly {text: string; x: number; y: number; fill: string}[],
  options: Plot.TextOptions,
): Plot.Markish {
  return Plot.text(items, {
    x: {value: 'x', scale: null},
    y: {value: 'y', scale: null},
    text: 'text',
    fill: {value: 'fill', scale: null},
    ...options,
  });
}

interface PlacedColumn extends RowColumn {
  /** Distance of its right edge from the chart's. */
  fromRight: number;
}

function placeColumns(columns: readonly RowColumn[]): {columns: PlacedColumn[]; width: number} {
  const placed: PlacedColumn[] = [];
  let fromRight = 0;
  for (const column of [...columns].reverse()) {
    placed.push({...column, fromRight});
    fromRight += columnWidth(column) + defaults.columnGap;
  }
  return {columns: placed, width: fromRight};
}

function columnWidth({heading, cells, isBold}: RowColumn): number {
  const style = {isBold: isBold ?? false};
  const widths = cells.map(({text}) => textWidth(text, defaults.fontSize, style));
  return Math.ceil(Math.max(textWidth(heading, defaults.noteSize), 0, ...widths));
}

function columnMarks(
  column: PlacedColumn,
  width: number,
  middle: (index: number) => number,
  marginTop: number,
  theme: Theme,
): Plot.Markish[] {
  const x = width - column.fromRight;
  const heading = {text: column.heading, x, y: marginTop - 8, fill: theme.muted};
  return [
    column.heading ? texts([heading], {textAnchor: 'end', fontSize: defaults.noteSize}) : null,
    texts(
      column.cells.map((cell, index) => ({...cell, x, y: middle(index)})),
      {
        textAnchor: 'end',
        fontSize: defaults.fontSize,
        fontWeight: column.isBold ? 600 : 400,
        fontVariant: 'tabular-nums',
      },
    ),
  ];
}
