import {lightTheme} from '../../charts/theme.ts';

const {paper, ink, text, muted, rule, faint, accent, better, worse} = lightTheme;

/** Of a mail: a screen's light theme, in what mail programs know. */
export const mailStyle = `
.frame { width: 100%; max-width: 640px; margin: 0 auto; border-collapse: collapse; background: ${paper}; }
.frame td { font-family: Inter, 'Segoe UI', Helvetica, Arial, sans-serif; font-size: 15px; line-height: 1.5; color: ${text}; }
.top { margin: 24px 0 0; font-size: 13px; color: ${muted}; }
h1 { margin: 6px 0 14px; font-family: 'Source Serif 4', Georgia, serif; font-size: 25px; line-height: 1.25; font-weight: 500; color: ${ink}; }
h2 { margin: 30px 0 8px; font-family: 'Source Serif 4', Georgia, serif; font-size: 18px; line-height: 1.3; font-weight: 600; color: ${ink}; }
.restated { margin: 18px 0; padding: 2px 0 2px 12px; border-left: 3px solid ${accent}; font-size: 14px; }
.figures { width: 100%; margin: 22px 0 0; border-collapse: collapse; }
.figures th { padding: 7px 12px 7px 0; border-bottom: 1px solid ${faint}; font-size: 14px; font-weight: 400; text-align: left; vertical-align: top; color: ${text}; }
.figures thead th { border-bottom: 1px solid ${rule}; font-size: 12px; color: ${muted}; }
.figures td { padding: 7px 12px 7px 0; border-bottom: 1px solid ${faint}; font-size: 14px; vertical-align: top; }
.figures .name, .figures .signal { width: 36%; }
.figures .value { width: 28%; }
.figures .number { white-space: nowrap; }
.figures strong { color: ${ink}; }
small { font-size: 12px; color: ${muted}; }
.better { color: ${better}; font-weight: 600; }
.worse { color: ${worse}; font-weight: 600; }
ol { margin: 0; padding-left: 22px; }
li { margin: 0 0 9px; }
li strong { color: ${ink}; }
a { color: ${accent}; }
.whole { margin: 28px 0 0; padding-top: 14px; border-top: 1px solid ${rule}; }
.facts { margin: 14px 0 32px; font-size: 12px; color: ${muted}; }
`;
