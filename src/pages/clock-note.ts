import {formatValue} from '../charts/format.ts';
import type {Clock} from '../metrics/incident-clocks.ts';
import {joined} from './headline-sentence.ts';
import type {Fact} from './fact.ts';
import {shortInstant} from './short-instant.ts';
import {kindLabel, targetTime, workingTime} from './sla-words.ts';

/** Holders told of a missed target; the rest has little of it. */
const mostHolders = 4;

/** What the tape can't draw: the promise, both readings of a changed priority, who used the time. */
export function clockNote(clocks: readonly Clock[], zone: string): Fact[] {
  return clocks.flatMap((clock): Fact[] => [
    {text: `${kindLabel(clock.kind)}: ${promiseText(clock)} ${timeText(clock)} `},
    ...(clock.priority_changed_at ? [{text: `${readingsText(clock, zone)} `}] : []),
    ...(clock.shares.length > 0 ? [{text: `${sharesText(clock)} `}] : []),
  ]);
}

/** `24 h in business hours, promised by “standard P3”.` */
function promiseText({policy, target_seconds, calendar}: Clock): string {
  const hours = calendar === 'around the clock' ? calendar : `in ${calendar}`;
  return `${targetTime(target_seconds)} ${hours}, promised by “${policy}”.`;
}

/** Every part of the elapsed time, so that it adds up. */
function timeText(clock: Clock): string {
  const {used_seconds, paused_seconds, outside_seconds, before_seconds, elapsed_seconds} = clock;
  const parts: [string, number][] = [
    ['counted', used_seconds],
    ['while stopped', paused_seconds],
    ['outside hours', outside_seconds],
    ['before it counted', before_seconds],
  ];
  const told = parts.filter(([, seconds]) => seconds >= 30);
  if (told.length < 2) return '';
  const texts = told.map(([words, seconds]) => `${workingTime(seconds)} ${words}`);
  return `${workingTime(elapsed_seconds)} elapsed: ${joined(texts)}.`;
}

/** The reading that holds, and the one that doesn't. */
function readingsText(clock: Clock, zone: string): string {
  const {is_from_change, verdict_other} = clock;
  const [own, other] = is_from_change ? ['then', 'the opening'] : ['the opening', 'then'];
  const verdict = {met: 'met', breached: 'missed'};
  const would =
    verdict_other === null ? 'it would be undecided' : `it would be ${verdict[verdict_other]}`;
  return `The priority changed on ${shortInstant(clock.priority_changed_at, zone)}; counted from ${own}, as promised, ${ownText(clock)}; counted from ${other} ${would}.`;
}

function ownText({verdict}: Clock): string {
  if (verdict === null) return 'it is undecided';
  return verdict === 'met' ? 'it is met' : 'it is missed';
}

function sharesText({shares}: Clock): string {
  const texts = shares.slice(0, mostHolders).map(({assignment_group, used_share}) => {
    return `${assignment_group ?? 'nobody'} ${formatValue(used_share, 'share')}`;
  });
  const rest = shares.length > mostHolders ? [`${shares.length - mostHolders} more`] : [];
  return `Its time was used by ${joined([...texts, ...rest])}.`;
}
