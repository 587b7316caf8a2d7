import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import fc from 'fast-check';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {openLanding} from '../../../src/import/landing.ts';
import type {Database} from '../../../src/warehouse/database.ts';
import {testWorkspace, unaccounted} from '../import-texts.ts';
import {connectorYaml, evenText, expectedOf, headers} from './cells-of.ts';
import {dateStyles} from './date-styles.ts';
import {fileBytes, filePlans, nativeStyle, type FilePlan} from './file-plan.ts';
import {texts, type Incident} from './incident-table.ts';

/** `ROUND_TRIP_RUNS=5000 ROUND_TRIP_SEED=7 npx vitest run test/import/round-trip` for a longer look. */
const numRuns = Number(process.env.ROUND_TRIP_RUNS ?? 60);
const seed = Number(process.env.ROUND_TRIP_SEED ?? 4);

const space = testWorkspace();
let landing: Database;

beforeAll(async () => {
  const formats = [...new Set(dateStyles.flatMap((style) => style.formats))];
  mkdirSync(space.workspace.pipelinesDirectory, {recursive: true});
  writeFileSync(
    join(space.workspace.pipelinesDirectory, 'round-trip.yaml'),
    connectorYaml(formats),
  );
  // Held open, so that each import finds it open.
  landing = await openLanding(space.workspace.landingFile);
});
afterAll(() => landing.close());

test(
  'a table of incidents comes back the same from any form, encoding, packing and date style',
  {timeout: 120_000 + numRuns * 4000},
  async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(filePlans, async (plan) => {
        const {read, result} = await readBackFrom(plan, `run-${++run}`);
        expect(read).toEqual(expectedFrom(plan));
        expect(unaccounted(result)).toBe(0);
        expect(result).toMatchObject({rowsRead: plan.incidents.length, rowsRejected: 0});
      }),
      {numRuns, seed, endOnFailure: process.env.ROUND_TRIP_RUNS !== undefined},
    );
  },
);

async function readBackFrom(plan: FilePlan, source: string) {
  const {clock, form} = plan;
  const path = space.file('export', await fileBytes(plan, landing));
  const order = clock.style === 'native' || !plan.isOrderStated ? null : clock.style.order;
  const isStated = 'encoding' in form && form.isEncodingStated;
  const result = await space.import(path, {
    source,
    timezone: clock.zone,
    ...(order ? {dateOrder: order} : {}),
    ...(isStated ? {encoding: form.encoding} : {}),
  });
  const rows = await landing.query<Incident & {attributes: Record<string, string> | null}>(
    `select * from record_version where import_id = ${result.importId}
     order by split_part(number, '-', 2)::integer`,
  );
  return {result, read: rows.map(incidentOf)};
}

function incidentOf(row: Incident & {attributes: Record<string, string> | null}): Incident {
  const read = {...row, note: row.attributes?.[headers.note] ?? null};
  for (const field of texts) read[field] = evenText(read[field]);
  return Object.fromEntries(
    Object.keys(headers).map((field) => [field, read[field as keyof Incident]]),
  ) as unknown as Incident;
}

function expectedFrom(plan: FilePlan): Incident[] {
  const clock = {...plan.clock, second: nativeStyle(plan)};
  return plan.incidents.map((incident) => expectedOf(incident, clock));
}
