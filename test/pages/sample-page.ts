import type {FigureBlock} from '../../src/pages/figure-block.ts';
import type {KpiRow} from '../../src/pages/kpi-block.ts';
import type {Block, ResolvedPage} from '../../src/pages/resolved-page.ts';

/** A page of the kind of the weekly review, made by hand: few blocks, every form once. */
export function samplePage(blocks: Block[] = [kpis([kpi()]), figure()]): ResolvedPage {
  return {
    id: 'weekly',
    path: '/weekly',
    title: 'Weekly review',
    question: 'What changed?',
    period: {
      grain: 'week',
      id: '2026-W44',
      label: 'Week 44',
      range: '26 Oct – 1 Nov 2026',
      from: '2026-10-26',
      to: '2026-11-02',
      isComplete: true,
      previous: '/weekly?period=2026-W43&priority=P2',
      next: null,
    },
    filters: [
      {dimension: 'priority', label: 'Priority', options: ['P1', 'P2', ''], chosen: ['P2']},
    ],
    freshness: {
      asOf: '2026-11-01T22:10:00.000Z',
      label: 'Data to Sun 1 Nov 2026, 23:10 CET',
      build: '118',
      zone: 'UTC',
      isZoneDefault: true,
    },
    blocks,
  };
}

export function kpis(rows: KpiRow[]): Block {
  return {
    kind: 'kpis',
    id: 'kpis',
    title: 'The week against its own history',
    valueHeading: 'This week',
    beforeHeading: 'Week 11',
    sparkHeading: '26 weeks',
    rows,
    note: 'Grey band: usual range.',
    downloads: [{label: 'CSV', href: '/api/metrics/mttr?format=csv', of: 'Time to resolve, mean'}],
  };
}

export function kpi(part: Partial<KpiRow> = {}): KpiRow {
  return {
    metric: 'sla_resolution',
    label: 'SLA met, resolution · P2',
    href: '/incidents?metric=sla_resolution&period=2026-W44&priority=P2',
    definitionHref: '/catalogue#sla_resolution',
    value: 0.812,
    valueText: '81.2 %',
    detailText: '',
    intervalText: '75.4 – 85.9',
    n: 218,
    beforeText: '84.0 %',
    targetText: '≥ 90 %',
    signal: 'worse',
    signalText: 'worse than usual',
    assurance: 'never',
    assuranceText: 'will not meet it',
    unit: 'share',
    spark: [
      {
        day: '2026-10-19',
        period: '2026-W43',
        value: 0.84,
        n: 200,
        signal: 'worse',
        isComplete: true,
      },
      {
        day: '2026-10-26',
        period: '2026-W44',
        value: 0.812,
        n: 218,
        signal: 'worse',
        isComplete: true,
      },
    ],
    range: {lower: 0.87, centre: 0.9, upper: 0.93},
    ...part,
  };
}

export function figure(part: Partial<FigureBlock> = {}): FigureBlock {
  return {
    kind: 'figure',
    id: 'signal',
    title: 'P2 resolution SLA is worse than usual',
    subtitle: 'SLA met, resolution · P2, by week',
    question: 'What changed the most?',
    data: {chart: 'trend', rows: kpi().spark},
    unit: 'share',
    target: {value: 0.9, label: 'Target ≥ 90 %'},
    range: {lower: 0.87, centre: 0.9, upper: 0.93},
    ariaLabel: 'SLA met by week: 81.2 % in week 44',
    note: [{text: '41 breached', href: '/incidents?metric=sla_resolution&period=2026-W44'}],
    table: {
      columns: [
        {label: 'Period', align: 'left'},
        {label: 'SLA met', align: 'right'},
      ],
      rows: [[{text: 'Week 44'}, {text: '81.2 %', value: 0.812}]],
    },
    definitions: [{id: 'sla_resolution', label: 'SLA met, resolution', definition: 'Share met.'}],
    downloads: [{label: 'CSV', href: '/api/metrics/sla_resolution?grain=week&format=csv'}],
    ...part,
  };
}
