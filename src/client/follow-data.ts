import type {PageChanges} from './page-changes.ts';

const everyMs = 30_000;

/**
 * Keeps a page that says so (`data-follows`) at the newest build: it is asked for again while somebody may
 * be looking, and swapped only when the server answers with another one. What has the focus keeps it; an open menu or a
 * text being typed is left alone until the next time.
 */
export function followData(changes: PageChanges): void {
  if (!('follows' in document.body.dataset)) return;
  let known: string | null = null;
  const ask = async () => {
    if (document.hidden || isBusy()) return;
    const tag = await newestTag();
    const isNews = known !== null && tag !== null && tag !== known;
    known = tag ?? known;
    if (isNews) await changes.again();
  };
  setInterval(() => void ask(), everyMs);
  document.addEventListener('visibilitychange', () => void ask());
  void ask();
}

/** The page's ETag says its build; null while the server can't be reached. */
async function newestTag(): Promise<string | null> {
  try {
    const response = await fetch(location.href, {method: 'HEAD', cache: 'no-cache'});
    return response.ok ? response.headers.get('etag') : null;
  } catch {
    return null;
  }
}

function isBusy(): boolean {
  return (
    document.querySelector('main details.filter[open]') !== null ||
    document.activeElement?.matches('main input, main select, main textarea') === true
  );
}
