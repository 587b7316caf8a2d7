import type {Workspace} from '../config/workspace.ts';
import {openDatabase} from '../warehouse/database.ts';

/** What the landing file knows of one import beyond its counts. */
export interface LandedDetails {
  fields: {field: string; header: string | null; format: string | null; filledShare: number}[];
  unmappedValues: {field: string; value: string; rowCount: number}[];
}

export async function landedDetails(
  {landingFile}: Pick<Workspace, 'landingFile'>,
  importId: number,
): Promise<LandedDetails> {
  const database = await openDatabase(landingFile, {mode: 'read'});
  try {
    const fields = await database.query<LandedDetails['fields'][number]>(
      `select field, header, format,
        coalesce(filled_count / nullif(row_count, 0), 0)::double as "filledShare"
      from import_field where import_id = $importId::integer and field <> 'attributes'`,
      {importId},
    );
    const unmappedValues = await database.query<LandedDetails['unmappedValues'][number]>(
      `select field, value, row_count::integer as "rowCount" from unmapped_value
      where import_id = $importId::integer order by field, row_count desc, value`,
      {importId},
    );
    return {fields, unmappedValues};
  } finally {
    database.close();
  }
}
