import type {Command} from 'commander';
import {UserError} from '../base/user-error.ts';
import {loadCatalogue} from '../metrics/catalogue.ts';
import {parseSelection} from '../metrics/selection.ts';
import {actionNumber} from '../register/action-number.ts';
import {actionName, actionStatuses} from '../register/action.ts';
import {readAction} from '../register/actions.ts';
import {
  actionChangeSchema,
  actionCommentSchema,
  actionCreateSchema,
  actionRemedies,
} from '../server/action-request.ts';
import {
  changeByHand,
  commentByHand,
  registerAction,
  type ActionPlace,
} from '../server/change-actions.ts';
import {checkedBody} from '../server/link-request.ts';
import {openPublished} from '../warehouse/publish.ts';
import type {CommandContext, ContextOf} from './command.ts';
import {added, wholeNumber} from './option-values.ts';

interface Fields {
  title?: string;
  owner?: string;
  due?: string;
  where?: string[];
  candidate?: string;
  baseline?: string;
  target?: number;
  effect?: string;
  effort?: number;
  cost?: number;
  notes?: string;
  status?: string;
  pack?: string;
  by?: string;
}

/** The subcommands of `meantime actions` by which people change the register. */
export function registerActionChanges(actions: Command, contextOf: ContextOf): void {
  planned(actions.command('add').description('Register an action on a figure'))
    .argument('<metric>', 'what is to move, such as flr')
    .requiredOption('--title <text>', 'what is to be done')
    .option('--candidate <candidate>', 'count the incidents of a problem candidate, such as PC-12')
    .option('--why <text>', 'what it was proposed on')
    .action(async (metric: string, options: Fields & {why?: string}, command: Command) =>
      add(contextOf(command), metric, options),
    );
  planned(actions.command('set').description('Change an action: its state, owner, dates, target'))
    .argument('<action>', 'such as A-7')
    .option('--title <text>', 'what is to be done')
    .option('--seen <version>', 'refuse when another version holds by now', wholeNumber)
    .option('--reason <text>', 'why')
    .action(
      async (name: string, options: Fields & {seen?: number; reason?: string}, command: Command) =>
        change(contextOf(command), name, options),
    );
  actions
    .command('comment')
    .description('Say something about an action')
    .argument('<action>', 'such as A-7')
    .argument('<text>', 'what')
    .option('--pack <pack>', 'said in a review, such as weekly/2026-W44/v1')
    .option('--by <name>', 'who (default: the user of this system)')
    .action(async (name: string, text: string, options: Fields, command: Command) =>
      comment(contextOf(command), name, {...options, text}),
    );
}

function planned(command: Command): Command {
  return command
    .option('--owner <name>', 'who sees to it')
    .option('--due <day>', 'such as 2026-12-25')
    .option('--where <filter>', 'such as service=Mail, repeated for several', added, [])
    .option('--baseline <days>', 'such as 2026-03-16..2026-09-14, the last day not included')
    .option('--target <value>', 'in the metric’s unit: shares 0–1', Number)
    .option('--effect <day>', 'from which the effect is looked for')
    .option('--effort <days>', 'in days of work', Number)
    .option('--cost <amount>', 'in the workspace’s currency', Number)
    .option('--notes <text>', 'what else is to be known')
    .option('--status <status>', `one of ${actionStatuses.join(', ')}`)
    .option('--pack <pack>', 'decided on a review pack, such as weekly/2026-W44/v1')
    .option('--by <name>', 'who does it (default: the user of this system)');
}

async function add(
  context: CommandContext,
  metric: string,
  {why = '', ...options}: Fields & {why?: string},
): Promise<void> {
  await withPlace(context, async (place) => {
    const filters = filtersOf(options, metric, place);
    const body = {...bodyOf(options, context), metric, ...filters};
    const origin = {kind: 'other', key: null, words: why, href: null};
    const action = await registerAction(
      checkedBody(actionCreateSchema, {...body, origin}, actionRemedies),
      place,
    );
    const name = actionName(action.actionNo);
    tell(context, {name, action}, `${name} is registered: ${action.title}`);
  });
}

async function change(
  context: CommandContext,
  name: string,
  {seen, reason = '', ...options}: Fields & {seen?: number; reason?: string},
): Promise<void> {
  await withPlace(context, async (place) => {
    const before = await readAction(context.workspace, actionNumber(name));
    const filters =
      (options.where ?? []).length === 0 ? {} : filtersOf(options, before.metric, place);
    const asked = {...bodyOf(options, context), ...filters, reason};
    const body = checkedBody(actionChangeSchema, asked, actionRemedies);
    const action = await changeByHand(name, {...body, version: seen ?? before.version}, place);
    const called = actionName(action.actionNo);
    tell(
      context,
      {name: called, action},
      `${called} is ${action.status} (version ${action.version})`,
    );
  });
}

async function comment(
  context: CommandContext,
  name: string,
  {text, pack = undefined, ...options}: Fields & {text: string},
): Promise<void> {
  const {workspace, now} = context;
  const asked = {text, by: whoOf(context, options), ...(pack === undefined ? {} : {pack})};
  const body = checkedBody(actionCommentSchema, asked, actionRemedies);
  const said = await commentByHand(name, body, {workspace, now: () => now()});
  tell(context, said, `Said about ${actionName(said.actionNo)}`);
}

/** Options as the fields a program would send; what isn't named stays out. */
function bodyOf(options: Fields, context: CommandContext): Record<string, unknown> {
  const [baselineFrom, baselineTo] = options.baseline?.split('..') ?? [];
  const fields = {
    ...{title: options.title, owner: options.owner, dueOn: options.due},
    ...{baselineFrom, baselineTo, targetValue: options.target, effectOn: options.effect},
    ...{effortDays: options.effort, cost: options.cost, notes: options.notes},
    ...{status: options.status, pack: options.pack, candidate: options.candidate},
    by: whoOf(context, options),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function filtersOf({where = []}: Fields, metric: string, {catalogue}: ActionPlace) {
  return {where: parseSelection([catalogue.get(metric)], {where}).where};
}

/** @throws UserError where nobody is named */
export function whoOf({env}: CommandContext, {by}: {by?: string}): string {
  const named = by ?? env['USER'] ?? env['USERNAME'] ?? '';
  if (named.trim() === '') throw new UserError('Nobody is named who does it.', 'Add --by NAME.');
  return named;
}

function tell({json, print}: CommandContext, result: object, text: string): void {
  print(json ? JSON.stringify(result, null, 2) : text);
}

async function withPlace(
  {workspace, now}: CommandContext,
  work: (place: ActionPlace) => Promise<void>,
): Promise<void> {
  const session = await openPublished(workspace);
  try {
    const catalogue = await loadCatalogue(session, {workspaceDirectory: workspace.directory});
    await work({session, catalogue, workspace, now: () => now()});
  } finally {
    session.close();
  }
}
