import {columnOf, type Placement} from './propose-fields.ts';
import {holdsJson, type ColumnEvidence} from './propose-fit.ts';

/** Orders of day and month that the file leaves open, and the zone of its local times. */
export function dateQuestions(placements: readonly Placement[], zone: string | null): string[] {
  const times = placements.filter(({column}) => column.dates);
  const ambiguous = times
    .filter(({column}) => column.dates!.isAmbiguous)
    .map(({field, column}) => {
      const [first, second] = column.dates!.formats;
      const example = column.samples[0] ?? '';
      return `Is “${example}” in “${column.header}” (${field}) ${first} or ${second}? Both read every value: keep one of them, or give --date-order.`;
    });
  const local = times.filter(({column}) => !column.dates!.hasOwnZone);
  if (local.length === 0 || zone !== null) return ambiguous;
  const headers = local.map(({column}) => `“${column.header}”`).join(', ');
  return [
    ...ambiguous,
    `In which time zone are the times in ${headers}? The file doesn’t say: give --timezone, e.g. --timezone Europe/Berlin.`,
  ];
}

/** Placements that a person should confirm. */
export function fieldQuestions(placements: readonly Placement[]): string[] {
  return placements
    .filter(({sureness, column}) => sureness < 0.6 && column.filledCount > 0)
    .map(({field, column, why}) => `Is “${column.header}” really ${field}? (${why})`);
}

/** What an import can’t do without. */
export function obstaclesOf(placements: readonly Placement[]): string[] {
  const has = (field: string) => columnOf(placements, field) !== undefined;
  const obstacles: string[] = [];
  if (!has('record_id') && !has('number'))
    obstacles.push('No column identifies an incident: export its number or id too.');
  if (!has('opened_at'))
    obstacles.push('No column says when an incident was opened: export the creation time too.');
  return obstacles;
}

/** Columns whose contents a connector for CSV can’t reach. */
export function jsonColumns(columns: readonly ColumnEvidence[]): string[] {
  return columns
    .filter((column) => column.longest > 40 && holdsJson(column))
    .map(
      ({header}) =>
        `“${header}” holds JSON, which no field can be read from: export flat columns, or the JSON itself.`,
    );
}
