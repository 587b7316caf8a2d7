import {resolve} from 'node:path';
import {oneOrList} from './config-fields.ts';
import type {ConfigFile} from './config-file.ts';
import type {Holiday} from './config.ts';

/** Where holidays come from that nobody has typed. Each answers with days, or with what is wrong. */
export interface HolidaySources {
  publicHolidays: (country: string, region: string | null) => Holiday[] | string;
  holidayFile: (name: string, zone: string) => Holiday[] | string;
}

/** Reads a file of the workspace as text; fails as `fs.readFile` does. */
export type ReadText = (path: string) => Promise<string>;

/**
 * Makes ready what the configuration asks for, and only that: the library of public holidays knows
 * the whole world and takes its time to load.
 */
export async function loadHolidaySources(
  file: ConfigFile,
  directory: string,
  {readText}: {readText: ReadText},
): Promise<HolidaySources> {
  const calendars = Object.values(file.calendars ?? {});
  const places = calendars.flatMap((calendar) => oneOrList(calendar.public_holidays ?? []));
  const names = new Set(calendars.flatMap((calendar) => calendar.holiday_files ?? []));
  const {publicHolidays} =
    places.length > 0 ? await import('./public-holidays.ts') : {publicHolidays: notLoaded};
  const {holidaysOfFile} =
    names.size > 0 ? await import('./holiday-file.ts') : {holidaysOfFile: notLoaded};
  const texts = new Map<string, {text: string} | {problem: string}>();
  for (const name of names) texts.set(name, await textOf(resolve(directory, name), readText));
  return {
    publicHolidays(country, region) {
      const place = `${country} ${region}`;
      const holidays = workedOut.get(place) ?? publicHolidays(country, region);
      workedOut.set(place, holidays);
      return holidays;
    },
    holidayFile(name, zone) {
      const read = texts.get(name) ?? notLoaded();
      if ('problem' in read) return `${name} ${read.problem}`;
      const holidays = holidaysOfFile(read.text, zone);
      return typeof holidays === 'string' ? `${name} ${holidays}` : holidays;
    },
  };
}

/**
 * Holidays of places that were asked for, by country and region. Sixty years of a country take a tenth of a
 * second, a server reads its settings with every page about packs, and the library says the same each time.
 */
const workedOut = new Map<string, Holiday[] | string>();

/** For a configuration that asks for none. */
export const noHolidaySources: HolidaySources = {publicHolidays: notLoaded, holidayFile: notLoaded};

function notLoaded(): never {
  throw new Error('Holidays were asked for that loadHolidaySources was not told of.');
}

async function textOf(
  path: string,
  readText: ReadText,
): Promise<{text: string} | {problem: string}> {
  try {
    return {text: await readText(path)};
  } catch (error) {
    const {code} = error as {code?: unknown};
    if (code === 'ENOENT')
      return {problem: `is missing: ${path}. Put the file there or correct its name.`};
    if (typeof code !== 'string') throw error;
    return {problem: `can't be read: ${path} (${code}). Make it a file that Meantime may read.`};
  }
}
