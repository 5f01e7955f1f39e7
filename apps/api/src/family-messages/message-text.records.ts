import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { currentActor } from '../platform/access/current-reach';
import { currentWork } from '../platform/database/current-work';
import { Sealer } from '../platform/sealing/sealer';
import { type FamilyMessage, messagePlace, type MessageText, type MessageWord } from './family-message.entity';

type Sealed<T> = T & { id: string; sealed: Buffer; sealVersion: number } & Record<string, unknown>;

const TEXTS = {
  name: 'message-text.of',
  text: `select t.id, t.kind, t.seq, t.language, t.by_id as "byId", t.at, t.frozen_at as "frozenAt", t.sealed, t.seal_version as "sealVersion" from family_message_text t
          where t.message_id = $1 and exists (select from app.own_message o where o.whose = t.message_id) order by t.kind, t.seq`,
};
const ADD_TEXT = {
  name: 'message-text.add',
  text: `insert into family_message_text (id, org_id, office_id, link_id, message_id, kind, seq, language, by_id, frozen_at, sealed)
         select $1, $2, $3, $4, $5, $6, 1 + coalesce(max(t.seq), 0), $7, $8, case $6 when 'TRANSLATION' then clock_timestamp() end, $9 from family_message_text t
          where t.message_id = $5 and t.kind = $6`,
};
const REWRITE = {
  name: 'message-text.rewrite',
  text: `update family_message_text set sealed = $3, seal_version = seal_version + 1, at = clock_timestamp() where id = $1 and message_id = $2`,
};
const WORDS = {
  name: 'message-text.words',
  text: `select w.id, w.kind, w.reasons, w.by_id as "byId", w.at, w.sealed, w.seal_version as "sealVersion" from family_message_word w
          where w.message_id = $1 and exists (select from app.own_message o where o.whose = w.message_id) order by w.at, w.id`,
};
const ADD_WORD = {
  name: 'message-text.add-word',
  text: `insert into family_message_word (id, org_id, office_id, link_id, message_id, kind, reasons, by_id, sealed) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
};
const TEXT = 'family_message_text';
const WORD = 'family_message_word';

/** What messages say, version by version, and what was said about them. A version that was handed in is never written again. */
@Injectable()
export class MessageTexts {
  constructor(private readonly sealer: Sealer) {}

  /** All versions, bodies first, oldest first. */
  async of({ id, linkId }: FamilyMessage): Promise<MessageText[]> {
    const rows = await currentWork().rows<Sealed<Omit<MessageText, 'body'>>>(TEXTS, [id]);
    const opened = await this.open<{ body: string }>(TEXT, linkId, rows);
    return rows.map((row, at) => ({ ...row, body: opened[at]?.body ?? '' }));
  }

  /** The writer's words: the version that is not handed in yet is written over; else a new one begins. */
  async write(message: FamilyMessage, body: string): Promise<void> {
    const open = (await currentWork().rows<Sealed<MessageText>>(TEXTS, [message.id])).find(
      ({ kind, frozenAt }) => kind === 'BODY' && !frozenAt,
    );
    if (!open) return this.add(message, 'BODY', message.language, body);
    const sealed = await this.sealer.seal(messagePlace(TEXT, open.id, message.linkId, open.sealVersion + 1), { body });
    await currentWork().change(REWRITE, [open.id, message.id, sealed]);
  }

  async translate(message: FamilyMessage, body: string): Promise<void> {
    await this.add(message, 'TRANSLATION', message.translationLanguage ?? '', body);
  }

  async words({ id, linkId }: FamilyMessage): Promise<MessageWord[]> {
    const rows = await currentWork().rows<Sealed<Omit<MessageWord, 'said'>>>(WORDS, [id]);
    const opened = await this.open<MessageWord['said']>(WORD, linkId, rows);
    return rows.map((row, at) => ({ ...row, said: opened[at] ?? {} }));
  }

  async say(message: FamilyMessage, kind: MessageWord['kind'], said: MessageWord['said'], reasons: readonly string[] = []): Promise<void> {
    const id = randomUUID();
    const { orgId, staffId } = currentActor();
    const sealed = await this.sealer.seal(messagePlace(WORD, id, message.linkId), said);
    await currentWork().change(ADD_WORD, [id, orgId, message.officeId, message.linkId, message.id, kind, reasons, staffId, sealed]);
  }

  private async add(message: FamilyMessage, kind: MessageText['kind'], language: string, body: string): Promise<void> {
    const id = randomUUID();
    const { orgId, staffId } = currentActor();
    const sealed = await this.sealer.seal(messagePlace(TEXT, id, message.linkId), { body });
    await currentWork().change(ADD_TEXT, [id, orgId, message.officeId, message.linkId, message.id, kind, language, staffId, sealed]);
  }

  private open<T>(table: string, linkId: string, rows: readonly { id: string; sealed: Buffer; sealVersion: number }[]): Promise<T[]> {
    return this.sealer.openMany<T>(
      rows.map(({ id, sealed, sealVersion }) => ({ place: messagePlace(table, id, linkId, sealVersion), sealed })),
    );
  }
}
