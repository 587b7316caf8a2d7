import type {QueuePart} from '../metrics/queue-set.ts';
import type {Filter} from '../metrics/metric.ts';
import {mergeFilters, pageHref} from './link.ts';
import type {PageContext} from './page-context.ts';

/** The incidents of a part of the queue, with the page's filters and perhaps narrower ones. */
export function queueHref(
  {request}: PageContext,
  part: QueuePart,
  {heldAs, where = []}: {heldAs?: string; where?: readonly Filter[]} = {},
): string {
  return pageHref('/incidents', {
    choices: {queue: part, ...(heldAs === undefined ? {} : {held_as: heldAs})},
    where: mergeFilters(request.where, where),
  });
}
