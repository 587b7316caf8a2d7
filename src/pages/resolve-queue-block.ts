import type {BlockSpec, QueueSpec} from './page.ts';
import type {PageContext} from './page-context.ts';
import {resolveOnHold} from './resolve-on-hold.ts';
import {resolveOpenMajors} from './resolve-open-majors.ts';
import {resolveQueueAges} from './resolve-queue-ages.ts';
import {resolveQueueHeadline} from './resolve-queue-headline.ts';
import {resolveToday} from './resolve-today.ts';
import {resolveUnassigned} from './resolve-unassigned.ts';
import type {Block} from './resolved-page.ts';

export function isQueueSpec(spec: BlockSpec): spec is QueueSpec {
  return spec.block.startsWith('queue');
}

/** Blocks about what is open at the data's own now. */
export async function resolveQueueBlock(
  context: PageContext,
  spec: QueueSpec,
): Promise<Block | null> {
  switch (spec.block) {
    case 'queue headline':
      return resolveQueueHeadline(context);
    case 'queue majors':
      return resolveOpenMajors(context, spec);
    case 'queue ages':
      return resolveQueueAges(context, spec);
    case 'queue today':
      return resolveToday(context, spec);
    case 'queue unassigned':
      return resolveUnassigned(context, spec);
    case 'queue on hold':
      return resolveOnHold(context, spec);
  }
}
