import {z} from 'zod';
import {readAs, text} from './config-fields.ts';
import {parseRunTime, runTimeForm} from './run-time.ts';

const variableForm = 'Name the environment variable that holds it, such as SMTP_PASSWORD.';
/** Secrets stand in the environment, never in a file. */
const variable = z.string({error: variableForm}).regex(/^[A-Z][A-Z0-9_]*$/, {error: variableForm});

const addressForm = 'Write an address such as ada@example.com.';
const address = z.email({error: addressForm});

const senderForm = 'Write the sender as meantime@example.com or Meantime <meantime@example.com>.';
/** `Name <address>`: parts, since a header is never put together from text. */
const sender = readAs((written): {name: string; address: string} | null => {
  const match = /^(?:([^<>"\r\n]*)<([^<>]+)>|([^<>\s]+))$/.exec(written.trim());
  const mail = z.email().safeParse(match?.[2] ?? match?.[3]);
  return mail.success ? {name: match?.[1]?.trim() || 'Meantime', address: mail.data} : null;
}, senderForm);

const groupName = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, {
  error: 'Name a group in small letters, digits and -, such as service-managers.',
});

const group = z
  .strictObject({
    mail: z.array(address, {error: 'Write a list of addresses.'}).optional(),
    teams: variable.optional(),
    slack: variable.optional(),
  })
  .refine(({mail = [], teams, slack}) => mail.length > 0 || teams || slack, {
    error: 'Nobody is in this group. Give it mail: [an address], teams: or slack: a variable.',
  });

const addressOfPages = z
  .url({
    protocol: /^https?$/,
    error: 'Write the address that people open, such as https://meantime.example.com.',
  })
  .transform((url) => url.replace(/\/+$/, ''));

/** `delivery` as people write it. */
export const deliveryFile = z.strictObject({
  address: addressOfPages.optional(),
  smtp: z
    .strictObject({
      host: text('Name the mail server, such as smtp.example.com.'),
      port: z
        .int({error: 'Write a port, such as 587.'})
        .min(1, {error: 'Write a port from 1 to 65535.'})
        .max(65_535, {error: 'Write a port from 1 to 65535.'})
        .optional(),
      secure: z
        .boolean({error: 'Write true for TLS from the start (port 465), else false.'})
        .optional(),
      user: variable.optional(),
      password: variable.optional(),
      from: sender,
    })
    .refine(({user, password}) => (user === undefined) === (password === undefined), {
      error: 'A user needs a password and a password a user. Name both variables, or neither.',
    })
    .optional(),
  groups: z.record(groupName, group).optional(),
});

/** One line of `schedule` as people write it. */
export const scheduleFile = z.strictObject({
  pack: text('Name a pack: weekly, monthly or one of packs.d.'),
  at: readAs(parseRunTime, runTimeForm),
  to: z.union([groupName, z.array(groupName)], {error: 'Name groups of delivery.'}).optional(),
});
