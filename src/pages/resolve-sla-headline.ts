import {formatInterval, formatNumber, formatValue} from '../charts/format.ts';
import {formatInstant} from '../charts/format-period.ts';
import {slaAttribution} from '../metrics/sla-attribution.ts';
import type {SlaAtRisk} from '../metrics/sla-at-risk.ts';
import type {ComplianceRow} from '../metrics/sla-compliance.ts';
import {slaKinds, type SlaKind} from '../metrics/sla-incidents.ts';
import {noneText} from '../metrics/sla-set.ts';
import {complianceOf} from '../metrics/sla-what-if.ts';
import type {PageContext} from './page-context.ts';
import type {Fact} from './fact.ts';
import type {HeadlineBlock} from './headline-block.ts';
import {shortInstant} from './short-instant.ts';
import {pageAtRisk, pageComparison, pageCompliance, slaSelection} from './sla-answers.ts';
import {atRiskHref, slaHref} from './sla-link.ts';

/** How the promises of the period were kept, who used the time of those broken, and what is about to break. */
export async function resolveSlaHeadline(context: PageContext): Promise<HeadlineBlock | null> {
  if (!context.period) return null;
  const [compliance, atRisk] = await Promise.all([pageCompliance(context), pageAtRisk(context)]);
  const lede = await Promise.all([
    keptFacts(context, compliance),
    usedFacts(context),
    differFacts(context),
    riskFacts(context, atRisk),
  ]);
  return {kind: 'headline', text: headlineText(context, compliance, atRisk), lede: lede.flat()};
}

interface Kept {
  n: number;
  met: number;
}

function keptOf(rows: readonly ComplianceRow[], kind: SlaKind): Kept {
  const own = rows.filter((row) => row.kind === kind);
  return {
    n: own.reduce((sum, row) => sum + row.n, 0),
    met: own.reduce((sum, row) => sum + row.met, 0),
  };
}

function headlineText(
  {period, frame}: PageContext,
  compliance: readonly ComplianceRow[],
  {counts, at, isNow}: SlaAtRisk,
): string {
  const {n, met} = keptOf(compliance, 'resolution');
  const past = counts
    .filter(({band, kind}) => band === 'breached' && kind === 'resolution')
    .reduce((sum, {count}) => sum + count, 0);
  const when = period?.isComplete ? `in ${period.label}` : `so far in ${period?.label}`;
  const kept =
    n === 0
      ? `No resolution target was judged ${when}`
      : `${shareText({n, met})} of resolution targets were met ${when}`;
  const then = isNow ? '' : ` on ${shortInstant(at, frame.zone)}`;
  const were = isNow ? (past === 1 ? 'is' : 'are') : past === 1 ? 'was' : 'were';
  const open =
    past === 0
      ? `nothing open ${isNow ? 'is' : 'was'} past its target${then}`
      : `${formatNumber(past)} open ${past === 1 ? 'incident' : 'incidents'} ${were} past theirs${then}`;
  return `${kept}; ${open}.`;
}

function shareText({n, met}: Kept): string {
  const {share} = complianceOf(met, n);
  return share === null
    ? `${formatNumber(met)} of ${formatNumber(n)}`
    : formatValue(share, 'share');
}

function keptFacts(context: PageContext, compliance: readonly ComplianceRow[]): Fact[] {
  return [...slaKinds].reverse().flatMap((kind): Fact[] => {
    const kept = keptOf(compliance, kind);
    const missed = kept.n - kept.met;
    if (kept.n === 0) return [];
    const {low, high} = complianceOf(kept.met, kept.n);
    const interval = low === null ? '' : ` (${formatInterval(low, high, 'share')})`;
    const of = `${formatNumber(missed)} of ${formatNumber(kept.n)} missed`;
    return [
      {text: kind === 'resolution' ? 'Resolution: ' : 'Response: '},
      {text: of, href: slaHref(context, {sla: 'clocks', kind, verdict: 'breached'})},
      {text: `, ${shareText(kept)} met${interval}. `},
    ];
  });
}

async function usedFacts(context: PageContext): Promise<Fact[]> {
  const request = {...slaSelection(context), kind: 'resolution', by: 'assignment_group'} as const;
  const {rows, clock_count} = await slaAttribution(context.session, request);
  const [first] = rows;
  if (!first || clock_count < 5) return [];
  const href = slaHref(context, {
    sla: 'used-by',
    kind: 'resolution',
    held_by: 'assignment_group',
    holder: first.holder ?? noneText,
  });
  const name = first.holder ?? 'Nobody';
  return [
    {text: `${name} used ${formatValue(first.used_share, 'share')} of the time`, href},
    {text: ' of what was late. '},
  ];
}

async function differFacts(context: PageContext): Promise<Fact[]> {
  const {n, disagreements} = await pageComparison(context);
  if (n === 0 || disagreements === 0) return [];
  return [
    {text: 'The tool’s own verdict differs on '},
    {text: `${formatNumber(disagreements)} of ${formatNumber(n)}`, href: '#comparison'},
    {text: '. '},
  ];
}

function riskFacts(context: PageContext, {clocks, at, isNow}: SlaAtRisk): Fact[] {
  const when = isNow
    ? 'Of what is open'
    : `Of what was open on ${formatInstant(at, context.frame.zone)}`;
  const near = clocks.filter(
    ({band, kind}) => kind === 'resolution' && (band === '75-90' || band === '90-100'),
  );
  if (near.length === 0) return [];
  const isMore = clocks.some(({band, kind}) => kind === 'resolution' && band === 'breached');
  const urgent = near.filter(({band}) => band === '90-100').length;
  return [
    {
      text: `${when}, ${formatNumber(near.length)} ${isMore ? 'more have' : 'have'} used three quarters of their target`,
    },
    ...(urgent > 0
      ? [
          {text: ', '},
          {
            text: `${formatNumber(urgent)} of them nine tenths`,
            href: atRiskHref(context, {kind: 'resolution', band: '90-100'}),
          },
        ]
      : []),
    {text: '.'},
  ];
}
