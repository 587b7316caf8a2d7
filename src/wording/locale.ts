import {language, type Language} from './language.ts';

const locales: Record<Language, string> = {en: 'en-GB', fr: 'fr-FR'};

/** The locale of numbers and of a document: `en-GB`, `fr-FR`. */
export function locale(): string {
  return locales[language()];
}
