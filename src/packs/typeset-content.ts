import {drawSvg} from '../charts/draw.ts';
import {lightTheme} from '../charts/theme.ts';
import type {Fact} from '../pages/fact.ts';
import type {FigureBlock} from '../pages/figure-block.ts';
import type {FindingsBlock} from '../pages/findings-block.ts';
import type {KpiBlock, KpiRow} from '../pages/kpi-block.ts';
import type {Block} from '../pages/resolved-page.ts';
import type {Cell, ResolvedTable} from '../pages/resolved-table.ts';
import {shortTitle} from '../pages/findings-told.ts';
import type {Pack} from './pack.ts';
import {packBlock} from './pack-block.ts';
import {t} from '../wording/t.ts';
import {language} from '../wording/language.ts';
import {formatNumber, intervalLabel} from '../charts/format.ts';
import {timesText} from '../pages/times-text.ts';
import {filterText} from './pack-facts.ts';

/** Paper has one font of each kind, by its plain name; the screen's variable fonts aren't known to it. */
const paperTheme = {...lightTheme, font: 'Inter'};

/** A4 less its margins, in the CSS pixels that charts are drawn in. */
const widths = {full: 640, half: 310, spark: 120};

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
  /** Blocks with a heading of their own. */
  sections: number;
  blocks: TypesetBlock[];
}

export type TypesetBlock = {kind: Block['kind'] | 'stack'} & Record<string, unknown>;

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
    sections: page.blocks.filter(({kind}) => kind !== 'headline' && kind !== 'definition').length,
    blocks: page.blocks.map((block) => typesetBlock(block, widths.full)),
  };
}

function typesetBlock(of: Block, width: number): TypesetBlock {
  const block = packBlock(of);
  switch (block.kind) {
    case 'headline':
      return {kind: block.kind, text: block.text, lede: runs(block.lede)};
    case 'kpis':
      return kpis(block);
    case 'figure':
      return figure(block, width);
    case 'table':
      return {
        kind: block.kind,
        title: block.title,
        subtitle: block.subtitle,
        table: table(block.table),
        note: runs(block.note),
      };
    case 'list':
      return {
        kind: block.kind,
        title: block.title,
        tone: block.tone,
        items: block.items.map(({lead, text}) => ({lead, text: runs(text)})),
      };
    case 'findings':
      return findings(block);
    case 'definition':
      return {kind: block.kind, title: block.title, definition: block.definition};
    case 'columns':
      return sideBySide(block.blocks);
  }
}

/** Half a sheet is wide enough for a chart, and too narrow for a table. */
function sideBySide(blocks: readonly Block[]): TypesetBlock {
  const isStacked = blocks.some(({kind}) => kind === 'table');
  const width = isStacked ? widths.full : widths.half;
  return {
    kind: isStacked ? 'stack' : 'columns',
    blocks: blocks.map((block) => typesetBlock(block, width)),
  };
}

function figure(block: FigureBlock, width: number): TypesetBlock {
  const {data, unit, target, range, ariaLabel} = block;
  const context = {unit, target, range, ariaLabel, width, theme: paperTheme};
  return {
    kind: block.kind,
    title: block.title,
    subtitle: block.subtitle,
    svg: data.rows.length > 0 ? drawSvg(data, context) : null,
    alt: ariaLabel,
    note: runs(block.note),
  };
}

function findings({title, subtitle, items, known, note}: FindingsBlock): TypesetBlock {
  return {
    ...{kind: 'findings', title, subtitle, note: runs(note)},
    items: items.map(({title: sentence, text, evidence, newsText, suggestion}) => ({
      ...{title: sentence, text: runs(text), suggestion},
      evidence: `${newsText} · ${evidence}`,
    })),
    known: known.map((finding) => shortTitle(finding.title)).join(t`; `),
  };
}

function kpis(block: KpiBlock): TypesetBlock {
  return {
    kind: block.kind,
    title: block.title,
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
    nothingDrawn: t`Nothing to draw in this period.`,
    nothingListed: t`None.`,
    still: t`Still so:`,
    contents: t`Contents`,
    restated: t`Restated since the version before:`,
    pageOf: t`of`,
  };
}
