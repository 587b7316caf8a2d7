import {z} from 'zod';
import {UserError} from '../base/user-error.ts';
import {readConfig} from '../config/read-config.ts';
import {deliver} from '../delivery/deliver.ts';
import {packMessage} from '../delivery/message.ts';
import type {ListedPack} from '../packs/list-packs.ts';
import {readPack} from '../packs/read-pack.ts';
import {addPackNote, noteKinds} from '../register/pack-notes.ts';
import {checkedBody} from './link-request.ts';
import {longestNote} from './pack-page.ts';
import type {RouteContext} from './route-context.ts';
import {typedLine, typedLines} from './typed-text.ts';

const version = z.string().regex(/^[1-9]\d{0,5}$/);

/** What the forms on a pack's page send. */
const packForm = z.discriminatedUnion('task', [
  z.strictObject({
    task: z.literal('note'),
    version,
    kind: z.enum(noteKinds),
    note: typedLines(longestNote).min(1),
    by: typedLine(100),
  }),
  z.strictObject({task: z.literal('test'), version, group: z.string().min(1).max(100)}),
]);

const remedies = {
  body: 'Use the forms of the pack’s page.',
  task: 'Use the forms of the pack’s page.',
  version: 'Name a version there is.',
  note: `Write what was said, in at most ${longestNote} characters.`,
  kind: `Use ${noteKinds.join(' or ')}.`,
  group: 'Name a group of delivery in meantime.yaml.',
};

/**
 * Does what a form on a pack's page asks for.
 * @param versions of the pack, newest first
 * @returns the part of the page that tells of it
 * @throws UserError for fields that are wrong, a version or group there isn't, a test that didn't arrive
 */
export async function doPackForm(
  body: unknown,
  versions: readonly ListedPack[],
  context: Pick<RouteContext, 'workspace' | 'now' | 'env'>,
): Promise<'notes' | 'deliveries'> {
  const asked = checkedBody(packForm, body, remedies);
  const pack = versions.find((each) => each.version === Number(asked.version));
  if (!pack) throw new UserError(`There is no version ${asked.version}.`, remedies.version, 404);
  if (asked.task === 'test') {
    await sendTest(pack, asked.group, context);
    return 'deliveries';
  }
  const {kind, note, by} = asked;
  const {workspace, now} = context;
  const about = {pack: pack.kind, period: pack.period, version: pack.version};
  await addPackNote(workspace, {...about, kind, note: note.replaceAll('\r\n', '\n'), by}, {now});
  return 'notes';
}

/** Tried once, while somebody waits for the answer. */
async function sendTest(
  {directory}: ListedPack,
  name: string,
  {workspace, now, env}: Pick<RouteContext, 'workspace' | 'now' | 'env'>,
): Promise<void> {
  const config = await readConfig(workspace);
  const group = config.delivery.groups.find((each) => each.name === name);
  if (!group) throw new UserError(`There is no group ${name}.`, remedies.group, 404);
  const message = await packMessage(await readPack(directory), directory, config.delivery.address);
  const wait = () => Promise.resolve();
  const effects = {workspace, config, env, now, fetch, wait, waits: [], isTest: true};
  const failed = (await deliver(message, [group], effects)).find(({isSent}) => !isSent);
  if (failed)
    throw new UserError(
      `The test by ${failed.channel} did not arrive. ${failed.detail}`,
      'Mend delivery in meantime.yaml, and send it again.',
      502,
    );
}
