import {formatInstant} from '../charts/format-period.ts';
import type {Pack} from './pack.ts';

/** `Weekly review, Week 12, 21 – 27 Mar 2016`. */
export function packTitle({page}: Pack): string {
  return [page.title, page.period?.label, page.period?.range].filter(Boolean).join(', ');
}

/** What every file of a pack says about itself, in this order. */
export function packFacts(pack: Pack): {label: string; text: string}[] {
  const {page, version, build, inputsHash, codeVersion, publishedAt} = pack;
  const {label, zone, isZoneDefault} = page.freshness;
  const {period} = page;
  return [
    {
      label: 'Period',
      text: `${period?.label ?? ''}, ${period?.range ?? ''}${period?.isComplete === false ? ', still running' : ''}`,
    },
    {label: 'Data to', text: label.replace(/^Data to /, '')},
    {label: 'Times in', text: `${zone}${isZoneDefault ? ' (not set)' : ''}`},
    ...(pack.filters.length > 0 ? [{label: 'Only', text: filterText(pack)}] : []),
    {label: 'Version', text: String(version)},
    {label: 'Published', text: formatInstant(new Date(publishedAt), zone)},
    {
      label: 'Made from',
      text: `build ${build}, inputs ${inputsHash.slice(0, 12)}, Meantime ${codeVersion}`,
    },
  ];
}

/** `Service: ERP, Mail · Priority: P1`; empty where it is of everything. */
export function filterText({filters}: Pick<Pack, 'filters'>): string {
  return filters.map(({label, values}) => `${label}: ${values.join(', ')}`).join(' · ');
}
