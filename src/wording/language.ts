/** Languages that pages and packs can be written in. English stands in the code, the others in catalogues. */
export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];

/** English texts, holes numbered, with the same in another language: see `fill` for what may stand in one. */
export type Wordings = Readonly<Record<string, string>>;

interface Spoken {
  /** The language that holds at the moment of the call. */
  current(): Language;
  catalogues: Partial<Record<Language, Wordings>>;
}

const english: Spoken = {current: () => 'en', catalogues: {}};
let spoken = english;

/**
 * Says once a process how the language is known and which wordings there are: a server by request
 * (`in-language.ts`), a browser by its document. Until then everything is English.
 */
export function useLanguages(source: Spoken): void {
  spoken = source;
}

/** The language that holds now. */
export function language(): Language {
  return spoken.current();
}

/** What a text is in the language that holds; undefined in English and where nothing is known of it. */
export function wordingOf(key: string): string | undefined {
  return spoken.catalogues[spoken.current()]?.[key];
}
