import type {BlockSpec} from './page.ts';
import type {PageContext} from './page-context.ts';
import {resolveSlaAtRisk, resolveSlaDue, resolveSlaMoment} from './resolve-sla-at-risk.ts';
import {resolveSlaComparison, resolveSlaReasons} from './resolve-sla-comparison.ts';
import {resolveSlaCompliance} from './resolve-sla-compliance.ts';
import {resolveSlaHeadline} from './resolve-sla-headline.ts';
import {resolveSlaUsedBy} from './resolve-sla-used-by.ts';
import type {Block} from './resolved-page.ts';

/** Blocks about promises, but for `sla what-if`, which is several. */
export type SlaSpec = Extract<
  BlockSpec,
  {
    block:
      | 'sla headline'
      | 'sla compliance'
      | 'sla moment'
      | 'sla at risk'
      | 'sla due'
      | 'sla used by'
      | 'sla comparison'
      | 'sla reasons';
  }
>;

export async function resolveSla(context: PageContext, spec: SlaSpec): Promise<Block | null> {
  switch (spec.block) {
    case 'sla headline':
      return resolveSlaHeadline(context);
    case 'sla compliance':
      return resolveSlaCompliance(context, spec);
    case 'sla moment':
      return resolveSlaMoment(context, spec);
    case 'sla at risk':
      return resolveSlaAtRisk(context, spec);
    case 'sla due':
      return resolveSlaDue(context, spec);
    case 'sla used by':
      return resolveSlaUsedBy(context, spec);
    case 'sla comparison':
      return resolveSlaComparison(context, spec);
    case 'sla reasons':
      return resolveSlaReasons(context, spec);
  }
}

export function isSlaSpec(spec: BlockSpec): spec is SlaSpec {
  return spec.block.startsWith('sla ') && spec.block !== 'sla what-if';
}
