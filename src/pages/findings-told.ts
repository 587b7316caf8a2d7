import type {Finding} from '../findings/finding.ts';
import type {Filter} from '../metrics/metric.ts';
import type {Kpi} from './kpi.ts';
import type {PageContext} from './page-context.ts';

/** The findings that the page tells; none where it has no place for them, or they are still looked for. */
export async function findingsTold(context: PageContext): Promise<Finding[]> {
  const spec = context.blocks.find((block) => block.block === 'findings');
  if (spec?.block !== 'findings') return [];
  const findings = (await context.foundFacts()) ?? [];
  const known = findings.filter(({news}) => news === 'known').slice(0, spec.most);
  return [...findings.filter(({news}) => news !== 'known').slice(0, spec.most), ...known];
}

/** Whether a finding is about the figure that a row of the table of key figures shows. */
export function isAbout({metric, where}: Pick<Kpi, 'metric' | 'where'>) {
  return (finding: Finding): boolean =>
    finding.metric === metric.id && filterText(finding.where) === filterText(where);
}

function filterText(where: readonly Filter[]): string {
  const texts = where.map(({dimension, values}) => `${dimension}=${[...values].sort().join('|')}`);
  return texts.sort().join('&');
}

/** Titles say what is so before a colon, and how large it is after it. */
export function shortTitle(title: string): string {
  return title.split(/\u00a0?: /)[0] ?? title;
}

/** The anchor of a finding on its page. */
export function findingAnchor(key: string): string {
  return `finding-${key.replace(/[^\p{L}\p{N}]+/gu, '-').toLowerCase()}`;
}
