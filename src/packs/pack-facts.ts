import {formatInstant, formatPeriod} from '../charts/format-period.ts';
import type {Pack} from './pack.ts';
import {t} from '../wording/t.ts';

/** `Weekly review, Week 12, 21 – 27 Mar 2016`. */
export function packTitle({page}: Pack): string {
  const {title, period} = page;
  return [title, ...(period ? [formatPeriod(period.id), period.range] : [])].join(', ');
}

/** What every file of a pack says about itself, in this order. */
export function packFacts(pack: Pack): {label: string; text: string}[] {
  const {page, version, build, inputsHash, codeVersion, publishedAt} = pack;
  const {label, zone, isZoneDefault} = page.freshness;
  const {period} = page;
  const dataTo = t`Data to ${''}`;
  return [
    {
      label: t`Period`,
      text: `${period?.label ?? ''}, ${period?.range ?? ''}${period?.isComplete === false ? `, ${t`still running`}` : ''}`,
    },
    {label: dataTo.trim(), text: label.replace(dataTo, '')},
    {label: t`Times in`, text: isZoneDefault ? t`${zone} (not set)` : zone},
    ...(pack.filters.length > 0 ? [{label: t`Only`, text: filterText(pack)}] : []),
    {label: t`Version`, text: String(version)},
    {label: t`Published`, text: formatInstant(new Date(publishedAt), zone)},
    {
      label: t`Made from`,
      text: t`build ${build}, inputs ${inputsHash.slice(0, 12)}, Meantime ${codeVersion}`,
    },
  ];
}

/** `Service: ERP, Mail · Priority: P1`; empty where it is of everything. */
export function filterText({filters}: Pick<Pack, 'filters'>): string {
  return filters.map(({label, values}) => t`${label}: ${values.join(', ')}`).join(' · ');
}
