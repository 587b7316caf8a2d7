import type {Shift} from './config.ts';
import type {ConfigProblem} from './config-problem.ts';

/** Shifts that share a minute of the day: work in it would count for both. */
export function overlappingShifts(shifts: readonly Shift[]): ConfigProblem[] {
  return shifts.flatMap((shift, index) => {
    const other = shifts.slice(0, index).find((earlier) => overlap(earlier, shift));
    if (other === undefined) return [];
    const message = `${shift.name} overlaps ${other.name}. End each shift where the next begins.`;
    return [{path: ['shifts', index], message}];
  });
}

/** The day is a ring: a night shift ends after 1440. */
function overlap(a: Shift, b: Shift): boolean {
  return [-1440, 0, 1440].some(
    (days) => a.startsMinute < b.endsMinute + days && b.startsMinute + days < a.endsMinute,
  );
}
