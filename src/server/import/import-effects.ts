import type {BuildHistory} from '../../metrics/build-history.ts';
import {readImports} from '../../metrics/imports.ts';
import {isComparable} from '../../metrics/restated.ts';
import type {RouteContext} from '../route-context.ts';

/** What one import did to what was known before. */
export interface ImportEffect {
  importId: number;
  newRecords: number;
  updatedRecords: number;
  movedStatuses: number;
  outdatedRecords: number;
  /** Monthly figures published before that are others now; null where no build before can be compared. */
  figuresMoved: number | null;
}

/** Reads it from the published build; an import that isn't in it has none. */
export async function importEffects(
  {published, metrics: catalogues}: RouteContext,
  history: BuildHistory,
  importIds: readonly number[],
): Promise<ImportEffect[]> {
  return published.use(async ({build, database}) => {
    const catalogue = await catalogues.of({database});
    const restated = await history.restatements({build, session: database, catalogue});
    const imports = await readImports(database);
    return imports
      .filter(({import_id}) => importIds.includes(import_id))
      .map((row) => {
        const change = restated.find(
          (each) =>
            isComparable(each) && each.imports.some((one) => one.import_id === row.import_id),
        );
        return {
          importId: row.import_id,
          newRecords: row.new_record_count,
          updatedRecords: row.updated_record_count,
          movedStatuses: row.moved_status_count,
          outdatedRecords: row.outdated_record_count,
          figuresMoved: change && isComparable(change) ? change.moved.length : null,
        };
      });
  });
}
