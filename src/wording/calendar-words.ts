import {language, type Language} from './language.ts';

interface CalendarWords {
  months: readonly string[];
  shortMonths: readonly string[];
  /** By their English short names, as `Intl` gives them. */
  shortWeekdays: Readonly<Record<string, string>>;
  dayOfMonth(day: number): string;
}

/** Names of months and weekdays: our own lists, because those of ICU differ from version to version. */
export function calendarWords(): CalendarWords {
  return words[language()];
}

const shortWeekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const months =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
const frenchMonths =
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');

const words: Record<Language, CalendarWords> = {
  en: {
    months,
    shortMonths: months.map((name) => name.slice(0, 3)),
    shortWeekdays: byShortName(shortWeekdays),
    dayOfMonth: String,
  },
  fr: {
    months: frenchMonths,
    shortMonths: 'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.'.split(' '),
    shortWeekdays: byShortName('lun. mar. mer. jeu. ven. sam. dim.'.split(' ')),
    dayOfMonth: (day) => (day === 1 ? '1er' : String(day)),
  },
};

function byShortName(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(shortWeekdays.map((name, index) => [name, names[index] ?? name]));
}
