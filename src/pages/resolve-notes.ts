import {formatNumber} from '../charts/format.ts';
import {formatInstant} from '../charts/format-period.ts';
import {readAudits, readBuildInfo, readImports} from '../metrics/imports.ts';
import {counted} from './headline-sentence.ts';
import {kpiLabel} from './read-kpi.ts';
import type {BlockSpec} from './page.ts';
import type {PageContext} from './page-context.ts';
import type {ListBlock} from './list-block.ts';
import {t, translated} from '../wording/t.ts';
import {noteText} from './note-text.ts';

type Note = ListBlock['items'][number];

/** The small print: how fresh, from which files, what failed, what can't be computed. */
export async function resolveNotes(
  context: PageContext,
  spec: Extract<BlockSpec, {block: 'data notes'}>,
): Promise<ListBlock> {
  const {session, frame} = context;
  const [imports, audits, info] = await Promise.all([
    readImports(session),
    readAudits(session),
    readBuildInfo(session),
  ]);
  const rejected = imports.reduce((sum, {rows_rejected}) => sum + rows_rejected, 0);
  const read = imports.reduce((sum, {rows_read}) => sum + rows_read, 0);
  const failed = audits.filter(({failures}) => failures > 0);
  return {
    kind: 'list',
    id: spec.id,
    title: t`Data notes`,
    tone: 'notes',
    items: [
      {
        lead: t`As of ${formatInstant(frame.asOf, frame.zone)}.`,
        text: [
          {
            text: t`Nothing dated later is counted; the last complete period is shown unless another is chosen.`,
          },
        ],
      },
      ...zoneNote(context),
      {
        lead: t`${counted(imports.length, 'import')}, ${counted(read, 'row')} read, ${formatNumber(rejected)} rejected.`,
        text: [{text: t`All imports`, href: '/quality#imports'}],
      },
      ...failed.map(({sentence, failures}): Note => ({
        lead: translated(sentence.replace(/\.?$/, '.')),
        text: [
          {
            text: counted(failures, 'exception'),
            href: '/quality#audits',
          },
          {text: '.'},
        ],
      })),
      ...(await notComputable(context)),
      {
        lead: t`Build ${info.build}, ${formatInstant(info.built_at, frame.zone)}.`,
        text: [{text: t`Code ${info.code_version}, inputs ${info.inputs_hash.slice(0, 12)}.`}],
      },
    ],
  };
}

function zoneNote({frame}: PageContext): Note[] {
  if (!frame.isZoneDefault) return [];
  return [
    {
      lead: t`Times are in UTC (not set).`,
      text: [{text: t`Days and weeks are cut there until “zone:” is set in meantime.yaml.`}],
    },
  ];
}

async function notComputable(context: PageContext): Promise<Note[]> {
  const kpis = (await context.kpis()).filter(({current}) =>
    current.note?.startsWith('not computable'),
  );
  return kpis.map((kpi) => ({
    lead: t`${kpiLabel(kpi)}:`,
    text: [{text: `${noteText(kpi.current.note ?? '')}.`}],
  }));
}
