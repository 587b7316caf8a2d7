import {unknownName, type ConfigProblem} from './config-problem.ts';
import type {ConfigFile} from './config-file.ts';
import type {ProblemDetection} from './config.ts';

/** How recurring incidents are found, with the defaults filled in. */
export function problemsFromFile(
  written: NonNullable<ConfigFile['problems']>,
  {defaults, dimensions}: {defaults: ProblemDetection; dimensions: readonly string[]},
): {detection: ProblemDetection; problems: ConfigProblem[]} {
  const detection: ProblemDetection = {
    windowWeeks: written.window_weeks ?? defaults.windowWeeks,
    recentWeeks: written.recent_weeks ?? defaults.recentWeeks,
    minimumIncidents: written.minimum_incidents ?? defaults.minimumIncidents,
    silentProbability: written.silent_probability ?? defaults.silentProbability,
    afterChangeHours: written.after_change_hours ?? defaults.afterChangeHours,
    quietDays: written.quiet_days ?? defaults.quietDays,
    attributes: [...new Set(written.attributes ?? defaults.attributes)],
  };
  return {
    detection,
    problems: [...weekProblems(detection), ...attributeProblems(detection, dimensions)],
  };
}

/** The recent weeks are compared with those of the window before them. */
function weekProblems({windowWeeks, recentWeeks}: ProblemDetection): ConfigProblem[] {
  if (recentWeeks < windowWeeks) return [];
  const message = `${recentWeeks} recent weeks leave none of the window’s ${windowWeeks} to compare with. Write fewer.`;
  return [{path: ['problems', 'recent_weeks'], message}];
}

function attributeProblems(
  {attributes}: ProblemDetection,
  names: readonly string[],
): ConfigProblem[] {
  return attributes.flatMap((name, index) => {
    const path = ['problems', 'attributes', index];
    if (names.includes(name)) return [];
    if (names.length > 0) return [unknownName(path, {kind: 'attribute', name, names})];
    const message = `There is no attribute "${name}". Name its column: attributes: {${name}: Column}`;
    return [{path, message}];
  });
}
