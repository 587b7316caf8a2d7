import {listText, plain} from './finding-words.ts';
import type {Finding} from './finding.ts';
import {t} from '../wording/t.ts';

/** So many facts of one kind about one figure are told in full. */
const mostAlike = 2;
/** So many more are named. */
const mostNamed = 6;

/**
 * Two facts of a kind in full, the others by name with the second: ten groups that park their work are one
 * thing to decide.
 * @param findings the heaviest first
 */
export function foldAlike(findings: readonly Finding[]): Finding[] {
  const kinds = new Map<string, Finding[]>();
  for (const finding of findings) {
    const kind = `${finding.detector}|${finding.metric}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), finding]);
  }
  const told = new Map<Finding, Finding>();
  for (const alike of kinds.values())
    for (const [place, finding] of alike.slice(0, mostAlike).entries()) {
      const others = place === mostAlike - 1 ? alike.slice(mostAlike) : [];
      told.set(finding, others.length > 0 ? withOthers(finding, others) : finding);
    }
  return findings.flatMap((finding) => told.get(finding) ?? []);
}

function withOthers(finding: Finding, others: readonly Finding[]): Finding {
  const names = others.slice(0, mostNamed).map(({where}) => nameOf(where));
  const more = others.length - names.length;
  const listed = listText(more > 0 ? [...names, t`${more} more`] : names);
  return {...finding, text: [...finding.text, plain(t` Likewise ${listed}.`)]};
}

function nameOf(where: Finding['where']): string {
  return where.at(-1)?.values.join(t` or `) ?? t`all`;
}
