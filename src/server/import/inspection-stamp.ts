import {createHash} from 'node:crypto';
import type {Inspection} from '../../import/inspect.ts';

/** Stands for what a preview offers: the places in its lists mean the same as long as it is the same. */
export function stampOf(inspections: readonly Inspection[]): string {
  const offered = inspections.map(({chosen, fields, columns, mappedValues}) => [
    chosen.connector,
    chosen.shape,
    fields.map(({field, position}) => [field, position]),
    columns.map(({header}) => header),
    mappedValues.map(({field, value, meaning, stopsClock}) => [field, value, meaning, stopsClock]),
  ]);
  return createHash('sha256').update(JSON.stringify(offered)).digest('base64url').slice(0, 22);
}
