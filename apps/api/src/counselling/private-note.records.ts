import { Injectable } from '@nestjs/common';
import { currentActor } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound, staleEdit } from '../platform/errors/problem';
import { newId } from '../platform/new-id';
import { Sealer } from '../platform/sealing/sealer';
import { type EpisodeRow, type NoteRow, privatePlace } from './episode';

export interface PrivateRow extends NoteRow {
  keyId: string;
  supervisorId: string | null;
  sealed: Buffer;
}

export interface OpenPrivateNote {
  row: PrivateRow;
  body: string;
}

export type PrivatePlain = Pick<PrivateRow, 'type' | 'sessionId' | 'happenedAt' | 'addsToId' | 'supervisorId'>;

const COLUMNS = `p.id, p.episode_id as "episodeId", p.client_id as "clientId", p.office_id as "officeId", p.session_id as "sessionId", p.author_id as "authorId", p.type,
  p.state, p.happened_at as "happenedAt", p.adds_to_id as "addsToId", p.written_at as "writtenAt", p.saved_at as "savedAt", p.signed_at as "signedAt",
  p.key_id as "keyId", p.supervisor_id as "supervisorId", p.sealed, p.seal_version as "sealVersion", p.version`;
const OPEN = `not (p.client_id = any((select app.blocked())::uuid[]))`;
/**
 * $2 is the reader: whoever holds the key, which is the author until they leave (R-CN-07); of a signed note for supervision the supervisor it names as
 * well. Nobody else, by any word or office (R-CN-01).
 */
const READABLE = `(exists (select from private_note_key k where k.id = p.key_id and k.holder_id = $2) or (p.type = 'SUPERVISION' and p.state = 'SIGNED' and p.supervisor_id = $2)) and ${OPEN}`;
const OF = {
  name: 'private-note.of-episode',
  text: `select ${COLUMNS} from private_note p where p.episode_id = $1 and ${READABLE} order by p.happened_at desc, p.id desc limit 200`,
};
const TO_SUPERVISE = {
  name: 'private-note.to-supervise',
  text: `select ${COLUMNS} from private_note p where p.supervisor_id = $1 and p.type = 'SUPERVISION' and p.state = 'SIGNED' and ${OPEN} order by p.signed_at desc limit 50`,
};
const ONE = { name: 'private-note.one', text: `select ${COLUMNS} from private_note p where p.id = $1 and ${READABLE}` };
const OWN = {
  name: 'private-note.own',
  text: `select ${COLUMNS} from private_note p where p.id = $1 and p.author_id = $2 and ${OPEN} for update`,
};
const KEY = {
  name: 'private-note.key',
  text: 'select id from private_note_key where author_id = $1 and holder_id = $1 and client_id = $2 and destroyed_at is null',
};
const ADD_KEY = {
  name: 'private-note.add-key',
  text: `insert into private_note_key (id, org_id, office_id, client_id, author_id, holder_id) values ($1, $2, $3, $4, $5, $5)
         on conflict (author_id, client_id) where destroyed_at is null and holder_id = author_id do nothing returning id`,
};
const ADD = {
  name: 'private-note.add',
  text: `insert into private_note (id, org_id, office_id, client_id, episode_id, session_id, key_id, author_id, supervisor_id, type, state, happened_at, adds_to_id, sealed)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'DRAFT', $11, $12, $13)`,
};
const KEEP = {
  name: 'private-note.keep',
  text: `update private_note set type = $3, session_id = $4, happened_at = $5, supervisor_id = $6, sealed = $7, seal_version = seal_version + 1, saved_at = now(),
           state = case when $8::boolean then 'SIGNED' else state end, signed_at = case when $8::boolean then now() end, version = version + 1
          where id = $1 and version = $2 and state = 'DRAFT'`,
};
const DISCARD = { name: 'private-note.discard', text: `delete from private_note where id = $1 and state = 'DRAFT' and author_id = $2` };

/**
 * The door to what a counsellor keeps for themself, under a key of their own. For everybody else these rows do not exist, and the log says of them
 * only that there was work on the episode: nothing here names a note on the audit line.
 */
@Injectable()
export class PrivateNoteRecords {
  constructor(private readonly sealer: Sealer) {}

  async of(episodeId: string): Promise<OpenPrivateNote[]> {
    return this.open(await currentWork().rows<PrivateRow>(OF, [episodeId, currentActor().staffId]));
  }

  /** Signed notes for supervision that name the reader. */
  async toSupervise(): Promise<OpenPrivateNote[]> {
    return this.open(await currentWork().rows<PrivateRow>(TO_SUPERVISE, [currentActor().staffId]));
  }

  async get(id: string): Promise<OpenPrivateNote> {
    return this.found(await currentWork().row<PrivateRow>(ONE, [id, currentActor().staffId]), id);
  }

  async hold(id: string): Promise<OpenPrivateNote> {
    return this.found(await currentWork().row<PrivateRow>(OWN, [id, currentActor().staffId]), id);
  }

  async add(
    { id: episodeId, clientId, officeId }: Pick<EpisodeRow, 'id' | 'clientId' | 'officeId'>,
    plain: PrivatePlain,
    body: string,
  ): Promise<string> {
    const id = newId();
    const { orgId, staffId } = currentActor();
    const keyId = await this.keyOf(clientId, officeId);
    const sealed = await this.sealer.seal(privatePlace({ id, keyId, sealVersion: 1 }), { body });
    const { sessionId, supervisorId, type, happenedAt, addsToId } = plain;
    const owner = [id, orgId, officeId, clientId, episodeId];
    await currentWork().change(ADD, [...owner, sessionId, keyId, staffId, supervisorId, type, happenedAt, addsToId, sealed]);
    return id;
  }

  /** Saves a draft, or signs it with these words. */
  async keep({ row }: OpenPrivateNote, version: number, plain: PrivatePlain, body: string, signed: boolean): Promise<void> {
    if (row.version !== version) throw staleEdit(row.version, []);
    const sealed = await this.sealer.seal(privatePlace({ ...row, sealVersion: row.sealVersion + 1 }), { body });
    const { type, sessionId, happenedAt, supervisorId } = plain;
    const kept = await currentWork().change(KEEP, [row.id, version, type, sessionId, happenedAt, supervisorId, sealed, signed]);
    if (!kept) throw notFound();
  }

  async discard({ row }: OpenPrivateNote): Promise<void> {
    await currentWork().change(DISCARD, [row.id, currentActor().staffId]);
  }

  /** The key of this author about this client; made with the first note. */
  async keyOf(clientId: string, officeId: string): Promise<string> {
    const { orgId, staffId } = currentActor();
    await currentWork().change(ADD_KEY, [newId(), orgId, officeId, clientId, staffId]);
    const key = await currentWork().row<{ id: string }>(KEY, [staffId, clientId]);
    if (!key) throw notFound();
    return key.id;
  }

  private async found(row: PrivateRow | null, id: string): Promise<OpenPrivateNote> {
    currentLine().about('counselling', row?.episodeId ?? id, row ? { clientId: row.clientId, officeId: row.officeId } : {});
    const [note] = row ? await this.open([row]) : [];
    if (!note) throw notFound();
    return note;
  }

  private async open(rows: readonly PrivateRow[]): Promise<OpenPrivateNote[]> {
    const bodies = await this.sealer.openMany<{ body: string }>(rows.map((row) => ({ place: privatePlace(row), sealed: row.sealed })));
    if (rows.length) currentLine().opened('COUNSELLING');
    return rows.map((row, at) => ({ row, body: bodies[at]?.body ?? '' }));
  }
}
