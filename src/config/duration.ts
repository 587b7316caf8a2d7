/** A length of time as a person writes it; business days still need a calendar. */
export interface Duration {
  amount: number;
  unit: 'minute' | 'hour' | 'day' | 'business day';
}

const units: Record<string, Duration['unit']> = {
  min: 'minute',
  minute: 'minute',
  h: 'hour',
  hour: 'hour',
  d: 'day',
  day: 'day',
  'business day': 'business day',
  'working day': 'business day',
};

/** `4 h`, `15 min`, `2 days` (of 24 hours), `3 business days`; null when it isn't understood. */
export function parseDuration(text: string): Duration | null {
  const match = /^(\d+(?:\.\d+)?)\s*([a-z ]+?)s?$/i.exec(text.trim());
  const unit = units[(match?.[2] ?? '').toLowerCase().replace(/\s+/g, ' ')];
  const amount = Number(match?.[1]);
  return unit === undefined || !(amount > 0) ? null : {amount, unit};
}

/** @param workingDaySeconds what a working day of its calendar has */
export function durationSeconds({amount, unit}: Duration, workingDaySeconds: number): number {
  const seconds = {minute: 60, hour: 3600, day: 86_400, 'business day': workingDaySeconds};
  return amount * seconds[unit];
}
