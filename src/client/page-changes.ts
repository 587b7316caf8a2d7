/** Called with the new content after each change, to bring it to life. */
export type Enhance = (main: HTMLElement) => void;

/** What else may change the page. */
export interface PageChanges {
  /** Fetches the page once more and shows it; `isWhole` waits for what is still being looked for. */
  again(options?: {isWhole?: boolean}): Promise<void>;
}

/**
 * Another period, filter or table page of the same page comes without a full reload: the same address is
 * fetched, `main` is swapped, and the address bar and the back button keep working. When anything is
 * odd the browser loads the page the ordinary way.
 */
export function changePagesInPlace(enhance: Enhance): PageChanges {
  let shown = pageAddress(new URL(location.href));
  let running: AbortController | null = null;

  async function show(url: URL, {isNew = false, isWhole = false}): Promise<void> {
    running?.abort();
    const own = (running = new AbortController());
    // What waits only for its last part can be read meanwhile.
    if (!isWhole) document.querySelector('main')?.setAttribute('aria-busy', 'true');
    try {
      const page = await fetchPage(url, {isWhole, signal: own.signal});
      if (isNew) history.pushState(null, '', url);
      shown = pageAddress(url);
      const focus = focusPath();
      if (isWhole) keepState(page);
      enhance(swap(page));
      restoreFocus(focus);
    } catch {
      // A newer change took over, or the page can't be swapped: then the browser shows what is there. What
      // is shown already stays: loaded again, it would ask for the whole for ever.
      if (!own.signal.aborted && !isWhole) location.assign(url);
    }
  }

  document.addEventListener('click', (event) => {
    const url = plainClickOnOwnPage(event);
    if (!url) return;
    event.preventDefault();
    void show(url, {isNew: true});
  });
  document.addEventListener('submit', (event) => {
    const url = ownFormAddress(event);
    if (!url) return;
    event.preventDefault();
    void show(url, {isNew: true});
  });
  addEventListener('popstate', () => {
    const url = new URL(location.href);
    if (pageAddress(url) !== shown) void show(url, {});
  });
  return {again: ({isWhole} = {}) => show(new URL(location.href), {isWhole})};
}

function pageAddress({pathname, search}: URL): string {
  return pathname + search;
}

async function fetchPage(
  url: URL,
  {isWhole, signal}: {isWhole: boolean; signal: AbortSignal},
): Promise<Document> {
  const headers = {Accept: 'text/html', ...(isWhole ? {Prefer: 'wait'} : {})};
  const response = await fetch(url, {headers, signal});
  if (!response.ok || response.redirected) throw new Error(`${url.pathname}: ${response.status}`);
  return new DOMParser().parseFromString(await response.text(), 'text/html');
}

/** Period and filters are the same: a menu that somebody has opened meanwhile stays as it is. */
function keepState(page: Document): void {
  const state = document.querySelector('main > .state');
  if (state) page.querySelector('main > .state')?.replaceWith(state);
}

/** Replaces what belongs to the period and filters; header and footer say how fresh the data is. */
function swap(page: Document): HTMLElement {
  for (const part of ['header', 'main', 'footer']) {
    const from = page.querySelector(`body > ${part}`);
    const to = document.querySelector(`body > ${part}`);
    if (!from || !to) throw new Error(`no ${part}`);
    to.replaceWith(document.adoptNode(from));
  }
  document.title = page.title;
  const main = document.querySelector('main');
  if (!main) throw new Error('no main');
  return main;
}

/** A link to the same page with other parameters, clicked without a key that means "elsewhere". */
function plainClickOnOwnPage(event: MouseEvent): URL | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || link.target !== '' || link.hasAttribute('download')) return null;
  const url = new URL(link.href, location.href);
  return isOwnPage(url) && url.search !== location.search ? url : null;
}

function ownFormAddress(event: SubmitEvent): URL | null {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.method !== 'get') return null;
  const url = new URL(form.action, location.href);
  const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
  url.search = new URLSearchParams(fields).toString();
  return isOwnPage(url) ? url : null;
}

function isOwnPage(url: URL): boolean {
  return url.origin === location.origin && url.pathname === location.pathname;
}

/** Which element has the focus, said so that it can be found in the next page: its kind and its words. */
function focusPath(): {selector: string; text: string} | null {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || !element.closest('main')) return null;
  const filter = element.closest('details.filter')?.querySelector('input')?.name;
  if (filter) return {selector: `input[name="${CSS.escape(filter)}"]`, text: ''};
  return {selector: element.localName, text: nameOf(element)};
}

/** Keyboard and screen reader go on where they were, or at the start of the new content. */
function restoreFocus(path: {selector: string; text: string} | null): void {
  const main = document.querySelector('main');
  if (!main || !path) return;
  const found = [...main.querySelectorAll<HTMLElement>(path.selector)].find(
    (element) => path.text === '' || nameOf(element) === path.text,
  );
  const target = found?.closest('details.filter')?.querySelector('summary') ?? found;
  if (!target) main.tabIndex = -1;
  (target ?? main).focus({preventScroll: true});
}

function nameOf(element: HTMLElement): string {
  return element.getAttribute('aria-label') ?? element.textContent.trim();
}
