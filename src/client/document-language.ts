import {charts} from '../wording/fr/charts.ts';
import {withFrenchSpaces} from '../wording/french-spaces.ts';
import {languages, useLanguages, type Language} from '../wording/language.ts';

/** Lets what a script draws and says speak the language its document is in. */
export function speakAsDocument(root: Document): void {
  const [written = ''] = root.documentElement.lang.split('-');
  const current: Language = languages.find((known) => known === written) ?? 'en';
  useLanguages({current: () => current, catalogues: {fr: withFrenchSpaces(charts)}});
}
