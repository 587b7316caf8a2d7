const weekdayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Minutes of the local day of `09:00`, `9:30` or `24:00`; null when the text is none. */
export function parseClockTime(text: string): number | null {
  const match = /^(\d{1,2}):(\d{2})$/.exec(text.trim());
  if (!match) return null;
  const minutes = Number(match[1]) * 60 + Number(match[2]);
  return Number(match[2]) < 60 && minutes <= 1440 ? minutes : null;
}

/**
 * `09:00–17:00` or `22:00-06:00`, as minutes of the day on which it begins: over midnight the end
 * exceeds 1440. Null when the text is no such span.
 */
export function parseSpan(text: string): {startsMinute: number; endsMinute: number} | null {
  const [from, to, ...rest] = text.split(/\s*(?:-|–|to)\s*/);
  if (from === undefined || to === undefined || rest.length > 0) return null;
  const startsMinute = parseClockTime(from);
  const end = parseClockTime(to);
  if (startsMinute === null || end === null || startsMinute === 1440) return null;
  return {startsMinute, endsMinute: end > startsMinute ? end : end + 1440};
}

/** ISO weekdays of `Mon`, `mon-fri`, `Monday to Friday` or `sat, sun`; null when it isn't understood. */
export function parseWeekdays(text: string): number[] | null {
  const days: number[] = [];
  for (const part of text.toLowerCase().split(/\s*,\s*/)) {
    const [first, last = first, ...rest] = part.split(/\s*(?:-|–|\bto\b)\s*/).map(weekdayOf);
    if (first == null || last == null || rest.length > 0) return null;
    // fri–mon runs over the end of the week.
    const length = ((last - first + 7) % 7) + 1;
    for (let i = 0; i < length; i++) days.push(((first - 1 + i) % 7) + 1);
  }
  return days;
}

function weekdayOf(text: string): number | null {
  const isDay = /^(mon|tue|wed|thu|fri|sat|sun)(s|nes|rs|ur)?(day)?$/.test(text);
  return isDay ? weekdayNames.indexOf(text.slice(0, 3)) + 1 : null;
}
