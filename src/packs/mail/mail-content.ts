import {formatSize} from '../../charts/format.ts';
import type {FindingsBlock} from '../../pages/findings-block.ts';
import type {KpiRow} from '../../pages/kpi-block.ts';
import type {ListBlock} from '../../pages/list-block.ts';
import type {TableBlock} from '../../pages/table-block.ts';
import {textOf} from '../data/block-sections.ts';
import {flatBlocks, type FlatBlock} from '../pack-block.ts';
import type {Pack, Restatement} from '../pack.ts';
import {packFacts, packTitle} from '../pack-facts.ts';
import {t} from '../../wording/t.ts';

/** What a mail says of a pack, without any layout: both parts of a mail are made of it. */
export interface MailContent {
  /** `Weekly review, Week 12, 21 – 27 Mar 2016`. */
  title: string;
  headline: string;
  lede: string;
  figures: MailFigure[];
  /** Lists a meeting goes through, then tables it decides on. */
  lists: {title: string; items: {lead: string; text: string}[]; note?: string}[];
  restated: Restatement[];
  restatedBecause: string;
  facts: {label: string; text: string}[];
}

export interface MailFigure {
  label: string;
  value: string;
  /** `n = 252 · provisional`: of how many, where the value isn't their number. */
  detail: string;
  target: string;
  /** In words: a mail may be read without colours or pictures. */
  signal: string;
  against: string;
  tone: 'better' | 'worse' | 'plain';
}

export function mailContent(pack: Pack): MailContent {
  const {page, restated, restatedBecause} = pack;
  const blocks = flatBlocks(page.blocks);
  const headline = blocks.find((block) => block.kind === 'headline');
  return {
    title: packTitle(pack),
    headline: headline?.text ?? page.title,
    lede: headline ? textOf(headline.lede) : '',
    figures: blocks.flatMap((block) => (block.kind === 'kpis' ? block.rows.map(mailFigure) : [])),
    lists: [...blocks.filter(isDecision), ...blocks.filter((each) => !isDecision(each))].flatMap(
      listOf,
    ),
    ...{restated, restatedBecause, facts: packFacts(pack)},
  };
}

function mailFigure(row: KpiRow): MailFigure {
  const {label, valueText, targetText, signal, signalText, assuranceText} = row;
  return {
    ...{label, value: valueText, detail: detailOf(row), target: targetText},
    ...{signal: signalText, against: assuranceText},
    tone: signal === 'better' || signal === 'worse' ? signal : 'plain',
  };
}

function detailOf({value, n, unit, detailText}: KpiRow): string {
  const size = value === null || unit === 'count' ? '' : formatSize(n);
  return [size, detailText].filter((part) => part !== '').join(' · ');
}

/** What was found and what is to be decided come first. */
function isDecision(block: FlatBlock): boolean {
  return block.kind === 'findings' || (block.kind === 'list' && block.tone === 'decide');
}

/** Tables whose rows are things to do something about: the others are in the pack. */
const toldTables = ['actions', 'candidates'];

function listOf(block: FlatBlock): MailContent['lists'] {
  switch (block.kind) {
    case 'list':
      return block.tone === 'decide' && block.items.length > 0 ? [listItems(block)] : [];
    case 'table':
      return toldTables.includes(block.id) && block.table.rows.length > 0
        ? [tableItems(block)]
        : [];
    case 'findings':
      return block.items.length > 0 ? [findingItems(block)] : [];
    case 'headline':
    case 'kpis':
    case 'figure':
    case 'definition':
      return [];
  }
}

/** A finding's sentence, what is so, and what to decide. */
function findingItems({title, items}: FindingsBlock): MailContent['lists'][number] {
  return {
    title,
    items: items.map(({title: lead, text, suggestion}) => ({
      lead: /[.!?]$/.test(lead) ? lead : `${lead}.`,
      text: [textOf(text), suggestion].filter((part) => part !== '').join(' '),
    })),
  };
}

function listItems({title, items}: ListBlock): MailContent['lists'][number] {
  return {title, items: items.map(({lead, text}) => ({lead, text: textOf(text)}))};
}

/** A row as a line: its first cell, then the others with their columns' names. */
function tableItems({title, table, note}: TableBlock): MailContent['lists'][number] {
  const items = table.rows.map((cells) => ({
    lead: cells[0]?.text ?? '',
    text: cells
      .flatMap(({text, spark}, place) => {
        const label = table.columns[place]?.label ?? '';
        return place === 0 || spark || text === '' || text === '–' ? [] : [t`${label}: ${text}`];
      })
      .join(' · '),
  }));
  return {title, items, note: textOf(note)};
}
