import type {ResolvedPage} from '../pages/resolved-page.ts';

/**
 * A page for readers without the server: nothing to click that would lead nowhere.
 * Links and downloads go; texts, numbers and charts stay as they are.
 */
export function withoutLinks(page: ResolvedPage): ResolvedPage {
  const bare = JSON.parse(JSON.stringify(page), dropLinks) as ResolvedPage;
  const period = bare.period && {...bare.period, previous: null, next: null};
  return {...bare, period, filters: []};
}

function dropLinks(key: string, value: unknown): unknown {
  if (key === 'href' || key === 'definitionHref') return undefined;
  if (key === 'downloads') return [];
  if (Array.isArray(value)) return value.filter((each) => !isOnlyLink(each));
  // Members are visited before the array that holds them, which leaves them out itself.
  return key === 'propose' && isOnlyLink(value) ? null : value;
}

function isOnlyLink(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'isOnlyLink' in value;
}
