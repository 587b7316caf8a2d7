import {join} from 'node:path';
import type {ModelRun} from '../../src/models/run-models.ts';
import type {Session} from '../../src/warehouse/database.ts';
import {quoteText} from '../../src/warehouse/quote.ts';
import {clusterAgreement, type Placed} from './cluster-agreement.ts';
import {writeDescriptions} from './descriptions.ts';
import type {Bench, Measured} from './steps.ts';
import {landTexts, withTextModels} from './text-models.ts';

const last = 'intermediate.candidate_incident';
/** What is made without any text. */
const counted = 'intermediate.counted_incident';

/** Generates titles with typos and lands them, all in the year before the data's clock. */
export async function landDescriptions({directory, incidents}: Bench): Promise<Measured> {
  const file = descriptionFile(directory);
  await writeDescriptions(file, incidents, 1);
  const rows = `select number, title, null as description, service
    from read_csv(${quoteText(file)}, all_varchar = true)`;
  await landTexts(directory, rows);
  return {rows: incidents};
}

/** Times what a build does to find candidates by texts, and says how well they agree with the templates. */
export async function timeTexts({directory}: Bench): Promise<Measured> {
  const upTo = {first: counted, last: [last]};
  const {seconds, slowest, quality} = await withTextModels(
    directory,
    upTo,
    async (session, runs) => ({
      ...timed(runs),
      quality: await judge(session, directory),
    }),
  );
  return {seconds, note: `${quality}; slowest: ${slowest}`};
}

function timed(runs: readonly ModelRun[]): {seconds: number; slowest: string} {
  const seconds = runs.reduce((sum, run) => sum + run.seconds, 0);
  const slowest = [...runs]
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, 8)
    .map((run) => `${run.model.replace('intermediate.', '')} ${run.seconds.toFixed(2)}`);
  return {seconds, slowest: slowest.join(', ')};
}

/** Texts alone are judged: what structure finds beside them is no part of the templates. */
async function judge(session: Session, directory: string): Promise<string> {
  const placed = await session.query<Placed>(`
    select d.template as class, c.candidate_no::varchar as cluster, count(*)::integer as count
    from read_csv(${quoteText(descriptionFile(directory))}, all_varchar = true) as d
    join staging.record_number as n on n.reference = d.number
    left join (
      from ${last} where list_has_any(evidence, ['text', 'workaround'])
    ) as c on c.record_no = n.record_no
    group by all`);
  const total = placed.reduce((sum, {count}) => sum + count, 0);
  const noise = placed.filter(({cluster}) => cluster === null);
  const noiseShare = noise.reduce((sum, {count}) => sum + count, 0) / total;
  const clusters = new Set(placed.map(({cluster}) => cluster)).size - (noise.length > 0 ? 1 : 0);
  const figures = (['one class', 'singletons'] as const).map((noiseAs) => {
    const {vMeasure, adjustedRand} = clusterAgreement(placed, noiseAs);
    return `noise as ${noiseAs}: V ${vMeasure.toFixed(3)}, ARI ${adjustedRand.toFixed(3)}`;
  });
  return `${clusters} candidates, ${(100 * noiseShare).toFixed(1)} % noise; ${figures.join('; ')}`;
}

function descriptionFile(directory: string): string {
  return join(directory, 'descriptions.csv');
}
