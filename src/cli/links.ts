import {InvalidArgumentError, type Command} from 'commander';
import {UserError} from '../base/user-error.ts';
import {linksOf, newestLinks, type IncidentLink} from '../metrics/incident-links.ts';
import {findRecord, type IncidentRecord} from '../metrics/incident.ts';
import {readStruckLinks, withStrikes, type StruckLink} from '../register/struck-links.ts';
import {decideLink, type LinkRequest} from '../server/decide-link.ts';
import {checkedBody, formSchema} from '../server/link-request.ts';
import type {Database} from '../warehouse/database.ts';
import {openPublished} from '../warehouse/publish.ts';
import type {CommandContext, Register} from './command.ts';
import {printable} from './terminal.ts';
import {aligned, counted, fitted, grouped} from './wording.ts';

type DecidedLink = IncidentLink & {struck: StruckLink | null};

interface DecisionOptions {
  by?: string;
  reason?: string;
}

export const registerLinks: Register = (program, contextOf) => {
  const links = program
    .command('links')
    .description('List incidents that came back, with the evidence; strike a link that is none')
    .argument('[number]', 'only the links of this incident: a number or source:record_id')
    .option('--limit <count>', 'how many of all links are listed, newest first', count, 50)
    .action(async (number: string | undefined, options: {limit: number}, command: Command) => {
      await list(contextOf(command), number, options);
    });
  decision(links, 'strike', 'Leave a link out of what came back, from the next build on')
    .requiredOption('--reason <text>', 'why they are not the same')
    .action(decided('strike', contextOf));
  decision(links, 'restore', 'Take back that a link was struck')
    .option('--reason <text>', 'why they are, after all')
    .action(decided('restore', contextOf));
};

function decision(links: Command, name: string, description: string): Command {
  return links
    .command(name)
    .description(description)
    .argument('<number>', 'one incident: a number or source:record_id')
    .argument('<other>', 'the other one')
    .option('--by <name>', 'who decides (default: the user of this system)');
}

function decided(task: LinkRequest['task'], contextOf: (command: Command) => CommandContext) {
  return async (number: string, other: string, options: DecisionOptions, command: Command) => {
    await decide(contextOf(command), {task, numbers: [number, other], options});
  };
}

async function list(
  context: CommandContext,
  number: string | undefined,
  {limit}: {limit: number},
): Promise<void> {
  const {workspace, json, print, log} = context;
  const struck = await readStruckLinks(workspace);
  const {total, links} = await published(context, async (database) => {
    if (number === undefined) return newestLinks(database, {limit});
    const found = await linksOf(database, (await findRecord(database, number)).record_no);
    return {total: found.length, links: found};
  });
  const all = withStrikes(links, struck);
  if (json) return print(JSON.stringify(all.map(asJson), null, 2));
  if (all.length === 0) return log.info(number ? `${number} has no links.` : 'There are no links.');
  print(aligned(all.map(lineOf), ''));
  if (all.length < total)
    log.info(`The newest ${grouped(all.length)} of ${counted(total, 'link')}; --limit lists more.`);
}

async function decide(
  context: CommandContext,
  {
    task,
    numbers,
    options,
  }: {task: LinkRequest['task']; numbers: [string, string]; options: DecisionOptions},
): Promise<void> {
  const {workspace, json, print, now, env} = context;
  const by = options.by ?? env['USER'] ?? env['USERNAME'] ?? '';
  if (by.trim() === '') throw new UserError('Nobody is named who decides.', 'Add --by NAME.');
  const {asked, from, to} = await published(context, async (database) => {
    const ends = await endsOf(database, numbers);
    const fields = {task, by, reason: options.reason ?? ''};
    const [record, cameBack] = [ends.from.record_key, ends.to.record_key];
    const checked = checkedBody(formSchema, {...fields, record, cameBack});
    await decideLink(checked, {session: database, workspace, now});
    return {asked: checked, ...ends};
  });
  if (json) return print(JSON.stringify(asked, null, 2));
  const does = task === 'strike' ? 'is left out' : 'counts again';
  const ends = `from ${nameOf(from)} to ${nameOf(to)}`;
  print(`The link ${ends} ${does} from the next build on: meantime build`);
}

/** The two incidents in the order of their link, whichever was named first. */
async function endsOf(
  database: Database,
  [first, second]: [string, string],
): Promise<{from: IncidentRecord; to: IncidentRecord}> {
  const one = await findRecord(database, first);
  const two = await findRecord(database, second);
  const links = await linksOf(database, one.record_no);
  const isTurned = links.some(({recordKey}) => recordKey === two.record_key);
  return isTurned ? {from: two, to: one} : {from: one, to: two};
}

function nameOf({number, record_key}: IncidentRecord): string {
  return number ?? record_key;
}

async function published<T>(
  {workspace}: CommandContext,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = await openPublished(workspace);
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

function lineOf(link: DecidedLink): string[] {
  const {number, cameBackNumber, evidences, cameBackAt, title} = link;
  return [
    `${number} → ${cameBackNumber}`,
    cameBackAt.toISOString().slice(0, 10),
    evidences.join(', '),
    fitted(title ?? '', 40),
    stateOf(link),
  ].map(printable);
}

function stateOf({struck, isStruck}: DecidedLink): string {
  if (!struck) return isStruck ? 'restored, counts from the next build on' : '';
  const when = isStruck ? '' : ', left out from the next build on';
  return `struck by ${struck.by}: ${struck.reason}${when}`;
}

function asJson({struck, ...link}: DecidedLink): object {
  return {...link, struck: struck && {by: struck.by, at: struck.at, reason: struck.reason}};
}

function count(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Use a whole number from 1.');
}
