import type {DatedChange} from '../metrics/dated-changes.ts';
import type {Action} from '../register/action.ts';

/**
 * Verified actions as changes that behaviour charts start anew at: what they were for is no longer what
 * it was. One about a problem candidate changes no figure of its own.
 */
export function changesOfActions(
  actions: readonly Pick<
    Action,
    'status' | 'candidateNo' | 'effectOn' | 'title' | 'metric' | 'where'
  >[],
): DatedChange[] {
  return actions
    .filter(({status, candidateNo}) => status === 'verified' && candidateNo === null)
    .map(({effectOn, title, metric, where}) => ({
      on: effectOn,
      what: title,
      metrics: [metric],
      where,
    }));
}

/** Oldest first. */
export function inOrderOfDay(changes: readonly DatedChange[]): DatedChange[] {
  return [...changes].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
