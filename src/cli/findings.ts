import type {Command} from 'commander';
import {formatDay} from '../charts/format-period.ts';
import {formatSize} from '../charts/format.ts';
import type {Finding} from '../findings/finding.ts';
import {newsText} from '../findings/news-text.ts';
import {readFindings} from '../findings/read-findings.ts';
import {loadCatalogue, type Catalogue} from '../metrics/catalogue.ts';
import {parseSelection} from '../metrics/selection.ts';
import {csvOf} from '../server/csv.ts';
import {findingColumns, findingRow} from '../server/finding-columns.ts';
import {openPublished} from '../warehouse/publish.ts';
import type {CommandContext, Register} from './command.ts';
import {added, oneOf} from './option-values.ts';
import {printable} from './terminal.ts';

interface Options {
  grain: 'week' | 'month';
  period?: string;
  where: string[];
  format?: 'text' | 'csv' | 'json';
}

export const registerFindings: Register = (program, contextOf) => {
  program
    .command('findings')
    .description('What a week or month has that is worth a sentence, the most consequential first')
    .option('--grain <grain>', 'week or month', oneOf(['week', 'month']), 'week')
    .option('--period <id>', 'such as 2016-W12 or 2016-03 (default: the last complete one)')
    .option('--where <filter>', 'DIMENSION=VALUE, such as priority=P1; may be repeated', added, [])
    .option(
      '--format <format>',
      'text, csv or json (default: text)',
      oneOf(['text', 'csv', 'json']),
    )
    .action(async (options: Options, command: Command) => {
      await printFindings(contextOf(command), options);
    });
};

async function printFindings(context: CommandContext, options: Options): Promise<void> {
  const format = options.format ?? (context.json ? 'json' : 'text');
  const database = await openPublished(context.workspace);
  try {
    const {directory} = context.workspace;
    const catalogue = await loadCatalogue(database, {workspaceDirectory: directory});
    const {where} = parseSelection([catalogue.get('opened')], {where: options.where});
    // A month's id tells its grain.
    const grain = /^\d{4}-\d{2}$/.test(options.period ?? '') ? 'month' : options.grain;
    const scope = {grain, period: options.period ?? null, where};
    const findings = await readFindings({session: database, catalogue}, scope);
    if (format === 'json') context.print(JSON.stringify(findings, null, 2));
    else if (format === 'csv')
      context.print(
        csvOf(
          findingColumns.map(({name}) => name),
          findings.map(findingRow),
        ),
      );
    else context.print(findingsText(context, findings, {grain, catalogue}));
  } finally {
    database.close();
  }
}

function findingsText(
  {style}: CommandContext,
  findings: readonly Finding[],
  {grain, catalogue}: {grain: 'week' | 'month'; catalogue: Catalogue},
): string {
  if (findings.length === 0) return `Nothing is worth a sentence this ${grain}.`;
  return findings
    .map((finding, index) => {
      const {unit} = catalogue.get(finding.metric);
      const text = finding.text.map((piece) => piece.text).join('');
      const evidence = `${formatSize(finding.n)}, since ${formatDay(finding.since)}, ${newsText(finding, grain, unit)}`;
      return [
        printable(`${index + 1}. ${finding.title}`),
        ...[text, finding.suggestion, style.faint(evidence)].map((line) => `   ${printable(line)}`),
      ].join('\n');
    })
    .join('\n\n');
}
