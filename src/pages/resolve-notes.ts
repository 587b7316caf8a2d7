import {formatNumber} from '../charts/format.ts';
import {formatInstant} from '../charts/format-period.ts';
import {readAudits, readBuildInfo, readImports} from '../metrics/imports.ts';
import {counted} from './headline-sentence.ts';
import {kpiLabel} from './read-kpi.ts';
import type {BlockSpec} from './page.ts';
import type {PageContext} from './page-context.ts';
import type {ListBlock} from './resolved-page.ts';

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
    title: 'Data notes',
    tone: 'notes',
    items: [
      {
        lead: `As of ${formatInstant(frame.asOf, frame.zone)}.`,
        text: [
          {
            text: 'Nothing dated later is counted; the last complete period is shown unless another is chosen.',
          },
        ],
      },
      ...zoneNote(context),
      {
        lead: `${counted(imports.length, 'import')}, ${counted(read, 'row')} read, ${formatNumber(rejected)} rejected.`,
        text: [{text: 'All imports', href: '/quality#imports'}],
      },
      ...failed.map(({sentence, failures}): Note => ({
        lead: sentence.replace(/\.?$/, '.'),
        text: [
          {
            text: `${formatNumber(failures)} ${failures === 1 ? 'exception' : 'exceptions'}`,
            href: '/quality#audits',
          },
          {text: '.'},
        ],
      })),
      ...(await notComputable(context)),
      {
        lead: `Build ${info.build}, ${formatInstant(info.built_at, frame.zone)}.`,
        text: [{text: `Code ${info.code_version}, inputs ${info.inputs_hash.slice(0, 12)}.`}],
      },
    ],
  };
}

function zoneNote({frame}: PageContext): Note[] {
  if (!frame.isZoneDefault) return [];
  return [
    {
      lead: 'Times are in UTC (not set).',
      text: [{text: 'Days and weeks are cut there until `zone:` is set in meantime.yaml.'}],
    },
  ];
}

async function notComputable(context: PageContext): Promise<Note[]> {
  const kpis = (await context.kpis()).filter(({current}) =>
    current.note?.startsWith('not computable'),
  );
  return kpis.map((kpi) => ({lead: `${kpiLabel(kpi)}:`, text: [{text: `${kpi.current.note}.`}]}));
}
