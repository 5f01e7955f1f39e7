import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';

/** A mail as it came over the wire. */
export interface CaughtMail {
  from: string;
  to: string[];
  raw: string;
  subject: string;
  text: string;
}

export interface MailServer {
  url: string;
  mails: CaughtMail[];
  /** Answers the next recipients with this code instead of taking them; null: takes them. */
  refuseWith: number | null;
  /** Recipients whom it does not take now, others it does. */
  refuses: Set<string>;
  /** Takes its time over each mail. */
  slowBy: number;
  close(): Promise<void>;
}

/** A real SMTP server on this computer, which keeps what it is given. */
export async function openMailServer(): Promise<MailServer> {
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo: ({ address }, _session, done) => {
      const refuseWith = caught.refuses.has(address) ? 450 : caught.refuseWith;
      done(refuseWith ? Object.assign(new Error('not taken'), { responseCode: refuseWith }) : null);
    },
    onData: (stream, { envelope }, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const raw = Buffer.concat(parts).toString('utf8');
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        caught.mails.push({ from, to: envelope.rcptTo.map(({ address }) => address), raw, ...readable(raw) });
        void pause(caught.slowBy).then(() => done());
      });
    },
  });
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const caught: MailServer = {
    url: `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`,
    mails: [],
    refuseWith: null,
    refuses: new Set(),
    slowBy: 0,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
  return caught;
}

/** Subject and text as a reader sees them. */
function readable(raw: string): { subject: string; text: string } {
  const [head = '', ...body] = raw.split('\r\n\r\n');
  const unfolded = head.replace(/\r\n[ \t]+/g, ' ');
  const header = (name: string): string => new RegExp(`^${name}: (.*)$`, 'im').exec(unfolded)?.[1] ?? '';
  const encoded = body.join('\r\n\r\n');
  const way = header('Content-Transfer-Encoding').toLowerCase();
  return {
    subject: wordsOf(header('Subject')),
    text: way === 'base64' ? fromBase64(encoded) : way.startsWith('quoted') ? unquoted(encoded) : encoded,
  };
}

const fromBase64 = (text: string): string => Buffer.from(text, 'base64').toString('utf8');
const unquoted = (text: string): string =>
  decodeURIComponent(
    text
      .replace(/=\r\n/g, '')
      .replace(/%/g, '%25')
      .replace(/=([0-9A-F]{2})/gi, '%$1'),
  );
const wordsOf = (subject: string): string =>
  subject
    .replace(/\?= +=\?/g, '?==?')
    .replace(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_all, way: string, word: string) =>
      way.toUpperCase() === 'B' ? fromBase64(word) : unquoted(word.replaceAll('_', ' ')),
    );
