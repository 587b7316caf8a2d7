import {formatChange} from '../charts/format.ts';
import {formatPeriod} from '../charts/format-period.ts';
import {isComparable, type Restatement, type RestatedBuild} from '../metrics/restated.ts';
import {figureValueText} from './figure-value-text.ts';
import {counted, joined} from './headline-sentence.ts';
import {definitionHref, incidentsHref} from './link.ts';
import type {BlockSpec} from './page.ts';
import type {PageContext} from './page-context.ts';
import {countCell, left, right, tableBlock} from './quality-table.ts';
import type {Cell} from './resolved-table.ts';
import type {TableBlock} from './table-block.ts';

/** Figures of complete months that read otherwise than in the build before, build by build. */
export async function resolveRestated(
  context: PageContext,
  spec: Extract<BlockSpec, {block: 'restated'}>,
): Promise<TableBlock | null> {
  const builds = await context.restated();
  if (builds.length === 0) return null;
  const rows = builds.flatMap((build) => buildRows(build, context, spec.top));
  return tableBlock(spec.id, {
    title: restatedTitle(builds),
    subtitle:
      'Opened, resolved, reopened, backlog, resolution SLA and mean time to resolve of months that were complete already, in each build against the one before',
    columns: [
      left('Build'),
      left('Month'),
      left('Figure'),
      right('Before'),
      right('Now'),
      right('Change', true),
      right('n before', true),
      right('n now', true),
    ],
    rows,
    note: builds.flatMap((build) => {
      const hidden = isComparable(build) ? build.moved.length - spec.top : 0;
      return hidden > 0 ? [{text: `${hidden} more moved with build ${build.build}. `}] : [];
    }),
  });
}

function restatedTitle([newest]: readonly RestatedBuild[]): string {
  if (!newest || !isComparable(newest)) return 'What moved since the build before can’t be told';
  const {moved, before, build} = newest;
  if (moved.length === 0) return `Nothing moved in complete months since build ${before}`;
  return `${counted(moved.length, 'figure')} of complete months moved with build ${build}`;
}

function buildRows(build: RestatedBuild, context: PageContext, top: number): Cell[][] {
  const name = `${build.build} against ${build.before}`;
  const nothing = (text: string): Cell[] => [
    {text: name, detail: causeOf(build)},
    {text},
    ...Array.from({length: 6}, () => ({text: ''})),
  ];
  if (!isComparable(build)) return [nothing(build.incomparable)];
  if (build.moved.length === 0)
    return [
      nothing(
        build.monthCount === 0
          ? 'No month was complete yet'
          : `Nothing moved in ${counted(build.monthCount, 'month')}`,
      ),
    ];
  return build.moved.slice(0, top).map((moved, index) => {
    const {unit, label} = context.catalogue.get(moved.metric);
    const {before, after, nBefore, nAfter, metric, period} = moved;
    const change = before === null || after === null ? null : after - before;
    return [
      index === 0 ? {text: name, detail: causeOf(build)} : {text: ''},
      {text: formatPeriod(period)},
      {text: label, href: definitionHref(metric)},
      {text: figureValueText(before, unit), value: before},
      {text: figureValueText(after, unit), value: after, href: incidentsHref(metric, {period})},
      {text: change === null ? '–' : formatChange(change, unit), value: change},
      countCell(nBefore),
      countCell(nAfter),
    ];
  });
}

function causeOf(build: RestatedBuild): string {
  if (!isComparable(build)) return '';
  const {imports, isOtherCode}: Restatement = build;
  const names = imports.slice(0, 2).map(({file_name}) => file_name);
  const more = imports.length - names.length;
  const files = joined([...names, ...(more > 0 ? [counted(more, 'other file')] : [])]);
  if (isOtherCode) return files === '' ? 'new version of Meantime' : `${files}; new version`;
  return files === '' ? 'no import: settings or definitions' : files;
}
