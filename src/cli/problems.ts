import {InvalidArgumentError, type Command} from 'commander';
import {UserError} from '../base/user-error.ts';
import {readFrame} from '../metrics/frame.ts';
import {candidateNumber, candidateStatuses, type CandidateStatus} from '../problems/candidate.ts';
import {ledgerRow} from '../problems/ledger-rows.ts';
import {readCandidate, readKnownProblems} from '../problems/read-candidate.ts';
import {candidateSorts, readCandidates, type CandidateSort} from '../problems/read-candidates.ts';
import {recordForms, type RecordForm} from '../problems/record-exports.ts';
import {readDecisions} from '../register/candidate-decisions.ts';
import {ledgerColumns} from '../server/candidate-columns.ts';
import {csvOf} from '../server/csv.ts';
import {oneOf as checkedWord} from '../server/problem-request.ts';
import {recordFile} from '../server/record-file.ts';
import type {Database} from '../warehouse/database.ts';
import {openPublished} from '../warehouse/publish.ts';
import type {CommandContext, Register} from './command.ts';
import {added, oneOf, wholeNumber} from './option-values.ts';
import {registerProblemDecisions} from './problem-decisions.ts';
import {detailText, knownText, listText} from './problem-report.ts';

interface ListOptions {
  status: CandidateStatus[];
  service?: string;
  text?: string;
  sort: CandidateSort;
  limit: number;
}

interface ExportOptions {
  format: 'csv' | RecordForm;
  status: CandidateStatus[];
  project?: string;
  issueType?: string;
}

export const registerProblems: Register = (program, contextOf) => {
  const problems = selecting(
    program
      .command('problems')
      .description('List what keeps coming back, ranked, with the decisions about it'),
  )
    .option('--service <service>', 'only of this service')
    .option('--text <text>', 'part of label or wording, or a number of candidate or incident')
    .option('--sort <order>', `one of ${candidateSorts.join(', ')}`, oneOf(candidateSorts), 'rank')
    .option('--limit <count>', 'how many are listed', wholeNumber, 20)
    .action(async (options: ListOptions, command: Command) => list(contextOf(command), options));
  problems
    .command('show')
    .description('One candidate with its evidence')
    .argument('<candidate>', 'such as PC-12')
    .action(async (name: string, _: object, command: Command) => show(contextOf(command), name));
  problems
    .command('known')
    .description('Problem records, with the candidate each stands for; which could be closed')
    .action(async (_: object, command: Command) => known(contextOf(command)));
  registerProblemDecisions(problems, contextOf);
  selecting(problems.command('export'))
    .description('The ledger as CSV, or candidates as problem records for another tool')
    .argument('[candidate]', 'such as PC-12 (default: all of --status)')
    .option('--format <form>', `csv, ${recordForms.join(', ')}`, exportForm, 'csv')
    .option('--project <key>', 'key of the Jira project')
    .option('--issue-type <name>', 'Jira issue type (default: [System] Problem)')
    .action(async (name: string | undefined, options: ExportOptions, command: Command) =>
      exportAs(contextOf(command), name, fromBoth(options, problems)),
    );
};

function selecting(command: Command): Command {
  return command.option(
    '--status <status>',
    `only these, repeated for several: ${candidateStatuses.join(', ')}`,
    (text: string, before: string[]) =>
      added(checkedWord(candidateStatuses, text, 'status'), before),
    [],
  );
}

/** `--status` is an option of the list too, which takes it wherever it stands. */
function fromBoth(options: ExportOptions, list: Command): ExportOptions {
  const {status} = list.opts<ListOptions>();
  return {...options, status: [...options.status, ...status]};
}

function exportForm(text: string): ExportOptions['format'] {
  const found = (['csv', ...recordForms] as const).find((form) => form === text);
  if (found !== undefined) return found;
  throw new InvalidArgumentError(`Use one of: csv, ${recordForms.join(', ')}.`);
}

async function list(context: CommandContext, options: ListOptions): Promise<void> {
  const {workspace, json, print, log} = context;
  const decisions = await readDecisions(workspace);
  const {limit, status, ...selection} = options;
  const found = await published(context, (database) =>
    readCandidates(database, decisions, {...selection, statuses: status}),
  );
  const candidates = found.candidates.slice(0, limit);
  if (json) return print(JSON.stringify({...found, candidates}, null, 2));
  if (found.candidates.length === 0)
    return log.info(
      found.total === 0 ? 'Nothing keeps coming back.' : 'No candidate is like that.',
    );
  print(listText(candidates));
  const {candidateCount} = found.pareto;
  log.info(
    `${candidates.length} of ${found.candidates.length}; ${candidateCount} of all ${found.total} make 80 % of the hours.`,
  );
}

async function show(context: CommandContext, name: string): Promise<void> {
  const {workspace, json, print} = context;
  const decisions = await readDecisions(workspace);
  const detail = await published(context, (database) =>
    readCandidate(database, candidateNumber(name), decisions),
  );
  print(json ? JSON.stringify(detail, null, 2) : detailText(detail));
}

async function known(context: CommandContext): Promise<void> {
  const {json, print, log} = context;
  const problems = await published(context, (database) => readKnownProblems(database));
  if (json) return print(JSON.stringify(problems, null, 2));
  if (problems.length === 0) return log.info('The data has no problem records.');
  print(knownText(problems));
}

async function exportAs(
  context: CommandContext,
  name: string | undefined,
  {format, status, project, issueType}: ExportOptions,
): Promise<void> {
  const {workspace, json, print} = context;
  const decisions = await readDecisions(workspace);
  await published(context, async (database) => {
    const {candidates} = await readCandidates(database, decisions, {statuses: status});
    const no = name === undefined ? null : candidateNumber(name);
    if (no !== null) await readCandidate(database, no, decisions);
    const wanted = candidates.filter(({candidateNo}) => no === null || candidateNo === no);
    if (format === 'csv') return print(ledgerText(wanted.map(ledgerRow), json));
    if (wanted.length === 0) throw nothingToExport();
    const details = [];
    for (const {candidateNo} of wanted)
      details.push(await readCandidate(database, candidateNo, decisions));
    const {asOf} = await readFrame(database);
    const jira = {project: project ?? null, ...(issueType === undefined ? {} : {issueType})};
    print(recordFile(details, {form: format, asOf, ...jira}).text);
  });
}

function ledgerText(rows: readonly object[], json: boolean): string {
  if (json) return JSON.stringify(rows, null, 2);
  return csvOf(
    ledgerColumns.map(({name}) => name),
    rows,
  );
}

function nothingToExport(): UserError {
  return new UserError('There is no candidate to export.', 'Ask for others with --status.');
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
