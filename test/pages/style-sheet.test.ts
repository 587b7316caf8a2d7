import {expect, test} from 'vitest';
import {chartStyles, themeVariables} from '../../src/charts/theme-styles.ts';
import {darkTheme, lightTheme} from '../../src/charts/theme.ts';
import {readPageStyles} from '../../src/pages/page-styles.ts';

const css = squeezed(await readPageStyles());

/** Without the white space and quotes that a formatter chooses. */
function squeezed(text: string): string {
  return text.replace(/"/g, "'").replace(/\s+/g, '').replace(/;}/g, '}');
}

test('the style sheet has the roles of both themes', () => {
  const [light, dark] = css.split('@mediascreenand(prefers-color-scheme:dark)');
  for (const role of themeVariables(lightTheme).split(';').filter(Boolean))
    expect(light).toContain(role);
  for (const role of themeVariables(darkTheme).split(';').filter(Boolean))
    expect(dark).toContain(role);
});

test('the style sheet turns every literal of a drawing into its role', () => {
  const rules = chartStyles().split('\n').slice(1).map(squeezed);
  expect(rules.length).toBeGreaterThan(20);
  for (const rule of rules) expect(css).toContain(rule);
});

test('the style sheet says no word, which would stay English in another language', () => {
  const said = [...css.matchAll(/content:([^;}]*)/g)].map(([, text = '']) => text);
  expect(said.length).toBeGreaterThan(3);
  expect(
    said.filter((text) => /'[^']*\p{L}{2,}[^']*'/u.test(text.replace(/\\[\da-f]+/g, ''))),
  ).toEqual([]);
});
