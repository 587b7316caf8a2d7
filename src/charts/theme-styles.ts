import {darkTheme, lightTheme, type Theme} from './theme.ts';

/**
 * How one drawing serves both schemes. Charts carry the light theme's literals as presentation
 * attributes, so that they read the same in a mail, a PDF or a saved file; a page's style sheet
 * outranks presentation attributes and exchanges each literal for the role's variable. No inline
 * style is needed, so a strict content security policy holds.
 */

/** The custom properties of a theme: `--ink:#1b2430;…;--step-0:…`. */
export function themeVariables(theme: Theme): string {
  return roles(theme)
    .map(([role, colour]) => `--${role}:${colour};`)
    .join('');
}

/** Rules that let a drawing inside `.chart` follow the page's variables, and fit its column. */
export function chartStyles(): string {
  const seen = new Set<string>();
  const rules = roles(lightTheme).flatMap(([role, colour]) => {
    if (seen.has(colour)) return [];
    seen.add(colour);
    return ['fill', 'stroke'].map(
      (property) => `.chart [${property}="${colour}"]{${property}:var(--${role})}`,
    );
  });
  return ['.chart{display:block;max-width:100%;height:auto;overflow:visible}', ...rules].join('\n');
}

/** Both schemes' variables, dark where the reader's system asks for it. */
export function schemeStyles(): string {
  return [
    `:root{color-scheme:light dark;${themeVariables(lightTheme)}}`,
    `@media(prefers-color-scheme:dark){:root{${themeVariables(darkTheme)}}}`,
  ].join('\n');
}

function roles(theme: Theme): [string, string][] {
  const colours = Object.entries(theme).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[0] !== 'font',
  );
  return [
    ...colours,
    ...theme.steps.map((colour, step): [string, string] => [`step-${step}`, colour]),
  ];
}
