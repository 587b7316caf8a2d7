import {createTransport} from 'nodemailer';
import type {SmtpServer} from '../config/config.ts';
import {DeliveryError} from './delivery-error.ts';
import {readSecret, type Environment} from './read-secret.ts';

export interface OutgoingMail {
  /** Addresses, each checked to be one. */
  to: readonly string[];
  subject: string;
  html: string;
  text: string;
  attachments: readonly {filename: string; content: Buffer; contentType: string}[];
  /** The same in every try, so that a mail that came through unnoticed isn't shown twice. */
  messageId: string;
}

/**
 * Hands one mail to the server.
 * @returns what it answered
 * @throws DeliveryError lasting where the server refuses for good
 */
export async function sendMail(
  mail: OutgoingMail,
  {smtp, env}: {smtp: SmtpServer; env: Environment},
): Promise<string> {
  const auth =
    smtp.user !== null && smtp.password !== null
      ? {user: readSecret(env, smtp.user), pass: readSecret(env, smtp.password)}
      : undefined;
  const transport = createTransport({
    ...{host: smtp.host, port: smtp.port, secure: smtp.secure, auth},
    // A password is never sent in the clear over a network.
    requireTLS: auth !== undefined && !smtp.secure && !isLoopback(smtp.host),
    ...{connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000},
    ...{disableFileAccess: true, disableUrlAccess: true},
  });
  try {
    const {to, attachments, ...content} = mail;
    const sent = await transport.sendMail({
      ...content,
      from: smtp.from,
      // Objects, not text: a comma or a line end in a text would make other recipients.
      to: to.map((address) => ({name: '', address})),
      attachments: attachments.map((attachment) => ({...attachment})),
    });
    return answerOf(sent);
  } catch (error) {
    throw error instanceof DeliveryError ? error : failureOf(error, smtp);
  } finally {
    transport.close();
  }
}

function answerOf({response, rejected}: {response: string; rejected: unknown[]}): string {
  if (rejected.length === 0) return response;
  // Some have it: trying again would send it to them twice.
  throw new DeliveryError(`The server refused ${rejected.map(addressOf).join(', ')}.`, {
    isLasting: true,
  });
}

function addressOf(recipient: unknown): string {
  return typeof recipient === 'string' ? recipient : (recipient as {address: string}).address;
}

interface SmtpFailure {
  message: string;
  code?: string;
  responseCode?: number;
}

function failureOf(error: unknown, {host, port}: SmtpServer): DeliveryError {
  const {message, code, responseCode = 0} = error as SmtpFailure;
  // 5xx says no for good; so do wrong credentials and a server without TLS.
  const isLasting = responseCode >= 500 || code === 'EAUTH' || code === 'ETLS';
  const firstLine = message.split('\n')[0] ?? '';
  return new DeliveryError(`The mail server ${host}:${port} says: ${firstLine}`, {isLasting});
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\./.test(host);
}
