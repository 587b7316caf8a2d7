import type {Pack} from '../pack.ts';
import {mailContent, type MailContent, type MailFigure} from './mail-content.ts';
import {mailPage} from './mail-page.tsx';
import {t} from '../../wording/t.ts';
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
    html: mailPage({content, whole, href}),
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
    ...lists.map(({title: heading, items, note}) =>
      [
        heading,
        ...items.map(({lead, text}, index) => `${index + 1}. ${lead} ${text}`),
        ...(note ? [note] : []),
      ].join('\n'),
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
