import {workspaceAt} from '../../src/config/workspace.ts';
import {changeRegister} from '../../src/register/register-file.ts';
import {strikeLink} from '../../src/register/struck-links.ts';

/**
 * A process of its own for the tests: `strike DIRECTORY NAME COUNT` strikes that many links one after the
 * other; `die DIRECTORY` is killed between two statements of one change, `forget DIRECTORY` between the two by
 * which what is known of problem candidates is replaced.
 */
const [task, directory = '', name = '', count = '1'] = process.argv.slice(2);
const workspace = workspaceAt(directory);

if (task === 'die')
  await changeRegister(workspace, async (session) => {
    await session.run(
      `insert into struck_link values ('desk', 'half', 'done', 'Ann', now(), 'never finished')`,
    );
    process.kill(process.pid, 'SIGKILL');
    await new Promise(() => setInterval(() => undefined, 1000));
  });
else if (task === 'forget')
  await changeRegister(workspace, async (session) => {
    await session.run('delete from known_candidate_member');
    process.kill(process.pid, 'SIGKILL');
    await new Promise(() => setInterval(() => undefined, 1000));
  });
else
  for (let index = 0; index < Number(count); index++)
    await strikeLink(
      workspace,
      {source: 'desk', recordId: name, cameBackRecordId: String(index), by: name, reason: 'no'},
      {now: () => new Date('2026-03-07T08:00:00Z')},
    );
