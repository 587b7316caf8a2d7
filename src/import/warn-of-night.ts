import type {Session} from '../warehouse/database.ts';
import {quoteText} from '../warehouse/quote.ts';
import type {CompiledFile} from './compile.ts';
import {isUtc} from './zone.ts';

/** Fewer say nothing about when people work. */
const fewest = 100;

/** The twelve hours in which most desks get their incidents. */
const dayStart = 7;

/**
 * People open incidents by day; a wrong zone moves the day into the night. Where most lie between 20:00 and
 * 06:00, the sentence says by how many hours the busy half of the day is off.
 */
export async function openedAtNight(
  session: Session,
  file: CompiledFile,
  importId: number,
): Promise<string[]> {
  const {zone} = file;
  if (zone === null || !file.fields.get('opened_at')?.header) return [];
  const found = await session.query<{hour: number; n: number}>(
    `select hour(opened_at at time zone ${quoteText(zone)}) as hour, count(*) as n
     from (select opened_at from record_version
       where import_id = ${importId} and opened_at is not null limit 50000)
     group by all`,
  );
  const byHour = Array.from({length: 24}, (_, hour) => found.find((f) => f.hour === hour)?.n ?? 0);
  const total = sum(byHour);
  const night = sum(byHour.filter((_, hour) => hour < 6 || hour >= 20));
  if (total < fewest || night <= total / 2) return [];
  return [
    `In the time zone ${zone}, ${Math.round((night / total) * 100)} % of records were opened between 20:00 and 06:00: check the zone. ${shift(byHour)}${utcNote(zone)}`,
  ];
}

/** How far the busiest twelve hours are from the working day. */
function shift(byHour: readonly number[]): string {
  const starts = byHour.map((_, start) => ({
    start,
    n: sum(Array.from({length: 12}, (__, i) => byHour[(start + i) % 24] ?? 0)),
  }));
  const most = Math.max(...starts.map(({n}) => n));
  // Of a run of equally busy halves the middle one is as likely as any.
  const busiest = starts.filter(({n}) => n === most);
  const {start} = busiest[Math.floor(busiest.length / 2)]!;
  const hours = ((start - dayStart + 36) % 24) - 12;
  const size = Math.abs(hours);
  return `They would lie in the day if clocks there were ${size} ${size === 1 ? 'hour' : 'hours'} ${hours > 0 ? 'behind' : 'ahead'}.`;
}

/** A tool may write universal time wherever its people are. */
function utcNote(zone: string): string {
  return isUtc(zone)
    ? ' A file that is in UTC by design is right where people live so far off.'
    : '';
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
