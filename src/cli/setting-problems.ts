import type {Log} from '../base/log.ts';
import {UserError} from '../base/user-error.ts';
import type {Workspace} from '../config/workspace.ts';
import {loadCatalogue, type Catalogue} from '../metrics/catalogue.ts';
import {readTargets, type MetricTarget} from '../metrics/targets.ts';
import type {Session} from '../warehouse/database.ts';
import {openPublished} from '../warehouse/publish.ts';

/** Settings of the published build that are well written and yet have no effect, or the wrong one. */
export async function settingProblems(workspace: Workspace): Promise<readonly UserError[]> {
  const database = await openPublished(workspace);
  try {
    const {directory} = workspace;
    const catalogue = await loadCatalogue(database, {workspaceDirectory: directory});
    const targets = await readTargets(database);
    return [...goalProblems(catalogue, targets), ...(await idlePolicies(database))];
  } finally {
    database.close();
  }
}

/** Says after a build which settings it can't heed. */
export async function warnOfSettings(workspace: Workspace, log: Log): Promise<void> {
  for (const {message, remedy} of await settingProblems(workspace))
    log.warn(`${message} ${remedy}`);
}

/** Goals of metrics there aren't, and goals that can't be meant; each metric once. */
export function goalProblems(
  {metrics}: Pick<Catalogue, 'metrics'>,
  targets: readonly MetricTarget[],
): UserError[] {
  const ids = [...new Set(targets.map(({metric}) => metric))];
  return ids.flatMap((id) => {
    const metric = metrics.find((each) => each.id === id);
    const goals = targets.filter((target) => target.metric === id);
    const problem = (what: string, remedy: string) => [
      new UserError(`targets.${id}: ${what}`, `${remedy} Then: meantime build`),
    ];
    if (!metric)
      return problem(
        'There is no such metric, so nothing is judged by it.',
        'Correct the name in meantime.yaml; meantime metrics lists all.',
      );
    const tooMuch = goals.find(({goal}) => metric.unit === 'share' && goal > 1);
    if (tooMuch)
      return problem(
        `A share of ${tooMuch.goal} can't be meant.`,
        `Write it with its sign: ${tooMuch.direction} ${tooMuch.goal} %.`,
      );
    const right = metric.better === 'higher' ? 'at least' : 'at most';
    if (metric.better !== null && goals.some(({direction}) => direction !== right))
      return problem(
        `Here ${metric.better} is better, and the goal says the opposite.`,
        `Write ${right}.`,
      );
    return [];
  });
}

/** Policies in force in the time of the data under which nothing was opened. */
export async function idlePolicies(session: Session): Promise<UserError[]> {
  const idle = await session.query<{policy: string}>(
    `select p.policy
     from settings.sla_policy as p
     cross join (
       select min(opened_on) as first_on, max(opened_on) as last_on from marts.fct_incident
     ) as d
     where not regexp_matches(p.policy, '^standard P[1-5]$')
       and coalesce(p.from_day <= d.last_on, true)
       and coalesce(p.until_day >= d.first_on, true)
     group by p.policy
     having p.policy not in (select policy from marts.fct_clock)
     order by min(p.position)`,
  );
  return idle.map(
    ({policy}) =>
      new UserError(
        `The policy "${policy}" holds for nothing in the data.`,
        'Compare its match with the values of the data, to the letter and the case; or an earlier policy takes them all.',
      ),
  );
}
