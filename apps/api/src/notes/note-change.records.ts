import { Injectable } from '@nestjs/common';
import type { NoteState } from '@panah/domain/notes/note.process';
import type { CaseFile } from '../cases/case.entity';
import { currentActor, reachValues, withinReach } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound, staleEdit } from '../platform/errors/problem';
import { newId } from '../platform/new-id';
import { ProcessSteps } from '../platform/process-steps';
import { Sealer } from '../platform/sealing/sealer';
import { CaseNote, type NotePlain, type NoteSecrets, type OpenNote } from './note.entity';
import { notePlace } from './note.records';

/** A note ready to be kept; what the database says when it keeps it is still missing. */
export type SealedNote = Omit<CaseNote, 'savedAt' | 'signedAt'>;

const ADD_SIGNED = {
  name: 'note.add-signed',
  text: `insert into case_note (id, org_id, office_id, client_id, case_id, author_id, type, class, happened_at, readers, corrects_id, sealed,
           state, saved_at, signed_at, seal_version, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'FINAL', now(), now(), 1, 2) returning saved_at as "savedAt", signed_at as "signedAt"`,
};
const DISCARD = { name: 'note.discard', text: `delete from case_note where id = $1 and state = 'DRAFT' and author_id = $2` };
const RECKON = {
  name: 'note.reckon-last-contact',
  text: `update case_file set last_contact_at = (select max(n.happened_at) from case_note n
          where n.case_id = $1 and n.type = 'CONTACT' and n.state in ('FINAL', 'VOID_ASKED')) where id = $1`,
};
const CASE_OF_REFERENCE = {
  name: 'note.case-of-reference',
  text: `select c.id from case_file c where c.case_ref = $1 and ${withinReach('c', 'client_id', 2)} order by c.period_no desc limit 1`,
};

/** The door to the notes, for writing. A note is sealed anew with each save; once signed its text never changes (R-CA-06). */
@Injectable()
export class NoteChangeRecords {
  constructor(
    private readonly sealer: Sealer,
    private readonly steps: ProcessSteps,
  ) {}

  /** A draft of the one who is asking. Returns its id. */
  async add(file: CaseFile, plain: NotePlain, secrets: NoteSecrets): Promise<string> {
    const id = newId();
    const { id: caseId, clientId, officeId } = file;
    const note = { id, clientId, ...plain, sealVersion: 1 };
    currentLine()
      .about('note', id, { clientId, officeId })
      .changed(...Object.keys(plain), ...Object.keys(secrets));
    const sealed = await this.sealer.seal(notePlace(note), secrets);
    await currentWork().entities.insert(CaseNote, {
      ...note,
      ...this.here(officeId, caseId),
      authorId: currentActor().staffId,
      state: 'DRAFT',
      savedAt: new Date(),
      sealed,
    });
    return id;
  }

  /** A note of the one who is asking, sealed and ready to be kept. */
  async sealed({ id: caseId, clientId, officeId }: CaseFile, plain: NotePlain, secrets: NoteSecrets): Promise<SealedNote> {
    const id = newId();
    const { orgId, staffId } = currentActor();
    currentLine()
      .about('note', id, { clientId, officeId })
      .changed(...Object.keys(plain), ...Object.keys(secrets));
    const sealed = await this.sealer.seal(notePlace({ id, clientId, class: plain.class, sealVersion: 1 }), secrets);
    const never = { movedAt: null, voidReason: null, voidAskedAt: null, voidedAt: null, voidedBy: null };
    return {
      id,
      orgId,
      officeId,
      clientId,
      caseId,
      authorId: staffId,
      ...plain,
      ...never,
      state: 'FINAL',
      sealed,
      sealVersion: 1,
      version: 2,
    };
  }

  /** Keeps a note that was written and signed in one act, with its step. It is sent at once: what is asked next is answered behind it. */
  async addSigned(note: SealedNote): Promise<CaseNote> {
    const { id, orgId, officeId, clientId, caseId, authorId, type, class: noteClass, happenedAt, readers, correctsId, sealed } = note;
    const values = [id, orgId, officeId, clientId, caseId, authorId, type, noteClass, happenedAt, readers, correctsId, sealed];
    const [kept] = await Promise.all([
      currentWork().row<{ savedAt: Date; signedAt: Date }>(ADD_SIGNED, values),
      this.steps.record({ type: 'note', id, action: 'sign', from: 'DRAFT', to: 'FINAL', officeId, clientId }),
    ]);
    if (!kept) throw notFound();
    return { ...note, ...kept };
  }

  /** Saves a draft over what its writer last saw. Throws 412 when it was saved elsewhere meanwhile. */
  async keep({ row, secrets: before }: OpenNote, version: number, plain: NotePlain, secrets: NoteSecrets): Promise<void> {
    const changed = changedFields({ ...row, ...before }, { ...plain, ...secrets });
    if (row.version !== version) throw staleEdit(row.version, changed);
    currentLine().changed(...changed);
    const sealVersion = row.sealVersion + 1;
    const sealed = await this.sealer.seal(notePlace({ ...row, ...plain, sealVersion }), secrets);
    await currentWork().entities.update(
      CaseNote,
      { id: row.id, version },
      { ...plain, sealed, sealVersion, savedAt: new Date(), version: version + 1 },
    );
  }

  async sign(id: string, { clientId, officeId }: CaseFile, version: number): Promise<void> {
    await currentWork().entities.update(
      CaseNote,
      { id, version, state: 'DRAFT' },
      { state: 'FINAL', signedAt: new Date(), version: version + 1 },
    );
    await this.steps.record({ type: 'note', id, action: 'sign', from: 'DRAFT', to: 'FINAL', officeId, clientId });
  }

  async discard({ row }: OpenNote): Promise<void> {
    currentLine().changed('state');
    await currentWork().change(DISCARD, [row.id, currentActor().staffId]);
  }

  /** A step of voiding. `note` is what somebody wrote about it; on a privileged note it is not kept, for others read the step. */
  async move(
    { row }: OpenNote,
    action: string,
    to: NoteState,
    changes: Partial<CaseNote>,
    told: { reason?: string | null; note?: string | null } = {},
  ): Promise<void> {
    currentLine().changed('state', ...Object.keys(changes));
    await currentWork().entities.update(
      CaseNote,
      { id: row.id, version: row.version },
      { ...changes, state: to, version: row.version + 1 },
    );
    const note = row.class === 'SEALED' ? null : told.note;
    await this.steps.record({
      type: 'note',
      id: row.id,
      action,
      from: row.state,
      to,
      officeId: row.officeId,
      clientId: row.clientId,
      reason: told.reason,
      note,
    });
  }

  /** The same words of the same author, under the key of the right client. The new note does not say where it was before. */
  async addMoved({ row, secrets }: OpenNote & { secrets: NoteSecrets }, { id: caseId, clientId, officeId }: CaseFile): Promise<string> {
    const { authorId, type, class: noteClass, happenedAt, signedAt } = row;
    const note = { id: newId(), clientId, class: noteClass, sealVersion: 1 };
    const sealed = await this.sealer.seal(notePlace(note), secrets);
    const readers = row.readers && [];
    await currentWork().entities.insert(CaseNote, {
      ...note,
      ...this.here(officeId, caseId),
      authorId,
      type,
      happenedAt,
      readers,
      state: 'FINAL',
      savedAt: new Date(),
      signedAt,
      movedAt: new Date(),
      sealed,
    });
    await this.steps.record({ type: 'note', id: note.id, action: 'move_here', from: null, to: 'FINAL', officeId, clientId });
    return note.id;
  }

  /** The last contact of a case, from its signed notes (R-CA-07). */
  async reckonLastContact(caseId: string): Promise<void> {
    await currentWork().change(RECKON, [caseId]);
  }

  /** The newest period of the case with a reference, where the one who is asking confirms voiding. */
  async caseOfReference(caseRef: string): Promise<string | null> {
    return (await currentWork().row<{ id: string }>(CASE_OF_REFERENCE, [caseRef, ...reachValues('note:confirm-void')]))?.id ?? null;
  }

  private here(officeId: string, caseId: string): Pick<CaseNote, 'orgId' | 'officeId' | 'caseId' | 'version'> {
    return { orgId: currentActor().orgId, officeId, caseId, version: 1 };
  }
}

/** Names of the fields in which two states of a note differ. */
function changedFields(before: object, after: object): string[] {
  const old = before as Record<string, unknown>;
  return Object.entries(after)
    .filter(([name, value]) => JSON.stringify(old[name] ?? null) !== JSON.stringify(value ?? null))
    .map(([name]) => name);
}
