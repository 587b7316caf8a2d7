import type {Config, SlaKind, SlaPolicy} from '../../src/config/config.ts';
import {changesOf} from './change.ts';
import {localDayOf} from './month.ts';
import type {Record} from './record.ts';
import {lengthOf, without, type Span} from './span.ts';
import type {StatusHistory} from './status-history.ts';
import type {WorkIn} from './working-time.ts';

/** A promise about one incident and the time that counts against it. */
export interface Clock {
  policy: SlaPolicy;
  /** Where it counts from: the opening, or the last change of priority where the policy says so. */
  countsFrom: number;
  /** Where it would count from under the other reading; null where the priority never changed. */
  countsFromOtherwise: number | null;
  /** When it stood still. */
  stops: Span[];
  work: WorkIn;
}

/** The stretches of a span that count: working time outside the stops. */
export function counted({stops, work}: Pick<Clock, 'stops' | 'work'>, span: Span): Span[] {
  return without(span, stops).flatMap(work);
}

/** Working milliseconds used up to an instant. */
export function usedUntil(clock: Clock, to: number): number {
  return lengthOf(counted(clock, {from: clock.countsFrom, to}));
}

/** When the target was used up; null when it wasn't before the given instant. */
export function dueBefore(clock: Clock, to: number): number | null {
  let left = clock.policy.targetSeconds * 1000;
  for (const span of counted(clock, {from: clock.countsFrom, to})) {
    if (lengthOf([span]) >= left) return span.from + left;
    left -= lengthOf([span]);
  }
  return null;
}

/** The first policy that fits and was in force on the local day of the opening: DECISIONS 33. */
export function policyFor(record: Record, kind: SlaKind, config: Config): SlaPolicy | null {
  const openedOn = localDayOf(record.newest.opened_at!.getTime(), config.zone);
  const fits = (policy: SlaPolicy) =>
    policy.kind === kind &&
    (policy.from === null || policy.from <= openedOn) &&
    (policy.until === null || openedOn <= policy.until) &&
    policy.conditions.every(({field, values}) =>
      values.includes(valueOf(record, field, config) ?? ''),
    );
  return config.slaPolicies.find(fits) ?? null;
}

function valueOf({newest}: Record, field: string, config: Config): string | null {
  switch (field) {
    case 'source':
    case 'service':
    case 'priority':
    case 'category':
    case 'channel':
    case 'location':
      return newest[field];
    case 'record_type':
      return newest.record_type ?? 'incident';
    case 'vip':
      return newest.vip === null ? null : String(newest.vip);
    default: {
      const column = config.attributes.find(({dimension}) => dimension === field)?.attribute;
      return newest.attributes?.[column ?? ''] ?? null;
    }
  }
}

/** The clock of a kind, or null where nothing was promised. DECISIONS 10 and 34. */
export function clockOf(
  record: Record,
  history: StatusHistory,
  kind: SlaKind,
  {config, workIn}: {config: Config; workIn: ReadonlyMap<string, WorkIn>},
): Clock | null {
  const policy = policyFor(record, kind, config);
  if (policy === null) return null;
  const openedAt = record.newest.opened_at!.getTime();
  const changedAt = changesOf(record, 'priority').at(-1)?.at ?? null;
  const [countsFrom, otherwise] = policy.isFromChange
    ? [changedAt ?? openedAt, openedAt]
    : [openedAt, changedAt];
  return {
    policy,
    countsFrom,
    countsFromOtherwise: changedAt === null ? null : otherwise,
    stops: stopsOf(history, policy.stops),
    work: workIn.get(policy.calendar)!,
  };
}

/** When a status stopped the clock: by the connector's map, or the statuses a policy names. */
export function stopsOf({events}: StatusHistory, statuses: string[] | null): Span[] {
  return events
    .map((event, index) => ({event, from: event.at, to: events[index + 1]?.at ?? Infinity}))
    .filter(({event: {status, stopsClock}}) =>
      statuses === null ? stopsClock : statuses.includes(status ?? ''),
    );
}
