import type {Fact} from '../../pages/fact.ts';
import type {FigureBlock} from '../../pages/figure-block.ts';
import type {FindingsBlock} from '../../pages/findings-block.ts';
import type {Block} from '../../pages/resolved-page.ts';
import {packBlock} from '../pack-block.ts';
import type {DataTable, Datum} from './data-table.ts';
import {figureData} from './figure-data.ts';
import {kpiData} from './kpi-data.ts';
import {tableData} from './table-data.ts';
import {t} from '../../wording/t.ts';

/** A part of a pack as data, for files that aren't laid out like a page. */
export interface Section {
  id: string;
  title: string;
  subtitle: string;
  note: string;
  table: DataTable;
  /** The figure drawn from the table, where it is one. */
  figure: FigureBlock | null;
  /** `list` is told where the pack is introduced, `definition` among definitions. */
  role: 'data' | 'list' | 'definition';
}

/** Everything a block says as data; a headline is told elsewhere. */
export function blockSections(of: Block, zone: string): Section[] {
  const block = packBlock(of);
  switch (block.kind) {
    case 'columns':
      return block.blocks.flatMap((each) => blockSections(each, zone));
    case 'headline':
      return [];
    case 'kpis':
      return [section(block, {subtitle: '', note: block.note, table: kpiData(block)})];
    case 'figure':
      return [
        section(block, {
          ...{subtitle: block.native?.subtitle ?? block.subtitle, note: textOf(block.note)},
          ...{table: figureData(block), figure: block},
        }),
      ];
    case 'table':
      return [
        section(block, {
          ...{subtitle: block.subtitle, note: textOf(block.note)},
          table: tableData(block.table, zone),
        }),
      ];
    case 'list': {
      const items = block.items.map(({lead, text}): Datum[] => [lead, textOf(text)]);
      const table: DataTable = {...textTable([t`What`, t`Text`], items), isProse: true};
      return [section(block, {table, role: 'list'})];
    }
    case 'findings':
      return [findingSection(block)];
    case 'definition': {
      const row = [block.title, block.definition];
      return [
        section(block, {table: textTable([t`Figure`, t`Definition`], [row]), role: 'definition'}),
      ];
    }
  }
}

/** Heads the sentences behind a finding's title. */
export const findingText = (): string => t`What is so`;

function findingSection(block: FindingsBlock): Section {
  const items = [...block.items, ...block.known].map((each): Datum[] => [
    ...[each.title, textOf(each.text), each.suggestion, each.newsText, each.evidence],
  ]);
  const labels = [t`Finding`, findingText(), t`What to decide`, t`News`, t`Evidence`];
  return section(block, {
    ...{subtitle: block.subtitle, note: textOf(block.note), role: 'list'},
    table: textTable(labels, items),
  });
}

/** Runs of text as one. */
export function textOf(facts: readonly Fact[]): string {
  return facts
    .map(({text}) => text)
    .join('')
    .trim();
}

function section(
  {id, title}: {id: string; title: string},
  parts: Partial<Section> & Pick<Section, 'table'>,
): Section {
  return {...{id, title, subtitle: '', note: '', figure: null, role: 'data'}, ...parts};
}

function textTable(labels: readonly string[], rows: Datum[][]): DataTable {
  return {columns: labels.map((label) => ({label, align: 'left'})), rows};
}
