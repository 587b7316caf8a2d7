import {z} from 'zod';
import type {FootingRow} from '../metrics/footing.ts';
import {figureReasons} from '../metrics/figure-stages.ts';
import {stageRoles} from '../metrics/stages.ts';
import {
  grains,
  plainUnits,
  settlings,
  type Figure,
  type Metric,
  type Unit,
} from '../metrics/metric.ts';
import {importColumns} from './import-columns.ts';
import {incidentColumns} from './incident-columns.ts';
import {rejectedColumns} from './reconciliation-columns.ts';
import type {ColumnType, TableColumn} from './table.ts';

/** A metric as programs see it: SQL and columns stay on this side. */
export type DescribedMetric = Omit<Metric, 'sql' | 'file' | 'attributes' | 'takesAttributes'>;

/** What the API answers, for its description; `satisfies` keeps it the same as what the code makes. */

const unit = z
  .union([z.enum(plainUnits), z.templateLiteral(['money ', z.string()])])
  .describe('Money has its currency behind it where one is stated: `money EUR`')
  .meta({example: 'hours'}) satisfies z.ZodType<Unit>;
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .meta({example: '2016-03-21'});
const share = z.number().min(0).max(1);

const metricSchema = z
  .strictObject({
    id: z.string().meta({example: 'mttr'}),
    label: z.string(),
    definition: z.string().describe('What is counted, in plain words'),
    unit,
    better: z.enum(['lower', 'higher']).nullable().describe('Which direction is an improvement'),
    at: z.string().describe('The instant that puts an incident in a period; `day` for snapshots'),
    isSnapshot: z.boolean().describe('Taken on the last day of each period'),
    by: z.array(z.string()).readonly().describe('Dimensions it can be cut and filtered by'),
    needs: z.array(z.string()).readonly().describe('Fields it can’t be computed without'),
    isSurvival: z
      .boolean()
      .describe('Kaplan–Meier median, in which what is still open counts as longer than so far'),
    settles: z
      .enum(settlings)
      .nullable()
      .describe('The setting after whose time a period’s figure no longer moves'),
    hasInterval: z.boolean().describe('False for a share of something else than incidents'),
  })
  .meta({id: 'Metric'}) satisfies z.ZodType<DescribedMetric>;

const figureSchema = z
  .strictObject({
    metric: z.string(),
    unit,
    period: z
      .string()
      .describe('`2016-03-07`, `2016-W10`, `2016-03`, `2016-Q1`, `2016` or `total`'),
    from: day.describe('First day of the period'),
    to: day.describe('The day after its last'),
    isComplete: z.boolean().describe('False while the period lasts, by the data’s own clock'),
    isProvisional: z
      .boolean()
      .describe('It may still move: too much of its cohort is open, or what it waits for may come'),
    dimensions: z.record(z.string(), z.string().nullable()),
    value: z.number().nullable().describe('Shares 0–1, durations in hours'),
    n: z.int().describe('Incidents it was computed from'),
    coverage: share.nullable().describe('Share of the incidents that had the fields it needs'),
    low: z.number().nullable().describe('Lower end of the 95 % interval'),
    high: z.number().nullable(),
    note: z.string().nullable().describe('Why there is no value'),
  })
  .meta({id: 'Figure'}) satisfies z.ZodType<Figure>;

export const failureSchema = z
  .strictObject({error: z.string(), remedy: z.string().describe('What to do about it')})
  .meta({id: 'Failure'});

const madeFrom = {
  build: z.int().describe('The published build it was computed from'),
  asOf: z.iso.datetime().describe('The data’s own clock'),
};

export const metricsAnswer = z.strictObject({metrics: z.array(metricSchema)}).meta({id: 'Metrics'});

export const figuresAnswer = z
  .strictObject({...madeFrom, metric: metricSchema, figures: z.array(figureSchema)})
  .meta({id: 'Figures'});

export const grainSchema = z.enum(grains);
export const daySchema = day;

const instant = z.iso.datetime();
const columnSchemas: Record<ColumnType, z.ZodType> = {
  text: z.string(),
  number: z.number(),
  integer: z.int(),
  boolean: z.boolean(),
  day,
  instant,
};

/** A row with these columns, each of which may be empty. */
function rowSchema(columns: readonly TableColumn[]) {
  return z.strictObject(
    Object.fromEntries(columns.map(({name, type}) => [name, columnSchemas[type].nullable()])),
  );
}

export const incidentsAnswer = z
  .strictObject({
    build: madeFrom.build,
    metric: z.string().nullable().describe('Null where a stage before the figures leaves out'),
    excluded: z.string().nullable().describe('Why what is listed was left out; null: it counts'),
    total: z.int().describe('Of all pages'),
    page: z.int(),
    pageSize: z.int(),
    pageCount: z.int(),
    incidents: z.array(rowSchema(incidentColumns).meta({id: 'ListedIncident'})),
  })
  .meta({id: 'Incidents'});

const rows = z.array(z.record(z.string(), z.unknown()));

export const incidentAnswer = z
  .strictObject({
    build: madeFrom.build,
    record: z.record(z.string(), z.unknown()).describe('As imported, in its newest version'),
    facts: z
      .record(z.string(), z.unknown())
      .nullable()
      .describe('Null where it counts in no figure'),
    changes: rows,
    statusSpans: rows,
    assignmentSpans: rows,
    clocks: rows.describe('Response and resolution, each with its tape'),
    links: rows.describe('What it came back as and is a return of, with the strike that holds now'),
    figures: rows.describe('The metrics it is counted in'),
  })
  .meta({id: 'Incident'});

export const importsAnswer = z
  .strictObject({
    build: madeFrom.build,
    imports: z.array(rowSchema(importColumns).extend({warnings: z.array(z.string()).nullable()})),
  })
  .meta({id: 'Imports'});

const footingRow = z.strictObject({
  period: z.string(),
  from: day,
  to: day,
  isComplete: z.boolean(),
  dimensions: z.record(z.string(), z.string().nullable()),
  openAtStart: z.int(),
  opened: z.int(),
  reopened: z.int(),
  resolved: z.int(),
  resolvedThenReopened: z.int().describe('Resolutions that did not last'),
  cancelled: z.int(),
  openAtEnd: z.int(),
  residual: z.int().describe('0 when it foots'),
}) satisfies z.ZodType<FootingRow>;

export const footingAnswer = z
  .strictObject({build: madeFrom.build, footing: z.array(footingRow)})
  .meta({id: 'Footing'});

const residualIncident = z
  .strictObject({
    record_key: z.string(),
    number: z.string().nullable(),
    residual: z.int(),
    opened_at: instant,
    resolved_at: instant.nullable(),
    closed_at: instant.nullable(),
  })
  .meta({id: 'ResidualIncident'});

export const reconciliationAnswer = z
  .strictObject({
    build: madeFrom.build,
    stages: z
      .array(
        z.strictObject({
          source: z.string(),
          step: z.int().describe('From 1, in the order of the way from file to figure'),
          stage: z.string(),
          role: z.enum(stageRoles).describe('out: left for the reason that `item` states'),
          item: z.string(),
          item_count: z.int(),
        }),
      )
      .describe('in = out + on, and on = in of the next step'),
    stageResiduals: z.array(
      z.strictObject({
        source: z.string(),
        stage: z.string(),
        within: z.int().describe('in − out − on'),
        onward: z.int().describe('on − in of the next stage'),
      }),
    ),
    figures: z
      .array(
        z.strictObject({
          metric: z.string(),
          source: z.string(),
          base: z.enum(['incidents', 'resolved']).describe('What it starts from'),
          entered: z.int(),
          left: z.array(z.strictObject({reason: z.enum(figureReasons), count: z.int()})),
          n: z.int(),
          residual: z.int().describe('entered − left − n'),
        }),
      )
      .describe('From incidents to the n of each figure, over all the data'),
    footing: z.strictObject({
      monthCount: z.int(),
      residuals: z
        .array(
          z.strictObject({
            period: z.string(),
            from: day,
            to: day,
            residual: z.int(),
            incidents: z.array(residualIncident),
          }),
        )
        .describe('Months whose flows don’t close, with the incidents that make it'),
    }),
  })
  .meta({id: 'Reconciliation'});

export const rejectedAnswer = z
  .strictObject({
    build: madeFrom.build,
    total: z.int().describe('Of all pages'),
    page: z.int(),
    pageSize: z.int(),
    rejected: z.array(
      rowSchema(rejectedColumns)
        .extend({cells: z.array(z.string().nullable())})
        .meta({id: 'RejectedRow'}),
    ),
  })
  .meta({id: 'Rejected'});
