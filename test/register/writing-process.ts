import {workspaceAt} from '../../src/config/workspace.ts';
import {changeAction} from '../../src/register/actions.ts';

/** Changes action A-1 of a workspace without end, and says each version that was acknowledged. */
const workspace = workspaceAt(process.argv[2] ?? '');
for (let version = 1; ; version++) {
  await changeAction(
    workspace,
    {
      ...{actionNo: 1, version, fields: {notes: `edit ${version}`}, by: 'Ann'},
      ...{reason: '', pack: null},
    },
    {now: () => new Date()},
  );
  process.stdout.write(`${version + 1}\n`);
}
