import {Router, type Request, type Response} from 'express';
import {readFrame} from '../../metrics/frame.ts';
import type {Metric} from '../../metrics/metric.ts';
import {slaAtRisk} from '../../metrics/sla-at-risk.ts';
import {attributionDimensions, slaAttribution} from '../../metrics/sla-attribution.ts';
import {comparedRows, slaComparison} from '../../metrics/sla-comparison.ts';
import {slaKinds, type SlaSelection} from '../../metrics/sla-incidents.ts';
import {parseMoment} from '../../metrics/sla-moment.ts';
import {choiceOf, readOverride, whatIfChoices} from '../../metrics/sla-set.ts';
import {slaWhatIf} from '../../metrics/sla-what-if.ts';
import type {Session} from '../../warehouse/database.ts';
import {checkDownload, mostDownloaded, narrowByPeriod} from '../download-limit.ts';
import {formatOf, sendListing, type Format, type Listing} from '../format.ts';
import {choicesOf, readQuery, type Query} from '../query.ts';
import type {RouteContext} from '../route-context.ts';
import {selectionOf} from '../selection-request.ts';
import * as columns from '../sla-columns.ts';
import {isUnchanged} from '../unchanged.ts';

/** In JSON, which tells how many there are in all; a download has every one. */
const mostListed = 1000;

/** What an SLA address answers with: its own parameters and the way to an answer. */
interface Answering {
  /** Besides the filters. */
  single: readonly string[];
  answer(session: Session, asked: Asked): Promise<Listing>;
}

interface Asked {
  query: Query;
  selection: SlaSelection;
  format: Format;
}

const days = ['period', 'from', 'to'];

/** `/api/sla/…`: clocks at risk, other promises, the tool's verdicts beside ours, who used the time. */
export function slaRoutes(context: RouteContext): Router {
  const router = Router();
  const answers: Record<string, Answering> = {
    'at-risk': {single: ['at'], answer: atRisk},
    'what-if': {single: [...days, 'part', ...whatIfChoices], answer: whatIf},
    comparison: {single: [...days, 'part'], answer: comparison},
    attribution: {single: [...days, 'kind', 'held_by'], answer: attribution},
  };
  for (const [name, answering] of Object.entries(answers))
    router.get(`/api/sla/${name}`, (request, response) =>
      respond(context, request, response, answering),
    );
  return router;
}

async function respond(
  {published, metrics, stamp}: RouteContext,
  request: Request,
  response: Response,
  {single, answer}: Answering,
): Promise<void> {
  await published.use(async ({build, database}) => {
    const metric = (await metrics.of({database})).get('sla_resolution');
    const query = readQuery(request.originalUrl, {
      single: [...single, 'format'],
      repeated: ['where', ...metric.by],
    });
    const format = formatOf(request, query);
    const selection = slaSelectionOf(metric, query);
    if (isUnchanged(request, response, {build: String(build), stamp})) return;
    const listing = await answer(database, {query, selection, format});
    sendListing(response, format, {...listing, json: {build, ...listing.json}});
  });
}

function slaSelectionOf(metric: Metric, query: Query): SlaSelection {
  return {...selectionOf(metric, query), cuttable: metric};
}

async function atRisk(session: Session, {query, selection, format}: Asked): Promise<Listing> {
  const said = query.one('at');
  const at = said === null ? null : parseMoment(said, (await readFrame(session)).zone);
  let answer = await slaAtRisk(session, {...selection, at, mostClocks: mostListed});
  if (format !== 'json') {
    checkDownload(answer.clockCount, 'clocks', 'Narrow them by a filter.');
    if (answer.clocks.length < answer.clockCount)
      answer = await slaAtRisk(session, {...selection, at});
  }
  return {
    name: 'sla-at-risk',
    columns: columns.riskColumns,
    rows: answer.clocks,
    json: answer,
  };
}

async function whatIf(session: Session, {query, selection, format}: Asked): Promise<Listing> {
  const override = readOverride(choicesOf(query, whatIfChoices));
  const part = choiceOf(choicesOf(query, ['part']), 'part', ['rows', 'flips', 'groups']) ?? 'rows';
  const isOfFlips = format !== 'json' && part === 'flips';
  const answer = await slaWhatIf(session, {
    ...selection,
    overrides: override ? [override] : [],
    mostFlips: isOfFlips ? mostDownloaded : mostListed,
  });
  if (isOfFlips) checkDownload(answer.flipCount, 'flips', narrowByPeriod);
  const tables = {
    rows: {columns: columns.whatIfColumns, rows: columns.flatWhatIf(answer)},
    flips: {columns: columns.flipColumns, rows: answer.flips},
    groups: {columns: columns.groupColumns, rows: answer.groups},
  };
  return {name: `sla-what-if-${part}`, ...tables[part], json: answer};
}

/** As JSON the counts; as a list the incidents with both verdicts, or the part asked for. */
async function comparison(session: Session, {query, selection, format}: Asked): Promise<Listing> {
  const parts = ['incidents', 'cells', 'reasons'] as const;
  const part = choiceOf(choicesOf(query, ['part']), 'part', parts) ?? 'incidents';
  const json = await slaComparison(session, selection);
  const name = `sla-comparison-${part}`;
  if (format === 'json') return {name, columns: [], rows: [], json};
  if (part !== 'incidents') {
    const rows: object[] = json[part];
    const first = part === 'cells' ? ['recorded', 'computed'] : ['reason'];
    const counts = part === 'cells' ? ['count'] : ['count', 'breachedByUs', 'metByUs'];
    return {
      name,
      columns: [
        ...first.map((column) => ({name: column, type: 'text' as const})),
        ...counts.map((column) => ({name: column, type: 'integer' as const})),
      ],
      rows,
      json,
    };
  }
  const total = json.cells.reduce((sum, {count}) => sum + count, 0);
  checkDownload(total, 'incidents', narrowByPeriod);
  const {sql, params} = comparedRows(selection, {}, await readFrame(session));
  const rows = await session.query(`${sql} order by resolved_at desc, record_key`, params);
  return {name, columns: columns.comparedColumns, rows, json};
}

async function attribution(session: Session, {query, selection}: Asked): Promise<Listing> {
  const choices = choicesOf(query, ['kind', 'held_by']);
  const kind = choiceOf(choices, 'kind', slaKinds) ?? 'resolution';
  const by = choiceOf(choices, 'held_by', attributionDimensions) ?? 'assignment_group';
  const answer = await slaAttribution(session, {...selection, kind, by});
  return {
    name: `sla-attribution-${by}`,
    columns: columns.attributionColumns,
    rows: answer.rows,
    json: answer,
  };
}
