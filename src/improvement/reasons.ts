import {fill} from '../wording/fill.ts';
import {phrase, translated} from '../wording/t.ts';

/** Why a verdict is what it is. Verdicts are stored, so these are said in English and worded when read. */
export const reasons = {
  better: phrase`It is better than chance explains.`,
  worse: phrase`It is worse than chance explains.`,
  soFar: phrase`So far the difference is no larger than chance explains.`,
  moreWeeks: phrase`So far the difference is no larger than chance explains; more weeks are needed.`,
  afterAYear: phrase`After a year the difference is still no larger than chance explains.`,
  thinBaseline: phrase`The baseline has too few incidents: even an effect of the target’s size would not stand out.`,
  wouldStandOut: phrase`An effect as large as the target would have stood out by now.`,
  beyondAYear: phrase`An effect of the target’s size would need about {0} more incidents, more than a year has.`,
  fewBefore: phrase`The baseline has {0} incidents; 10 are needed.`,
  fewAfter: phrase`{0} incidents since are too few for a verdict.`,
  fewWeeksBefore: phrase`The baseline has {0} whole weeks; 4 are needed.`,
  oneWeekSince: phrase`1 whole week has passed since; 4 are needed.`,
  fewWeeksSince: phrase`{0} whole weeks have passed since; 4 are needed.`,
  noWeekSince: phrase`No whole week has passed since.`,
  noStratum: phrase`No priority has incidents both before and since.`,
  nothingBefore: phrase`Nothing was counted in the {0} weeks before, so there is nothing to compare with.`,
  blocked: phrase`There is nothing to compare with: {0}.`,
  rarer: phrase`It is rarer than chance explains.`,
  moreFrequent: phrase`It is more frequent than chance explains.`,
  tooRare: phrase`It is too rare: even half as many would not stand out within a year.`,
  hardlyRarer: phrase`It is hardly rarer so far: even half as many from now on would not stand out within a year.`,
  oneWeekMore: phrase`About 1 more week would tell.`,
  weeksMore: phrase`About {0} more weeks would tell.`,
} as const;

/** A reason with its number, in English. */
export function reasonWith(reason: string, value: number | string): string {
  return fill(reason, [typeof value === 'number' ? value.toLocaleString('en-GB') : value]);
}

/**
 * A stored reason in the language that holds, sentence by sentence.
 * @param told how a number is written in it
 */
export function reasonSaid(reason: string, told: (value: number) => string): string {
  return reason
    .split(/(?<=\.) (?=[A-Z])/)
    .map((sentence) => sentenceSaid(sentence, told))
    .join(' ');
}

function sentenceSaid(sentence: string, told: (value: number) => string): string {
  for (const template of Object.values(reasons)) {
    const [start = '', end] = template.split('{0}');
    if (end === undefined) continue;
    if (!sentence.startsWith(start) || !sentence.endsWith(end)) continue;
    const value = sentence.slice(start.length, sentence.length - end.length);
    const number = Number(value.replaceAll(',', ''));
    return fill(translated(template), [Number.isNaN(number) ? translated(value) : told(number)]);
  }
  return translated(sentence);
}
