import type {SlaPolicy} from './config.ts';

/** Policies none of whose promises can ever apply, with the earlier policy that takes the first. */
export function unreachablePolicies(policies: SlaPolicy[]): {name: string; by: string}[] {
  const takers = policies.map((policy, index) =>
    policies
      .slice(0, index)
      .find((earlier) => earlier.name !== policy.name && takes(earlier, policy)),
  );
  const names = [...new Set(policies.map(({name}) => name))];
  return names.flatMap((name) => {
    const mine = policies.flatMap((policy, index) => (policy.name === name ? [takers[index]] : []));
    const [first] = mine;
    return first && mine.every((taker) => taker !== undefined) ? [{name, by: first.name}] : [];
  });
}

/** Whether everything that `later` matches is matched by `earlier` for the same kind. */
function takes(earlier: SlaPolicy, later: SlaPolicy): boolean {
  if (earlier.kind !== later.kind) return false;
  if (earlier.from !== null && (later.from === null || later.from < earlier.from)) return false;
  if (earlier.until !== null && (later.until === null || later.until > earlier.until)) return false;
  return earlier.conditions.every(({field, values}) => {
    const asked = later.conditions.find((condition) => condition.field === field);
    return asked?.values.every((value) => values.includes(value)) ?? false;
  });
}
