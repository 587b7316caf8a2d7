import {formatInstant} from '../charts/format-period.ts';
import {readFrame} from '../metrics/frame.ts';
import {readIncident, type Incident} from '../metrics/incident.ts';
import {readTargets} from '../metrics/targets.ts';
import {readBuildInfo} from '../metrics/imports.ts';
import type {Kpi} from './kpi.ts';
import {readKpi} from './read-kpi.ts';
import type {BlockSpec, KpiSpec, Page} from './page.ts';
import {
  historyStart,
  rememberingMeasure,
  type PageContext,
  type PageRequest,
  type PageSource,
} from './page-context.ts';
import {resolveBlock} from './resolve-block.ts';
import {checkFilters, resolveFilters} from './resolve-filters.ts';
import {resolvePeriod} from './resolve-period.ts';
import type {Freshness, ResolvedPage} from './resolved-page.ts';

/**
 * A page with every number looked up. Blocks are resolved concurrently, and each metric is asked for once.
 * @throws UserError for a period, filter, metric or incident that isn't there (4xx)
 */
export async function resolvePage(
  page: Page,
  request: PageRequest,
  source: PageSource,
): Promise<ResolvedPage> {
  checkFilters(page, {request, catalogue: source.catalogue});
  const context = await contextOf(page, request, source);
  const unfiltered = rememberingMeasure(source, []);
  const [blocks, filters, freshness] = await Promise.all([
    Promise.all(page.blocks.map((spec) => resolveBlock(context, spec))).then((all) => all.flat()),
    resolveFilters(page, context, unfiltered),
    readFreshness(context),
  ]);
  return {
    id: page.id,
    path: page.path,
    title: await titleOf(page, context),
    question: page.question,
    state: stateOf(page, request),
    period: context.period,
    filters,
    freshness,
    blocks,
  };
}

/** An incident's page is named after it. */
async function titleOf(page: Page, context: PageContext): Promise<string> {
  if (!context.request.incident) return page.title;
  const {record} = await context.incident();
  return record.title ?? record.number ?? record.record_key;
}

/** What of an incident list's address a change of filter keeps. */
function stateOf(page: Page, {metric, period, sort, text}: PageRequest): Record<string, string> {
  if (page.grain !== null) return {};
  const state = Object.entries({metric, period, sort, text});
  return Object.fromEntries(state.filter((pair): pair is [string, string] => !!pair[1]));
}

async function contextOf(
  page: Page,
  request: PageRequest,
  source: PageSource,
): Promise<PageContext> {
  const {session} = source;
  const [frame, targets, firstOn] = await Promise.all([
    readFrame(session),
    readTargets(session),
    firstDay(source),
  ]);
  const {where} = request;
  const period = resolvePeriod(page, request.period, frame, {firstOn, where});
  const context: PageContext = {
    ...source,
    request,
    frame,
    targets,
    period,
    historyFrom: period && historyStart(period, page.periods, firstOn),
    measure: rememberingMeasure(source, where),
    kpis: () => (kpis ??= readKpis(context, page)),
    incident: () => (incident ??= readIncident(session, source.catalogue, request.incident ?? '')),
  };
  let kpis: Promise<Kpi[]> | null = null;
  let incident: Promise<Incident> | null = null;
  return context;
}

/** The first day anything was opened: before it there is no history. */
async function firstDay({session}: PageSource): Promise<string | null> {
  const [row] = await session.query<{first_on: string | null}>(
    'select min(opened_on) as first_on from marts.fct_incident',
  );
  return row?.first_on ?? null;
}

async function readKpis(context: PageContext, page: Page): Promise<Kpi[]> {
  const specs = page.blocks.flatMap(kpiSpecs);
  const kpis = await Promise.all(specs.map((spec) => readKpi(context, spec)));
  return kpis.filter((kpi): kpi is Kpi => kpi !== null);
}

function kpiSpecs(spec: BlockSpec): readonly KpiSpec[] {
  return spec.block === 'kpis' ? spec.rows : [];
}

async function readFreshness({session, frame}: PageContext): Promise<Freshness> {
  const {build} = await readBuildInfo(session);
  return {
    asOf: frame.asOf.toISOString(),
    label: `Data to ${formatInstant(frame.asOf, frame.zone)}`,
    build: String(build),
    zone: frame.zone,
    isZoneDefault: frame.isZoneDefault,
  };
}
