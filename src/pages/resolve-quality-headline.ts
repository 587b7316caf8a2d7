import {formatNumber} from '../charts/format.ts';
import {readAudits, readBuildInfo} from '../metrics/imports.ts';
import {readStages, stageResiduals, type StageCount} from '../metrics/stages.ts';
import {counted} from './headline-sentence.ts';
import {shortInstant} from './short-instant.ts';
import type {BlockSpec} from './page.ts';
import type {PageContext} from './page-context.ts';
import type {HeadlineBlock} from './headline-block.ts';

/** Whether the numbers can be relied on, in a sentence, and where on the page each proof is. */
export async function resolveQualityHeadline({
  session,
  frame,
  blocks,
}: PageContext): Promise<HeadlineBlock> {
  const [stages, audits, info, [imported]] = await Promise.all([
    readStages(session),
    readAudits(session),
    readBuildInfo(session),
    session.query<{files: number}>('select count(*) as files from marts.fct_import'),
  ]);
  const read = countOf(stages, 'read');
  const rejected = countOf(stages, 'rejected');
  const failed = audits.filter(({failures}) => failures > 0).length;
  return {
    kind: 'headline',
    text: qualityTitle({
      read,
      rejected,
      failed,
      checks: audits.length,
      isFooted: stageResiduals(stages).every(({within, onward}) => within === 0 && onward === 0),
    }),
    lede: [
      {text: counted(imported?.files ?? 0, 'file'), href: '#imports'},
      {text: `: ${counted(read, 'row')} read, `},
      {text: `${formatNumber(rejected)} rejected`, href: '#rejected'},
      {text: ', '},
      {text: `${formatNumber(countOf(stages, 'incidents', 'on'))} incidents`, href: '#stages'},
      {
        text: ` counted. Build ${info.build} was made on ${shortInstant(info.built_at, frame.zone)} from data to ${shortInstant(frame.asOf, frame.zone)}.`,
      },
    ],
    contents: blocks.flatMap(inColumns).flatMap((spec) => {
      const label = contentLabels[spec.block];
      return label !== undefined && 'id' in spec ? [{label, href: `#${spec.id}`}] : [];
    }),
  };
}

function inColumns(spec: BlockSpec): readonly BlockSpec[] {
  return spec.block === 'columns' ? spec.blocks.flatMap(inColumns) : [spec];
}

/** Titles of tables are findings; the line of contents says what each is about. */
const contentLabels: Partial<Record<BlockSpec['block'], string>> = {
  stages: 'Stages',
  'figure stages': 'Figures',
  'footing proof': 'Footing',
  'sla comparison': 'SLA verdicts',
  imports: 'Imports',
  'import effects': 'What imports changed',
  restated: 'What moved',
  'rejected rows': 'Rejected rows',
  'unmapped values': 'Unknown values',
  audits: 'Checks',
  'chronology faults': 'Impossible times',
  'metric coverage': 'Coverage',
  'field coverage': 'Fields',
  'left out': 'Left out',
  'metric index': 'Definitions',
};

function countOf(stages: readonly StageCount[], item: string, role?: StageCount['role']): number {
  return stages
    .filter((each) => each.item === item && (role === undefined || each.role === role))
    .reduce((sum, {item_count}) => sum + item_count, 0);
}

interface Quality {
  read: number;
  rejected: number;
  failed: number;
  checks: number;
  isFooted: boolean;
}

function qualityTitle({read, rejected, failed, checks, isFooted}: Quality): string {
  if (read === 0) return 'Nothing has been imported yet.';
  if (!isFooted) return 'A stage between file and figure does not add up.';
  const rows =
    rejected === 0
      ? 'Every row was read'
      : `${formatNumber(rejected)} of ${formatNumber(read)} rows ${rejected === 1 ? 'was' : 'were'} refused`;
  if (failed === 0) return `${rows}, and all ${checks} checks passed.`;
  return `${rows}; ${failed} of ${checks} checks found something.`;
}
