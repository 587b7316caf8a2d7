import type {Page} from 'playwright-core';

/** What a page lacks for people who hear it or use no mouse; a line a fault, empty when all is well. */
export function accessibilityFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const shown = (element: Element) => element.checkVisibility();
    const name = (element: Element) => element.outerHTML.slice(0, 120);
    const all = (selector: string) => [...document.querySelectorAll(selector)].filter(shown);

    for (const image of all('img, svg')) {
      if (image.closest('[aria-hidden="true"]') || image.parentElement?.closest('svg')) continue;
      const label = image.getAttribute('aria-label') ?? image.getAttribute('alt') ?? '';
      if (label.trim() === '') faults.push(`image without label: ${name(image)}`);
    }
    for (const control of all('a[href], button, summary')) {
      const text = control.getAttribute('aria-label') ?? control.textContent;
      if (text.trim() === '') faults.push(`control without text: ${name(control)}`);
    }
    for (const input of all('input:not([type="hidden"]), select')) {
      if ((input as HTMLInputElement).labels?.length === 0 && !input.hasAttribute('aria-label'))
        faults.push(`field without label: ${name(input)}`);
    }
    const levels = all('h1, h2, h3, h4').map((heading) => Number(heading.localName.slice(1)));
    if (levels.filter((level) => level === 1).length !== 1)
      faults.push(`${levels.join()}: not one h1`);
    levels.forEach((level, index) => {
      if (level > (levels[index - 1] ?? 0) + 1) faults.push(`heading level ${level} skips one`);
    });
    for (const table of all('table')) {
      if (!table.querySelector('th')) faults.push(`table without heads: ${name(table)}`);
    }
    const ids = [...document.querySelectorAll('[id]')].map(({id}) => id);
    for (const id of ids)
      if (ids.indexOf(id) !== ids.lastIndexOf(id)) faults.push(`id twice: ${id}`);
    for (const part of document.querySelectorAll('[aria-labelledby]')) {
      const to = part.getAttribute('aria-labelledby') ?? '';
      if (!document.getElementById(to)) faults.push(`label that isn’t there: ${to}`);
    }
    for (const link of all('a[href^="#"]')) {
      const to = link.getAttribute('href')?.slice(1) ?? '';
      if (!document.getElementById(to)) faults.push(`anchor that isn’t there: ${to}`);
    }
    if (!document.documentElement.lang) faults.push('no language');
    if (document.querySelectorAll('main').length !== 1) faults.push('not one main');
    return faults;
  });
}
