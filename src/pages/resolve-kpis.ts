import {kpiRow} from './read-kpi.ts';
import {metricDownloads} from './link.ts';
import type {BlockSpec} from './page.ts';
import type {PageContext} from './page-context.ts';
import {provisionalLegend, provisionalText} from './provisional.ts';
import type {Block} from './resolved-page.ts';
import {t} from '../wording/t.ts';
import {periodsText} from './grain-words.ts';

type KpisSpec = Extract<BlockSpec, {block: 'kpis'}>;

/** The table of key figures: each against its own history. */
export async function resolveKpis(context: PageContext, spec: KpisSpec): Promise<Block | null> {
  const {period, historyFrom} = context;
  if (!period) return null;
  const kpis = (await context.kpis()).filter(({current, figures}) => {
    // A row that never had anything to count (no P1 at all) says nothing.
    const isMissing = current.note?.startsWith('not computable') ?? false;
    return isMissing || current.n > 0 || figures.some(({n}) => n > 0);
  });
  const missing = spec.rows.length - (await context.kpis()).length;
  return {
    kind: 'kpis',
    id: spec.id,
    title:
      period.grain === 'week'
        ? t`The week against its own history`
        : t`The month against its own history`,
    valueHeading: period.grain === 'week' ? t`This week` : t`This month`,
    beforeHeading: context.compared?.label ?? '',
    sparkHeading: periodsText(kpis[0]?.figures.length ?? 0, period.grain),
    rows: kpis.map(kpiRow),
    note: noteOf(
      missing,
      kpis.some(({chart}) => chart.isTrial),
      kpis.some(({current}) => provisionalText(current) !== ''),
    ),
    downloads: kpis.flatMap(({metric, part, where}) =>
      part.length > 0
        ? []
        : metricDownloads(metric.id, {grain: period.grain, from: historyFrom, to: period.to, where})
            .slice(0, 1)
            .map((download) => ({...download, of: metric.label})),
    ),
  };
}

function noteOf(missing: number, isTrial: boolean, isProvisional: boolean): string {
  return [
    t`Usual is what each figure’s own history allows (XmR limits; the grey band, where drawn).`,
    isTrial ? t`Some ranges rest on fewer than 13 periods and are a first guess.` : '',
    isProvisional ? provisionalLegend() : '',
    missing > 0 ? t`Figures that can’t be cut by the chosen filters are left out.` : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
