import {setTimeout as sleep} from 'node:timers/promises';
import type {Command} from 'commander';
import {UserError} from '../base/user-error.ts';
import type {Config, RecipientGroup} from '../config/config.ts';
import {readConfig} from '../config/read-config.ts';
import {deliver} from '../delivery/deliver.ts';
import {packMessage, type Message} from '../delivery/message.ts';
import {findDefinition} from '../packs/find-definition.ts';
import {writePack} from '../packs/write-pack.ts';
import type {PackDelivery} from '../register/pack-deliveries.ts';
import type {CommandContext, Register} from './command.ts';
import {printable} from './terminal.ts';
import {aligned} from './wording.ts';

interface DeliverOptions {
  period?: string;
  to?: string[];
  test?: boolean;
  preview?: boolean;
}

/** Somebody waits at the terminal. */
const waits = [2000, 10_000];

export const registerDeliver: Register = (program, contextOf) => {
  program
    .command('deliver')
    .description('Freeze a pack, unless it is published already, and send it to groups')
    .argument('<name>', 'weekly, monthly or a pack of packs.d')
    .option('--period <id>', 'week or month, e.g. 2016-W12 or 2016-03 (default: last complete)')
    .option(
      '--to <groups...>',
      'groups of delivery in meantime.yaml (default: those of its schedule)',
    )
    .option('--test', 'say “Test:” in the subject, and log it as a test')
    .option('--preview', 'print the mail and who would get it; send nothing')
    .action(async (name: string, options: DeliverOptions, command: Command) => {
      await send(contextOf(command), name, options);
    });
};

async function send(
  context: CommandContext,
  name: string,
  {period, to, test = false, preview = false}: DeliverOptions,
): Promise<void> {
  const {workspace, now, env, json, print} = context;
  const config = await readConfig(workspace);
  const groups = groupsOf(config, name, to);
  const definition = await findDefinition(workspace, name);
  const published = await writePack(workspace, definition, {period: period ?? null, now});
  const {pack, directory} = published;
  const message = await packMessage(pack, directory, config.delivery.address);
  if (preview) return print(previewOf(message, groups));
  const effects = {workspace, config, env, now, fetch, wait: sleep, waits, isTest: test};
  const deliveries = await deliver(message, groups, effects);
  print(json ? `${JSON.stringify(deliveries, null, 2)}\n` : aligned(deliveries.map(lineOf), ''));
  const failed = deliveries.filter(({isSent}) => !isSent);
  if (failed.length > 0)
    throw new UserError(
      failed.length === 1 ? 'One delivery failed.' : `${failed.length} deliveries failed.`,
      'Each is told above. Mend delivery in meantime.yaml or its variables, and send again.',
    );
}

/** @throws UserError when there is no such group, or nobody to send to */
function groupsOf({delivery, schedule}: Config, name: string, to?: string[]): RecipientGroup[] {
  const scheduled = schedule.filter(({pack}) => pack === name).flatMap((line) => line.to);
  const wanted = [...new Set(to ?? scheduled)];
  const known = delivery.groups.map((group) => group.name);
  const stranger = wanted.find((each) => !known.includes(each));
  const remedy =
    known.length > 0
      ? `Use some of: ${known.join(', ')}.`
      : 'Add delivery.groups to meantime.yaml.';
  if (stranger !== undefined) throw new UserError(`There is no group ${stranger}.`, remedy);
  if (wanted.length === 0)
    throw new UserError(`Nobody is named who gets the ${name} pack.`, `Add --to GROUP. ${remedy}`);
  return delivery.groups.filter((group) => wanted.includes(group.name));
}

function previewOf({mail, attachments}: Message, groups: readonly RecipientGroup[]): string {
  const chats = groups.flatMap(({name, teams, slack}) => [
    ...(teams === null ? [] : [`Teams (${name})`]),
    ...(slack === null ? [] : [`Slack (${name})`]),
  ]);
  const to = [...new Set(groups.flatMap((group) => group.mail)), ...chats].join(', ');
  const files = attachments.map(({filename}) => filename).join(', ');
  return `To: ${to}\nSubject: ${mail.subject}\nAttached: ${files}\n\n${mail.text}`;
}

function lineOf({channel, recipients, isSent, attempts, detail}: PackDelivery): string[] {
  const tries = attempts === 1 ? '' : `${attempts} tries`;
  return [channel, recipients.join(', '), isSent ? 'sent' : 'failed', tries, detail].map(printable);
}
