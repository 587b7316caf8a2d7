import type {MailContent} from '../packs/mail/mail-content.ts';
import {t} from '../wording/t.ts';

/** What a chat is told: the message, not the pack, which it links to. */
export interface ChatContent {
  title: string;
  headline: string;
  text: string;
  /** Figures that left their usual range or miss their target. */
  figures: {label: string; text: string}[];
  /** What there is to decide. */
  items: string[];
  href: string | null;
  /** What its link says: `Open the pack`. */
  linkText: string;
}

const mostItems = 5;

/** The part of a pack that a chat has room for. */
export function chatContent(content: MailContent, href: string | null): ChatContent {
  const {title, headline, lede, figures, lists} = content;
  const missing = [t`missed; usually met`, t`will not meet it`];
  const told = figures.filter(({tone, against}) => tone !== 'plain' || missing.includes(against));
  return {
    ...{title, headline, href, linkText: t`Open the pack`},
    text: lede,
    figures: told.map(({label, value, signal, against}) => ({
      label,
      text: [value, signal, against].filter(Boolean).join(', '),
    })),
    items: (lists[0]?.items ?? []).slice(0, mostItems).map(({lead, text}) => `${lead} ${text}`),
  };
}

/** A message with an adaptive card, as a workflow of Teams takes it. */
export function teamsMessage({
  title,
  headline,
  text,
  figures,
  items,
  href,
  linkText,
}: ChatContent): object {
  const line = (content: string, style: object = {}) => ({
    ...{type: 'TextBlock', text: plainForTeams(content), wrap: true},
    ...style,
  });
  const facts = figures.map(({label, text: value}) => ({
    title: plainForTeams(label),
    value: plainForTeams(value),
  }));
  const card = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    msteams: {width: 'Full'},
    body: [
      line(title, {isSubtle: true, spacing: 'None'}),
      line(headline, {size: 'Large', weight: 'Bolder', style: 'heading'}),
      ...(text === '' ? [] : [line(text)]),
      ...(facts.length === 0 ? [] : [{type: 'FactSet', facts}]),
      ...items.map((item, index) => line(`${index + 1}\\. ${item}`)),
    ],
    actions: href === null ? [] : [{type: 'Action.OpenUrl', title: linkText, url: href}],
  };
  const contentType = 'application/vnd.microsoft.card.adaptive';
  return {type: 'message', attachments: [{contentType, contentUrl: null, content: card}]};
}

/** Blocks, and a text for notifications and screen readers. */
export function slackMessage({
  title,
  headline,
  text,
  figures,
  items,
  href,
  linkText,
}: ChatContent): object {
  const section = (content: string) => ({
    type: 'section',
    text: {type: 'mrkdwn', text: cut(content, 3000)},
  });
  const figureLines = figures.map(
    ({label, text: value}) => `*${plainForSlack(label)}*: ${plainForSlack(value)}`,
  );
  return {
    text: plainForSlack(`${title}: ${headline}`),
    blocks: [
      {type: 'context', elements: [{type: 'mrkdwn', text: plainForSlack(title)}]},
      {type: 'header', text: {type: 'plain_text', text: cut(headline, 150)}},
      // A long headline would be cut in the header, so it is told whole below.
      ...(headline.length > 150 ? [section(plainForSlack(headline))] : []),
      ...(text === '' ? [] : [section(plainForSlack(text))]),
      ...(figureLines.length === 0 ? [] : [section(figureLines.join('\n'))]),
      ...(items.length === 0
        ? []
        : [section(items.map((item, index) => `${index + 1}. ${plainForSlack(item)}`).join('\n'))]),
      ...(href === null ? [] : [section(`<${encodeURI(href)}|${plainForSlack(linkText)}>`)]),
    ],
  };
}

/** Text out of data is never markup: Teams reads Markdown. */
function plainForTeams(text: string): string {
  return text.replace(/([\\`*_[\]#<>])/g, '\\$1');
}

/** Slack takes these three for markup and mentions. */
function plainForSlack(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
