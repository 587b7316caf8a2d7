import juice from 'juice';
import {lightTheme} from '../../charts/theme.ts';
import type {Pack} from '../pack.ts';
import {escapeHtml} from './escape-html.ts';
import {mailContent, type MailContent, type MailFigure} from './mail-content.ts';
import {t} from '../../wording/t.ts';
import {language} from '../../wording/language.ts';
import {joined} from '../../pages/headline-sentence.ts';

export interface PackMail {
  subject: string;
  html: string;
  text: string;
}

export interface MailOptions {
  /** Where the whole pack can be read; null leaves it out. */
  href?: string | null;
  /** What is attached, by the names people know it by. */
  attached?: readonly string[];
}

/** A mail that says the pack's message without pictures, scripts or a login. */
export function packMail(pack: Pack, {href = null, attached = []}: MailOptions = {}): PackMail {
  const content = mailContent(pack);
  const whole = wholePack(attached, href);
  return {
    subject: subjectOf(content),
    html: htmlOf(content, whole, href),
    text: textOf(content, [whole, href ?? ''].filter(Boolean).join('\n')),
  };
}

const longestSubject = 150;

/** The finding is in the subject: most mails are read no further. */
function subjectOf({title, headline}: MailContent): string {
  const [name, label] = title.split(', ');
  const subject = t`${`${name}, ${label}`}: ${headline}`;
  if (subject.length <= longestSubject) return subject;
  const cut = subject.slice(0, longestSubject);
  return `${cut.slice(0, cut.lastIndexOf(' '))} …`;
}

function wholePack(attached: readonly string[], href: string | null): string {
  const files = attached.length > 0 ? t`The whole pack is attached as ${joined(attached)}.` : '';
  return files === '' && href !== null ? t`The whole pack:` : files;
}

function textOf(content: MailContent, whole: string): string {
  const {title, headline, lede, figures, lists, restated, restatedBecause, facts} = content;
  const parts = [
    [title, '', headline, lede].join('\n'),
    figures.map(figureLine).join('\n'),
    ...lists.map(({title: heading, items}) =>
      [heading, ...items.map(({lead, text}, index) => `${index + 1}. ${lead} ${text}`)].join('\n'),
    ),
    restated.length === 0
      ? ''
      : [
          t`Restated since the version before:`,
          ...restated.map(({label, before, after}) => t`- ${label}: ${before} → ${after}`),
          restatedBecause,
        ].join('\n'),
    whole,
    facts.map(({label, text}) => t`${label}: ${text}`).join('\n'),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function figureLine({label, value, detail, target, signal, against}: MailFigure): string {
  const told = [detail, target && t`target ${target}`, signal, against].filter(Boolean).join(t`; `);
  return t`- ${label}: ${`${value}${told === '' ? '' : ` (${told})`}`}`;
}

function htmlOf(content: MailContent, whole: string, href: string | null): string {
  const {title, headline, lede, figures, lists, restated, restatedBecause, facts} = content;
  const link =
    href === null
      ? ''
      : ` <a href="${escapeHtml(href)}">${escapeHtml(t`Open it in the browser`)}</a>`;
  const body = [
    `<p class="top">${escapeHtml(title)}</p>`,
    `<h1>${escapeHtml(headline)}</h1>`,
    lede === '' ? '' : `<p>${escapeHtml(lede)}</p>`,
    restated.length === 0
      ? ''
      : `<div class="restated"><strong>${escapeHtml(t`Restated since the version before:`)}</strong> ${restated
          .map(({label, before, after}) => escapeHtml(`${label} ${before} → ${after}`))
          .join(' · ')}<br>${escapeHtml(restatedBecause)}</div>`,
    figures.length === 0 ? '' : figureTable(figures),
    ...lists.map(
      ({title: heading, items}) =>
        `<h2>${escapeHtml(heading)}</h2><ol>${items
          .map(
            ({lead, text}) => `<li><strong>${escapeHtml(lead)}</strong> ${escapeHtml(text)}</li>`,
          )
          .join('')}</ol>`,
    ),
    whole === '' && link === '' ? '' : `<p class="whole">${escapeHtml(whole)}${link}</p>`,
    `<p class="facts">${facts
      .map(({label, text}) => escapeHtml(t`${label}: ${text}`))
      .join(' · ')}</p>`,
  ].join('\n');
  return `<!doctype html>
<html lang="${language()}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light"><title>${escapeHtml(title)}</title></head>
<body>${juice.inlineContent(page(body), style)}</body></html>
`;
}

/** Mail programs know tables best: one centred column that may get narrower. */
function page(body: string): string {
  return `<table role="presentation" class="frame"><tr><td>\n${body}\n</td></tr></table>`;
}

function figureTable(figures: readonly MailFigure[]): string {
  const heads = ['', t`Value`, t`Target`, t`Signal`].map(
    (head) => `<th scope="col">${escapeHtml(head)}</th>`,
  );
  const rows = figures.map(({label, value, detail, target, signal, against, tone}) => {
    const small = (text: string) => (text === '' ? '' : `<br><small>${escapeHtml(text)}</small>`);
    return (
      `<tr><th scope="row">${escapeHtml(label)}</th>` +
      `<td class="number"><strong>${escapeHtml(value)}</strong>${small(detail)}</td>` +
      `<td class="number">${escapeHtml(target)}</td>` +
      `<td><span class="${tone}">${escapeHtml(signal)}</span>${small(against)}</td></tr>`
    );
  });
  return `<table class="figures"><thead><tr>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

const {paper, ink, text, muted, rule, faint, accent, better, worse} = lightTheme;

const style = `
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
