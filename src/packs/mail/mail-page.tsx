import type {ComponentChildren} from 'preact';
import {renderToString} from 'preact-render-to-string';
import juice from 'juice';
import {language} from '../../wording/language.ts';
import {t} from '../../wording/t.ts';
import type {MailContent, MailFigure} from './mail-content.ts';
import {mailStyle} from './mail-style.ts';

interface MailPageProps {
  content: MailContent;
  /** Where the rest is, in words. */
  whole: string;
  /** Where the whole pack can be read; null leaves it out. */
  href: string | null;
}

/** The mail as one HTML document without pictures or scripts, its styles on the elements. */
export function mailPage(props: MailPageProps): string {
  const page = renderToString(
    <Frame>
      <MailBody {...props} />
    </Frame>,
  );
  return documentOf(props.content.title, juice.inlineContent(page, mailStyle));
}

/** A document around a body whose texts are markup already. */
function documentOf(title: string, body: string): string {
  return `<!doctype html>${renderToString(
    <html lang={language()}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light" />
        <title>{title}</title>
      </head>
      <body dangerouslySetInnerHTML={{__html: body}} />
    </html>,
  )}\n`;
}

/** Mail programs know tables best: one centred column that may get narrower. */
function Frame({children}: {children: ComponentChildren}) {
  return (
    <table role="presentation" class="frame">
      <tr>
        <td>{children}</td>
      </tr>
    </table>
  );
}

function MailBody({content, whole, href}: MailPageProps) {
  const {title, headline, lede, figures, lists, facts} = content;
  return (
    <>
      <p class="top">{title}</p>
      <h1>{headline}</h1>
      {lede !== '' && <p>{lede}</p>}
      <Restated content={content} />
      {figures.length > 0 && <FigureTable figures={figures} />}
      {lists.map(({title: heading, items, note}) => (
        <>
          <h2>{heading}</h2>
          <ol>
            {items.map(({lead, text}) => (
              <li>
                <strong>{lead}</strong> {text}
              </li>
            ))}
          </ol>
          {note && (
            <p>
              <small>{note}</small>
            </p>
          )}
        </>
      ))}
      {(whole !== '' || href !== null) && (
        <p class="whole">
          {whole} {href !== null && <a href={href}>{t`Open it in the browser`}</a>}
        </p>
      )}
      {facts.length > 0 && (
        <p class="facts">{facts.map(({label, text}) => t`${label}: ${text}`).join(' · ')}</p>
      )}
    </>
  );
}

function Restated({content: {restated, restatedBecause}}: Pick<MailPageProps, 'content'>) {
  if (restated.length === 0) return null;
  return (
    <div class="restated">
      <strong>{t`Restated since the version before:`}</strong>{' '}
      {restated.map(({label, before, after}) => `${label} ${before} → ${after}`).join(' · ')}
      <br />
      {restatedBecause}
    </div>
  );
}

/** What is longer says why there is no number, and may break. */
const longestNumber = 18;

function FigureTable({figures}: {figures: readonly MailFigure[]}) {
  return (
    <table class="figures">
      <thead>
        <tr>
          <th scope="col" class="name" />
          <th scope="col" class="value">{t`Value`}</th>
          <th scope="col" class="signal">{t`Signal`}</th>
        </tr>
      </thead>
      <tbody>
        {figures.map(({label, value, detail, target, signal, against, tone}) => (
          <tr>
            <th scope="row">{label}</th>
            <td class={value.length > longestNumber ? undefined : 'number'}>
              <strong>{value}</strong>
              <Small text={detail} />
            </td>
            <td>
              <span class={tone}>{signal}</span>
              {/* A phone has no room for a column of targets. */}
              <Small text={[target, against].filter((part) => part !== '').join(', ')} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Small({text}: {text: string}) {
  if (text === '') return null;
  return (
    <>
      <br />
      <small>{text}</small>
    </>
  );
}
