import {once} from 'node:events';
import type {AddressInfo} from 'node:net';
import PostalMime, {type Email} from 'postal-mime';
import {SMTPServer} from 'smtp-server';

export interface ReceivedMail extends Email {
  /** Who the server was told it is for. */
  recipients: string[];
}

export interface MailServer {
  port: number;
  mails: ReceivedMail[];
  /** Mails are refused with these codes first, one each. */
  refusals: number[];
  stop(): Promise<void>;
}

/** A real mail server on this machine that keeps what it gets; `nobody@…` has no mailbox. */
export async function mailServer(): Promise<MailServer> {
  const mails: ReceivedMail[] = [];
  const refusals: number[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth({username, password}, _session, done) {
      const isKnown = username === 'meantime' && password === 'secret';
      done(isKnown ? null : new Error('Invalid login'), isKnown ? {user: username} : undefined);
    },
    onRcptTo({address}, _session, done) {
      if (!address.startsWith('nobody@')) return done();
      done(Object.assign(new Error('No such mailbox'), {responseCode: 550}));
    },
    onData(stream, {envelope}, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const responseCode = refusals.shift();
        if (responseCode !== undefined)
          return done(Object.assign(new Error('Not now'), {responseCode}));
        void PostalMime.parse(Buffer.concat(chunks)).then((mail) => {
          mails.push({...mail, recipients: envelope.rcptTo.map(({address}) => address)});
          done();
        });
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    ...{mails, refusals},
    port: (server.server.address() as AddressInfo).port,
    stop: () => new Promise((done) => server.close(() => done())),
  };
}
