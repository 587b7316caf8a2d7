import {orderProblem, type ConfigProblem} from './config-problem.ts';
import type {ConfigFile} from './config-file.ts';
import type {Target} from './config.ts';

/** The goals of the file in place of a metric's defaults; `none` leaves it without any. */
export function targetsFromFile(
  written: NonNullable<ConfigFile['targets']>,
  defaults: Target[],
): {targets: Target[]; problems: ConfigProblem[]} {
  const problems: ConfigProblem[] = [];
  const targets = defaults.filter(({metric}) => !(metric in written));
  for (const [metric, goals] of Object.entries(written)) {
    if (goals === 'none') continue;
    for (const [index, goal] of listOf(goals).entries()) {
      problems.push(...orderProblem(['targets', metric, index], goal.from, goal.until));
      targets.push({metric, ...goal});
    }
  }
  return {targets, problems};
}

type WrittenGoals = Exclude<NonNullable<ConfigFile['targets']>[string], 'none'>;

function listOf(written: WrittenGoals): Omit<Target, 'metric'>[] {
  const always = {priority: null, service: null, from: null, until: null};
  if (Array.isArray(written))
    return written.map(({goal, ...scope}) => ({...always, ...scope, ...goal}));
  if ('direction' in written) return [{...always, ...written}];
  return Object.entries(written).flatMap(([priority, goal]) =>
    goal ? [{...always, priority: priority === 'all' ? null : priority, ...goal}] : [],
  );
}
