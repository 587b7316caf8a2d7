import type {Detection} from './detect.ts';
import type {InspectedFields} from './inspect-fields.ts';
import type {Proposal} from './propose.ts';

/** What a person should know before importing: in sentences. */
export function inspectionWarnings(
  {shape, connector}: Detection,
  {rowCount, fields, unmappedValues}: InspectedFields,
  proposal: Proposal | null,
): string[] {
  const warnings = [...(proposal?.obstacles ?? []), ...(proposal?.notes ?? [])];
  if (rowCount === 0) warnings.push('The file has a header and no rows.');
  if (shape.row_cap !== undefined && rowCount > 0 && rowCount % shape.row_cap === 0)
    warnings.push(
      `It has exactly ${rowCount} rows, where ${connector.title} cuts exports silently: it is probably not whole.`,
    );
  for (const {field, header, unreadCount, format} of fields) {
    if (unreadCount === 0 || (format === null && unreadCount === rowCount)) continue;
    warnings.push(
      `${unreadCount} values of “${header}” can’t be read as ${field}: those rows would be rejected.`,
    );
  }
  if (unmappedValues.some(({field}) => field === 'status' || field === 'priority'))
    warnings.push('Unmapped states and priorities are kept as they are and count as unknown.');
  return warnings;
}
