import {formatNumber} from '../charts/format.ts';
import type {PageSource} from '../pages/page-context.ts';
import {resolvePage} from '../pages/resolve.ts';
import type {PostForm} from '../pages/posts-block.ts';
import type {Block, ResolvedPage} from '../pages/resolved-page.ts';
import type {TableBlock} from '../pages/table-block.ts';
import {shortInstant} from '../pages/short-instant.ts';
import type {ListedPack} from '../packs/list-packs.ts';
import {packFiles, packFileNames} from '../packs/pack-files.ts';
import {noteKinds} from '../register/pack-notes.ts';
import {
  deliveredCell,
  fileCell,
  packHref,
  periodLabel,
  recipientsText,
  restatedCell,
} from './pack-cells.ts';
import {isOf, packsDefinition, type Archive} from './packs-page.ts';

/** One pack of one period: its versions, what they restate, what the meeting said, who got it. */
export async function packPage(
  [newest, ...earlier]: readonly [ListedPack, ...ListedPack[]],
  archive: Archive,
  source: PageSource,
): Promise<ResolvedPage> {
  const resolved = await resolvePage(packsDefinition, {period: null, where: []}, source);
  const versions = [newest, ...earlier];
  return {
    ...resolved,
    title: `${newest.title}, ${periodLabel(newest.period)}`,
    question: 'What was said about it? Figures stay as they were published.',
    blocks: [
      headline(newest),
      versionTable(versions, archive),
      ...versions.filter(({restated}) => restated.length > 0).map(restatedTable),
      ...noteBlocks(newest, archive),
      ...deliveryBlocks(newest, archive),
    ],
  };
}

function headline(pack: ListedPack): Block {
  const place = `${packHref(pack)}/v${pack.version}`;
  return {
    kind: 'headline',
    text: pack.headline === '' ? pack.title : pack.headline,
    lede: [
      {text: `${[pack.title, pack.label, pack.range].filter(Boolean).join(', ')}. `},
      {text: 'Open the pack', href: `${place}/index.html`},
      {text: ', version '},
      {text: String(pack.version)},
      {text: '.'},
    ],
  };
}

function versionTable(versions: readonly ListedPack[], {config, deliveries}: Archive): TableBlock {
  return {
    kind: 'table',
    id: 'versions',
    title: versions.length === 1 ? 'One version' : `${versions.length} versions`,
    subtitle: 'Each as it was published',
    table: {
      columns: [
        {label: 'Version', align: 'left'},
        {label: 'Published', align: 'left'},
        {label: 'Build', align: 'right', isDetail: true},
        ...packFileNames.map((name) => ({
          ...{label: packFiles[name], align: 'left' as const},
          isDetail: name !== 'index.html' && name !== 'pack.pdf',
        })),
        {label: 'Restated', align: 'left', isDetail: true},
        {label: 'Delivered to', align: 'left', isDetail: true},
      ],
      rows: versions.map((pack) => [
        {text: String(pack.version), value: pack.version},
        {text: shortInstant(new Date(pack.publishedAt), config.zone)},
        {text: String(pack.build), value: pack.build, tone: 'quiet'},
        ...packFileNames.map((name) => fileCell(pack, name)),
        restatedCell(pack),
        deliveredCell(deliveries.filter((each) => isOf(pack, each))),
      ]),
    },
    note: [],
    downloads: [],
  };
}

function restatedTable({version, restated, restatedBecause}: ListedPack): TableBlock {
  return {
    kind: 'table',
    id: `restated-v${version}`,
    title: `Version ${version} restates ${restated.length === 1 ? 'one figure' : `${restated.length} figures`}`,
    subtitle: restatedBecause,
    table: {
      columns: [
        {label: 'Figure', align: 'left'},
        {label: `Version ${version - 1}`, align: 'right'},
        {label: `Version ${version}`, align: 'right'},
        {label: 'n before', align: 'right', isDetail: true},
        {label: 'n now', align: 'right', isDetail: true},
      ],
      rows: restated.map(({label, before, after, nBefore, nAfter}) => [
        {text: label},
        {text: before, tone: 'quiet'},
        {text: after, tone: 'strong'},
        {text: formatNumber(nBefore), value: nBefore},
        {text: formatNumber(nAfter), value: nAfter},
      ]),
    },
    note: [],
    downloads: [],
  };
}

export const longestNote = 2000;

function noteBlocks(pack: ListedPack, {notes, config}: Archive): Block[] {
  const said = notes.filter((note) => note.pack === pack.kind && note.period === pack.period);
  const table: TableBlock = {
    kind: 'table',
    id: 'notes',
    title: said.length === 0 ? 'Nothing has been noted yet' : 'What the meeting said',
    subtitle: said.length === 0 ? '' : 'As it was noted; nothing is changed afterwards',
    table: {
      columns: [
        {label: 'Note', align: 'left'},
        {label: 'Kind', align: 'left'},
        {label: 'By', align: 'left'},
        {label: 'When', align: 'left', isDetail: true},
        {label: 'Version', align: 'right', isDetail: true},
      ],
      rows: said.map(({note, kind, by, at, version}) => [
        {text: note},
        {text: kind === 'decision' ? 'Decision' : 'Comment', ...(kind === 'decision' ? open : {})},
        {text: by},
        {text: shortInstant(at, config.zone), tone: 'quiet'},
        {text: String(version), value: version},
      ]),
    },
    note: [],
    downloads: [],
  };
  const form: PostForm = {
    task: 'note',
    hidden: [['version', String(pack.version)]],
    fields: [
      {name: 'note', label: 'Note', input: 'lines', most: longestNote},
      {
        ...{name: 'kind', label: 'Kind', input: 'choice'},
        options: noteKinds.map((kind) => ({
          value: kind,
          label: kind === 'decision' ? 'Decision' : 'Comment',
        })),
      },
      {name: 'by', label: 'Your name', input: 'line', most: 100, autocomplete: 'name'},
    ],
    submit: 'Add the note',
    explanation: 'It is kept with your name and the time, and can’t be changed.',
  };
  const title = 'Note what the meeting said';
  return [
    ...(said.length === 0 ? [] : [table]),
    {kind: 'posts', id: 'note', title, subtitle: '', action: packHref(pack), forms: [form]},
  ];
}

const open = {tone: 'open' as const};

function deliveryBlocks(pack: ListedPack, {deliveries, config}: Archive): Block[] {
  const all = deliveries.filter((each) => each.pack === pack.kind && each.period === pack.period);
  const {groups} = config.delivery;
  return [
    ...(all.length === 0 ? [] : [deliveryTable(all, config.zone)]),
    ...(groups.length === 0
      ? []
      : [
          testForm(
            pack,
            groups.map(({name}) => name),
          ),
        ]),
  ];
}

function deliveryTable(all: Archive['deliveries'], zone: string): TableBlock {
  return {
    kind: 'table',
    id: 'deliveries',
    title: 'Who got it',
    subtitle: 'Every delivery that was tried, newest first',
    table: {
      columns: [
        {label: 'To', align: 'left'},
        {label: 'Version', align: 'right'},
        {label: 'When', align: 'left'},
        {label: 'Result', align: 'left'},
        {label: 'Tries', align: 'right', isDetail: true},
        {label: 'Answer', align: 'left', isDetail: true},
      ],
      rows: all.map((each) => [
        {text: recipientsText(each), detail: each.isTest ? 'test' : undefined},
        {text: String(each.version ?? '–')},
        {text: shortInstant(each.at, zone), tone: 'quiet'},
        {text: each.isSent ? 'sent' : 'failed', ...(each.isSent ? {} : {signal: 'worse' as const})},
        {text: String(each.attempts), value: each.attempts},
        {text: each.detail, tone: 'quiet'},
      ]),
    },
    note: [],
    downloads: [],
  };
}

function testForm(pack: ListedPack, groups: readonly string[]): Block {
  return {
    kind: 'posts',
    id: 'test',
    title: 'Send a test',
    subtitle: 'Its subject begins with “Test:”; it is logged as a test',
    action: packHref(pack),
    forms: [
      {
        task: 'test',
        hidden: [['version', String(pack.version)]],
        fields: [
          {
            ...{name: 'group', label: 'Group', input: 'choice'},
            options: groups.map((name) => ({value: name, label: name})),
          },
        ],
        submit: 'Send a test',
        explanation: '',
      },
    ],
  };
}
