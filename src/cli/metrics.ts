import type {Command} from 'commander';
import {UserError} from '../base/user-error.ts';
import {formatInterval, formatNumber, formatValue} from '../charts/format.ts';
import {loadCatalogue, type Catalogue} from '../metrics/catalogue.ts';
import {readFrame, type Frame} from '../metrics/frame.ts';
import {measureAll} from '../metrics/measure.ts';
import type {Figure, Metric, Selection} from '../metrics/metric.ts';
import {parseSelection} from '../metrics/selection.ts';
import {csvOf} from '../server/csv.ts';
import {figureTable} from '../server/figure-table.ts';
import {arrowOf} from '../server/table.ts';
import type {Database} from '../warehouse/database.ts';
import {openPublished} from '../warehouse/publish.ts';
import type {CommandContext, Register} from './command.ts';
import {added, oneOf} from './option-values.ts';
import {printable} from './terminal.ts';

const formats = ['table', 'csv', 'json', 'arrow'] as const;
type Format = (typeof formats)[number];

interface Options {
  metric: string[];
  by: string[];
  grain: string;
  from?: string;
  to?: string;
  where: string[];
  format?: Format;
}

/** Figures in the order of the metrics asked for. */
interface Answer {
  catalogue: Catalogue;
  frame: Frame;
  selection: Selection;
  figures: Figure[];
}

export const registerMetrics: Register = (program, contextOf) => {
  program
    .command('metrics')
    .description('Print any metric by period and dimension, from the published build')
    .option('--metric <ids>', 'metrics, with commas (default: all that fit)', listed, [])
    .option('--by <dimensions>', 'dimensions to cut by, with commas', listed, [])
    .option('--grain <grain>', 'day, week, month, quarter, year or total', 'total')
    .option('--from <day>', 'first day, such as 2016-03-01')
    .option('--to <day>', 'the day after the last')
    .option('--where <filter>', 'DIMENSION=VALUE, such as priority=P1; may be repeated', added, [])
    .option('--format <format>', 'table, csv, json or arrow (default: table)', oneOf(formats))
    .action(async (options: Options, command: Command) => {
      await printMetrics(contextOf(command), options);
    });
};

async function printMetrics(context: CommandContext, options: Options): Promise<void> {
  const format = options.format ?? (context.json ? 'json' : 'table');
  const database = await openPublished(context.workspace);
  try {
    const answer = await measured(database, context, options);
    await printAnswer(context, format, answer);
  } finally {
    database.close();
  }
}

async function measured(
  database: Database,
  {workspace, log}: CommandContext,
  options: Options,
): Promise<Answer> {
  const catalogue = await loadCatalogue(database, {workspaceDirectory: workspace.directory});
  for (const problem of catalogue.problems) log.warn(`${problem.message} ${problem.remedy}`);
  const {by, grain, from, to, where} = options;
  const metrics = chosen(catalogue, options);
  const selection = parseSelection(metrics, {by, grain, from, to, where});
  const requests = metrics.map((metric) => ({metric, selection}));
  const [frame, answers] = await Promise.all([readFrame(database), measureAll(database, requests)]);
  return {catalogue, frame, selection, figures: answers.flat()};
}

/** The metrics named; with none named, all that have the dimensions. */
function chosen(catalogue: Catalogue, {metric, by, where}: Options): Metric[] {
  if (metric.length > 0) return metric.map((id) => catalogue.get(id));
  const names = [...by, ...where.map((filter) => filter.split('=')[0] ?? '')];
  const unknown = names.find((name) => !catalogue.dimension(name));
  const fitting = catalogue.metrics.filter((each) => names.every((name) => each.by.includes(name)));
  if (fitting.length > 0) return fitting;
  const known = [...new Set(catalogue.metrics.flatMap((each) => each.by))];
  throw new UserError(
    unknown === undefined
      ? `No metric has ${names.join(' and ')}.`
      : `There is no dimension "${unknown}".`,
    `Use one of: ${known.join(', ')}.`,
  );
}

async function printAnswer(context: CommandContext, format: Format, answer: Answer): Promise<void> {
  const {columns, rows} = figureTable(answer.figures, answer.selection.by);
  switch (format) {
    case 'json':
      return context.print(JSON.stringify(answer.figures.map(flat), null, 2));
    case 'csv':
      return context.print(
        csvOf(
          columns.map(({name}) => name),
          rows,
        ),
      );
    case 'arrow':
      return context.write(arrowOf(columns, rows));
    case 'table':
      return context.print(tableText(context, answer));
  }
}

/** A figure as one flat object, numbers in full precision. */
function flat({metric, period, dimensions, isComplete, isProvisional, ...rest}: Figure) {
  const {value, n, unit, coverage, low, high, note} = rest;
  const state = {is_complete: isComplete, is_provisional: isProvisional};
  return {metric, period, ...dimensions, value, n, unit, coverage, low, high, note, ...state};
}

/** A metric's figures under its label, aligned; then what the numbers rest on. */
function tableText({style}: CommandContext, answer: Answer): string {
  const {catalogue, frame, selection, figures} = answer;
  const headings = keyHeadings(catalogue, selection);
  const heading = ['Metric', ...headings, 'Value', '95\u202f%', 'n'];
  const lines = figures.map((figure, index) => {
    const isRepeated = figures[index - 1]?.metric === figure.metric;
    const label = isRepeated ? '' : catalogue.get(figure.metric).label;
    return [label, ...keysOf(figure, selection), ...numbersOf(figure)].map(printable);
  });
  const [first = '', ...rest] = alignedLines([heading, ...lines], headings.length + 1);
  return [style.faint(first), ...rest, '', style.faint(basis(frame, figures))].join('\n');
}

function keyHeadings(catalogue: Catalogue, selection: Selection): string[] {
  const labels = selection.by.map((id) => catalogue.dimension(id)?.label ?? id);
  const period = selection.grain === 'total' ? [] : ['Period'];
  return [...period, ...labels.map((label) => label[0]?.toUpperCase() + label.slice(1))];
}

function keysOf(figure: Figure, selection: Selection): string[] {
  const values = selection.by.map((id) => figure.dimensions[id] ?? '(not filled)');
  if (selection.grain === 'total') return values;
  return [figure.isComplete ? figure.period : `${figure.period} …`, ...values];
}

function numbersOf(figure: Figure): string[] {
  const {value, unit, n, low, high, note} = figure;
  const interval = value === null ? '' : formatInterval(low, high, unit, value);
  const mark = isMarked(figure) ? ` ${provisionalMark}` : '';
  return [note ?? `${formatValue(value, unit)}${mark}`, interval, formatNumber(n)];
}

const provisionalMark = '~';

function isMarked({isProvisional, value}: Figure): boolean {
  return isProvisional && value !== null;
}

/** Texts to the left, the numbers after them to the right. */
function alignedLines(rows: string[][], textCount: number): string[] {
  const widths = (rows[0] ?? []).map((_, index) =>
    Math.max(...rows.map((row) => row[index]?.length ?? 0)),
  );
  return rows.map((row) =>
    row
      .map((cell, index) =>
        index < textCount ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}

function basis(frame: Frame, figures: readonly Figure[]): string {
  const asOf = new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: frame.zone,
  }).format(frame.asOf);
  const unfinished = figures.some((figure) => figure.period !== 'total' && !figure.isComplete);
  const note = unfinished ? ' … marks a period that is cut or still lasts.' : '';
  const provisional = figures.some(isMarked)
    ? ` ${provisionalMark} marks a provisional figure, which may still move.`
    : '';
  const zone = frame.isZoneDefault ? `${frame.zone}, because no zone is set` : frame.zone;
  return `Data to ${asOf} (${zone}).${note}${provisional}`;
}

function listed(text: string, before: string[]): string[] {
  const names = text.split(',').map((name) => name.trim());
  return [...before, ...names.filter((name) => name !== '')];
}
