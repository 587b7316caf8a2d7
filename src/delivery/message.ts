import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {MailContent} from '../packs/mail/mail-content.ts';
import {mailContent} from '../packs/mail/mail-content.ts';
import {mailPage} from '../packs/mail/mail-page.tsx';
import {packMail, type PackMail} from '../packs/mail/pack-mail.ts';
import {packFiles, type PackFile} from '../packs/pack-files.ts';
import type {Pack} from '../packs/pack.ts';
import {chatContent, type ChatContent} from './chat-message.ts';
import type {OutgoingMail} from './send-mail.ts';
import {inLanguage} from '../wording/in-language.ts';

/** What goes out: once made, sent on every channel. */
export interface Message {
  pack: string;
  /** Null where the pack couldn't be made. */
  period: string | null;
  version: number | null;
  mail: PackMail;
  attachments: OutgoingMail['attachments'];
  chat: ChatContent;
}

const attachedFiles: readonly {file: PackFile; contentType: string}[] = [
  {file: 'pack.pdf', contentType: 'application/pdf'},
  {
    file: 'pack.xlsx',
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
];

/**
 * A published pack as a message, with its PDF and workbook attached.
 * @param address where people open the pages; null leaves links out
 */
export async function packMessage(
  pack: Pack,
  directory: string,
  address: string | null,
): Promise<Message> {
  const {kind, period, version} = pack;
  const href =
    address === null ? null : `${address}/packs/${kind}/${period}/v${version}/index.html`;
  const attachments = await Promise.all(
    attachedFiles.map(async ({file, contentType}) => ({
      filename: `${kind}-${period}-v${version}${file.slice(file.lastIndexOf('.'))}`,
      content: await readFile(join(directory, file)),
      contentType,
    })),
  );
  const attached = attachedFiles.map(({file}) => packFiles[file]);
  return {
    ...{pack: kind, period, version, attachments},
    ...inLanguage(pack.language ?? 'en', () => ({
      mail: packMail(pack, {href, attached}),
      chat: chatContent(mailContent(pack), href),
    })),
  };
}

/** Why a pack can't be made: sent in its stead, never an empty pack. */
export function failureMessage(
  {pack, title, message, remedy}: {pack: string; title: string; message: string; remedy: string},
  address: string | null,
): Message {
  const headline = `${title} could not be made`;
  const content: MailContent = {
    ...{title, headline, lede: `${message} ${remedy}`},
    ...{figures: [], lists: [], restated: [], restatedBecause: '', facts: []},
  };
  const text = `${headline}\n\n${message}\n${remedy}\n${address === null ? '' : `\n${address}\n`}`;
  const html = mailPage({content, whole: '', href: address});
  return {
    ...{pack, period: null, version: null, attachments: []},
    mail: {subject: headline, html, text},
    chat: chatContent(content, address),
  };
}
