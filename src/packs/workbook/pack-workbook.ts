import {writeXlsx, type WriteSheet} from 'hucre/xlsx';
import {blockSections, type Section} from '../data/block-sections.ts';
import type {Datum} from '../data/data-table.ts';
import type {Pack} from '../pack.ts';
import {packTitle} from '../pack-facts.ts';
import {coverSheet} from './cover-sheet.ts';
import {dataSheet} from './data-sheet.ts';
import {sheetName} from './sheet-name.ts';
import {t} from '../../wording/t.ts';
import {blockName} from './block-name.ts';

/**
 * A pack as a workbook: a cover, a sheet for each table and figure with its data as numbers and dates,
 * what was decided and noted, and the definitions. The only place that knows the library.
 */
export async function packWorkbook(pack: Pack): Promise<Uint8Array> {
  const sections = [...packSections(pack), definitionSection(pack)];
  const taken = new Set([t`Cover`.toLowerCase()]);
  const sheets = sections.map((section) => ({name: sheetName(section.name, taken), section}));
  const published = new Date(pack.publishedAt);
  const title = packTitle(pack);
  return writeXlsx({
    sheets: [
      coverSheet(pack, sheets),
      ...sheets.map(({name, section}): WriteSheet => dataSheet(name, section)),
    ],
    defaultFont: {name: 'Calibri', size: 11},
    properties: {
      ...{title, creator: 'Meantime', created: published, modified: published},
      description: pack.page.question,
    },
  });
}

const definitionsId = 'definitions';

type Named = Section & {name: string};

/** A sheet each; the page's own definitions are among those that every pack ends with. */
function packSections({page}: Pack): Named[] {
  return page.blocks
    .flatMap((block) => blockSections(block, page.freshness.zone))
    .filter(({id, role, table}) => {
      return role !== 'definition' && id !== definitionsId && table.rows.length > 0;
    })
    .map((section) => ({...section, name: blockName(section.id, section.table.columns[0]?.label)}));
}

function definitionSection({definitions}: Pack): Named {
  const rows = definitions.map(({label, definition}): Datum[] => [label, definition]);
  return {
    ...{id: definitionsId, name: t`Definitions`, title: t`How each figure is counted`},
    ...{subtitle: '', note: '', figure: null, role: 'definition'},
    table: {
      rows,
      columns: [
        {label: t`Figure`, align: 'left'},
        {label: t`Definition`, align: 'left'},
      ],
    },
  };
}
