import {formatNumber} from '../charts/format.ts';
import {readAudits, readBuildInfo, readImports} from '../metrics/imports.ts';
import {counted} from './headline-sentence.ts';
import {shortInstant} from './short-instant.ts';
import type {PageContext} from './page-context.ts';
import type {HeadlineBlock} from './resolved-page.ts';

/** Whether the numbers can be relied on, in a sentence. */
export async function resolveQualityHeadline({
  session,
  frame,
}: PageContext): Promise<HeadlineBlock> {
  const [imports, audits, info] = await Promise.all([
    readImports(session),
    readAudits(session),
    readBuildInfo(session),
  ]);
  const read = imports.reduce((sum, {rows_read}) => sum + rows_read, 0);
  const rejected = imports.reduce((sum, {rows_rejected}) => sum + rows_rejected, 0);
  const failed = audits.filter(({failures}) => failures > 0).length;
  return {
    kind: 'headline',
    text: qualityTitle({read, rejected, failed, checks: audits.length}),
    lede: [
      {text: counted(imports.length, 'file'), href: '#imports'},
      {text: `: ${counted(read, 'row')} read, `},
      {text: `${formatNumber(rejected)} rejected`, href: '#rejected'},
      {
        text: `. Build ${info.build} was made on ${shortInstant(info.built_at, frame.zone)} from data to ${shortInstant(frame.asOf, frame.zone)}.`,
      },
    ],
  };
}

interface Quality {
  read: number;
  rejected: number;
  failed: number;
  checks: number;
}

export function qualityTitle({read, rejected, failed, checks}: Quality): string {
  if (read === 0) return 'Nothing has been imported yet.';
  const rows =
    rejected === 0
      ? 'Every row was read'
      : `${formatNumber(rejected)} of ${formatNumber(read)} rows ${rejected === 1 ? 'was' : 'were'} refused`;
  if (failed === 0) return `${rows}, and all ${checks} checks passed.`;
  return `${rows}; ${failed} of ${checks} checks found something.`;
}
