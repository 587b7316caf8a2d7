import {formatNumber, formatValue} from '../charts/format.ts';
import {fieldLabel} from '../metrics/dimension.ts';
import type {Clock} from '../metrics/incident-clocks.ts';
import type {Incident} from '../metrics/incident.ts';
import {capitalised} from './headline-sentence.ts';
import {clockTape} from './clock-tape.ts';
import {incidentHref} from './link.ts';
import type {PageContext} from './page-context.ts';
import {statusText} from './incident-list-columns.ts';
import {shortInstant} from './short-instant.ts';
import {policyLabel, targetTime, workingTime} from './sla-words.ts';
import type {FactsBlock} from './facts-block.ts';
import type {Block} from './resolved-page.ts';
import type {Cell} from './resolved-table.ts';
import type {TapeBlock} from './tape-block.ts';

type Item = FactsBlock['items'][number];

/** What the incident is and where it stands; empty fields are left away. */
export function resolveIncidentFacts(
  {record, facts, clocks}: Incident,
  {frame}: PageContext,
  id: string,
): FactsBlock {
  const time = (label: string, instant: Date | null): Item[] =>
    instant ? [{label, cell: {text: shortInstant(instant, frame.zone)}}] : [];
  const text = (label: string, value: string | null, detail?: string | null): Item[] =>
    value ? [{label, cell: {text: value, ...(detail ? {detail} : {})}}] : [];
  return {
    kind: 'facts',
    id,
    title: '',
    items: [
      ...text('Number', record.number ?? record.record_id, record.source),
      ...text('Status', capitalised(statusText(record.status)), rawOf(record.status_raw)),
      ...text('Priority', record.priority ?? 'not known', rawOf(record.priority_raw)),
      ...text('Service', record.service),
      ...text('Category', record.category, record.subcategory),
      ...text('Configuration item', record.ci),
      ...text('With', record.assignment_group, record.assignee),
      ...text('For', record.requester, record.location),
      ...text('Channel', record.channel),
      ...text('Counts', record.exclusion ? `No: ${record.exclusion}` : null),
      ...time('Opened', record.opened_at),
      ...time('First response', record.responded_at),
      ...time('Resolved', record.resolved_at),
      ...time('Closed', record.closed_at),
      ...durationItems(facts),
      ...clocks.map(clockItem),
      ...text('Tool’s own verdict', recordedText(facts?.is_sla_recorded_met ?? null)),
      ...text('Resolution', record.resolution_code),
      ...text('Problem', record.problem_id),
      ...text('Parent', record.parent_id),
      ...returnItems(facts),
    ],
  };
}

function rawOf(raw: string | null): string | null {
  return raw === null ? null : `recorded as “${raw}”`;
}

function durationItems(facts: Incident['facts']): Item[] {
  if (!facts) return [];
  const hours: [string, number | null][] = [
    ['Time to respond', facts.respond_hours],
    ['Time to resolve', facts.resolve_hours],
    ['Open for', facts.age_hours],
  ];
  const counts: [string, number | null][] = [
    ['Reopened', facts.reopen_count],
    ['Reassigned', facts.reassignment_count],
  ];
  return [
    ...hours.flatMap(([label, value]) =>
      value === null ? [] : [{label, cell: {text: formatValue(value, 'hours'), value}}],
    ),
    ...counts.flatMap(([label, value]) =>
      value
        ? [{label, cell: {text: value === 1 ? 'once' : `${formatNumber(value)} times`, value}}]
        : [],
    ),
  ];
}

function clockItem(clock: Clock): Item {
  const {kind, verdict, target_seconds, used_seconds, calendar, policy} = clock;
  const used = workingTime(used_seconds);
  const promise = [targetTime(target_seconds), calendar, policyLabel(policy)];
  return {
    label: `${capitalised(kind)} target`,
    cell: {
      text: verdict === null ? 'still running' : verdict === 'met' ? 'met' : 'missed',
      ...(verdict === 'breached' ? {signal: 'worse' as const} : {}),
      detail: `${used} of ${promise.filter(Boolean).join(', ')}`,
    },
  };
}

function recordedText(isMet: boolean | null): string | null {
  if (isMet === null) return null;
  return isMet ? 'met' : 'missed';
}

function returnItems(facts: Incident['facts']): Item[] {
  if (!facts?.has_come_back) return [];
  const cell: Cell = {text: facts.came_back_evidence ?? 'yes'};
  const key = facts.came_back_record_key;
  return [{label: 'Came back', cell: key ? {...cell, href: incidentHref(key)} : cell}];
}

/** Which minutes counted, which didn't, and who held it meanwhile. */
export function resolveIncidentClock(
  incident: Incident,
  {frame}: PageContext,
  id: string,
): TapeBlock | null {
  return clockTape(incident, {id, zone: frame.zone, asOf: frame.asOf});
}

/** Everything that changed, in order. */
export function resolveIncidentHistory(
  {changes}: Incident,
  {frame}: PageContext,
  id: string,
): Block {
  const note =
    changes.length === 0
      ? [
          {
            text: 'The source has no history of this incident: what needs one is not computed from it.',
          },
        ]
      : [];
  return {
    kind: 'table',
    id,
    title: changes.length === 0 ? 'No history' : `${formatNumber(changes.length)} changes`,
    subtitle: 'As the tool’s log tells them, or as seen between two exports',
    table: {
      columns: [
        {label: 'When', align: 'left'},
        {label: 'Field', align: 'left'},
        {label: 'From', align: 'left', isDetail: true},
        {label: 'To', align: 'left'},
        {label: 'By', align: 'left', isDetail: true},
        {label: 'Told by', align: 'left', isDetail: true},
      ],
      rows: changes.map((change) => [
        {text: shortInstant(change.changed_at, frame.zone), value: change.changed_at.getTime()},
        {text: capitalised(fieldLabel(change.field))},
        {text: changeText(change.field, change.from_value)},
        {text: changeText(change.field, change.to_value)},
        {text: change.changed_by ?? '–'},
        {text: change.origin},
      ]),
    },
    note,
    downloads: [],
  };
}

function changeText(field: string, value: string | null): string {
  if (value === null) return '–';
  return field === 'status' ? statusText(value) : value;
}
