import type {Command} from 'commander';
import {UserError} from '../base/user-error.ts';
import {candidateNumber} from '../problems/candidate.ts';
import {candidateName, readDecisions} from '../register/candidate-decisions.ts';
import {
  candidateDecisionSchema,
  candidateMergeSchema,
  candidateRemedies,
  candidateSplitSchema,
  candidateUnmergeSchema,
} from '../server/candidate-request.ts';
import {
  decideCandidate,
  mergeByHand,
  splitByHand,
  unmergeByHand,
} from '../server/decide-candidate.ts';
import {checkedBody} from '../server/link-request.ts';
import type {Workspace} from '../config/workspace.ts';
import type {Session} from '../warehouse/database.ts';
import {openPublished} from '../warehouse/publish.ts';
import type {CommandContext, ContextOf} from './command.ts';
import {added, wholeNumber} from './option-values.ts';
import {decisionText} from './problem-report.ts';

interface DecisionOptions {
  by?: string;
  reason?: string;
  seen?: number;
}

type Fields = Record<string, unknown>;

/** The subcommands of `meantime problems` by which people decide. */
export function registerProblemDecisions(problems: Command, contextOf: ContextOf): void {
  const decision = (name: string, description: string) =>
    who(problems.command(name).description(description).argument('<candidate>', 'such as PC-12'))
      .option('--seen <version>', 'refuse when another version is decided by now', wholeNumber)
      .option('--reason <text>', 'why');
  const decided =
    (fieldsOf: (options: Fields) => Fields) =>
    async (name: string, options: DecisionOptions & Fields, command: Command) =>
      decide(contextOf(command), name, {options, fields: fieldsOf(options)});
  decision('watch', 'Keep an eye on a candidate').action(decided(() => ({status: 'watching'})));
  decision('accept', 'Accept a candidate as a problem, with the number of its record')
    .argument('<problem>', 'such as PRB0040123')
    .action(async (name: string, problemId: string, options: DecisionOptions, command: Command) =>
      decide(contextOf(command), name, {options, fields: {status: 'accepted', problemId}}),
    );
  decision('dismiss', 'Leave a candidate be, until it grows past what was dismissed')
    .option('--factor <times>', 'it returns above so many times its recent incidents (1.5)', Number)
    .action(
      decided(({factor}) => ({
        status: 'dismissed',
        ...(factor === undefined ? {} : {returnFactor: factor}),
      })),
    );
  decision('fixed', 'Say that a candidate is fixed; builds then tell whether it helped')
    .requiredOption('--on <day>', 'the day, such as 2026-10-01')
    .action(decided(({on}) => ({status: 'fixed', fixedOn: on})));
  decision('reopen', 'Take back what was decided').action(decided(() => ({status: 'new'})));
  registerEdits(problems, contextOf);
}

function registerEdits(problems: Command, contextOf: ContextOf): void {
  who(problems.command('merge').description('Make one candidate part of another, from now on'))
    .argument('<candidate>', 'what becomes part, such as PC-3')
    .argument('<into>', 'of which, such as PC-7')
    .option('--reason <text>', 'why')
    .action(async (from: string, into: string, options: DecisionOptions, command: Command) => {
      const context = contextOf(command);
      const asked = checked(candidateMergeSchema, {from, into, ...said(context, options)});
      const done = await withBuild(context, (place) => mergeByHand(asked, place));
      const names = {from: candidateName(done.from), into: candidateName(done.into)};
      tell(context, names, `${names.from} is part of ${names.into} from the next build on`);
    });
  who(problems.command('unmerge').description('Take a merge back'))
    .argument('<candidate>', 'what was merged, such as PC-3')
    .option('--reason <text>', 'why')
    .action(async (candidate: string, options: DecisionOptions, command: Command) => {
      const context = contextOf(command);
      const asked = checked(candidateUnmergeSchema, {candidate, ...said(context, options)});
      const done = await unmergeByHand(asked, context);
      const names = {from: candidateName(done.from), into: candidateName(done.into)};
      tell(context, names, `${names.from} stands for itself again from the next build on`);
    });
  who(problems.command('split').description('Take wordings out of a candidate, from now on'))
    .argument('<candidate>', 'such as PC-3')
    .requiredOption('--wording <key...>', 'their keys, as show lists them', added, [])
    .option('--reason <text>', 'why')
    .action(
      async (
        name: string,
        options: DecisionOptions & {wording: string[]},
        command: Command,
      ): Promise<void> => {
        const context = contextOf(command);
        const wordings = options.wording;
        const asked = checked(candidateSplitSchema, {wordings, ...said(context, options)});
        const {newCandidateNo} = await withBuild(context, (place) =>
          splitByHand(name, asked, place),
        );
        const candidate = candidateName(candidateNumber(name));
        const names = {candidate, newCandidate: candidateName(newCandidateNo)};
        tell(context, names, `They are ${names.newCandidate} from the next build on`);
      },
    );
}

function who(command: Command): Command {
  return command.option('--by <name>', 'who decides (default: the user of this system)');
}

async function decide(
  context: CommandContext,
  name: string,
  {options, fields}: {options: DecisionOptions; fields: Fields},
): Promise<void> {
  const {workspace, json, print} = context;
  const version = options.seen ?? (await currentVersion(workspace, name));
  const asked = checked(candidateDecisionSchema, {...fields, version, ...said(context, options)});
  const decision = await withBuild(context, (place) => decideCandidate(name, asked, place));
  print(json ? JSON.stringify(decision, null, 2) : decisionText(decision));
}

async function currentVersion(workspace: Workspace, name: string): Promise<number> {
  const no = candidateNumber(name);
  const decisions = await readDecisions(workspace);
  return decisions.find(({candidateNo}) => candidateNo === no)?.version ?? 0;
}

function checked<T>(schema: Parameters<typeof checkedBody<T>>[0], body: object): T {
  return checkedBody(schema, body, candidateRemedies);
}

function said({env}: CommandContext, options: DecisionOptions): {by: string; reason: string} {
  const by = options.by ?? env['USER'] ?? env['USERNAME'] ?? '';
  if (by.trim() === '') throw new UserError('Nobody is named who decides.', 'Add --by NAME.');
  return {by, reason: options.reason ?? ''};
}

function tell({json, print}: CommandContext, names: object, text: string): void {
  print(json ? JSON.stringify(names, null, 2) : `${text}: meantime build`);
}

async function withBuild<T>(
  {workspace, now}: CommandContext,
  work: (place: {session: Session; workspace: Workspace; now: () => Date}) => Promise<T>,
): Promise<T> {
  const database = await openPublished(workspace);
  try {
    return await work({session: database, workspace, now: () => now()});
  } finally {
    database.close();
  }
}
