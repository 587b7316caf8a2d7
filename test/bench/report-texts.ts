import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import type {Session} from '../../src/warehouse/database.ts';
import {quoteName, quoteText} from '../../src/warehouse/quote.ts';
import {clusterAgreement, type Placed} from './cluster-agreement.ts';
import {landTexts, withTextModels} from './text-models.ts';

/**
 * `node dist/test/bench/report-texts.js FILE.csv --title title --description body --service service --class topic`:
 * how candidates by texts alone agree with labels that somebody gave, and the ten purest and ten least pure to be
 * read by eye. Without `--class` the clusters stand in the order of their size.
 */
const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {
    title: {type: 'string', default: 'title'},
    description: {type: 'string'},
    service: {type: 'string'},
    class: {type: 'string', multiple: true, default: []},
  },
});

const [file] = positionals;
if (file === undefined) throw new Error('Name a CSV file with texts.');
const column = (name: string | undefined) => (name === undefined ? 'null' : quoteName(name));
const classes = values.class.map(quoteName).join(', ');
const rows = `select 'T' || row_number() over () as number, ${column(values.title)} as title,
    ${column(values.description)} as description, ${column(values.service)} as service,
    ${classes ? `nullif(concat_ws('/', ${classes}), '')` : 'null::varchar'} as class
  from read_csv(${quoteText(file)}, all_varchar = true)`;

async function report(session: Session): Promise<void> {
  await session.run(`create temp table placed as
    select t.title, t.class, c.candidate_no, coalesce(c.is_boundary, false) as is_boundary
    from (${rows}) as t
    join staging.record_number as n on n.reference = t.number
    left join (
      from intermediate.candidate_incident where list_has_any(evidence, ['text', 'workaround'])
    ) as c on c.record_no = n.record_no`);
  const [counts] = await session.query<{texts: number; clusters: number; noise: number}>(
    `select count(*) as texts, count(distinct candidate_no) as clusters,
       count(*) filter (where candidate_no is null) / count(*) as noise from placed`,
  );
  say(`${counts?.texts} texts, ${counts?.clusters} clusters, ${percent(counts?.noise)} noise`);
  if (classes) await sayAgreement(session);
  const clusters = await session.query<Cluster>(clusterQuery);
  say('\nPurest (without labels: largest)');
  clusters.slice(0, 10).forEach(sayCluster);
  say('\nLeast pure (without labels: smallest)');
  clusters.slice(10).slice(-10).forEach(sayCluster);
}

async function sayAgreement(session: Session): Promise<void> {
  const placed = await session.query<Placed>(
    `select class, candidate_no::varchar as cluster, count(*)::integer as count from placed group by all`,
  );
  const clustered = placed.filter(({cluster}) => cluster !== null);
  const figures = [
    ['all, noise as one class', clusterAgreement(placed, 'one class')],
    ['all, noise as singletons', clusterAgreement(placed, 'singletons')],
    ['only what is in a cluster', clusterAgreement(clustered, 'one class')],
  ] as const;
  for (const [what, {vMeasure, adjustedRand, homogeneity, completeness}] of figures)
    say(
      `${what.padEnd(26)} V ${vMeasure.toFixed(3)} (homogeneity ${homogeneity.toFixed(3)}, completeness ${completeness.toFixed(3)}), ARI ${adjustedRand.toFixed(3)}`,
    );
}

interface Cluster {
  label: string;
  size: number;
  boundary: number;
  purity: number | null;
  titles: string[];
}

const clusterQuery = `
  with classes as (
    select candidate_no, class, count(*) as n from placed where candidate_no is not null group by all
  ),
  titles as (
    select candidate_no, lower(title) as title, count(*) as n
    from placed where candidate_no is not null group by all
  )
  select l.label, p.size::integer as size, p.boundary::integer as boundary,
    k.purest / p.size as purity, t.titles
  from (
    select candidate_no, count(*) as size, count(*) filter (where is_boundary) as boundary
    from placed where candidate_no is not null group by all
  ) as p
  join marts.candidate_label as l on l.candidate_no = p.candidate_no
  join (
    select candidate_no, max(n) filter (where class is not null) as purest
    from classes group by all
  ) as k on k.candidate_no = p.candidate_no
  join (
    select candidate_no, list(n || ' × ' || title order by n desc, title)[1:8] as titles from titles group by all
  ) as t on t.candidate_no = p.candidate_no
  order by purity desc, size desc, label`;

function sayCluster({label, size, boundary, purity, titles}: Cluster): void {
  const pure = purity === null ? '' : `, ${percent(purity)} of one class`;
  say(`${label}: ${size} incidents, ${boundary} at the boundary${pure}\n    ${titles.join('; ')}`);
}

function percent(share: number | undefined): string {
  return `${(100 * (share ?? 0)).toFixed(1)} %`;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

const directory = mkdtempSync(join(tmpdir(), 'meantime-texts-'));
try {
  await landTexts(directory, `select * exclude (class) from (${rows})`);
  const last = ['marts.candidate_label', 'intermediate.candidate_incident'];
  await withTextModels(directory, {first: 'intermediate.counted_incident', last}, report);
} finally {
  rmSync(directory, {recursive: true, force: true});
}
