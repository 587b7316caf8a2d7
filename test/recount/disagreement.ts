import type {PrintedFigure} from '../acceptance/meantime-in.ts';
import type {Cell} from './recount.ts';

/** Twelve significant digits: more is lost where numbers are added in another order. */
const precision = 1e-12;

/**
 * Where the product and the recount differ, one sentence a cell: value, n, coverage and interval.
 * A cell that one of them leaves out has nothing in it.
 * @param numbersOf incidents to look at in a cell, for whoever has to find the fault
 */
export function disagreements(
  printed: readonly PrintedFigure[],
  cells: readonly Cell[],
  numbersOf: (cell: Cell) => string[],
): string[] {
  const figures = new Map(printed.map((each) => [keyOf(each.period, each.priority), each]));
  const recounted = new Map(cells.map((each) => [keyOf(each.month, each.priority), each]));
  return [...new Set([...figures.keys(), ...recounted.keys()])].sort().flatMap((key) => {
    const [figure, cell] = [figures.get(key) ?? null, recounted.get(key) ?? null];
    if (isAgreed(figure, cell)) return [];
    const metric = figure?.metric ?? cell?.metric;
    const examples = cell ? numbersOf(cell).slice(0, 5).join(', ') : '';
    return [
      `${metric} ${key}: the product says ${told(figure, Boolean(figure?.is_provisional))}, ` +
        `the recount ${told(cell?.figure ?? null, cell?.isProvisional)}` +
        (examples && `; see ${examples}`),
    ];
  });
}

type Numbers = Pick<PrintedFigure, 'value' | 'n' | 'coverage' | 'low' | 'high'>;

function isAgreed(figure: PrintedFigure | null, cell: Cell | null): boolean {
  if (figure === null || cell === null)
    return (figure?.n ?? cell?.figure.n) === 0 && !(figure?.value ?? cell?.figure.value);
  const mine: Numbers = cell.figure;
  // What needs no field has no coverage to print, and what is no share of incidents no interval.
  const needed: (keyof Numbers)[] = ['value'];
  if (figure.coverage !== null) needed.push('coverage');
  if (figure.low !== null || mine.low !== null) needed.push('low', 'high');
  if (cell.isProvisional !== Boolean(figure.is_provisional)) return false;
  return figure.n === mine.n && needed.every((each) => isSame(figure[each], mine[each]));
}

function isSame(a: number | null, b: number | null): boolean {
  if (a === null || b === null) return a === b;
  // An interval's end at nought comes out a hair beside it.
  return Math.abs(a - b) <= Math.max(precision * Math.max(Math.abs(a), Math.abs(b)), 1e-15);
}

function keyOf(month: string, priority: string | number | null | undefined): string {
  return `${month}, ${priority === undefined ? 'all' : (priority ?? 'no priority')}`;
}

function told(numbers: Numbers | null, isProvisional = false): string {
  if (numbers === null) return 'nothing';
  const {value, n, coverage, low, high} = numbers;
  const sides = low === null ? '' : `, interval ${low} to ${high}`;
  const share = coverage === null ? '' : `, coverage ${coverage}`;
  return `${value} of n ${n}${share}${sides}${isProvisional ? ', provisional' : ''}`;
}
