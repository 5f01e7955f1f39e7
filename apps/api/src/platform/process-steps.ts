import { Injectable } from '@nestjs/common';
import { currentActor } from './access/current-reach';
import { currentWork } from './database/current-work';
import { newId } from './new-id';
import { type Compartment } from './sealing/key-ring';
import { Sealer } from './sealing/sealer';

/** One step of a process. `type` and `id` name what moved; `clientId` is the data subject when it hangs on a client. */
export interface Step {
  type: string;
  id: string;
  action: string;
  from: string | null;
  to: string;
  officeId?: string;
  clientId?: string;
  /** A code. */
  reason?: string | null;
  /** Words somebody wrote: sealed under the subject's key. */
  note?: string | null;
  compartment?: Compartment;
}

export interface StepTaken {
  id: string;
  action: string;
  from: string | null;
  to: string;
  byId: string | null;
  at: Date;
  reason: string | null;
  note: string | null;
}

interface StepRow extends Record<string, unknown> {
  id: string;
  action: string;
  from_state: string | null;
  to_state: string;
  by_id: string | null;
  at: Date;
  reason: string | null;
  sealed: Buffer | null;
}

const ADD = {
  name: 'process-step.add',
  text: `insert into process_step (id, org_id, office_id, client_id, subject_type, subject_id, action, from_state, to_state, by_id, reason, sealed)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
};
const ADD_ALL = {
  name: 'process-step.add-all',
  text: `insert into process_step (id, org_id, office_id, client_id, subject_type, subject_id, action, from_state, to_state, by_id, reason)
         select s.id, $1, s.office_id, s.client_id, s.type, s.subject_id, s.action, s.from_state, s.to_state, $2, s.reason
           from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::uuid[], $8::text[], $9::text[], $10::text[], $11::text[])
             as s (id, office_id, client_id, type, subject_id, action, from_state, to_state, reason)`,
};
const OF = {
  name: 'process-step.of',
  text: 'select id, action, from_state, to_state, by_id, at, reason, sealed from process_step where subject_id = $1 order by at desc, id desc limit 100',
};

/** The history a caseworker reads: who moved what, when, and why. The audit log is another table, for other people. */
@Injectable()
export class ProcessSteps {
  constructor(private readonly sealer: Sealer) {}

  /** Of many things at once; without words, which each would be sealed under a key of its own. */
  async recordAll(steps: readonly Omit<Step, 'note' | 'compartment'>[]): Promise<void> {
    const { orgId, staffId } = currentActor();
    const column = (of: (step: Omit<Step, 'note' | 'compartment'>) => string | null | undefined) => steps.map((step) => of(step) ?? null);
    await currentWork().change(ADD_ALL, [
      orgId,
      staffId,
      steps.map(() => newId()),
      column(({ officeId }) => officeId),
      column(({ clientId }) => clientId),
      column(({ type }) => type),
      column(({ id }) => id),
      column(({ action }) => action),
      column(({ from }) => from),
      column(({ to }) => to),
      column(({ reason }) => reason),
    ]);
  }

  async record(step: Step): Promise<void> {
    const { orgId, staffId } = currentActor();
    const id = newId();
    const sealed = step.note ? await this.sealer.seal(placeOf(id, step.clientId ?? step.id, step.compartment), { note: step.note }) : null;
    await currentWork().change(ADD, [
      id,
      orgId,
      step.officeId ?? null,
      step.clientId ?? null,
      step.type,
      step.id,
      step.action,
      step.from,
      step.to,
      staffId,
      step.reason ?? null,
      sealed,
    ]);
  }

  /** The newest hundred steps of one record; notes opened. The caller has checked that the record is in reach. */
  async of(subjectId: string, dataSubjectId: string = subjectId): Promise<StepTaken[]> {
    const rows = await currentWork().rows<StepRow>(OF, [subjectId]);
    const noted = rows.filter((row): row is StepRow & { sealed: Buffer } => row.sealed !== null);
    const notes = await this.sealer.openMany<{ note: string }>(
      noted.map((row) => ({ place: placeOf(row.id, dataSubjectId), sealed: row.sealed })),
    );
    const noteOf = new Map(noted.map((row, index) => [row.id, notes[index]?.note ?? null]));
    return rows.map((row) => ({
      id: row.id,
      action: row.action,
      from: row.from_state,
      to: row.to_state,
      byId: row.by_id,
      at: row.at,
      reason: row.reason,
      note: noteOf.get(row.id) ?? null,
    }));
  }
}

const placeOf = (id: string, subjectId: string, compartment: Compartment = 'file') => ({
  table: 'process_step',
  rowId: id,
  subjectId,
  compartment,
  sealVersion: 1,
});
