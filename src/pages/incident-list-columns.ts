import {formatNumber, formatValue} from '../charts/format.ts';
import {UserError} from '../base/user-error.ts';
import type {ListColumn, ListedIncident} from '../metrics/incident-list.ts';
import {incidentHref} from './link.ts';
import type {Cell, Column} from './resolved-table.ts';
import {shortInstant} from './short-instant.ts';

/** A column that a reader of the list may choose; its id is what the list is sorted by. */
export interface IncidentColumn {
  id: ListColumn;
  column: Column;
  /** Shown without being asked for. */
  isUsual: boolean;
  cell(row: ListedIncident, zone: string): Cell;
}

export const incidentColumns: readonly IncidentColumn[] = [
  {
    id: 'number',
    column: {label: 'Incident', align: 'left'},
    isUsual: true,
    cell: ({number, record_key, title}) => ({
      text: number ?? record_key,
      href: incidentHref(record_key),
      detail: title ?? undefined,
    }),
  },
  usual('priority', {label: 'Priority', align: 'left'}, ({priority}) => ({text: priority ?? '–'})),
  other('status', {label: 'Status', align: 'left'}, ({status}) => ({text: statusText(status)})),
  usual('service', {label: 'Service', align: 'left', isDetail: true}, ({service, category}) => ({
    text: service ?? '–',
    detail: category ?? undefined,
  })),
  other('category', {label: 'Category', align: 'left'}, ({category}) => ({text: category ?? '–'})),
  usual('assignment_group', {label: 'With', align: 'left', isDetail: true}, (row) => ({
    text: row.assignment_group ?? '–',
    detail: row.assignee ?? undefined,
  })),
  other('assignee', {label: 'Person', align: 'left'}, ({assignee}) => ({
    text: assignee ?? 'Nobody',
  })),
  usual('opened_at', {label: 'Opened', align: 'left', isDetail: true}, instant('opened_at')),
  usual('resolved_at', {label: 'Resolved', align: 'left', isDetail: true}, (row, zone) => ({
    text: row.resolved_at ? shortInstant(row.resolved_at, zone) : statusText(row.status),
    value: row.resolved_at?.getTime() ?? null,
  })),
  other('updated_at', {label: 'Last touched', align: 'left'}, instant('updated_at')),
  usual('resolve_hours', {label: 'Time', align: 'right'}, (row) => ({
    text: formatValue(row.resolve_hours ?? row.age_hours, 'hours'),
    value: row.resolve_hours ?? row.age_hours,
    detail: row.resolve_hours === null && row.age_hours !== null ? 'so far' : undefined,
  })),
  other('resolution_due_at', {label: 'Due', align: 'left'}, instant('resolution_due_at')),
  usual('is_sla_resolution_met', {label: 'Target', align: 'left'}, (row) => ({
    text: verdictText(row),
  })),
  other('reassignment_count', {label: 'Moves', align: 'right'}, count('reassignment_count')),
  other('reopen_count', {label: 'Reopened', align: 'right'}, count('reopen_count')),
  other('source', {label: 'Source', align: 'left'}, ({source}) => ({text: source})),
];

/**
 * The columns asked for, in the order of the list, the number always among them; the usual ones by default.
 * @throws UserError for a column there isn't
 */
export function chosenColumns(asked: readonly string[]): readonly IncidentColumn[] {
  if (asked.length === 0) return incidentColumns.filter(({isUsual}) => isUsual);
  const alien = asked.find((name) => !incidentColumns.some(({id}) => id === name));
  if (alien !== undefined)
    throw new UserError(
      `The list has no column "${alien.slice(0, 40)}".`,
      `Use: ${incidentColumns.map(({id}) => id).join(', ')}.`,
    );
  return incidentColumns.filter(({id}) => id === 'number' || asked.includes(id));
}

type CellOf = IncidentColumn['cell'];

function usual(id: ListColumn, column: Column, cell: CellOf): IncidentColumn {
  return {id, column, cell, isUsual: true};
}

function other(id: ListColumn, column: Column, cell: CellOf): IncidentColumn {
  return {id, column, cell, isUsual: false};
}

function instant(field: 'opened_at' | 'updated_at' | 'resolution_due_at'): CellOf {
  return (row, zone) => ({
    text: shortInstant(row[field], zone),
    value: row[field]?.getTime() ?? null,
  });
}

function count(field: 'reassignment_count' | 'reopen_count'): CellOf {
  return (row) => ({text: formatNumber(row[field] ?? 0), value: row[field] ?? 0});
}

export function statusText(status: string | null): string {
  return status === null ? '–' : status.replaceAll('_', ' ');
}

function verdictText({is_sla_resolution_met}: ListedIncident): string {
  if (is_sla_resolution_met === null) return '–';
  return is_sla_resolution_met ? 'met' : 'missed';
}
