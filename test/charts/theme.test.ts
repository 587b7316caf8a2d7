import {expect, test} from 'vitest';
import {chartStyles, schemeStyles, themeVariables} from '../../src/charts/theme-styles.ts';
import {darkTheme, lightTheme, type Theme} from '../../src/charts/theme.ts';

const themes: [string, Theme][] = [
  ['light', lightTheme],
  ['dark', darkTheme],
];

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(colour: string): number {
  const channels = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  const [red = 0, green = 0, blue = 0] = channels;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

test.each(themes)('text of the %s theme is readable on its paper', (_, theme) => {
  for (const role of ['ink', 'text', 'muted', 'accent', 'better', 'worse'] as const)
    expect(contrast(theme[role], theme.paper), role).toBeGreaterThanOrEqual(4.5);
});

test.each(themes)('marks of the %s theme stand out from paper and band', (_, theme) => {
  expect(contrast(theme.common, theme.paper)).toBeGreaterThanOrEqual(3);
  for (const role of ['ink', 'better', 'worse'] as const)
    expect(contrast(theme[role], theme.faint), role).toBeGreaterThanOrEqual(3);
});

test.each(themes)('the five steps of the %s theme go one way', (_, theme) => {
  const distances = theme.steps.map((step) => contrast(step, theme.paper));
  expect(distances).toEqual([...distances].sort((a, b) => a - b));
});

test('a colour of the light theme stands for one role, or for the same one in both', () => {
  const variables = (theme: Theme) => themeVariables(theme).split(';').filter(Boolean);
  const dark = new Map(variables(darkTheme).map((each) => each.split(':') as [string, string]));
  const seen = new Map<string, string | undefined>();
  for (const [name = '', colour = ''] of variables(lightTheme).map((each) => each.split(':'))) {
    if (seen.has(colour)) expect(dark.get(name), name).toBe(seen.get(colour));
    seen.set(colour, dark.get(name));
  }
});

test('the page styles exchange every literal for its variable', () => {
  const styles = chartStyles();
  for (const colour of [lightTheme.ink, lightTheme.faint, ...lightTheme.steps]) {
    expect(styles).toContain(`[fill="${colour}"]{fill:var(--`);
    expect(styles).toContain(`[stroke="${colour}"]{stroke:var(--`);
  }
  expect(schemeStyles()).toContain(`--paper:${darkTheme.paper};`);
});
