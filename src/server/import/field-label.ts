const acronyms = new Set(['id', 'ci', 'vip', 'sla']);
const own: Record<string, string> = {
  record_id: 'Record id',
  record_type: 'Type',
  sla_met_recorded: 'SLA met, as the tool says',
  sla_due_at: 'SLA due at',
  duplicate_of: 'Duplicate of',
};

/** A canonical field as people read it: `opened_at` is "Opened at". */
export function fieldLabel(field: string): string {
  if (own[field]) return own[field];
  const words = field.split('_').map((word) => (acronyms.has(word) ? word.toUpperCase() : word));
  const text = words.join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
