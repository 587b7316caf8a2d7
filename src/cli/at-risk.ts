import type {Command} from 'commander';
import {formatValue} from '../charts/format.ts';
import {loadCatalogue} from '../metrics/catalogue.ts';
import {readFrame, type Frame} from '../metrics/frame.ts';
import {parseSelection} from '../metrics/selection.ts';
import {riskBands, slaAtRisk, type RunningClock, type SlaAtRisk} from '../metrics/sla-at-risk.ts';
import {parseMoment} from '../metrics/sla-moment.ts';
import {shortInstant} from '../pages/short-instant.ts';
import {bandLabel, targetTime, workingTime} from '../pages/sla-words.ts';
import {csvOf} from '../server/csv.ts';
import {riskColumns} from '../server/sla-columns.ts';
import {openPublished} from '../warehouse/publish.ts';
import type {CommandContext, Register} from './command.ts';
import {added, oneOf, wholeNumber} from './option-values.ts';
import {printable} from './terminal.ts';
import {aligned, counted, fitted} from './wording.ts';

interface Options {
  at?: string;
  where: string[];
  top: number;
  format?: 'csv' | 'json' | 'table';
}

export const registerAtRisk: Register = (program, contextOf) => {
  program
    .command('at-risk')
    .description('Running SLA clocks by how much of their target is used, now or at a past moment')
    .option(
      '--at <time>',
      'a moment, such as 2026-10-15T12:00 in the workspace’s zone (default: now)',
    )
    .option('--where <filter>', 'DIMENSION=VALUE, such as priority=P1; may be repeated', added, [])
    .option('--top <count>', 'clocks to list in the table', wholeNumber, 20)
    .option(
      '--format <format>',
      'table, csv or json (default: table)',
      oneOf(['table', 'csv', 'json']),
    )
    .action(async (options: Options, command: Command) => {
      await printAtRisk(contextOf(command), options);
    });
};

async function printAtRisk(context: CommandContext, options: Options): Promise<void> {
  const format = options.format ?? (context.json ? 'json' : 'table');
  const database = await openPublished(context.workspace);
  try {
    const {directory} = context.workspace;
    const catalogue = await loadCatalogue(database, {workspaceDirectory: directory});
    const cuttable = catalogue.get('sla_resolution');
    const {where} = parseSelection([cuttable], {where: options.where});
    const frame = await readFrame(database);
    const at = options.at === undefined ? null : parseMoment(options.at, frame.zone);
    const part = format === 'table' ? {mostClocks: options.top} : {};
    const answer = await slaAtRisk(database, {at, where, cuttable, ...part});
    const names = riskColumns.map(({name}) => name);
    if (format === 'json') context.print(JSON.stringify(answer, null, 2));
    else if (format === 'csv') context.print(csvOf(names, answer.clocks));
    else context.print(riskText(context, answer, {frame, top: options.top}));
  } finally {
    database.close();
  }
}

function riskText(
  {style}: CommandContext,
  answer: SlaAtRisk,
  {frame, top}: {frame: Frame; top: number},
): string {
  const {clocks, clockCount, at} = answer;
  const shown = clocks.slice(0, top);
  const rows = shown.map((clock) => clockLine(clock, frame.zone).map(printable));
  const [heading = '', ...lines] = aligned([headings, ...rows], '').split('\n');
  return [
    `${counted(clockCount, 'running clock')} on ${shortInstant(at, frame.zone)} (${frame.zone})`,
    '',
    bandText(answer, style),
    '',
    ...(rows.length > 0 ? [style.faint(heading), ...lines] : []),
    ...(clockCount === 0 ? ['No clock was running.'] : []),
    ...(clockCount > shown.length
      ? ['', style.faint(`${shown.length} of ${clockCount}; --top ${clockCount} lists all.`)]
      : []),
  ].join('\n');
}

const headings = ['Incident', 'Priority', 'Target', 'Used', 'Left', 'Due', 'With', 'Title'];

function clockLine(clock: RunningClock, zone: string): string[] {
  return [
    clock.number ?? clock.record_key,
    clock.priority ?? '–',
    `${clock.kind} ${targetTime(clock.target_seconds)}`,
    formatValue(clock.used_share, 'share'),
    workingTime(clock.remaining_seconds),
    clock.is_paused ? 'paused' : shortInstant(clock.due_at, zone),
    clock.assignment_group ?? 'nobody',
    fitted(clock.title ?? '', 40),
  ];
}

/** A line a kind and priority with the count of each band. */
function bandText({counts}: SlaAtRisk, style: CommandContext['style']): string {
  const keys = [...new Set(counts.map(({kind, priority}) => `${kind} ${priority ?? '–'}`))];
  const rows = keys.map((key) => {
    const own = counts.filter(({kind, priority}) => `${kind} ${priority ?? '–'}` === key);
    const countIn = (band: string) => own.find((each) => each.band === band)?.count ?? 0;
    return [key, ...riskBands.map((band) => String(countIn(band)))];
  });
  const [heading = '', ...lines] = aligned(
    [['Target used', ...riskBands.map(bandLabel)], ...rows],
    '',
  ).split('\n');
  return [style.faint(heading), ...lines].join('\n');
}
