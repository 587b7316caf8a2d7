import type {Candidate} from './candidate.ts';
import type {CandidateDetail} from './read-candidate.ts';

/** A candidate as a person would log it: what every tool's problem record has room for. */
export interface ProblemRecord {
  /** `PC-12`. */
  candidate: string;
  /** One line. */
  title: string;
  /** Paragraphs, with line ends. */
  description: string;
  service: string | null;
  ci: string | null;
  category: string | null;
  subcategory: string | null;
  /** Suggested owner. */
  assignmentGroup: string | null;
  workaround: string | null;
}

/** Incidents named as examples. */
const mostNamed = 10;

/** A value goes into its field only where it is that of most incidents; the description has the rest. */
const enoughShare = 0.5;

/**
 * A candidate as a problem record. Only words without personal data go in.
 * @param asOf the data's own clock
 */
export function problemRecord(detail: CandidateDetail, {asOf}: {asOf: Date}): ProblemRecord {
  const {candidate} = detail;
  const isMost = (share: number | null) => (share ?? 0) >= enoughShare;
  return {
    candidate: candidate.name,
    title: candidate.label.replace(/\s+/g, ' ').trim(),
    description: paragraphs(detail, asOf).filter(Boolean).join('\n\n'),
    service: isMost(candidate.serviceShare) ? candidate.service : null,
    ci: isMost(candidate.ciShare) ? candidate.ci : null,
    category: candidate.category,
    subcategory: candidate.subcategory,
    assignmentGroup: candidate.assignmentGroup,
    workaround: candidate.workaround,
  };
}

function paragraphs(detail: CandidateDetail, asOf: Date): string[] {
  const {candidate, wordings, help} = detail;
  return [
    `What keeps happening: ${candidate.label}`,
    whatItCosts(candidate),
    list(
      'How it is worded',
      wordings.slice(0, 5).map(({wording, incidentCount}) => `${wording} (${incidentCount})`),
    ),
    list('Where', placesOf(detail)),
    list('Incidents, for example', namesOf(detail)),
    candidate.workaround === null
      ? ''
      : `Resolved by (${percent(candidate.workaroundShare)} of those with notes): ${candidate.workaround}`,
    help?.kind === 'article' ? `Article: ${help.help}, used ${help.helpedCount} times` : '',
    candidate.problemId === null ? '' : `Linked already: ${candidate.problemId}`,
    `Source: problem candidate ${candidate.name}, found by Meantime in data to ${dayOf(asOf)}.`,
  ];
}

function whatItCosts(candidate: Candidate): string {
  const {windowCount, windowWeeks, recentCount, recentWeeks, weeksActive} = candidate;
  const spread = [
    counted(candidate.requesterCount, 'requester'),
    counted(candidate.locationCount, 'location'),
  ];
  return [
    `${counted(windowCount, 'incident')} in ${windowWeeks} weeks (${recentCount} in the last ${recentWeeks}), in ${weeksActive} different weeks, from ${spread.join(' and ')}.`,
    `First seen ${dayOf(candidate.firstSeenAt)}, last seen ${dayOf(candidate.lastSeenAt)}.`,
    `${hours(candidate.hoursLost)} lost; halving it would save ${hours(candidate.savedHours)} a year.`,
  ].join('\n');
}

const placeFields: Record<string, string> = {
  ci: 'CI',
  assignment_group: 'Group',
  service: 'Service',
  subcategory: 'Subcategory',
  location: 'Location',
};

function placesOf({values}: CandidateDetail): string[] {
  return Object.entries(placeFields).flatMap(([field, label]) => {
    const top = values.filter((value) => value.field === field).slice(0, 3);
    if (top.length === 0) return [];
    return [`${label}: ${top.map(({value, share}) => `${value} (${percent(share)})`).join(', ')}`];
  });
}

function namesOf({representatives, newest}: CandidateDetail): string[] {
  const named = [...representatives, ...newest].map(
    ({number, openedAt}) => `${number} (${dayOf(openedAt)})`,
  );
  return [...new Set(named)].slice(0, mostNamed);
}

function list(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [`${title}:`, ...lines.map((line) => `- ${line}`)].join('\n');
}

function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}

function hours(value: number): string {
  return `${Math.round(value).toLocaleString('en-GB')} h`;
}

function percent(share: number | null): string {
  return `${Math.round((share ?? 0) * 100)} %`;
}

function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}
