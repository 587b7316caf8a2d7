import type {FileOptions} from '../../src/import/import-context.ts';

/** What the person says at the import of a file: mostly what is asked for, sometimes nothing. */
export function importOptions(number: number): FileOptions {
  const source = `desk-${number % 7}`;
  if (number % 5 === 0) return {source};
  return {source, timezone: 'Europe/Amsterdam', dateOrder: 'day-first'};
}
