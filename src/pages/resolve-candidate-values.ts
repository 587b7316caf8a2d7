import {formatNumber, formatValue} from '../charts/format.ts';
import type {CandidateDetail, CandidateValue} from '../problems/read-candidate.ts';
import {pageHref} from './link.ts';
import type {PageContext} from './page-context.ts';
import type {Cell} from './resolved-table.ts';
import type {ValuesBlock} from './values-block.ts';

/** Fields in the order a problem manager asks; `dimension` is what an incident list is cut by. */
const fields: {field: string; title: string; dimension?: string}[] = [
  {field: 'ci', title: 'Configuration items'},
  {field: 'service', title: 'Services', dimension: 'service'},
  {field: 'assignment_group', title: 'Groups', dimension: 'assignment_group'},
  {field: 'workaround', title: 'Resolutions'},
  {field: 'location', title: 'Locations', dimension: 'location'},
  {field: 'subcategory', title: 'Subcategories'},
  {field: 'knowledge', title: 'Articles'},
  {field: 'channel', title: 'Channels', dimension: 'channel'},
];
const mostValues = 5;

/** What a candidate's incidents have in common, the most frequent values of each field. */
export function resolveCandidateValues(
  {candidate, values}: CandidateDetail,
  {catalogue}: Pick<PageContext, 'catalogue'>,
  id: string,
): ValuesBlock | null {
  const groups = fields.flatMap(({field, title, dimension}) => {
    const own = values.filter((value) => value.field === field);
    if (own.length === 0) return [];
    const isCut = dimension !== undefined && catalogue.get('opened').by.includes(dimension);
    const hrefOf = (value: string) =>
      isCut
        ? pageHref('/incidents', {
            choices: {candidate: candidate.name},
            where: [{dimension, values: [value]}],
          })
        : undefined;
    return [
      {
        title,
        note: filledText(own, candidate.incidentCount),
        rows: own.slice(0, mostValues).map((value) => ({
          label: {text: value.value},
          count: shareCell(value, hrefOf(value.value)),
        })),
      },
    ];
  });
  if (groups.length === 0) return null;
  return {
    kind: 'values',
    id,
    title: 'What its incidents have in common',
    subtitle: `Of all ${formatNumber(candidate.incidentCount)} incidents; shares are of those that say it`,
    groups,
  };
}

function shareCell({incidentCount, share}: CandidateValue, href: string | undefined): Cell {
  return {
    text: formatNumber(incidentCount),
    value: incidentCount,
    share,
    detail: formatValue(share, 'share'),
    ...(href ? {href} : {}),
  };
}

/** How many say anything: shares are of these. The counts of the values listed may be fewer. */
function filledText(own: readonly CandidateValue[], of: number): string {
  const [first] = own;
  if (!first || first.share === 0) return '';
  const filled = Math.round(first.incidentCount / first.share);
  return filled === of ? '' : `${formatNumber(filled)} say one`;
}
