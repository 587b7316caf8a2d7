/** The roles of colour and type in `design`: literals, because packs and mail resolve no variables. */
export interface Theme {
  ink: string;
  text: string;
  muted: string;
  rule: string;
  faint: string;
  paper: string;
  accent: string;
  better: string;
  worse: string;
  common: string;
  /** Five steps of the accent, pale to full, for the heat map. */
  steps: readonly [string, string, string, string, string];
  font: string;
}

export const lightTheme: Theme = {
  ink: '#1b2430',
  text: '#39434f',
  muted: '#6b7683',
  rule: '#d8dde3',
  faint: '#eceff2',
  paper: '#ffffff',
  accent: '#0b6b68',
  better: '#1f6fb2',
  worse: '#c05217',
  common: '#8a94a0',
  steps: ['#f3f5f6', '#d5e3e2', '#9ec4c2', '#4f9895', '#0b6b68'],
  font: "'Inter Variable', Inter, system-ui, sans-serif",
};

/** The same roles on a dark page: chosen for their contrast, not inverted. */
export const darkTheme: Theme = {
  ink: '#eef1f4',
  text: '#c3cad2',
  muted: '#8f9aa6',
  rule: '#3a444f',
  faint: '#232b33',
  paper: '#14191f',
  accent: '#4db5b0',
  better: '#6cb0ee',
  worse: '#f08a4b',
  common: '#7d8894',
  steps: ['#1d242b', '#1f3f41', '#28615f', '#378a86', '#4db5b0'],
  font: lightTheme.font,
};
