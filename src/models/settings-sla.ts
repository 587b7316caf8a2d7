import type {SlaPolicy} from '../config/config.ts';
import type {Session} from '../warehouse/database.ts';
import {insertSettings} from './settings-rows.ts';

/** Writes `settings.sla_policy` and `sla_condition`; a policy's kinds share their position and conditions. */
export async function writeSlaPolicies(session: Session, policies: SlaPolicy[]): Promise<void> {
  const names = [...new Set(policies.map(({name}) => name))];
  await insertSettings(
    session,
    'sla_policy',
    policies.map((policy) => ({
      policy: policy.name,
      position: names.indexOf(policy.name) + 1,
      kind: policy.kind,
      target_seconds: policy.targetSeconds,
      calendar: policy.calendar,
      stops: policy.stops,
      is_from_change: policy.isFromChange,
      from_day: policy.from,
      until_day: policy.until,
    })),
  );
  await insertSettings(
    session,
    'sla_condition',
    names.flatMap((name) =>
      (policies.find((policy) => policy.name === name)?.conditions ?? []).flatMap(
        ({field, values}) => values.map((value) => ({policy: name, field, value})),
      ),
    ),
  );
}
