/** What an action asks for, by the data's own clock. */
export const attentions = [
  'overdue',
  'due soon',
  'to verify',
  'to decide',
  'under way',
  'verified',
  'dropped',
] as const;
export type Attention = (typeof attentions)[number];
