/** Languages that pages and packs can be written in. English stands in the code, the others in catalogues. */
export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];

/** English texts, holes numbered, with the same in another language: see `fill` for what may stand in one. */
export type Wordings = Readonly<Record<string, string>>;

/** How a metric that ships with Meantime is called and explained. */
export interface MetricWords {
  label: string;
  /** Its name inside a sentence, with its article. */
  subject: string;
  definition: string;
}

/** How something that metrics are cut by is called. */
export interface DimensionWords {
  label: string;
  plural: string;
}

interface Spoken {
  /** The language that holds at the moment of the call. */
  current(): Language;
  catalogues: Partial<Record<Language, Wordings>>;
  /** By the metric's id. */
  metrics?: Partial<Record<Language, Readonly<Record<string, MetricWords>>>>;
  /** By the dimension's id. */
  dimensions?: Partial<Record<Language, Readonly<Record<string, DimensionWords>>>>;
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

/** A metric's words in the language that holds; undefined in English and for a workspace's own. */
export function metricWords(id: string): MetricWords | undefined {
  return spoken.metrics?.[spoken.current()]?.[id];
}

/** A dimension's words in the language that holds; undefined in English and for a workspace's own. */
export function dimensionWords(id: string): DimensionWords | undefined {
  return spoken.dimensions?.[spoken.current()]?.[id];
}
