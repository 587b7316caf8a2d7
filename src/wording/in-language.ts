import {AsyncLocalStorage} from 'node:async_hooks';
import {dimensions} from './fr/dimensions.ts';
import {french, frenchMetrics} from './fr/french.ts';
import {useLanguages, type Language} from './language.ts';

const storage = new AsyncLocalStorage<Language>();

useLanguages({
  current: () => storage.getStore() ?? 'en',
  catalogues: {fr: french},
  metrics: {fr: frenchMetrics},
  dimensions: {fr: dimensions},
});

/** Does something in a language: everything that it makes and waits for speaks it. */
export function inLanguage<T>(language: Language, work: () => T): T {
  return storage.run(language, work);
}
