import {texts, times, type Incident} from './incident-table.ts';
import {dateText, readBack, type DateStyle} from './date-styles.ts';

export type Cell = string | number | boolean | Date | null;

/** A table as the writers take it: a header and typed cells. */
export interface Sheet {
  headers: string[];
  rows: Cell[][];
}

/** How a file says when: as text in a style, or as what its format has for times. */
export interface Clock {
  style: DateStyle | 'native';
  /** Whose clocks local times are by. */
  zone: string;
}

/** The header of each field in the files; the dot is a level in JSON and XML. */
export const headers: Record<keyof Incident, string> = {
  number: 'ticket_ref',
  title: 'headline',
  description: 'story',
  status: 'stage',
  priority: 'urgency_level',
  assignee: 'person.name',
  location: 'place',
  is_major: 'is_large',
  reopen_count: 'times_reopened',
  satisfaction: 'stars',
  opened_at: 'raised_on',
  resolved_at: 'fixed_on',
  updated_at: 'touched_on',
  occurred_at: 'failed_ms',
  note: 'side_note',
};

const fields = Object.keys(headers) as (keyof Incident)[];

/** A connector that knows the header above, in every form. */
export function connectorYaml(formats: readonly string[]): string {
  const time = (field: (typeof times)[number]) => `      ${field}: {time: ${headers[field]}}`;
  const shape = (form: string) => `  - id: tickets_${form}
    title: tickets (${form})
    grain: incident
    format: ${form}
    ${{json: "rows: ['data.tickets[]', '[]']", xml: "rows: ['export.tickets.ticket']"}[form] ?? ''}
    header: {all: [ticket_ref, raised_on, stage]}
    fields:
      number: ticket_ref
      title: headline
      description: story
      status: {map: stage, values: stage}
      priority: {map: urgency_level, values: urgency}
      assignee: person.name
      location: place
      is_major: {flag: is_large}
      reopen_count: times_reopened
      satisfaction: stars
${times.map(time).join('\n')}
      occurred_at: {sql: 'to_timestamp(try_cast("failed_ms" as double) / 1000)'}`;
  return `id: round-trip
title: Round trip
formats: ${JSON.stringify(formats)}
maps:
  stage: {New: new, In progress: in_progress, On hold: on_hold, Resolved: resolved, Closed: closed}
  urgency: {P1: P1, P2: P2, P3: P3, P4: P4, P5: P5}
shapes:
${['csv', 'json', 'xml'].map(shape).join('\n')}
`;
}

export function sheetOf(incidents: readonly Incident[], {style, zone}: Clock): Sheet {
  const cell = (value: Incident[keyof Incident], field: keyof Incident): Cell => {
    if (!(value instanceof Date)) return value;
    if (field === 'occurred_at') return value.getTime();
    return style === 'native' ? value : dateText(value, style, zone);
  };
  return {
    headers: fields.map((field) => headers[field]),
    rows: incidents.map((incident) => fields.map((field) => cell(incident[field], field))),
  };
}

/** What must be read from a file of these incidents: nothing changed but blanks around texts. */
export function expectedOf(incident: Incident, clock: Clock & {second: DateStyle}): Incident {
  const style = clock.style === 'native' ? clock.second : clock.style;
  const expected = {...incident, status: incident.status.toLowerCase().replace(' ', '_')};
  for (const field of texts) expected[field] = evenText(incident[field]);
  for (const field of times) {
    const at = incident[field];
    if (at) Object.assign(expected, {[field]: readBack(at, style, clock.zone)});
  }
  return expected;
}

/** Blanks around a text are nobody's words, and line ends are one, however they are written. */
export function evenText(text: string | null): string | null {
  const even = text?.replace(/\r+\n|\r/g, '\n').trim() ?? '';
  return even === '' ? null : even;
}
