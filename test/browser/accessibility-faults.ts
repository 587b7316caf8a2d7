import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import type {Page} from 'playwright-core';

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** WCAG 2.2 up to AA, and what axe calls good practice beside it. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface AxeResults {
  violations: {id: string; help: string; nodes: {html: string; failureSummary?: string}[]}[];
}

/**
 * What axe finds on a page, and links into the page that lead nowhere; a line a fault, empty when all is well.
 * @param within selects the only part that is looked at, where the rest was before
 */
export async function accessibilityFaults(page: Page, within = 'html'): Promise<string[]> {
  // Evaluated, not inserted: the page's own policy allows no foreign script.
  await page.evaluate(axeSource);
  const {violations} = await page.evaluate<AxeResults, [string, string[]]>(
    ([part, values]) => {
      const {axe} = window as unknown as {
        axe: {run(part: string, options: object): Promise<AxeResults>};
      };
      // Without `preload` it doesn't fetch the style sheet again for a rule that needs its text.
      const only = {runOnly: {type: 'tag', values}, resultTypes: ['violations'], preload: false};
      return axe.run(part, only);
    },
    [within, tags],
  );
  const faults = violations.flatMap(({id, help, nodes}) =>
    nodes.slice(0, 3).map(({html}) => `${id}: ${help}: ${html.slice(0, 160)}`),
  );
  return [...faults, ...(await deadAnchors(page))];
}

function deadAnchors(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('a[href^="#"]')]
      .map((link) => link.getAttribute('href')?.slice(1) ?? '')
      .filter((to) => !document.getElementById(to))
      .map((to) => `anchor that isn’t there: ${to}`),
  );
}
