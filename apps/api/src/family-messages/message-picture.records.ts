import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { MOST_PICTURES } from '@panah/domain/family/message.rules';
import { RuleBroken } from '@panah/domain/process/process';
import { currentActor } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound } from '../platform/errors/problem';
import { Sealer } from '../platform/sealing/sealer';
import { type FamilyMessage, type MessagePicture, messagePlace } from './family-message.entity';

type Row = MessagePicture & Record<string, unknown>;

const TABLE = 'family_message_attachment';
const COLUMNS = `a.id, a.message_id as "messageId", a.link_id as "linkId", a.kind, a.width, a.height, a.bytes, a.cleaned_of as "cleanedOf", a.faces_at as "facesAt"`;
const REACHED = `a.removed_at is null and exists (select from app.own_message o where o.whose = a.message_id)`;
const OF = {
  name: 'message-picture.of',
  text: `select ${COLUMNS} from ${TABLE} a where a.message_id = $1 and ${REACHED} order by a.added_at, a.id`,
};
const ONE = {
  name: 'message-picture.one',
  text: `select ${COLUMNS}, a.sealed from ${TABLE} a where a.message_id = $1 and a.id = $2 and ${REACHED}`,
};
const ADD = {
  name: 'message-picture.add',
  text: `insert into ${TABLE} (id, org_id, office_id, link_id, message_id, kind, width, height, bytes, cleaned_of, added_by, sealed)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
};
const REMOVE = {
  name: 'message-picture.remove',
  text: `update ${TABLE} set removed_at = clock_timestamp() where id = $1 and message_id = $2 and removed_at is null`,
};
const FACES = {
  name: 'message-picture.faces',
  text: `update ${TABLE} set faces_by = $3, faces_at = clock_timestamp() where id = $1 and message_id = $2 and removed_at is null`,
};

/** A picture as it was cleaned: it says nothing but what it shows. */
export interface CleanPicture {
  kind: MessagePicture['kind'];
  width: number;
  height: number;
  content: Buffer;
  cleanedOf: readonly string[];
}

/** Pictures that go along with a message: whole in one row, under the link's key, in no file of anybody. */
@Injectable()
export class MessagePictures {
  constructor(private readonly sealer: Sealer) {}

  async of({ id }: Pick<FamilyMessage, 'id'>): Promise<MessagePicture[]> {
    return currentWork().rows<Row>(OF, [id]);
  }

  async content({ id }: FamilyMessage, pictureId: string): Promise<{ picture: MessagePicture; content: Buffer }> {
    const row = await currentWork().row<Row & { sealed: Buffer }>(ONE, [id, pictureId]);
    if (!row) throw notFound();
    currentLine().returned(TABLE, [pictureId]);
    return { picture: row, content: await this.sealer.openBytes(messagePlace(TABLE, row.id, row.linkId), row.sealed) };
  }

  /** Throws 404 where it hangs on another message, or was taken off. */
  async assertOn({ id }: FamilyMessage, pictureId: string): Promise<void> {
    if (!(await this.of({ id })).some((picture) => picture.id === pictureId)) throw notFound();
  }

  /** The caller holds the message, which is its writer's to write on. */
  async add(message: FamilyMessage, { kind, width, height, content, cleanedOf }: CleanPicture): Promise<void> {
    if ((await this.of(message)).length >= MOST_PICTURES) throw new RuleBroken('message-pictures-full', { most: MOST_PICTURES });
    const id = randomUUID();
    const { orgId, staffId } = currentActor();
    currentLine().changed('attachments');
    const sealed = await this.sealer.sealBytes(messagePlace(TABLE, id, message.linkId), [content]);
    const place = [id, orgId, message.officeId, message.linkId, message.id];
    await currentWork().change(ADD, [...place, kind, width, height, content.length, cleanedOf, staffId, sealed]);
  }

  async remove({ id }: FamilyMessage, pictureId: string): Promise<void> {
    currentLine().changed('attachments');
    await currentWork().change(REMOVE, [pictureId, id]);
  }

  async confirmFaces({ id }: FamilyMessage, pictureId: string): Promise<void> {
    currentLine().changed('attachments');
    await currentWork().change(FACES, [pictureId, id, currentActor().staffId]);
  }
}
