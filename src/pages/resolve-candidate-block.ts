import type {BlockSpec, CandidateSpec} from './page.ts';
import type {PageContext} from './page-context.ts';
import {resolveCandidateCurve} from './resolve-candidate-curve.ts';
import {resolveCandidateDecision} from './resolve-candidate-decision.ts';
import {resolveCandidateExamples, resolveCandidateWordings} from './resolve-candidate-wordings.ts';
import {resolveCandidateHeadline} from './resolve-candidate-headline.ts';
import {resolveCandidateHelp} from './resolve-candidate-help.ts';
import {resolveCandidateProblems, resolveKnownProblems} from './resolve-known-problems.ts';
import {resolveCandidateScore} from './resolve-candidate-score.ts';
import {resolveCandidateTimeline} from './resolve-candidate-timeline.ts';
import {resolveCandidateValues} from './resolve-candidate-values.ts';
import {resolveCandidateFilter} from './resolve-candidate-filter.ts';
import {resolveApartCandidates} from './resolve-apart-candidates.ts';
import {resolveCandidateList} from './resolve-candidate-list.ts';
import {resolveRisingCandidates} from './resolve-rising-candidates.ts';
import {resolveCandidatesHeadline} from './resolve-candidates-headline.ts';
import {resolveFixedCandidates} from './resolve-fixed-candidates.ts';
import {resolveLikelyCategories} from './resolve-likely-categories.ts';
import {resolveMajorsWithoutProblem} from './resolve-majors-without-problem.ts';
import {resolvePareto} from './resolve-pareto.ts';
import type {Block} from './resolved-page.ts';

export function isCandidateSpec(spec: BlockSpec): spec is CandidateSpec {
  return spec.block.startsWith('candidate');
}

/** Blocks about problem candidates: of all of them, or of the one that the page is about. */
export async function resolveCandidateBlock(
  context: PageContext,
  spec: CandidateSpec,
): Promise<Block | null> {
  switch (spec.block) {
    case 'candidates headline':
      return resolveCandidatesHeadline(context);
    case 'candidates filter':
      return resolveCandidateFilter(context, spec.id);
    case 'candidates list':
      return resolveCandidateList(context, spec);
    case 'candidates apart':
      return resolveApartCandidates(context, spec);
    case 'candidates pareto':
      return resolvePareto(context, spec.id);
    case 'candidates rising':
      return resolveRisingCandidates(context, spec);
    case 'candidates fixed':
      return resolveFixedCandidates(context, spec);
    case 'candidates known problems':
      return resolveKnownProblems(context, spec);
    case 'candidates majors':
      return resolveMajorsWithoutProblem(context, spec);
    case 'candidates likely categories':
      return resolveLikelyCategories(context, spec);
    default:
      return resolveOfOne(context, spec);
  }
}

type OfOne = Extract<CandidateSpec, {block: `candidate ${string}`}>;

async function resolveOfOne(context: PageContext, spec: OfOne): Promise<Block | null> {
  const detail = await context.candidate();
  switch (spec.block) {
    case 'candidate headline':
      return resolveCandidateHeadline(detail, context);
    case 'candidate decision':
      return resolveCandidateDecision(detail, context, spec.id);
    case 'candidate curve':
      return resolveCandidateCurve(detail, spec.id);
    case 'candidate score':
      return resolveCandidateScore(detail, spec.id);
    case 'candidate values':
      return resolveCandidateValues(detail, context, spec.id);
    case 'candidate help':
      return resolveCandidateHelp(detail, spec.id);
    case 'candidate wordings':
      return resolveCandidateWordings(detail, context, spec.id);
    case 'candidate examples':
      return resolveCandidateExamples(detail, context, spec.id);
    case 'candidate timeline':
      return resolveCandidateTimeline(detail, context, spec.id);
    case 'candidate problems':
      return resolveCandidateProblems(detail, context, spec.id);
  }
}
