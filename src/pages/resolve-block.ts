import {anyAttribute} from './page-dimensions.ts';
import type {ActionSpec, BlockSpec, CandidateSpec, QueueSpec} from './page.ts';
import type {PageContext} from './page-context.ts';
import {isActionSpec, resolveActionBlock} from './resolve-action-block.ts';
import {resolveAgeing} from './resolve-ageing.ts';
import {isCandidateSpec, resolveCandidateBlock} from './resolve-candidate-block.ts';
import {resolveBreakdown} from './resolve-breakdown.ts';
import {resolveCatalogue, resolveDefinitions, resolveMetric} from './resolve-catalogue.ts';
import {resolveAudits, resolveChronologyFaults} from './resolve-checks.ts';
import {resolveCompare} from './resolve-compare.ts';
import {resolveFieldCoverage, resolveMetricCoverage} from './resolve-coverage.ts';
import {resolveDecisions} from './resolve-decisions.ts';
import {resolveDistribution} from './resolve-distribution.ts';
import {resolveFigureStages} from './resolve-figure-stages.ts';
import {resolveFindings} from './resolve-findings.ts';
import {resolveFlow, resolveFooting} from './resolve-flow.ts';
import {resolveFootingProof} from './resolve-footing-proof.ts';
import {resolveGaps} from './resolve-gaps.ts';
import {resolveHandover} from './resolve-handover.ts';
import {resolveHeadline} from './resolve-headline.ts';
import {resolveHeatMap} from './resolve-heat-map.ts';
import {resolveImportEffects, resolveImports} from './resolve-imports.ts';
import {
  resolveIncidentClock,
  resolveIncidentFacts,
  resolveIncidentHistory,
} from './resolve-incident.ts';
import {resolveIncidentFigures} from './resolve-incident-figures.ts';
import {resolveIncidentLinks} from './resolve-incident-links.ts';
import {resolveIncidentList} from './resolve-incident-list.ts';
import {resolveKpis} from './resolve-kpis.ts';
import {resolveLeftOut} from './resolve-left-out.ts';
import {resolveMetricIndex} from './resolve-metric-index.ts';
import {resolveNotes} from './resolve-notes.ts';
import {isQueueSpec, resolveQueueBlock} from './resolve-queue-block.ts';
import {resolveQualityHeadline} from './resolve-quality-headline.ts';
import {resolveRejectedRows, resolveUnmappedValues} from './resolve-rejected.ts';
import {resolveRestated} from './resolve-restated.ts';
import {isSlaSpec, resolveSla, type SlaSpec} from './resolve-sla.ts';
import {resolveSlaWhatIf} from './resolve-sla-what-if.ts';
import {resolveStages} from './resolve-stages.ts';
import {resolveStuck} from './resolve-stuck.ts';
import {resolveStrongestSignal, resolveTrend} from './resolve-trend.ts';
import {resolveWhyMoved} from './resolve-why-moved.ts';
import type {Block} from './resolved-page.ts';
import {translated} from '../wording/t.ts';

/** What a block of a page's definition becomes; nothing where it has nothing to show. */
export async function resolveBlock(context: PageContext, spec: BlockSpec): Promise<Block[]> {
  if (spec.block === 'columns') return [await resolveColumns(context, spec.blocks)].flat();
  if (spec.block === 'catalogue') return resolveCatalogue(context);
  if (spec.block === 'incident list') return resolveIncidentList(context, spec);
  if (spec.block === 'breakdown' && spec.by === anyAttribute)
    return resolveByAttributes(context, spec);
  if (spec.block === 'imports') return resolveImports(context, spec);
  if (spec.block === 'footing') return resolveFooting(context, spec);
  if (spec.block === 'footing proof') return resolveFootingProof(context, spec);
  if (spec.block === 'sla what-if') return resolveSlaWhatIf(context, spec);
  const block = await resolveSingle(context, spec);
  if (block === null) return [];
  const question = 'question' in spec ? {question: translated(spec.question)} : {};
  return [block.kind === 'figure' ? {...block, ...question} : block];
}

async function resolveSingle(
  context: PageContext,
  spec: OneSpec | SlaSpec | CandidateSpec | QueueSpec | ActionSpec,
): Promise<Block | null> {
  if (isSlaSpec(spec)) return resolveSla(context, spec);
  if (isQueueSpec(spec)) return resolveQueueBlock(context, spec);
  if (isActionSpec(spec)) return resolveActionBlock(context, spec);
  return isCandidateSpec(spec) ? resolveCandidateBlock(context, spec) : resolveOne(context, spec);
}

/** A breakdown by each attribute that is a dimension; those that no record fills say nothing. */
async function resolveByAttributes(
  context: PageContext,
  spec: Extract<BlockSpec, {block: 'breakdown'}>,
): Promise<Block[]> {
  const {attributes} = context.catalogue;
  const blocks = attributes.map(({id}) => {
    return resolveBreakdown(context, {...spec, by: id, id: `${spec.id}-${id}`});
  });
  return (await Promise.all(blocks)).filter((block) => block !== null);
}

/** Two side by side; where one has nothing to show, the other takes the whole width. */
async function resolveColumns(
  context: PageContext,
  specs: readonly [BlockSpec, BlockSpec],
): Promise<Block[]> {
  const [left, right] = await Promise.all(specs.map((spec) => resolveBlock(context, spec)));
  const [first, second] = [left?.[0], right?.[0]];
  if (first && second) return [{kind: 'columns', blocks: [first, second]}];
  return [first, second].filter((block) => block !== undefined);
}

type OneSpec = Exclude<
  BlockSpec,
  | SlaSpec
  | CandidateSpec
  | ActionSpec
  | QueueSpec
  | {
      block:
        | 'columns'
        | 'catalogue'
        | 'footing'
        | 'footing proof'
        | 'imports'
        | 'incident list'
        | 'sla what-if';
    }
>;

async function resolveOne(context: PageContext, spec: OneSpec): Promise<Block | null> {
  switch (spec.block) {
    case 'headline':
      return context.period ? resolveHeadline(context) : resolveQualityHeadline(context);
    case 'kpis':
      return resolveKpis(context, spec);
    case 'strongest signal':
      return resolveStrongestSignal(context, spec);
    case 'trend':
      return resolveTrend(context, spec);
    case 'gaps':
      return resolveGaps(context, spec);
    case 'why it moved':
      return resolveWhyMoved(context, spec);
    case 'compare':
      return resolveCompare(context, spec);
    case 'breakdown':
      return resolveBreakdown(context, spec);
    case 'distribution':
      return resolveDistribution(context, spec);
    case 'heat map':
      return resolveHeatMap(context, spec);
    case 'flow':
      return resolveFlow(context, spec);
    case 'ageing':
      return resolveAgeing(context, spec);
    case 'stuck':
      return resolveStuck(context, spec);
    case 'findings':
      return resolveFindings(context, spec);
    case 'handover':
      return resolveHandover(context, spec);
    case 'decisions':
      return resolveDecisions(context, spec);
    case 'metric':
      return resolveMetric(context, spec.metric);
    case 'definitions':
      return resolveDefinitions(context, spec);
    case 'left out':
      return resolveLeftOut(context, spec);
    case 'data notes':
      return resolveNotes(context, spec);
    default:
      return resolveRecords(context, spec);
  }
}

type RecordSpec = Extract<
  OneSpec,
  {
    block:
      | 'stages'
      | 'figure stages'
      | 'import effects'
      | 'restated'
      | 'metric index'
      | 'rejected rows'
      | 'unmapped values'
      | 'audits'
      | 'chronology faults'
      | 'metric coverage'
      | 'field coverage'
      | 'incident facts'
      | 'incident clock'
      | 'incident links'
      | 'incident history'
      | 'incident figures';
  }
>;

/** Blocks about imports and single records. */
async function resolveRecords(context: PageContext, spec: RecordSpec): Promise<Block | null> {
  switch (spec.block) {
    case 'stages':
      return resolveStages(context, spec.id);
    case 'figure stages':
      return resolveFigureStages(context, spec);
    case 'import effects':
      return resolveImportEffects(context, spec);
    case 'restated':
      return resolveRestated(context, spec);
    case 'metric index':
      return resolveMetricIndex(context, spec.id);
    case 'rejected rows':
      return resolveRejectedRows(context, spec);
    case 'unmapped values':
      return resolveUnmappedValues(context, spec);
    case 'audits':
      return resolveAudits(context, spec.id);
    case 'chronology faults':
      return resolveChronologyFaults(context, spec);
    case 'metric coverage':
      return resolveMetricCoverage(context, spec.id);
    case 'field coverage':
      return resolveFieldCoverage(context, spec.id);
    case 'incident facts':
      return resolveIncidentFacts(await context.incident(), context, spec.id);
    case 'incident clock':
      return resolveIncidentClock(await context.incident(), context, spec.id);
    case 'incident links':
      return resolveIncidentLinks(await context.incident(), context, spec.id);
    case 'incident history':
      return resolveIncidentHistory(await context.incident(), context, spec.id);
    case 'incident figures':
      return resolveIncidentFigures(await context.incident(), context, spec.id);
  }
}
