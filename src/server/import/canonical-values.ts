import type {ValueMap} from '../../import/connector.ts';
import type {MappedValue} from '../../import/inspect-fields.ts';

/** A canonical value as a form offers it. */
export interface CanonicalValue {
  code: string;
  label: string;
}

/** Left as it is: kept, counted as unknown and shown. */
export const unknownValue: CanonicalValue = {code: 'unknown', label: 'Not known'};

const statuses: readonly CanonicalValue[] = [
  {code: 'new', label: 'New'},
  {code: 'in_progress', label: 'In progress'},
  {code: 'on_hold', label: 'On hold, clock stops'},
  {code: 'on_hold.runs', label: 'On hold, clock runs'},
  {code: 'resolved', label: 'Resolved'},
  {code: 'closed', label: 'Closed'},
  {code: 'cancelled', label: 'Cancelled'},
  {code: 'merged', label: 'Merged'},
  {code: 'deleted', label: 'Deleted'},
];

const byField: Record<string, readonly CanonicalValue[]> = {
  status: statuses,
  priority: [
    {code: 'P1', label: 'P1, most urgent'},
    ...['P2', 'P3', 'P4', 'P5'].map((code) => ({code, label: code})),
  ],
  record_type: [
    {code: 'incident', label: 'Incident'},
    {code: 'request', label: 'Request'},
    {code: 'problem', label: 'Problem'},
    {code: 'change', label: 'Change'},
    {code: 'other', label: 'Other'},
  ],
};

/** What the values of a field can mean; empty for fields whose maps are no matter for a form. */
export function canonicalValues(field: string): readonly CanonicalValue[] {
  const values = byField[field];
  return values ? [...values, unknownValue] : [];
}

/** The code of what a value means now. */
export function meaningCode({field, meaning, stopsClock}: MappedValue): string {
  if (meaning === null) return unknownValue.code;
  if (field !== 'status') return meaning;
  if (meaning === 'on_hold') return stopsClock ? 'on_hold' : 'on_hold.runs';
  return stopsClock ? `${meaning}.stops` : meaning;
}

/** What a connector's map says for a code; null to take the value out of it. */
export function meaningOf(code: string): ValueMap[string] | null {
  if (code === unknownValue.code) return null;
  if (code === 'on_hold') return {is: 'on_hold', stops_clock: true};
  if (code === 'on_hold.runs') return {is: 'on_hold', stops_clock: false};
  return code;
}
