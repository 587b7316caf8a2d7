import {formatNumber} from '../charts/format.ts';
import {readChronologyFaults} from '../metrics/chronology-faults.ts';
import {readAudits} from '../metrics/imports.ts';
import {incidentHref} from './link.ts';
import type {BlockSpec} from './page.ts';
import type {PageContext} from './page-context.ts';
import {left, residualCell, right, tableBlock} from './quality-table.ts';
import {shortInstant} from './short-instant.ts';
import type {Cell} from './resolved-table.ts';
import type {TableBlock} from './table-block.ts';

/** Letters that fit into three lines. */
const longestSample = 160;

/** The rules every build is held to, broken ones first. */
export async function resolveAudits({session}: PageContext, id: string): Promise<TableBlock> {
  const audits = await readAudits(session);
  const failed = audits.filter(({failures}) => failures > 0);
  return tableBlock(id, {
    title:
      failed.length === 0
        ? `All ${audits.length} checks passed`
        : `${failed.length} of ${audits.length} checks found something`,
    subtitle: 'Rules that every build is held to; those that stop a build never get this far',
    columns: [
      left('Rule'),
      right('Exceptions'),
      left('If broken', true),
      ...(failed.length > 0 ? [left('First exceptions', true)] : []),
    ],
    rows: audits.map(({sentence, failures, severity, sample}) => [
      {text: sentence},
      residualCell(failures),
      {text: severity === 'stop' ? 'stops the build' : 'warns'},
      ...(failed.length > 0 ? [{text: sampleText(sample)}] : []),
    ]),
  });
}

/** Whole facts only, as far as there is room. */
function sampleText(sample: string | null): string {
  if (sample === null || sample.length <= longestSample) return sample ?? '';
  const cut = sample.slice(0, longestSample);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(', '), cut.lastIndexOf('; ')))} …`;
}

/** Incidents whose times can't be: in no average, but in the counts. */
export async function resolveChronologyFaults(
  {session, frame}: PageContext,
  spec: Extract<BlockSpec, {block: 'chronology faults'}>,
): Promise<TableBlock> {
  const {rows, total} = await readChronologyFaults(session, {limit: spec.top});
  const time = (instant: Date | null): Cell => ({text: shortInstant(instant, frame.zone)});
  return tableBlock(spec.id, {
    title:
      total === 0
        ? 'Every incident’s times are in order'
        : `${formatNumber(total)} ${total === 1 ? 'incident has' : 'incidents have'} times that cannot be`,
    subtitle: 'An end before its beginning: counted, but in no average',
    columns: [
      left('Incident'),
      left('Opened', true),
      left('Response', true),
      left('Resolved'),
      left('Closed', true),
    ],
    rows: rows.map((row) => [
      {
        text: row.number ?? row.record_key,
        href: incidentHref(row.record_key),
        phoneDetail: `opened ${shortInstant(row.opened_at, frame.zone)}`,
      },
      time(row.opened_at),
      time(row.responded_at),
      time(row.resolved_at),
      time(row.closed_at),
    ]),
    note:
      total > rows.length
        ? [{text: `${formatNumber(rows.length)} of ${formatNumber(total)}, newest first.`}]
        : [],
  });
}
