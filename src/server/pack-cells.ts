import {formatPeriod} from '../charts/format-period.ts';
import {thinSpace} from '../charts/format.ts';
import type {Cell} from '../pages/resolved-table.ts';
import type {ListedPack} from '../packs/list-packs.ts';
import {packFiles, type PackFile} from '../packs/pack-files.ts';
import type {PackDelivery} from '../register/pack-deliveries.ts';

/** One file of a version, one click away, with its size. */
export function fileCell(pack: ListedPack, file: PackFile): Cell {
  const found = pack.files.find(({name}) => name === file);
  if (!found) return {text: '–'};
  return {
    text: packFiles[file],
    href: `${packHref(pack)}/v${pack.version}/${file}`,
    detail: sizeText(found.bytes),
  };
}

export function packHref({kind, period}: Pick<ListedPack, 'kind' | 'period'>): string {
  return `/packs/${kind}/${period}`;
}

/** Weeks need their year where years follow each other. */
export function periodLabel(period: string): string {
  const name = formatPeriod(period);
  return period.includes('W') ? `${name}, ${period.slice(0, 4)}` : name;
}

/** `2 figures`; an en dash for none. */
export function restatedCell({restated}: ListedPack): Cell {
  if (restated.length === 0) return {text: '–', value: 0, tone: 'quiet'};
  const text = restated.length === 1 ? '1 figure' : `${restated.length} figures`;
  return {text, value: restated.length};
}

/** Whom a version reached: addresses counted, chats named; what failed says so. */
export function deliveredCell(deliveries: readonly PackDelivery[]): Cell {
  const real = deliveries.filter(({isTest}) => !isTest);
  const failed = real.filter(({isSent}) => !isSent);
  const sent = real.filter(({isSent}) => isSent);
  if (real.length === 0) return {text: '–', tone: 'quiet'};
  const detail = failed.length === 0 ? {} : {detail: `${failed.length} failed`};
  if (sent.length === 0) return {text: 'failed', signal: 'worse'};
  return {text: [...new Set(sent.map(recipientsText))].join(', '), ...detail};
}

export function recipientsText({channel, recipients}: PackDelivery): string {
  if (channel === 'mail')
    return recipients.length === 1 ? (recipients[0] ?? '') : `${recipients.length} by mail`;
  const name = channel === 'teams' ? 'Teams' : 'Slack';
  return `${name} (${recipients.join(', ')})`;
}

function sizeText(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))}${thinSpace}kB`;
  return `${(bytes / 1_000_000).toFixed(1)}${thinSpace}MB`;
}
