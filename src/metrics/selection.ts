import {z} from 'zod';
import {UserError} from '../base/user-error.ts';
import {dimensionOf, type Cuttable} from './dimension.ts';
import {grains, type Filter, type Grain, type Selection} from './metric.ts';
import {addDays, isDay, parsePeriod, type Period} from '../time/period.ts';

const text = z.string().max(500);
const texts = z
  .union([text, z.array(text).max(100)])
  .transform((value) => (typeof value === 'string' ? [value] : value));

/** What a command line or a query string may say; `parseSelection` checks the names in it. */
const SelectionInput = z.strictObject({
  /** day, week, month, quarter, year or total */
  grain: text.default('total'),
  /** Dimensions, as a list or with commas. */
  by: texts.default([]),
  /** `priority=P1`; several of one dimension mean any of them, `priority=` means not filled. */
  where: texts.default([]),
  /** First day, inclusive: `2016-03-01`. */
  from: text.optional(),
  /** Last day, exclusive. */
  to: text.optional(),
});

const mostDimensions = 4;

/**
 * Turns options of the command line or parameters of a request into a selection that every one of the
 * metrics can be sliced by. Empty texts count as not given.
 * @throws UserError naming what isn't known, with what is
 */
export function parseSelection(metrics: readonly Cuttable[], input: unknown): Selection {
  const shape = SelectionInput.safeParse(input);
  if (!shape.success) throw misshapen(shape.error);
  const {grain, by, where, from, to} = shape.data;
  const selection: Selection = {
    grain: knownGrain(grain || 'total'),
    by: knownDimensions(
      metrics,
      by.flatMap((names) => names.split(',')),
    ),
    where: filtersOf(metrics, where),
    from: knownDay('from', from),
    to: knownDay('to', to),
  };
  if (selection.from !== null && selection.to !== null && selection.from >= selection.to)
    throw new UserError(
      `"from" (${selection.from}) is not before "to" (${selection.to}).`,
      '"to" is the day after the last one that counts.',
    );
  return selection;
}

/** The parameters that `parseSelection` reads back as the same selection, for links. */
export function selectionQuery(selection: Selection): URLSearchParams {
  const query = new URLSearchParams();
  if (selection.grain !== 'total') query.set('grain', selection.grain);
  if (selection.by.length > 0) query.set('by', selection.by.join(','));
  for (const filter of selection.where)
    for (const value of filter.values) query.append('where', `${filter.dimension}=${value}`);
  if (selection.from !== null) query.set('from', selection.from);
  if (selection.to !== null) query.set('to', selection.to);
  return query;
}

function misshapen(error: z.ZodError): UserError {
  const issue = error.issues[0];
  const place = issue?.path.join('.');
  return new UserError(
    `The selection can't be read${place ? ` at "${place}"` : ''}: ${issue?.message ?? 'unknown shape'}.`,
    'Use grain, by, where, from and to.',
  );
}

function knownGrain(grain: string): Grain {
  const known = grains.find((each) => each === grain);
  if (known) return known;
  throw new UserError(`There is no grain "${grain}".`, `Use one of: ${grains.join(', ')}.`);
}

function knownDimensions(metrics: readonly Cuttable[], names: string[]): string[] {
  const asked = [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))];
  for (const name of asked) checkDimension(metrics, name);
  if (asked.length > mostDimensions)
    throw new UserError(
      `${asked.length} dimensions at once are too many.`,
      `Use at most ${mostDimensions}.`,
    );
  return asked;
}

function checkDimension(metrics: readonly Cuttable[], name: string): void {
  for (const metric of metrics)
    if (!dimensionOf(metric, name))
      throw new UserError(
        `"${metric.id}" has no dimension "${name}".`,
        metric.by.length > 0 ? `Use one of: ${metric.by.join(', ')}.` : 'It can’t be cut.',
      );
}

function filtersOf(metrics: readonly Cuttable[], texts: string[]): Filter[] {
  const values = new Map<string, string[]>();
  for (const each of texts.filter((part) => part.trim() !== '')) {
    const [name, value] = splitFilter(each);
    checkDimension(metrics, name);
    checkBoolean(metrics, name, value);
    const known = values.get(name) ?? [];
    if (!known.includes(value)) values.set(name, [...known, value]);
  }
  return [...values].map(([dimension, chosen]) => ({dimension, values: chosen}));
}

function splitFilter(filter: string): [string, string] {
  const sign = filter.indexOf('=');
  if (sign > 0) return [filter.slice(0, sign).trim(), filter.slice(sign + 1)];
  throw new UserError(
    `The filter "${filter}" names no value.`,
    'Write DIMENSION=VALUE, like priority=P1; priority= means not filled.',
  );
}

function checkBoolean(metrics: readonly Cuttable[], name: string, value: string): void {
  const isBoolean = metrics.some((metric) => dimensionOf(metric, name)?.isBoolean);
  if (!isBoolean || ['true', 'false', ''].includes(value)) return;
  throw new UserError(`"${name}" can't be "${value}".`, 'Use true or false.');
}

/**
 * The days of a period by its name: `2016-W10`, `2016-03`, or its first and last day `2016-01-04..2016-03-27`.
 * @throws UserError for a text that is no period
 */
export function knownPeriod(id: string): Period {
  const period = parsePeriod(id) ?? parseDayRange(id);
  if (period) return period;
  throw new UserError(
    `"${id.slice(0, 40)}" is no period.`,
    'Write it like 2016-03-07, 2016-W10, 2016-03, 2016-Q1, 2016 or 2016-01-04..2016-03-27.',
  );
}

/** The id of any stretch of days; `to` is the day after the last. */
export function dayRangeId(from: string, to: string): string {
  return `${from}..${addDays(to, -1)}`;
}

function parseDayRange(id: string): Period | null {
  const [from = '', last = '', ...rest] = id.split('..');
  if (rest.length > 0 || !isDay(from) || !isDay(last) || from > last) return null;
  return {id, from, to: addDays(last, 1)};
}

function knownDay(name: string, day: string | undefined): string | null {
  if (day === undefined || day === '') return null;
  if (isDay(day)) return day;
  throw new UserError(`"${name}" is no day: ${day}.`, 'Write it as year-month-day: 2016-03-01.');
}
