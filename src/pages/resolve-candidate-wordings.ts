import {formatNumber, formatValue} from '../charts/format.ts';
import type {
  CandidateDetail,
  CandidateWording,
  ExampleIncident,
} from '../problems/read-candidate.ts';
import {candidateName} from '../register/candidate-decisions.ts';
import {hoursText, things} from './candidate-words.ts';
import {nameField, whyField} from './decision-fields.ts';
import {candidateHref, incidentHref} from './link.ts';
import {markedText} from './marked-text.ts';
import type {PageContext} from './page-context.ts';
import type {WordingsBlock} from './wordings-block.ts';
import type {ExamplesBlock} from './examples-block.ts';
import {shortInstant} from './short-instant.ts';

type Place = Pick<PageContext, 'frame' | 'candidateEdits'>;

/** How it is worded, with the words marked that hold it together; chosen ones can be split off. */
export function resolveCandidateWordings(
  {candidate, wordings}: CandidateDetail,
  {frame: {zone}, candidateEdits}: Place,
  id: string,
): WordingsBlock | null {
  if (wordings.length === 0) return null;
  const {name, candidateNo, wordingCount} = candidate;
  const splits = new Map(
    (candidateEdits?.splits ?? [])
      .filter((split) => split.candidateNo === candidateNo)
      .map(({wordingKey, newCandidateNo}) => [wordingKey, newCandidateNo]),
  );
  const shown = wordings.length < wordingCount ? `, ${formatNumber(wordings.length)} shown` : '';
  return {
    kind: 'wordings',
    id,
    title:
      wordingCount === 1
        ? 'Everyone words it alike'
        : `Worded in ${formatNumber(wordingCount)} ways`,
    subtitle: `Without personal data; the words that hold it together are marked${shown}`,
    action: candidateHref(name),
    rows: wordings.map((wording) => rowOf(wording, {zone, splits})),
    form: wordings.length > 1 ? splitForm : null,
    note: [],
  };
}

const splitForm: WordingsBlock['form'] = {
  summary: 'Split off the chosen wordings',
  explanation:
    'They become a candidate of their own from the next build on, and stay one in every build after.',
  fields: [nameField, whyField],
  submit: 'Split off',
};

function rowOf(
  wording: CandidateWording,
  {zone, splits}: {zone: string; splits: ReadonlyMap<string, number>},
): WordingsBlock['rows'][number] {
  const {wordingKey, incidentCount, typicality, isBoundary, firstSeenAt, lastSeenAt} = wording;
  const [first, last] = [firstSeenAt, lastSeenAt].map((at) => shortInstant(at, zone).split(',')[0]);
  const into = splits.get(wordingKey);
  return {
    key: wordingKey,
    wording: markedText(wording.wording, wording.words),
    count: {text: formatNumber(incidentCount), value: incidentCount},
    typicality: {
      text: formatValue(typicality, 'share'),
      value: typicality,
      detail: isBoundary ? 'on the boundary' : '',
    },
    seen: first === last ? `${first}` : `${first} – ${last}`,
    state: into === undefined ? null : `Becomes ${candidateName(into)} with the next build`,
  };
}

/** Incidents that show what it is, and those that belong less than surely. */
export function resolveCandidateExamples(
  {candidate, representatives, boundary}: CandidateDetail,
  {frame: {zone}}: Place,
  id: string,
): ExamplesBlock | null {
  if (representatives.length + boundary.length === 0) return null;
  const itemOf = (incident: ExampleIncident) => ({
    href: incidentHref(incident.recordKey),
    number: incident.number,
    wording: markedText(incident.wording, incident.words),
    detail: [
      shortInstant(incident.openedAt, zone),
      ...(incident.hoursLost === null ? [] : [`${hoursText(incident.hoursLost)} lost`]),
      `${formatValue(incident.typicality, 'share')} typical`,
    ].join(' · '),
  });
  return {
    kind: 'examples',
    id,
    title: 'Incidents that show what it is',
    subtitle: 'One of each wording; the words that made them members are marked',
    groups: [
      {
        title: 'Most typical',
        note: `of ${things(candidate.incidentCount, 'incident', 'incidents')}`,
        items: representatives.map(itemOf),
      },
      {
        title: 'On the boundary',
        note:
          boundary.length === 0
            ? 'None: each of them shares enough of its words.'
            : 'Do these belong?',
        items: boundary.map(itemOf),
      },
    ],
  };
}
