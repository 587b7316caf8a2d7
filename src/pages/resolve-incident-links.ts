import {formatNumber, formatValue} from '../charts/format.ts';
import type {Evidence, IncidentLink} from '../metrics/incident-links.ts';
import type {Incident} from '../metrics/incident.ts';
import {withStrikes, type StruckLink} from '../register/struck-links.ts';
import {incidentHref} from './link.ts';
import type {PageContext} from './page-context.ts';
import type {LinksBlock, ResolvedLink} from './links-block.ts';
import {shortInstant} from './short-instant.ts';

type DecidedLink = IncidentLink & {struck: StruckLink | null};

/** What the incident came back as and what it is a return of; nothing where it has no links. */
export function resolveIncidentLinks(
  {record, links}: Pick<Incident, 'links'> & {record: {record_key: string}},
  {struckLinks = [], frame}: Pick<PageContext, 'struckLinks'> & {frame: {zone: string}},
  id: string,
): LinksBlock | null {
  if (links.length === 0) return null;
  const key = record.record_key;
  const decided = withStrikes(links, struckLinks);
  const away = decided.filter(({recordKey}) => recordKey === key);
  const back = decided.filter(({recordKey}) => recordKey !== key);
  const groups = [
    {title: 'Came back as', links: away.map((link) => resolvedLink(link, key, frame.zone))},
    {title: 'Is a return of', links: back.map((link) => resolvedLink(link, key, frame.zone))},
  ];
  return {
    kind: 'links',
    id,
    title: titleOf(away, back),
    subtitle:
      'Logged again between resolution and the end of the watch after closing. Strike a link that is none: the figures leave it out from the next build on.',
    action: `${incidentHref(key)}/links`,
    groups: groups.filter((group) => group.links.length > 0),
  };
}

/** By what holds now, whichever build is shown. */
function titleOf(away: readonly DecidedLink[], back: readonly DecidedLink[]): string {
  const standing = (links: readonly DecidedLink[]) => links.filter(({struck}) => !struck).length;
  const [returns, origins] = [standing(away), standing(back)];
  const times = ['', 'once', 'twice'][returns] ?? `${formatNumber(returns)} times`;
  if (returns > 0 && origins > 0) return `Came back ${times}, and is a return itself`;
  if (returns > 0) return `Came back ${times}`;
  if (origins > 0) return 'Is a return of an earlier incident';
  return 'Did not come back: every link is struck';
}

function resolvedLink(link: DecidedLink, key: string, zone: string): ResolvedLink {
  const {struck, recordKey, cameBackRecordKey} = link;
  const other = recordKey === key ? link.cameBackTitle : link.title;
  return {
    from: {text: link.number, href: incidentHref(recordKey)},
    to: {text: link.cameBackNumber, href: incidentHref(cameBackRecordKey)},
    title: other ?? '',
    when: whenText(link, zone),
    evidence: link.evidences.map((evidence) => evidenceText(evidence, link)),
    isStruck: struck !== null,
    state: stateOf(link, zone),
    form: {task: struck ? 'restore' : 'strike', record: recordKey, cameBack: cameBackRecordKey},
  };
}

function whenText({resolvedAt, cameBackAt}: IncidentLink, zone: string): string {
  const at = `Logged again ${shortInstant(cameBackAt, zone)}`;
  if (resolvedAt === null || cameBackAt < resolvedAt) return at;
  const hours = (cameBackAt.getTime() - resolvedAt.getTime()) / 3_600_000;
  return `${at}, ${formatValue(hours, 'hours')} after the resolution`;
}

/** What speaks for a link, in words. */
function evidenceText(evidence: Evidence, {number, cameBackNumber}: IncidentLink): string {
  switch (evidence) {
    case 'linked':
      return `Linked: ${cameBackNumber} names ${number} as its parent or original, or quotes its number`;
    case 'same service and category':
      return 'Same requester and category, same configuration item or service';
    case 'same text':
      return 'Same requester, and the titles read the same';
  }
}

function stateOf({struck, isStruck}: DecidedLink, zone: string): string[] {
  if (struck) {
    const who = `Struck by ${struck.by}, ${shortInstant(struck.at, zone)}: ${struck.reason}`;
    return [who, isStruck ? 'Left out of the figures.' : 'Left out from the next build on.'];
  }
  return isStruck ? ['Restored: it counts again from the next build on.'] : [];
}
