import {randomUUID} from 'node:crypto';
import type {Config, RecipientGroup} from '../config/config.ts';
import type {Workspace} from '../config/workspace.ts';
import {logDelivery, type Channel, type PackDelivery} from '../register/pack-deliveries.ts';
import {slackMessage, teamsMessage} from './chat-message.ts';
import {DeliveryError} from './delivery-error.ts';
import type {Message} from './message.ts';
import {readSecret, type Environment} from './read-secret.ts';
import {sendMail} from './send-mail.ts';
import {sendWebhook} from './send-webhook.ts';
import {withRetry} from './with-retry.ts';

export interface DeliveryContext {
  workspace: Workspace;
  config: Pick<Config, 'delivery'>;
  env: Environment;
  now(): Date;
  wait(milliseconds: number): Promise<void>;
  fetch: typeof globalThis.fetch;
  /** Milliseconds before each further try. */
  waits: readonly number[];
  isTest: boolean;
}

/**
 * Sends a message to groups, each on every channel it has; one that fails keeps no other from trying.
 * @returns what became of each, as logged in the register
 */
export async function deliver(
  message: Message,
  groups: readonly RecipientGroup[],
  context: DeliveryContext,
): Promise<PackDelivery[]> {
  const ways = waysTo(groups);
  return Promise.all(ways.map((way) => deliverOne(message, way, context)));
}

interface Way {
  channel: Channel;
  recipients: string[];
  /** The environment variable with the webhook's address. */
  variable: string | null;
}

/** Nobody gets the same mail twice for being in two groups. */
function waysTo(groups: readonly RecipientGroup[]): Way[] {
  const addresses = [...new Set(groups.flatMap(({mail}) => mail))];
  const hooks = groups.flatMap(({name, teams, slack}): Way[] => [
    ...(teams === null ? [] : [{channel: 'teams' as const, recipients: [name], variable: teams}]),
    ...(slack === null ? [] : [{channel: 'slack' as const, recipients: [name], variable: slack}]),
  ]);
  const seen = new Set<string>();
  const once = hooks.filter(({channel, variable}) => {
    const key = `${channel} ${variable}`;
    return seen.has(key) ? false : Boolean(seen.add(key));
  });
  if (addresses.length === 0) return once;
  return [{channel: 'mail', recipients: addresses, variable: null}, ...once];
}

async function deliverOne(
  message: Message,
  way: Way,
  context: DeliveryContext,
): Promise<PackDelivery> {
  const messageId = `<${randomUUID()}@meantime>`;
  const tried = await withRetry(() => send(message, way, {...context, messageId}), context);
  const delivery: PackDelivery = {
    ...{pack: message.pack, period: message.period, version: message.version},
    ...{channel: way.channel, recipients: way.recipients, isTest: context.isTest},
    ...{isSent: 'result' in tried, attempts: tried.attempts, at: context.now()},
    detail: 'result' in tried ? tried.result : tried.failure,
  };
  await logDelivery(context.workspace, delivery);
  return delivery;
}

async function send(
  {mail, attachments, chat}: Message,
  {channel, recipients, variable}: Way,
  {config, env, fetch, isTest, messageId}: DeliveryContext & {messageId: string},
): Promise<string> {
  const mark = isTest ? 'Test: ' : '';
  if (channel === 'mail') {
    const {smtp} = config.delivery;
    if (!smtp)
      throw new DeliveryError('There is no mail server: set delivery.smtp.', {isLasting: true});
    const subject = `${mark}${mail.subject}`;
    return sendMail({...mail, subject, to: recipients, attachments, messageId}, {smtp, env});
  }
  const told = {...chat, title: `${mark}${chat.title}`};
  const body = channel === 'teams' ? teamsMessage(told) : slackMessage(told);
  return sendWebhook(readSecret(env, variable ?? ''), body, {fetch});
}
