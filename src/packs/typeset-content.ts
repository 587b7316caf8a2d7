import {drawSvg} from '../charts/draw.ts';
import {lightTheme} from '../charts/theme.ts';
import type {Fact} from '../pages/fact.ts';
import type {FigureBlock} from '../pages/figure-block.ts';
import type {FindingsBlock} from '../pages/findings-block.ts';
import type {KpiBlock, KpiRow} from '../pages/kpi-block.ts';
import type {Cell, ResolvedTable} from '../pages/resolved-table.ts';
import {shortTitle} from '../pages/findings-told.ts';
import type {Pack} from './pack.ts';
import type {FlatBlock} from './pack-block.ts';
import {arrange, type Part} from './shape/arrange.ts';
import {isNarrow} from './shape/is-narrow.ts';
import {blockName} from './workbook/block-name.ts';
import {t} from '../wording/t.ts';
import {language} from '../wording/language.ts';
import {formatNumber, intervalLabel} from '../charts/format.ts';
import {timesText} from '../pages/times-text.ts';
import {filterText} from './pack-facts.ts';

/** Paper has one font of each kind, by its plain name; the screen's variable fonts aren't known to it. */
const paperTheme = {...lightTheme, font: 'Inter'};

/** A4 less its margins, in the CSS pixels that charts are drawn in. */
const widths = {half: 370, spark: 120};

/** What the template reads: plain JSON with every chart drawn. Text in it is never markup. */
export interface TypesetContent {
  title: string;
  period: string;
  range: string;
  question: string;
  freshness: string;
  /** Of the document, for readers that speak it and for hyphens: `en`, `fr`. */
  language: string;
  /** What the template itself says. */
  words: Record<string, string>;
  version: string;
  /** What it is restricted to; empty for everything. */
  filters: string;
  restated: {label: string; before: string; after: string}[];
  restatedBecause: string;
  blocks: TypesetBlock[];
}

export type TypesetBlock = {kind: FlatBlock['kind'] | 'two' | 'brief'} & Record<string, unknown>;

export function typesetContent(pack: Pack): TypesetContent {
  const {page, version, build, inputsHash, restated, restatedBecause} = pack;
  return {
    title: page.title,
    period: page.period?.label ?? '',
    range: page.period?.range ?? '',
    question: page.question,
    freshness: `${page.freshness.label} · ${timesText(page.freshness)}`,
    ...{language: language(), words: paperWords()},
    version: t`Version ${version} · build ${build} · inputs ${inputsHash.slice(0, 12)}`,
    ...{restated, restatedBecause, filters: filterText(pack)},
    blocks: arrange(page.blocks, {isNarrow}).map(typesetPart),
  };
}

function typesetPart(part: Part): TypesetBlock {
  switch (part.kind) {
    case 'one':
      return typesetBlock(part.block);
    case 'two':
      return {kind: 'two', blocks: part.blocks.map((block) => typesetBlock(block, true))};
    case 'brief':
      return {kind: 'brief', titles: part.titles};
  }
}

/** @param isHalf whether it has half a sheet's width */
function typesetBlock(block: FlatBlock, isHalf = false): TypesetBlock {
  switch (block.kind) {
    case 'headline':
      return {kind: block.kind, text: block.text, lede: runs(block.lede)};
    case 'kpis':
      return kpis(block);
    case 'figure':
      return {...figure(block), isHalf, name: blockName(block.id)};
    case 'table':
      return {
        ...{kind: block.kind, name: blockName(block.id, block.table.columns[0]?.label), isHalf},
        ...{title: block.title, subtitle: block.subtitle, note: runs(block.note)},
        table: table(block.table),
      };
    case 'list':
      return {
        ...{kind: block.kind, name: blockName(block.id), title: block.title, tone: block.tone},
        isHalf,
        items: block.items.map(({lead, text}) => ({lead, text: runs(text)})),
      };
    case 'findings':
      return findings(block);
    case 'definition':
      return {kind: block.kind, title: block.title, definition: block.definition};
  }
}

/** Every figure has half a sheet: beside another, or beside its own words. */
function figure(block: FigureBlock): TypesetBlock {
  const {data, unit, target, range, ariaLabel} = block;
  const context = {unit, target, range, ariaLabel, width: widths.half, theme: paperTheme};
  return {
    kind: block.kind,
    ...{title: block.title, subtitle: block.subtitle, note: runs(block.note)},
    ...{svg: drawSvg(data, context), alt: ariaLabel},
  };
}

function findings({id, title, subtitle, items, known, note}: FindingsBlock): TypesetBlock {
  return {
    ...{kind: 'findings', name: blockName(id), title, subtitle, note: runs(note)},
    items: items.map(({title: sentence, text, newsText, suggestion}) => ({
      ...{title: sentence, text: runs(text), suggestion},
      news: newsText,
    })),
    known: known.map((finding) => shortTitle(finding.title)).join(t`; `),
  };
}

function kpis(block: KpiBlock): TypesetBlock {
  return {
    ...{kind: block.kind, name: blockName(block.id), title: block.title},
    valueHeading: block.valueHeading,
    sparkHeading: block.sparkHeading,
    rows: block.rows.map(kpiRow),
    note: block.note,
  };
}

function kpiRow(row: KpiRow): Record<string, unknown> {
  const {label, valueText, detailText, intervalText, targetText} = row;
  const {signal, signalText, assuranceText} = row;
  const spark = {unit: row.unit, range: row.range, ariaLabel: label, width: widths.spark};
  return {
    label,
    value: valueText,
    isFigure: row.value !== null,
    detail: detailText === '' ? null : detailText,
    interval: intervalText,
    n: formatNumber(row.n),
    target: targetText,
    signal,
    signalText,
    assurance: assuranceText,
    svg:
      row.spark.length > 0
        ? drawSvg({chart: 'sparkline', rows: row.spark}, {...spark, theme: paperTheme})
        : null,
  };
}

function table({columns, rows, footer}: ResolvedTable): Record<string, unknown> {
  return {
    columns: columns.map(({label, align}, place) => ({
      ...{label, align},
      isDrawing: rows.some((cells) => cells[place]?.spark !== undefined),
    })),
    rows: rows.map((cells) => cells.map(cell)),
    footer: footer ? footer.map(cell) : null,
  };
}

function cell({text, detail, signal, share, tone, spark}: Cell): Record<string, unknown> {
  return {
    ...{text, detail: detail ?? null, signal: signal ?? null, share: share ?? null},
    tone: tone ?? null,
    svg: spark
      ? drawSvg(
          {chart: 'sparkline', rows: spark},
          {unit: 'count', ariaLabel: text, width: widths.spark, theme: paperTheme},
        )
      : null,
  };
}

function runs(facts: readonly Fact[]): {text: string; signal: string | null}[] {
  return facts.map(({text, signal}) => ({text, signal: signal ?? null}));
}

function paperWords(): Record<string, string> {
  return {
    interval: intervalLabel(),
    target: t`Target`,
    signal: t`Signal`,
    againstTarget: t`Against target`,
    brief: t`In brief`,
    still: t`Still so:`,
    contents: t`Contents`,
    restated: t`Restated since the version before:`,
    pageOf: t`of`,
  };
}
