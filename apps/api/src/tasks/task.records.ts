import { Injectable } from '@nestjs/common';
import { traitOf } from '@panah/domain/tasks/task-kinds';
import type { TaskKind } from '@panah/domain/vocabulary/tasks';
import { currentActor } from '../platform/access/current-reach';
import { currentWork } from '../platform/database/current-work';
import { notFound } from '../platform/errors/problem';
import type { JobWork } from '../platform/jobs/jobs';
import { newId } from '../platform/new-id';
import { Sealer } from '../platform/sealing/sealer';
import { taskPlace } from './task.entity';

/** A task that the house asks for. Its words are those of its kind. */
export interface RaisedTask {
  kind: TaskKind;
  caseId: string;
  clientId: string;
  /** Null or absent: the primary worker's, whoever that is; for kinds of the office, any coordinator's. */
  ownerId?: string | null;
  /** `YYYY-MM-DD`, the office's day. */
  dueOn: string;
  /** What it is about; `settle` finds it by this. */
  recordId?: string;
  /** Asked for once, however often: the same kind with the same key is the same task, also when it is done already. */
  dedupeKey?: string;
  /** Words of somebody, sealed under the client's key. */
  title?: string;
}

const VALUES = `select t.id, f.org_id, f.office_id, f.client_id, f.id, t.kind, t.priority,
  coalesce(t.owner_id, case when t.for_coordinators then null else f.primary_worker_id end), t.owner_id is null and not t.for_coordinators,
  t.owner_id is null and t.for_coordinators, t.due_on, t.record_id, t.dedupe_key`;
const OF_ONE = `(select $1::uuid as id, $2::uuid as case_id, $3::text as kind, $4::text as priority, $5::uuid as owner_id, $6::boolean as for_coordinators,
  $7::date as due_on, $8::uuid as record_id, $9::text as dedupe_key) t join case_file f on f.id = t.case_id`;
const OF_MANY = `(select u.id, u.case_id, $4::text as kind, $5::text as priority, null::uuid as owner_id, $6::boolean as for_coordinators,
  (now() at time zone o.time_zone)::date as due_on, u.record_id, null::text as dedupe_key
  from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as u (id, case_id, record_id) join case_file c on c.id = u.case_id join office o on o.id = c.office_id) t
  join case_file f on f.id = t.case_id`;
const COLUMNS =
  'id, org_id, office_id, client_id, case_id, kind, priority, owner_id, follows_worker, for_coordinators, due_on, record_id, dedupe_key';
const ONCE = 'on conflict (org_id, kind, dedupe_key) where dedupe_key is not null do nothing returning id';
const RAISE = {
  name: 'task.raise',
  text: `insert into task (${COLUMNS}, created_by, sealed) ${VALUES}, $10::uuid, $11::bytea from ${OF_ONE} ${ONCE}`,
};
const RAISE_FOR_TODAY = {
  name: 'task.raise-for-today',
  text: `insert into task (${COLUMNS}, created_by) ${VALUES}, $7::uuid from ${OF_MANY}`,
};
const RAISE_AS_JOB = `insert into task (${COLUMNS}) ${VALUES} from ${OF_ONE} where f.state <> 'CLOSED' ${ONCE}`;
const BY_KEY = {
  name: 'task.by-key',
  text: 'select id from task where kind = $1 and dedupe_key = $2 and case_id = $3',
};
const IS_OPEN = {
  name: 'task.is-open',
  text: `select 1 as open from task where kind = $1 and record_id = $2 and status in ('OPEN', 'IN_PROGRESS', 'BLOCKED') limit 1`,
};
const SETTLE = {
  name: 'task.settle',
  text: `update task set status = 'CANCELLED', end_reason = 'REASON_GONE', ended_at = now(), ended_by = $3, version = version + 1
          where kind = $1 and record_id = any($2::uuid[]) and status in ('OPEN', 'IN_PROGRESS', 'BLOCKED')`,
};
const SETTLE_AS_JOB = `update task set status = 'CANCELLED', end_reason = 'REASON_GONE', ended_at = now(), version = version + 1
  where kind = $1 and record_id = $2 and status in ('OPEN', 'IN_PROGRESS', 'BLOCKED')`;

/** Something to do about an incident that names no case. It is opened where the incident is, by whoever may read that. */
export interface IncidentTask {
  officeId: string;
  incidentId: string;
  ownerId: string;
  dueOn: string;
  recordId: string;
}

const RAISE_OF_INCIDENT = {
  name: 'task.raise-of-incident',
  text: `insert into task (id, org_id, office_id, incident_id, kind, priority, owner_id, due_on, record_id, created_by)
         values ($1, $2, $3, $4, 'INCIDENT_ACTION', $5, $6, $7, $8, $9)`,
};

/** What other capabilities ask of tasks: raise one, settle it when its reason is gone. The caller has checked that the case is in reach. */
@Injectable()
export class TaskRecords {
  constructor(private readonly sealer: Sealer) {}

  /** In the caller's transaction. Returns the task's id; the one that is there already when `dedupeKey` is known. */
  async raise(task: RaisedTask): Promise<string> {
    const id = newId();
    const sealed = task.title
      ? await this.sealer.seal(taskPlace({ id, clientId: task.clientId, sealVersion: 1 }), { title: task.title })
      : null;
    const raised = await currentWork().row<{ id: string }>(RAISE, [...valuesOf(id, task), currentActor().staffId, sealed]);
    const known = raised ?? (task.dedupeKey ? await this.byKey(task) : null);
    if (!known) throw notFound();
    return known.id;
  }

  /** One about each record, for whoever works on its case, due on the day that it is in the office of the case. */
  async raiseForToday(kind: TaskKind, about: readonly { caseId: string; recordId: string }[]): Promise<void> {
    const { priority, forCoordinators } = traitOf(kind);
    const [ids, cases, records] = [about.map(() => newId()), about.map(({ caseId }) => caseId), about.map(({ recordId }) => recordId)];
    const raised = await currentWork().change(RAISE_FOR_TODAY, [
      ids,
      cases,
      records,
      kind,
      priority,
      forCoordinators,
      currentActor().staffId,
    ]);
    if (raised !== about.length) throw notFound();
  }

  /** In the caller's transaction. The caller has checked that the incident is in reach, and that its owner reads it. */
  async raiseOfIncident({ officeId, incidentId, ownerId, dueOn, recordId }: IncidentTask): Promise<void> {
    const { orgId, staffId } = currentActor();
    const { priority } = traitOf('INCIDENT_ACTION');
    await currentWork().change(RAISE_OF_INCIDENT, [newId(), orgId, officeId, incidentId, priority, ownerId, dueOn, recordId, staffId]);
  }

  /** Whether a task of a kind about a record waits to be done. */
  async isOpen(kind: TaskKind, recordId: string): Promise<boolean> {
    return (await currentWork().row(IS_OPEN, [kind, recordId])) !== null;
  }

  /** Ends the open tasks of a kind about records: there is nothing left to do. */
  async settle(kind: TaskKind, ...recordIds: readonly string[]): Promise<void> {
    await currentWork().change(SETTLE, [kind, recordIds, currentActor().staffId]);
  }

  private byKey({ kind, dedupeKey, caseId }: RaisedTask): Promise<{ id: string } | null> {
    return currentWork().row<{ id: string }>(BY_KEY, [kind, dedupeKey, caseId]);
  }
}

/** As `raise`, in the transaction of a job. Null when it is there already, or the case is closed. */
export async function raiseAsJob(work: JobWork, task: Omit<RaisedTask, 'title' | 'clientId'>): Promise<string | null> {
  const [raised] = await work.rows<{ id: string }>(RAISE_AS_JOB, valuesOf(newId(), task));
  return raised?.id ?? null;
}

/** As `settle`, in the transaction of a job. */
export async function settleAsJob(work: JobWork, kind: TaskKind, recordId: string): Promise<void> {
  await work.rows(SETTLE_AS_JOB, [kind, recordId]);
}

function valuesOf(id: string, { kind, caseId, ownerId, dueOn, recordId, dedupeKey }: Omit<RaisedTask, 'title' | 'clientId'>): unknown[] {
  const { priority, forCoordinators } = traitOf(kind);
  return [id, caseId, kind, priority, ownerId ?? null, forCoordinators, dueOn, recordId ?? null, dedupeKey ?? null];
}
