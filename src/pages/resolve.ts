import {formatInstant} from '../charts/format-period.ts';
import {readFrame} from '../metrics/frame.ts';
import {firstDayOf, historyStart} from '../metrics/history-start.ts';
import {readIncident, type Incident} from '../metrics/incident.ts';
import {rememberingMeasure} from '../metrics/remembering-measure.ts';
import type {RestatedBuild} from '../metrics/restated.ts';
import {readDatedChanges} from '../metrics/dated-changes.ts';
import type {Finding} from '../findings/finding.ts';
import {readFindings} from '../findings/read-findings.ts';
import {readTargets} from '../metrics/targets.ts';
import {readBuildInfo} from '../metrics/imports.ts';
import {candidateNumber} from '../problems/candidate.ts';
import {readCandidate, type CandidateDetail} from '../problems/read-candidate.ts';
import {readCandidates, type CandidateList} from '../problems/read-candidates.ts';
import type {Kpi} from './kpi.ts';
import {noActions} from './action-register.ts';
import {changesOfActions, inOrderOfDay} from './changes-of-actions.ts';
import {comparedChoices, comparedPeriod} from './compared-period.ts';
import {outsideData} from './outside-data.ts';
import {pageDimensions} from './page-dimensions.ts';
import {readKpi} from './read-kpi.ts';
import type {BlockSpec, KpiSpec, Page} from './page.ts';
import type {PageContext, PageRequest, PageSource} from './page-context.ts';
import {actionOf} from './resolve-action.ts';
import {resolveBlock} from './resolve-block.ts';
import {checkFilters, resolveFilters} from './resolve-filters.ts';
import {resolvePeriod} from './resolve-period.ts';
import type {Block, ResolvedPage} from './resolved-page.ts';
import type {Freshness} from './page-state.ts';
import {t, translated} from '../wording/t.ts';
import {wordedCatalogue} from './worded-catalogue.ts';

/**
 * A page with every number looked up. Blocks are resolved concurrently, and each metric is asked for once.
 * @throws UserError for a period, filter, metric or incident that isn't there (4xx)
 */
export async function resolvePage(
  page: Page,
  request: PageRequest,
  source: PageSource,
): Promise<ResolvedPage> {
  const worded = {...source, catalogue: wordedCatalogue(source.catalogue)};
  checkFilters(page, {request, catalogue: worded.catalogue});
  const context = await contextOf(page, request, worded);
  const unfiltered = rememberingMeasure(worded, []);
  const [blocks, filters, freshness] = await Promise.all([
    Promise.all(shownBlocks(page, context).map((spec) => resolveBlock(context, spec))).then((all) =>
      all.flat(),
    ),
    resolveFilters(page, context, unfiltered),
    readFreshness(context),
  ]);
  return {
    id: page.id,
    path: page.path,
    title: await titleOf(page, context),
    question: translated(page.question),
    state: stateOf(page, request),
    period: context.period,
    ...againstOf(page, context),
    filters,
    freshness,
    ...(page.followsData ? {followsData: true} : {}),
    blocks: withoutDeadEnds(blocks),
  };
}

/** Where the data do not reach, the headline says so, and the notes say where they do. */
function shownBlocks({blocks}: Page, {period, firstOn, frame}: PageContext): readonly BlockSpec[] {
  const isOutside = period && outsideData(period, {firstOn, asOfOn: frame.asOfOn}) !== null;
  if (!isOutside || !blocks.some(({block}) => block === 'headline')) return blocks;
  return blocks.filter(({block}) => block === 'headline' || block === 'data notes');
}

function againstOf(
  page: Page,
  {period, request, firstOn}: PageContext,
): Pick<ResolvedPage, 'against'> {
  if (!period || !page.choices?.includes('against')) return {};
  const {where, choices = {}} = request;
  const against = comparedChoices(page.path, period, {where, choices, firstOn});
  return against ? {against} : {};
}

/** A line of contents names what is on the page: blocks may have had nothing to show. */
function withoutDeadEnds(blocks: readonly Block[]): Block[] {
  const anchors = new Set(blocks.flatMap(anchorsOf));
  return blocks.map((block) =>
    block.kind === 'headline' && block.contents
      ? {...block, contents: block.contents.filter(({href}) => anchors.has(href.slice(1)))}
      : block,
  );
}

function anchorsOf(block: Block): string[] {
  if (block.kind === 'columns') return block.blocks.flatMap(anchorsOf);
  return 'id' in block ? [block.id] : [];
}

/** A page about one metric or incident is named after it. */
async function titleOf(page: Page, context: PageContext): Promise<string> {
  const spec = page.blocks.find((block) => block.block === 'metric');
  if (spec) return context.catalogue.get(spec.metric).label;
  if (context.request.candidate) {
    const {candidate} = await context.candidate();
    return `${candidate.name} ${candidate.label}`;
  }
  if (context.request.action) return actionOf(context).title;
  if (!context.request.incident) return translated(page.title);
  const {record} = await context.incident();
  return record.title ?? record.number ?? record.record_key;
}

/** What of the address a change of filter keeps: choices, and what an incident list is of. */
function stateOf(page: Page, request: PageRequest): Record<string, string> {
  const {metric, excluded, period, sort, text, choices = {}} = request;
  if (page.grain !== null) return {...choices};
  const state = Object.entries({metric, excluded, period, sort, text, ...choices});
  return Object.fromEntries(state.filter((pair): pair is [string, string] => !!pair[1]));
}

async function contextOf(
  page: Page,
  request: PageRequest,
  source: PageSource,
): Promise<PageContext> {
  const {session, decisions = [], register = noActions} = source;
  const [frame, targets, stated, firstOn] = await Promise.all([
    readFrame(session),
    readTargets(session),
    readDatedChanges(session),
    firstDayOf(session),
  ]);
  const {where, choices} = request;
  const period = resolvePeriod(page, request.period, frame, {firstOn, where, choices});
  const context: PageContext = {
    ...source,
    page: {
      path: page.path,
      filters: pageDimensions(page, source.catalogue).map(({id}) => id),
    },
    blocks: page.blocks,
    request,
    frame,
    targets,
    changes: inOrderOfDay([...stated, ...changesOfActions(register.actions)]),
    period,
    compared: period && comparedPeriod(period, choices?.['against']),
    firstOn,
    historyFrom: period && historyStart(period, page.periods, firstOn),
    measure: rememberingMeasure(source, where),
    measureWhole: rememberingMeasure(source, []),
    kpis: () => (kpis ??= readKpis(context, page)),
    foundFacts: () => (findings ??= readFoundFacts(context)),
    restated: () => (restated ??= source.restatements?.() ?? Promise.resolve([])),
    incident: () => (incident ??= readIncident(session, source.catalogue, request.incident ?? '')),
    candidates: () => (candidates ??= readCandidates(session, decisions)),
    candidate: () =>
      (candidate ??= readCandidate(session, candidateNumber(request.candidate ?? ''), decisions)),
  };
  let kpis: Promise<Kpi[]> | null = null;
  let findings: Promise<Finding[] | null> | null = null;
  let incident: Promise<Incident> | null = null;
  let candidates: Promise<CandidateList> | null = null;
  let candidate: Promise<CandidateDetail> | null = null;
  let restated: Promise<RestatedBuild[]> | null = null;
  return context;
}

async function readFoundFacts(context: PageContext): Promise<Finding[] | null> {
  const {period, request} = context;
  if (!period?.isComplete) return [];
  const scope = {grain: period.grain, period: period.id, where: request.where};
  if (context.findingsIfKnown) return context.findingsIfKnown(scope);
  return context.findings ? context.findings(scope) : readFindings(context, scope);
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
    label: t`Data to ${formatInstant(frame.asOf, frame.zone)}`,
    build: String(build),
    zone: frame.zone,
    isZoneDefault: frame.isZoneDefault,
  };
}
