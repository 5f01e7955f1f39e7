import { Injectable } from '@nestjs/common';
import type { RecordNoteType } from '@panah/domain/vocabulary/counselling';
import { currentActor, REACH_PARAMETERS, reachValuesOrNone, withinReachOfOne } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound, staleEdit } from '../platform/errors/problem';
import { newId } from '../platform/new-id';
import { Sealer } from '../platform/sealing/sealer';
import { ledOffices } from './counselling-reach';
import { clinicalPlace, type EpisodeRow, type NoteRow, type OpenNote } from './episode';

export type NotePlain = Pick<NoteRow, 'type' | 'sessionId' | 'happenedAt' | 'addsToId'>;

const PLAIN = `n.id, n.episode_id as "episodeId", n.client_id as "clientId", n.office_id as "officeId", n.session_id as "sessionId", n.author_id as "authorId", n.type,
  n.state, n.happened_at as "happenedAt", n.adds_to_id as "addsToId", n.written_at as "writtenAt", n.saved_at as "savedAt", n.signed_at as "signedAt",
  n.seal_version as "sealVersion", n.version`;
const LED = 2 + 2 * REACH_PARAMETERS;
/** A draft is its author's; others who answer for it are told that it waits, and not what it says. */
const COLUMNS = `${PLAIN}, case when n.state = 'SIGNED' or n.author_id = $3::uuid then n.sealed end as sealed`;
/** Who owns the safety plan: whoever wrote the one in force, and the primary worker (R-CN-03). */
const OWNS_SAFETY = `(exists (select from safety_plan p where p.client_id = n.client_id and p.state = 'CURRENT' and p.author_id = $3::uuid)
  or exists (select from case_file f where f.client_id = n.client_id and f.state <> 'CLOSED' and f.primary_worker_id = $3::uuid)
  or n.office_id = any($${2 + REACH_PARAMETERS}::uuid[]))`;
/**
 * Who reads a note: the counsellor of the episode until it ends, the author, the lead of the office; a signed risk note whoever owns the safety plan
 * and the coordinator. $2… the word of the notes, $6… that of risk notes, $10 the offices one leads.
 */
const VISIBLE = `((n.office_id = any($${LED}::uuid[]) and not (n.client_id = any((select app.blocked())::uuid[])))
  or (${withinReachOfOne('n', 'client_id', 2)} and (n.author_id = $3::uuid or (n.state = 'SIGNED' and exists (select from counselling_episode e
       where e.id = n.episode_id and e.counsellor_id = $3::uuid and e.state <> 'ENDED'))))
  or (n.type = 'RISK' and n.state = 'SIGNED' and ${withinReachOfOne('n', 'client_id', 2 + REACH_PARAMETERS)} and ${OWNS_SAFETY}))`;
const OF = {
  name: 'clinical-note.of-episode',
  text: `select ${COLUMNS} from clinical_note n where n.episode_id = any($1::uuid[]) and ${VISIBLE} order by n.happened_at desc, n.id desc limit 400`,
};
const ONE = { name: 'clinical-note.one', text: `select ${COLUMNS} from clinical_note n where n.id = $1 and ${VISIBLE}` };
const HOLD = { name: 'clinical-note.hold', text: `${ONE.text} for update of n` };
const ADD = {
  name: 'clinical-note.add',
  text: `insert into clinical_note (id, org_id, office_id, client_id, episode_id, session_id, author_id, type, state, happened_at, adds_to_id, sealed)
         values ($1, $2, $3, $4, $5, $6, $7, $8, 'DRAFT', $9, $10, $11)`,
};
const KEEP = {
  name: 'clinical-note.keep',
  text: `update clinical_note set type = $3, session_id = $4, happened_at = $5, sealed = $6, seal_version = seal_version + 1, saved_at = now(),
           state = case when $7::boolean then 'SIGNED' else state end, signed_at = case when $7::boolean then now() end, version = version + 1
          where id = $1 and version = $2 and state = 'DRAFT'`,
};
const DISCARD = { name: 'clinical-note.discard', text: `delete from clinical_note where id = $1 and state = 'DRAFT' and author_id = $2` };
const SIGNED = {
  name: 'clinical-note.signed-types',
  text: `select distinct n.type from clinical_note n where n.episode_id = $1 and n.state = 'SIGNED'`,
};

/** The door to the record notes of counselling. Signed once, never changed: PostgreSQL holds it too (R-CN-04). */
@Injectable()
export class ClinicalNoteRecords {
  constructor(private readonly sealer: Sealer) {}

  /** Newest first, as far as the reader may read them. */
  async of(episodeIds: readonly string[]): Promise<OpenNote[]> {
    return this.open(await currentWork().rows<NoteRow>(OF, [episodeIds, ...this.reach()]));
  }

  async get(id: string): Promise<OpenNote> {
    return this.found(await currentWork().row<NoteRow>(ONE, [id, ...this.reach()]), id);
  }

  async hold(id: string): Promise<OpenNote> {
    return this.found(await currentWork().row<NoteRow>(HOLD, [id, ...this.reach()]), id);
  }

  /** A draft of the one who is asking. */
  async add({ id: episodeId, clientId, officeId }: EpisodeRow, plain: NotePlain, body: string): Promise<string> {
    const id = newId();
    const { orgId, staffId } = currentActor();
    currentLine().about('clinical_note', id, { clientId, officeId }).changed('type', 'body');
    const sealed = await this.sealer.seal(clinicalPlace({ id, clientId, sealVersion: 1 }), { body });
    const { sessionId, type, happenedAt, addsToId } = plain;
    await currentWork().change(ADD, [id, orgId, officeId, clientId, episodeId, sessionId, staffId, type, happenedAt, addsToId, sealed]);
    return id;
  }

  async keep({ row }: OpenNote, version: number, plain: NotePlain, body: string): Promise<void> {
    await this.write(row, version, plain, body, false);
  }

  /** What is signed is what the author sees: the words come with the signature. */
  async sign({ row }: OpenNote, version: number, plain: NotePlain, body: string): Promise<void> {
    await this.write(row, version, plain, body, true);
  }

  async discard({ row }: OpenNote): Promise<void> {
    currentLine().changed('state');
    await currentWork().change(DISCARD, [row.id, currentActor().staffId]);
  }

  /** Of which types a signed note lies in an episode. The caller has the episode as its counsellor. */
  async signedTypes(episodeId: string): Promise<RecordNoteType[]> {
    return (await currentWork().rows<{ type: RecordNoteType }>(SIGNED, [episodeId])).map(({ type }) => type);
  }

  private async write(row: NoteRow, version: number, plain: NotePlain, body: string, signed: boolean): Promise<void> {
    if (row.version !== version) throw staleEdit(row.version, ['body']);
    currentLine().changed('body', ...(signed ? ['state'] : []));
    const sealed = await this.sealer.seal(clinicalPlace({ ...row, sealVersion: row.sealVersion + 1 }), { body });
    const { type, sessionId, happenedAt } = plain;
    const kept = await currentWork().change(KEEP, [row.id, version, type, sessionId, happenedAt, sealed, signed]);
    if (!kept) throw notFound();
  }

  private reach(): unknown[] {
    return [...reachValuesOrNone('clinical-note:read'), ...reachValuesOrNone('clinical-note:read-risk'), ledOffices()];
  }

  private async found(row: NoteRow | null, id: string): Promise<OpenNote> {
    currentLine().about('clinical_note', id, row ? { clientId: row.clientId, officeId: row.officeId } : {});
    const [note] = row ? await this.open([row]) : [];
    if (!note) throw notFound();
    return note;
  }

  private async open(rows: readonly NoteRow[]): Promise<OpenNote[]> {
    const readable = rows.filter((row): row is NoteRow & { sealed: Buffer } => row.sealed !== null);
    const opened = await this.sealer.openMany<{ body: string }>(readable.map((row) => ({ place: clinicalPlace(row), sealed: row.sealed })));
    const bodyOf = new Map(readable.map(({ id }, at) => [id, opened[at]?.body ?? null]));
    currentLine().returned('clinical_note', [...bodyOf.keys()]);
    if (readable.length) currentLine().opened('COUNSELLING_NOTES');
    return rows.map((row) => ({ row, body: bodyOf.get(row.id) ?? null }));
  }
}
