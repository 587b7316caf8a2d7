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
  const shared = partsOf(finding).filter((part) =>
    others.every((other) => partsOf(other).includes(part)),
  );
  const names = others.slice(0, mostNamed).map((other) => nameOf(other, shared));
  const more = others.length - names.length;
  const listed = listText(more > 0 ? [...names, t`${more} more`] : names);
  return {...finding, text: [...finding.text, plain(t` Likewise ${listed}.`)]};
}

/** What sets it apart from those beside it: `P4`, `P4, jira`. */
function nameOf(finding: Finding, shared: readonly string[]): string {
  const own = partsOf(finding).filter((part) => !shared.includes(part));
  return own.length === 0 ? t`all` : own.reverse().join(', ');
}

function partsOf({where}: Finding): string[] {
  return where.map(({values}) => values.join(t` or `));
}
