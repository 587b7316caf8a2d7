import {UserError} from '../base/user-error.ts';
import {formatInstant} from '../charts/format-period.ts';
import type {Config} from '../config/config.ts';
import type {Workspace} from '../config/workspace.ts';
import {readSecret, type Environment} from '../delivery/read-secret.ts';
import {DeliveryError} from '../delivery/delivery-error.ts';
import {nextDue, scheduleKey} from '../delivery/run-times.ts';
import {findDefinition} from '../packs/find-definition.ts';
import {readScheduleRuns} from '../register/schedule-runs.ts';
import type {Finding} from './doctor-finding.ts';

/** Whether scheduled packs can be made and sent, when the next is due, and how the last went. */
export async function scheduleFindings(
  workspace: Workspace,
  config: Config | null,
  {env, now}: {env: Environment; now: () => Date},
): Promise<Finding[]> {
  if (!config || (config.schedule.length === 0 && config.delivery.groups.length === 0)) return [];
  const runs = await readScheduleRuns(workspace);
  const findings: Finding[] = [];
  for (const line of config.schedule) {
    const run = runs.find((each) => each.schedule === scheduleKey(line));
    const next = formatInstant(nextDue(line.cron, config.zone, now()), config.zone);
    findings.push(await packFinding(workspace, line.pack, next));
    if (run?.isDone === false)
      findings.push({
        ...{check: 'schedule', state: 'look', message: `${line.pack}, last time: ${run.detail}`},
        remedy: `Send it again: meantime deliver ${line.pack}`,
      });
  }
  return [...findings, ...secretFindings(config, env)];
}

async function packFinding(workspace: Workspace, pack: string, next: string): Promise<Finding> {
  try {
    await findDefinition(workspace, pack);
    const message = `${pack}: next ${next}, while meantime serve runs.`;
    return {check: 'schedule', state: 'good', message, remedy: null};
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return {check: 'schedule', state: 'broken', message: error.message, remedy: error.remedy};
  }
}

/** Variables that settings name and this environment doesn't have; their values are told nowhere. */
function secretFindings({delivery: {smtp, groups}}: Config, env: Environment): Finding[] {
  const names = [smtp?.user, smtp?.password, ...groups.flatMap(({teams, slack}) => [teams, slack])];
  return [...new Set(names)].flatMap((name): Finding[] => {
    if (!name) return [];
    try {
      readSecret(env, name);
      return [];
    } catch (error) {
      if (!(error instanceof DeliveryError)) throw error;
      const message = `The environment variable ${name} is not set here.`;
      return [
        {check: 'delivery', state: 'look', message, remedy: `Set it where meantime serve runs.`},
      ];
    }
  });
}
