import { Inject, Injectable } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { isLoopback } from '../settings';
import { SETTINGS, type SettingsOf } from '../settings.module';
import { mailText } from './mail-text';

/** What became of one try: taken by the mail server, refused for good, not now, or not now for this one reader. */
export type Posted = { result: 'SENT' } | { result: 'REFUSED' | 'NOT_NOW' | 'NOT_THEM_NOW'; code: string };

export interface Letter {
  /** Of the row: a second try is the same mail to every mail server that looks. */
  id: string;
  to: string;
  language: string;
}

const SECOND = 1000;
const NOBODY_ANSWERS = { connectionTimeout: 10 * SECOND, greetingTimeout: 10 * SECOND, socketTimeout: 20 * SECOND };

/** The way to the mail server, if one is set. */
@Injectable()
export class MailPost {
  constructor(@Inject(SETTINGS) private readonly settings: SettingsOf) {}

  get isSet(): boolean {
    return this.settings.mail !== null;
  }

  /** Hands one mail to the server, over TLS unless that is this computer itself. Never throws: a refusal is an answer. */
  async send({ id, to, language }: Letter): Promise<Posted> {
    const { mail, officeName } = this.settings;
    if (!mail) return { result: 'NOT_NOW', code: 'NOT_SET' };
    const { host, port, secure, user, password, from } = mail;
    const domain = from.slice(from.indexOf('@') + 1);
    const post = createTransport({
      host,
      port,
      secure,
      name: domain, // not the name of this machine
      requireTLS: !isLoopback(host),
      ...(user ? { auth: { user, pass: password } } : {}),
      ...NOBODY_ANSWERS,
    });
    try {
      await post.sendMail({
        from: { name: officeName, address: from },
        to: { name: '', address: to },
        ...mailText(officeName, language),
        messageId: `<${id}@${domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
        xMailer: false,
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      return { result: 'SENT' };
    } catch (error) {
      return answerTo(error);
    } finally {
      post.close();
    }
  }
}

/** What a mail server says stays there: it quotes the address. A recipient that it will never take is not tried again. */
function answerTo(error: unknown): Posted {
  const { code = 'FAILED', responseCode = 0, rejected = [] } = error as { code?: string; responseCode?: number; rejected?: string[] };
  const short = responseCode ? `SMTP_${responseCode}` : code.replace(/[^A-Z0-9_]/g, '_').slice(0, 40);
  if (rejected.length === 0) return { result: 'NOT_NOW', code: short };
  return { result: responseCode >= 500 ? 'REFUSED' : 'NOT_THEM_NOW', code: short };
}
