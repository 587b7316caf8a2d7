import type {Command} from 'commander';
import {UserError} from '../base/user-error.ts';
import {formatChange, formatInterval, formatNumber, formatValue} from '../charts/format.ts';
import {loadCatalogue} from '../metrics/catalogue.ts';
import {readFrame} from '../metrics/frame.ts';
import {knownPeriod, parseSelection} from '../metrics/selection.ts';
import type {SlaKind} from '../metrics/sla-incidents.ts';
import type {SlaOverride} from '../metrics/sla-override.ts';
import {
  slaWhatIf,
  type Compliance,
  type SlaWhatIf,
  type WhatIfRow,
} from '../metrics/sla-what-if.ts';
import {overrideText, workingTime} from '../pages/sla-words.ts';
import {csvOf} from '../server/csv.ts';
import {flatWhatIf, flipColumns, whatIfColumns} from '../server/sla-columns.ts';
import {lastCompletePeriod} from '../time/period.ts';
import {openPublished} from '../warehouse/publish.ts';
import type {Database} from '../warehouse/database.ts';
import type {CommandContext, Register} from './command.ts';
import {added, oneOf, wholeNumber} from './option-values.ts';
import {printable} from './terminal.ts';
import {aligned, fitted} from './wording.ts';

interface Options {
  priority?: string;
  policy?: string;
  kind: SlaKind;
  within?: string;
  calendar?: string;
  /** False with `--no-pause`. */
  pause: boolean;
  fromChange?: boolean;
  period?: string;
  from?: string;
  to?: string;
  where: string[];
  top: number;
  flips?: boolean;
  format?: 'csv' | 'json' | 'table';
}

export const registerWhatIf: Register = (program, contextOf) => {
  program
    .command('what-if')
    .description('SLA compliance under another target or calendar, and which incidents would flip')
    .option('--within <time>', 'the target, such as "4 h" or "2 business days"')
    .option('--priority <priority>', 'only of this priority (default: every one)')
    .option(
      '--kind <kind>',
      'resolution or response',
      oneOf(['resolution', 'response']),
      'resolution',
    )
    .option('--policy <name>', 'only clocks of this policy')
    .option('--calendar <name>', 'count in this calendar')
    .option('--no-pause', 'the clock never stops')
    .option('--from-change', 'the target counts from the last change of priority')
    .option('--period <period>', 'resolved in it, such as 2026-10 (default: the last whole month)')
    .option('--from <day>', 'first day, instead of a period')
    .option('--to <day>', 'the day after the last')
    .option('--where <filter>', 'DIMENSION=VALUE, such as service=Mail; may be repeated', added, [])
    .option('--top <count>', 'flips to list in the table', wholeNumber, 15)
    .option('--flips', 'as CSV, the incidents that flip instead of the shares')
    .option(
      '--format <format>',
      'table, csv or json (default: table)',
      oneOf(['table', 'csv', 'json']),
    )
    .action(async (options: Options, command: Command) => {
      await printWhatIf(contextOf(command), options);
    });
};

async function printWhatIf(context: CommandContext, options: Options): Promise<void> {
  const override = overrideOf(options);
  const usual = options.flips ? 'csv' : 'table';
  const format = options.format ?? (context.json ? 'json' : usual);
  const database = await openPublished(context.workspace);
  try {
    const mostFlips = format === 'table' ? options.top : 1_000_000;
    const selection = await selectionOf(database, context, options);
    const answer = await slaWhatIf(database, {...selection, overrides: [override], mostFlips});
    const text = {
      json: () => JSON.stringify({...days(selection), ...answer}, null, 2),
      csv: () => csvText(answer, options.flips ?? false),
      table: () => tableText(context, answer, {override, ...days(selection)}),
    };
    context.print(text[format]());
  } finally {
    database.close();
  }
}

function overrideOf(options: Options): SlaOverride {
  const {kind, priority, policy, within, calendar, pause, fromChange} = options;
  if (within === undefined && calendar === undefined && pause && !fromChange)
    throw new UserError(
      'Nothing is said that would be another promise.',
      'Give at least one of --within, --calendar, --no-pause and --from-change.',
    );
  return {
    kind,
    priority: priority ?? null,
    policy: policy ?? null,
    within: within ?? null,
    calendar: calendar ?? null,
    stops: pause ? null : 'none',
    counts: fromChange ? 'from change' : null,
  };
}

async function selectionOf(database: Database, {workspace}: CommandContext, options: Options) {
  const {directory} = workspace;
  const catalogue = await loadCatalogue(database, {workspaceDirectory: directory});
  const cuttable = catalogue.get('sla_resolution');
  const {where, from, to} = parseSelection([cuttable], {
    where: options.where,
    ...(await daysOf(database, options)),
  });
  return {where, from, to, cuttable};
}

async function daysOf(database: Database, {period, from, to}: Options) {
  if (period !== undefined && (from !== undefined || to !== undefined))
    throw new UserError(
      'Both a period and its days are given.',
      'Use --period, or --from and --to.',
    );
  if (from !== undefined || to !== undefined) return {from, to};
  const {asOfOn} = await readFrame(database);
  const found = period === undefined ? lastCompletePeriod(asOfOn, 'month') : knownPeriod(period);
  return {from: found.from, to: found.to};
}

function days({from, to}: {from: string | null; to: string | null}) {
  return {from, to};
}

function csvText(answer: SlaWhatIf, isOfFlips: boolean): string {
  const [columns, rows] = isOfFlips
    ? [flipColumns, answer.flips]
    : [whatIfColumns, flatWhatIf(answer)];
  return csvOf(
    columns.map(({name}) => name),
    rows,
  );
}

interface Asked {
  override: SlaOverride;
  from: string | null;
  to: string | null;
}

function tableText({style}: CommandContext, answer: SlaWhatIf, asked: Asked): string {
  const {override, from, to} = asked;
  const stretch = [from && `from ${from}`, to && `before ${to}`].filter(Boolean).join(', ');
  const [heading = '', ...lines] = aligned([headings, ...answer.rows.map(rowLine)], '').split('\n');
  return [
    `What if: ${overrideText(override)}`,
    style.faint(`Incidents resolved ${stretch || 'at any time'}`),
    '',
    ...(answer.rows.length > 0
      ? [style.faint(heading), ...lines, '', ...flipLines(answer, style)]
      : ['No clock of this kind was judged.']),
  ].join('\n');
}

const headings = [
  ...['Priority', 'Met now', '95\u202f%', 'Then', '95\u202f%'],
  ...['Change', 'n', 'Newly missed', 'Newly met'],
];

function rowLine({priority, isTotal, now, then, n, saved, lost}: WhatIfRow): string[] {
  const change = now.share === null || then.share === null ? null : then.share - now.share;
  return [
    isTotal ? 'together' : (priority ?? '–'),
    shareText(now, n),
    formatInterval(now.low, now.high, 'share'),
    shareText(then, n),
    formatInterval(then.low, then.high, 'share'),
    formatChange(change, 'share'),
    ...[n, lost, saved].map((count) => formatNumber(count)),
  ];
}

/** No percentage of fewer than ten. */
function shareText({met, share}: Compliance, n: number): string {
  return share === null ? `${met} of ${n}` : formatValue(share, 'share');
}

function flipLines({flips, flipCount}: SlaWhatIf, style: CommandContext['style']): string[] {
  if (flipCount === 0) return ['No verdict would flip.'];
  const rows = flips.map((flip) =>
    [
      flip.number ?? flip.record_key,
      flip.priority ?? '–',
      `${flip.verdict_now} → ${flip.verdict_then}`,
      `${workingTime(flip.margin_now_seconds)} → ${workingTime(flip.margin_then_seconds)}`,
      flip.assignment_group ?? 'nobody',
      fitted(flip.title ?? '', 40),
    ].map(printable),
  );
  const [heading = '', ...lines] = aligned(
    [['Flips, narrowest first', 'Priority', 'Verdict', 'Margin', 'With', 'Title'], ...rows],
    '',
  ).split('\n');
  const more =
    flipCount > flips.length
      ? ['', style.faint(`${flips.length} of ${flipCount}; --flips has all, as CSV.`)]
      : [];
  return [style.faint(heading), ...lines, ...more];
}
