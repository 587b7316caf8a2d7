import {readFile} from 'node:fs/promises';
import {InvalidArgumentError, type Command} from 'commander';
import {readActionRegister, type ActionRegister} from '../pages/action-register.ts';
import {latestOf} from '../pages/action-words.ts';
import {
  actionRow,
  exportActions,
  importActions,
  type ImportedAction,
} from '../register/action-files.ts';
import {actionNumber} from '../register/action-number.ts';
import {actionName, actionStatuses, type Action, type ActionStatus} from '../register/action.ts';
import {noSuchAction} from '../register/actions.ts';
import {actionColumns} from '../server/action-columns.ts';
import {csvOf} from '../server/csv.ts';
import {readActionFile} from './action-file.ts';
import {registerActionChanges, whoOf} from './action-changes.ts';
import type {CommandContext, Register} from './command.ts';
import {added} from './option-values.ts';
import {printable} from './terminal.ts';
import {aligned, counted, fitted} from './wording.ts';

interface ListOptions {
  status: ActionStatus[];
  owner?: string;
}

export const registerActions: Register = (program, contextOf) => {
  const actions = program
    .command('actions')
    .description('List improvement actions with their verdicts')
    .option('--owner <name>', 'only of this person')
    .option(
      '--status <status>',
      `only these, repeated for several: ${actionStatuses.join(', ')}`,
      (text: string, before: string[]) => added(statusOf(text), before),
      [],
    )
    .action(async (options: ListOptions, command: Command) => list(contextOf(command), options));
  actions
    .command('show')
    .description('One action with its verdicts, comments and history')
    .argument('<action>', 'such as A-7')
    .action(async (name: string, _: object, command: Command) => show(contextOf(command), name));
  registerActionChanges(actions, contextOf);
  actions
    .command('export')
    .description('The register as CSV, or with --format json with comments and verdicts')
    .option('--format <form>', 'csv or json', formOf, 'csv')
    .action(async ({format}: {format: string}, command: Command) =>
      exportAs(contextOf(command), format),
    );
  actions
    .command('import')
    .description('Bring actions in from an exported file; what reads otherwise here is reported')
    .argument('<file>', 'CSV or JSON, as export writes it')
    .option('--by <name>', 'who does it (default: the user of this system)')
    .action(async (file: string, options: {by?: string}, command: Command) =>
      importFrom(contextOf(command), file, options),
    );
};

function statusOf(text: string): ActionStatus {
  const found = actionStatuses.find((each) => each === text);
  if (found) return found;
  throw new InvalidArgumentError(`Use one of: ${actionStatuses.join(', ')}.`);
}

function formOf(text: string): string {
  if (text === 'csv' || text === 'json') return text;
  throw new InvalidArgumentError('Use csv or json.');
}

async function list(
  {workspace, json, print, log}: CommandContext,
  {owner, status}: ListOptions,
): Promise<void> {
  const register = await readActionRegister(workspace);
  const wanted = register.actions.filter(
    (action) =>
      (owner === undefined || action.owner === owner) &&
      (status.length === 0 || status.includes(action.status)),
  );
  if (json)
    return print(
      JSON.stringify(
        wanted.map((each) => told(each, register)),
        null,
        2,
      ),
    );
  if (wanted.length === 0)
    return log.info(
      register.actions.length === 0 ? 'No action is registered.' : 'No action is like that.',
    );
  const head = ['action', 'title', 'owner', 'due', 'state', 'verdict'];
  print(aligned([head, ...wanted.map((each) => lineOf(each, register))], ''));
}

function lineOf(action: Action, register: ActionRegister): string[] {
  const {title, owner, dueOn, status} = action;
  const verdict = latestOf(register, action)?.verdict ?? '';
  return [
    ...[actionName(action.actionNo), fitted(title, 50), fitted(owner, 24)],
    ...[dueOn ?? '', status, verdict],
  ].map(printable);
}

function told(action: Action, register: ActionRegister): object {
  const verdict = latestOf(register, action)?.verdict ?? null;
  return {name: actionName(action.actionNo), ...action, verdict};
}

async function show({workspace, json, print}: CommandContext, name: string): Promise<void> {
  const actionNo = actionNumber(name);
  const register = await readActionRegister(workspace, {actionNo});
  const action = register.actions.find((each) => each.actionNo === actionNo);
  if (!action) throw noSuchAction(actionNo);
  const verifications = register.verifications.filter((each) => each.actionNo === actionNo);
  const {comments, trail} = register;
  if (json)
    return print(
      JSON.stringify(
        {name: actionName(actionNo), action, verifications, comments, history: trail},
        null,
        2,
      ),
    );
  print(detailText(action, register));
}

function detailText(action: Action, register: ActionRegister): string {
  const {metric, where, candidateNo, owner, dueOn, status, version, origin, notes} = action;
  const segment =
    candidateNo === null ? where : [{dimension: 'candidate', values: [`PC-${candidateNo}`]}];
  const latest = latestOf(register, action);
  const rows = [
    ['state', `${status} (version ${version}, ${action.changedBy}, ${dayOf(action.changedAt)})`],
    ['owner', owner],
    ['due', dueOn ?? ''],
    [
      'measure',
      [metric, ...segment.map((each) => `${each.dimension}=${each.values.join('|')}`)].join(' '),
    ],
    [
      'baseline',
      `${action.baselineValue} from ${action.baselineFrom} to before ${action.baselineTo}`,
    ],
    ['target', `${action.targetValue}, from ${action.effectOn}`],
    ['why', origin.words],
    ['notes', notes],
    [
      'verdict',
      latest === null ? '' : `${latest.verdict}: ${latest.evidence.reason} (build ${latest.build})`,
    ],
    ...(latest?.evidence.method ?? []).map((line) => ['', line]),
    ...register.comments.map(({at, by, text}) => ['comment', `${dayOf(at)} ${by}: ${text}`]),
  ];
  const shown = rows.filter(([, text]) => text !== '').map((row) => [...row]);
  return printable(`${actionName(action.actionNo)}  ${action.title}\n\n${aligned(shown)}`);
}

function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}

async function exportAs({workspace, json, print}: CommandContext, format: string): Promise<void> {
  if (json || format === 'json')
    return print(JSON.stringify(await exportActions(workspace), null, 2));
  const {actions} = await readActionRegister(workspace);
  print(
    csvOf(
      actionColumns.map(({name}) => name),
      actions.map(actionRow),
    ),
  );
}

async function importFrom(
  context: CommandContext,
  file: string,
  options: {by?: string},
): Promise<void> {
  const {workspace, json, print, now} = context;
  const rows = await readActionFile(file, (path) => readFile(path, 'utf8'));
  const by = whoOf(context, options);
  const done = await importActions(workspace, rows, {by, now: () => now()});
  print(json ? JSON.stringify(done, null, 2) : importText(done));
}

function importText(done: readonly ImportedAction[]): string {
  const count = (outcome: string) => done.filter((each) => each.outcome === outcome).length;
  const conflicts = done.filter(({outcome}) => outcome === 'conflict');
  const lines = conflicts.map(
    ({action, as, differs}) => `${action} reads otherwise here (${as}): ${differs.join(', ')}`,
  );
  const sums = `${counted(count('added'), 'action')} added, ${count('unchanged')} known already, ${counted(conflicts.length, 'conflict')}.`;
  return printable([...lines, sums].join('\n'));
}
