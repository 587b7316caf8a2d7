import type {ActionSpec, BlockSpec} from './page.ts';
import type {PageContext} from './page-context.ts';
import {resolveActionFacts, resolveActionHeadline, resolveActionStrata} from './resolve-action.ts';
import {resolveActionChart} from './resolve-action-chart.ts';
import {resolveActionDecision} from './resolve-action-decision.ts';
import {resolveActionForm} from './resolve-action-form.ts';
import {resolveActionList} from './resolve-action-list.ts';
import {
  resolveActionComments,
  resolveActionHistory,
  resolveActionVerdicts,
} from './resolve-action-past.ts';
import {resolveActionsDue, resolveActionsRegister} from './resolve-actions-due.ts';
import {resolveActionFilter, resolveActionsHeadline} from './resolve-actions-headline.ts';
import type {Block} from './resolved-page.ts';

export function isActionSpec(spec: BlockSpec): spec is ActionSpec {
  return spec.block.startsWith('action');
}

/** Blocks about improvement actions: of all of them, or of the one that the page is about. */
export async function resolveActionBlock(
  context: PageContext,
  spec: ActionSpec,
): Promise<Block | null> {
  switch (spec.block) {
    case 'actions headline':
      return resolveActionsHeadline(context);
    case 'actions filter':
      return resolveActionFilter(context, spec.id);
    case 'actions list':
      return resolveActionList(context, spec);
    case 'actions due':
      return resolveActionsDue(context, spec);
    case 'actions register':
      return resolveActionsRegister(context, spec);
    default:
      return resolveOfOne(context, spec);
  }
}

type OfOne = Extract<ActionSpec, {block: `action ${string}`}>;

async function resolveOfOne(context: PageContext, spec: OfOne): Promise<Block | null> {
  switch (spec.block) {
    case 'action headline':
      return resolveActionHeadline(context);
    case 'action decision':
      return resolveActionDecision(context, spec.id);
    case 'action chart':
      return resolveActionChart(context, spec.id);
    case 'action facts':
      return resolveActionFacts(context, spec.id);
    case 'action comparison':
      return resolveActionStrata(context, spec.id);
    case 'action verdicts':
      return resolveActionVerdicts(context, spec.id);
    case 'action comments':
      return resolveActionComments(context, spec.id);
    case 'action history':
      return resolveActionHistory(context, spec.id);
    case 'action form':
      return resolveActionForm(context, spec.id);
  }
}
