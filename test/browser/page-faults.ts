import {accessibilityFaults} from './accessibility-faults.ts';
import {settled, type Tab} from './demo-site.ts';

/** Between them they show every rule of the style sheet: a wide and a narrow page, both colour schemes. */
const looks = [
  {name: 'desk', viewport: {width: 1440, height: 900}, colorScheme: 'light'},
  {name: 'phone', viewport: {width: 390, height: 844}, colorScheme: 'dark'},
] as const;

/**
 * What is wrong with an open page, at a desk in the light and on a phone in the dark: what it complains of,
 * what sticks out of the window, what can't be read aloud. A line a fault, empty when all is well.
 */
export async function pageFaults({page, complaints}: Tab): Promise<string[]> {
  const faults: string[] = [];
  for (const {name, viewport, colorScheme} of looks) {
    await page.emulateMedia({colorScheme});
    await page.setViewportSize(viewport);
    await settled(page);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width !== viewport.width) faults.push(`${name}: ${width} pixels wide`);
    for (const fault of await accessibilityFaults(page)) faults.push(`${name}: ${fault}`);
  }
  return [...faults, ...complaints];
}
