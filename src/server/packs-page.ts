import type {Config} from '../config/config.ts';
import {nextDue, scheduleKey} from '../delivery/run-times.ts';
import type {Page} from '../pages/page.ts';
import type {PageSource} from '../pages/page-context.ts';
import {resolvePage} from '../pages/resolve.ts';
import type {Block, ResolvedPage} from '../pages/resolved-page.ts';
import type {TableBlock} from '../pages/table-block.ts';
import {shortInstant} from '../pages/short-instant.ts';
import type {ListedPack} from '../packs/list-packs.ts';
import {packFiles, packFileNames} from '../packs/pack-files.ts';
import type {PackDelivery} from '../register/pack-deliveries.ts';
import type {PackNote} from '../register/pack-notes.ts';
import {newSchedule, type ScheduleRun} from '../register/schedule-runs.ts';
import {deliveredCell, fileCell, packHref, periodLabel, restatedCell} from './pack-cells.ts';

export const packsDefinition: Page = {
  id: 'packs',
  path: '/packs',
  title: 'Packs',
  question:
    'What was published? A published pack never changes; what is restated gets a new version.',
  grain: null,
  periods: 0,
  filters: [],
  blocks: [],
};

/** Everything the archive tells. */
export interface Archive {
  packs: readonly ListedPack[];
  notes: readonly PackNote[];
  deliveries: readonly PackDelivery[];
  runs: readonly ScheduleRun[];
  config: Pick<Config, 'zone' | 'schedule' | 'delivery'>;
  now: Date;
}

/** Published packs, each file one click away, and when the next ones come. */
export async function packsPage(archive: Archive, source: PageSource): Promise<ResolvedPage> {
  const resolved = await resolvePage(packsDefinition, {period: null, where: []}, source);
  const {packs} = archive;
  const blocks = [packs.length > 0 ? packTable(archive) : noPacks, ...scheduleBlocks(archive)];
  return {...resolved, blocks};
}

function packTable({packs, notes, deliveries, config}: Archive): TableBlock {
  return {
    kind: 'table',
    id: 'packs',
    title:
      packs.length === 1 ? 'One version is published' : `${packs.length} versions are published`,
    subtitle: 'Newest period first; a later version says which key figures it restates, and why',
    table: {
      columns: [
        {label: 'Period', align: 'left'},
        {label: 'Pack', align: 'left'},
        {label: 'Version', align: 'right'},
        ...packFileNames.map((name) => ({
          ...{label: packFiles[name], align: 'left' as const},
          isDetail: name !== 'index.html' && name !== 'pack.pdf',
        })),
        {label: 'Published', align: 'left', isDetail: true},
        {label: 'Restated', align: 'left', isDetail: true},
        {label: 'Delivered to', align: 'left', isDetail: true},
        {label: 'Notes', align: 'right', isDetail: true},
      ],
      rows: packs.map((pack) => [
        {text: periodLabel(pack.period), href: packHref(pack), detail: stillRunning(pack)},
        {text: pack.title},
        {text: String(pack.version), value: pack.version},
        ...packFileNames.map((name) => fileCell(pack, name)),
        {text: shortInstant(new Date(pack.publishedAt), config.zone), tone: 'quiet'},
        restatedCell(pack),
        deliveredCell(deliveries.filter((each) => isOf(pack, each))),
        noteCell(
          notes.filter((each) => isOf(pack, each)),
          pack,
        ),
      ]),
    },
    note: [],
    downloads: [],
  };
}

function stillRunning({isComplete}: ListedPack): string | undefined {
  return isComplete ? undefined : 'still running';
}

export function isOf(
  pack: Pick<ListedPack, 'kind' | 'period' | 'version'>,
  about: {pack: string; period: string | null; version: number | null},
): boolean {
  return about.pack === pack.kind && about.period === pack.period && about.version === pack.version;
}

function noteCell(notes: readonly PackNote[], pack: ListedPack) {
  if (notes.length === 0) return {text: '–', tone: 'quiet' as const};
  return {text: String(notes.length), value: notes.length, href: `${packHref(pack)}#notes`};
}

/** What comes when, for whom, and how the last time went. */
function scheduleBlocks({config, runs, now}: Archive): TableBlock[] {
  const {schedule, zone} = config;
  if (schedule.length === 0) return [];
  return [
    {
      kind: 'table',
      id: 'schedule',
      title: 'What is made by itself',
      subtitle: `While meantime serve runs; times in ${zone}`,
      table: {
        columns: [
          {label: 'Pack', align: 'left'},
          {label: 'For', align: 'left'},
          {label: 'Next', align: 'left'},
          {label: 'Last', align: 'left'},
          {label: 'What became of it', align: 'left'},
        ],
        rows: schedule.map((line) => {
          const run = runs.find((each) => each.schedule === scheduleKey(line));
          const isFailed = run?.isDone === false;
          const isNew = run === undefined || run.detail === newSchedule;
          return [
            {text: line.pack},
            {text: line.to.join(', ') || 'nobody', tone: 'quiet'},
            {text: shortInstant(nextDue(line.cron, zone, now), zone)},
            {text: isNew ? '–' : shortInstant(run.dueAt, zone), tone: 'quiet'},
            {text: isNew ? 'waits for its first time' : run.detail, ...(isFailed ? worse : {})},
          ];
        }),
      },
      note: [],
      downloads: [],
    },
  ];
}

const worse = {signal: 'worse' as const};

const noPacks: Block = {
  kind: 'list',
  id: 'none',
  title: 'No pack has been published yet',
  tone: 'notes',
  items: [
    {
      lead: 'Write one:',
      text: [{text: 'meantime pack weekly, or meantime pack monthly, in the workspace.'}],
    },
  ],
};
