import type {Holiday} from './config.ts';

/**
 * Parts of days without overlaps, by day and minute. Where two overlap they become one, called as the
 * one that holds the other, or by both names; of equal ones the first in the list gives its name.
 */
export function mergeHolidays(holidays: readonly Holiday[]): Holiday[] {
  const merged: Holiday[] = [];
  const sorted = [...holidays].sort(
    (a, b) =>
      compare(a.day, b.day) || a.startsMinute - b.startsMinute || b.endsMinute - a.endsMinute,
  );
  for (const holiday of sorted) {
    const last = merged.at(-1);
    if (last?.day !== holiday.day || last.endsMinute <= holiday.startsMinute)
      merged.push({...holiday});
    else if (holiday.endsMinute > last.endsMinute)
      merged[merged.length - 1] = {
        ...last,
        endsMinute: holiday.endsMinute,
        label: last.label === holiday.label ? last.label : `${last.label}, ${holiday.label}`,
      };
  }
  return merged;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
