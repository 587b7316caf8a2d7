import type {Command} from 'commander';
import {UserError} from '../base/user-error.ts';
import type {Register, Style} from './command.ts';
import {examine} from './doctor-checks.ts';
import type {Finding} from './doctor-finding.ts';

export const registerDoctor: Register = (program, contextOf) => {
  program
    .command('doctor')
    .description('Check workspace, configuration, data and figures, with remedies')
    .action(async (_options: object, command: Command) => {
      const {workspace, json, print, style, env, now} = contextOf(command);
      const findings = await examine(workspace, {env, now});
      if (json) {
        print(`${JSON.stringify(findings, null, 2)}\n`);
        return;
      }
      for (const finding of findings) print(findingText(finding, style));
      const broken = findings.filter(({state}) => state === 'broken').length;
      if (broken > 0)
        throw new UserError(
          broken === 1 ? 'One thing is broken.' : `${broken} things are broken.`,
          'Each is told above, with its remedy.',
        );
    });
};

function findingText({check, state, message, remedy}: Finding, style: Style): string {
  const marks = {
    good: style.good('good   '),
    look: style.warning('look   '),
    broken: style.bad('broken '),
  };
  const line = `${marks[state]} ${style.strong(check.padEnd(14))} ${message}\n`;
  return remedy === null ? line : `${line}${' '.repeat(23)}${style.faint(remedy)}\n`;
}
