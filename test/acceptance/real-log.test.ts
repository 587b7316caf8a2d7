import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {gunzipSync} from 'node:zlib';
import {beforeAll, describe, expect, test} from 'vitest';
import {workspaceAt} from '../../src/config/workspace.ts';
import {footing} from '../../src/metrics/footing.ts';
import {readImports} from '../../src/metrics/imports.ts';
import {grains} from '../../src/metrics/metric.ts';
import {openPublished} from '../../src/warehouse/publish.ts';
import {hasRealLog, realLog, realLogName, realLogWorkspace} from '../real-log-workspace.ts';
import {
  emptyDirectory,
  figureIn,
  figuresIn,
  meantimeIn,
  type PrintedFigure,
} from './meantime-in.ts';

const incidents = 24_918;
const rows = 141_712;

describe.skipIf(!hasRealLog)(realLogName, () => {
  let directory = '';
  let byMonthAndPriority: PrintedFigure[];

  beforeAll(async () => {
    ({directory} = await realLogWorkspace());
    byMonthAndPriority = await monthsAndPriorities(directory);
  });

  describe('lands whole', () => {
    test('as 24,918 incidents, with every row accounted for', async () => {
      const database = await openPublished(workspaceAt(directory));
      const imports = await readImports(database);
      database.close();
      expect(imports).toHaveLength(1);
      const {rows_read, rows_accepted, rows_rejected, rows_unchanged, record_count} = imports[0]!;
      expect(rows_read).toBe(rows);
      expect(record_count).toBe(incidents);
      expect(rows_accepted + rows_rejected + rows_unchanged).toBe(rows);
      expect(rows_rejected).toBe(0);
    });

    test('and counts each incident once', async () => {
      expect(await figureIn(directory, 'opened')).toMatchObject({value: incidents, n: incidents});
    });
  });

  describe('gives the known answers', () => {
    test('of the tool’s own SLA verdict: 15,803 met, 63.42 %', async () => {
      const {value, n} = await figureIn(directory, 'sla_recorded');
      expect(n).toBe(incidents);
      expect(value! * n).toBeCloseTo(15_803, 6);
      expect((value! * 100).toFixed(2)).toBe('63.42');
    });

    test('and of its verdict on P1: 5 of 270', async () => {
      const figures = await figuresIn(directory, '--metric', 'sla_recorded', '--by', 'priority');
      const {value, n} = figures.find(({priority}) => priority === 'P1')!;
      expect(n).toBe(270);
      expect(value! * n).toBeCloseTo(5, 9);
      expect(figures.reduce((sum, each) => sum + each.n, 0)).toBe(incidents);
    });

    test('of the recorded time to resolve: mean 178.172 h, median 22.1 h, n 23,362', async () => {
      const recorded = ['--where', 'resolved_at_source=recorded'];
      const mean = await figureIn(directory, 'mttr', ...recorded);
      const median = await figureIn(directory, 'ttr_median', ...recorded);
      expect([mean.n, median.n]).toEqual([23_362, 23_362]);
      expect(mean.value!.toFixed(3)).toBe('178.172');
      expect(median.value!.toFixed(1)).toBe('22.1');
    });

    test('of reopening: 275 incidents, 331 times', async () => {
      const {value, n} = await figureIn(directory, 'reopen_rate');
      expect(n).toBe(incidents);
      expect(value! * n).toBeCloseTo(275, 6);
      expect(await figureIn(directory, 'reopened')).toMatchObject({value: 331, n: 331});
    });

    test('of reassignment: all but 13,549 were passed on', async () => {
      const {value, n} = await figureIn(directory, 'reassignment_rate');
      expect(n).toBe(incidents);
      expect((1 - value!) * n).toBeCloseTo(13_549, 6);
      expect(((1 - value!) * 100).toFixed(2)).toBe('54.37');
    });

    test('of linked problems: 380', async () => {
      const {value, n} = await figureIn(directory, 'problem_link_rate');
      expect(n).toBe(incidents);
      expect(value! * n).toBeCloseTo(380, 6);
    });
  });

  describe('gives the same figures', () => {
    test('when it comes in two halves, the later updates first', {timeout: 240_000}, async () => {
      const [header, ...lines] = linesOf(realLog);
      const column = header!.split(',').indexOf('sys_updated_at');
      const byUpdate = lines
        .map((line) => ({line, at: sortable(line.split(',')[column]!)}))
        .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
        .map(({line}) => line);
      const middle = byUpdate.length / 2;
      const halves = [byUpdate.slice(middle), byUpdate.slice(0, middle)];
      const other = emptyDirectory('real-log-halves');
      const files = halves.map((half, index) => written(other, `half-${index}.csv`, header!, half));
      const {imports} = await landed(other, ...files);
      expect(imports.map(({rowsAccepted}) => rowsAccepted)).toEqual([middle, middle]);
      // Incidents that were updated in both halves are what makes the order matter.
      expect(imports[0]!.records + imports[1]!.records).toBeGreaterThan(incidents + 1000);
      expectSame(await monthsAndPriorities(other), byMonthAndPriority);
    });

    test(
      'when its rows are shuffled, and it is imported once more',
      {timeout: 240_000},
      async () => {
        const [header, ...lines] = linesOf(realLog);
        const other = emptyDirectory('real-log-shuffled');
        const first = written(other, 'log.csv', header!, shuffled(lines, 7));
        const {imports} = await landed(other, first, realLog);
        expect(imports[0]).toMatchObject({rowsRead: rows, rowsAccepted: rows, records: incidents});
        expect(imports[1]).toMatchObject({rowsRead: rows, rowsAccepted: 0, rowsUnchanged: rows});
        expectSame(await monthsAndPriorities(other), byMonthAndPriority);
      },
    );
  });

  describe('foots', () => {
    const slices = [[], ['priority'], ['assignment_group'], ['priority', 'assignment_group']];
    test.each(slices.map((by) => [by.join(' and ') || 'everything', by]))(
      'for every period of %s',
      async (_, by) => {
        const database = await openPublished(workspaceAt(directory));
        try {
          for (const grain of grains.filter((each) => each !== 'day')) {
            const account = await footing(database, {grain, by, where: [], from: null, to: null});
            expect(account.length).toBeGreaterThan(0);
            expect(account.filter(({residual}) => residual !== 0)).toEqual([]);
          }
        } finally {
          database.close();
        }
      },
    );
  });
});

interface ImportReport {
  imports: {
    rowsRead: number;
    rowsAccepted: number;
    rowsRejected: number;
    rowsUnchanged: number;
    records: number;
  }[];
}

async function landed(directory: string, ...files: string[]): Promise<ImportReport> {
  return JSON.parse(
    await meantimeIn(directory, 'import', ...files, '--timezone', 'UTC', '--json'),
  ) as ImportReport;
}

/** Every metric, cut as finely as the acceptance asks for. */
function monthsAndPriorities(directory: string): Promise<PrintedFigure[]> {
  return figuresIn(directory, '--grain', 'month', '--by', 'priority');
}

/**
 * Counts and everything told in words must be equal; sums of hours may differ in their last digits,
 * because floating-point addition depends on the order in which the engine meets the rows.
 */
function expectSame(actual: PrintedFigure[], expected: PrintedFigure[]): void {
  expect(actual).toHaveLength(expected.length);
  expect(actual.map(withoutFractions)).toEqual(expected.map(withoutFractions));
  const differing = actual.filter(({value}, index) => !isClose(value, expected[index]!.value));
  expect(differing).toEqual([]);
}

function withoutFractions({value, low, high, coverage, ...rest}: PrintedFigure) {
  const exact = rest.unit === 'count' ? {value} : {};
  return {...rest, ...exact, has: [value, low, high, coverage].map((each) => each !== null)};
}

function isClose(a: number | null, b: number | null): boolean {
  if (a === null || b === null) return a === b;
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}

/** `29/2/2016 01:23` in an order that texts sort by. */
function sortable(text: string): string {
  const [day = '', month = '', year = '', hour = '', minute = ''] = text.split(/[/ :]/);
  return [year, month, day, hour, minute].map((part) => part.padStart(2, '0')).join('-');
}

function linesOf(file: string): string[] {
  return gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n');
}

function written(directory: string, name: string, header: string, lines: string[]): string {
  const file = join(directory, name);
  writeFileSync(file, `${[header, ...lines].join('\n')}\n`);
  return file;
}

/** Fisher–Yates with a linear congruential generator (Numerical Recipes), so that a failure can be repeated. */
function shuffled(lines: readonly string[], seed: number): string[] {
  const result = [...lines];
  let state = seed >>> 0;
  for (let index = result.length - 1; index > 0; index--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = Math.floor((state / 2 ** 32) * (index + 1));
    [result[index], result[other]] = [result[other]!, result[index]!];
  }
  return result;
}
