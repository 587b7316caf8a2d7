import {formatNumber} from '../charts/format.ts';
import {readStages, stageResiduals, type StageCount} from '../metrics/stages.ts';
import {leftOutLabel} from './left-out-words.ts';
import {incidentsHref, leftOutHref} from './link.ts';
import type {PageContext} from './page-context.ts';
import {countCell, left, rareCell, right, tableBlock} from './quality-table.ts';
import type {TableBlock} from './table-block.ts';

/** Every count between the rows of the files and the resolved incidents, an account a source. */
export async function resolveStages({session}: PageContext, id: string): Promise<TableBlock> {
  const counts = await readStages(session);
  const sources = [...new Set(counts.map(({source}) => source))];
  const lines = linesOf(counts);
  const off = stageResiduals(counts).filter(({within, onward}) => within !== 0 || onward !== 0);
  const shown = sources.length > 1 ? sources : [];
  return tableBlock(id, {
    title: stagesTitle(lines, off.length),
    subtitle: 'Each line is counted where it lies: what goes in = what is left out + what goes on',
    columns: [
      left('From file to figure'),
      right(shown.length > 0 ? 'All sources' : (sources[0] ?? 'All sources')),
      ...shown.map((source) => right(source, true)),
    ],
    rows: lines.map((line) => [
      {text: line.label},
      countCell(line.total, hrefOf(line)),
      ...shown.map((source) => rareCell(line.of.get(source) ?? 0, hrefOf(line, source))),
    ]),
    sums: lines.flatMap(({isSum}, index) => (isSum ? [index] : [])),
    note: off.map(({source, stage, within, onward}) => ({
      text: `${source}, ${stage}: ${formatNumber(within || onward)} not accounted for. `,
      signal: 'worse' as const,
    })),
    downloads: [{label: 'CSV', href: '/api/reconciliation?format=csv'}],
  });
}

interface Line extends Pick<StageCount, 'stage' | 'role' | 'item'> {
  label: string;
  isSum: boolean;
  total: number;
  /** By source. */
  of: Map<string, number>;
}

/** What goes on stands once: as the sum of its stage, which is where the next one starts. */
function linesOf(counts: readonly StageCount[]): Line[] {
  const lines = new Map<string, Line>();
  for (const {step, stage, role, item, source, item_count} of counts) {
    if (role === 'in' && step > 1) continue;
    const key = `${step} ${role} ${item}`;
    const line = lines.get(key) ?? {
      ...{stage, role, item, total: 0, of: new Map<string, number>()},
      label: lineLabel(role, item),
      isSum: role !== 'out',
    };
    line.of.set(source, (line.of.get(source) ?? 0) + item_count);
    lines.set(key, {...line, total: line.total + item_count});
  }
  const order = ['in', 'out', 'on'];
  const placeOf = (key: string) => key.split(' ');
  return [...lines]
    .filter(([, {total, role}]) => total > 0 || role !== 'out')
    .sort(([a, lineA], [b, lineB]) => {
      const [[stepA], [stepB]] = [placeOf(a), placeOf(b)];
      return (
        Number(stepA) - Number(stepB) ||
        order.indexOf(lineA.role) - order.indexOf(lineB.role) ||
        lineB.total - lineA.total
      );
    })
    .map(([, line]) => line);
}

const words: Record<string, string> = {
  read: 'Rows read from files',
  unchanged: 'known already, unchanged',
  rejected: 'rejected: could not be read',
  skipped: 'skipped: of other tables, or empty',
  accepted: 'Rows landed',
  changes: 'changes told by the tools’ logs',
  'changes waiting': 'changes of records that are not here',
  'sla records': 'SLA records of the tools',
  versions: 'Versions of records',
  older: 'older versions of the same record',
  records: 'Records',
  incidents: 'Incidents that count',
  resolved: 'Resolved incidents',
};

function lineLabel(role: string, item: string): string {
  if (role !== 'out') return words[item] ?? item;
  const text = words[item] ?? lowered(leftOutLabel(item as Parameters<typeof leftOutLabel>[0]));
  return `−\u00a0${text}`;
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function hrefOf({stage, role, item}: Line, source?: string): string | undefined {
  const where = source === undefined ? [] : [{dimension: 'source', values: [source]}];
  if (item === 'rejected') return '#rejected';
  if (stage === 'rows') return '#imports';
  if (item === 'resolved') return incidentsHref('resolved', {where});
  if (role === 'on' && item === 'incidents') return incidentsHref('opened', {where});
  if (role === 'out' && ['records', 'incidents'].includes(stage)) return leftOutHref(item, {where});
  return undefined;
}

function stagesTitle(lines: readonly Line[], off: number): string {
  if (off > 0) return off === 1 ? 'One stage does not add up' : `${off} stages do not add up`;
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return 'Nothing has been imported';
  return `Every stage adds up, from ${formatNumber(first.total)} rows to ${formatNumber(last.total)} resolved incidents`;
}
