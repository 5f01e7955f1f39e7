import { traitOf } from '@panah/domain/tasks/task-kinds';
import type { OwnWorkTask } from '@panah/domain/vocabulary/tasks';
import type { JobWork } from '../platform/jobs/jobs';
import { newId } from '../platform/new-id';

/** What somebody is to do about their own work: of no case, read by its owner alone. */
export interface OwnWork {
  orgId: string;
  officeId: string;
  ownerId: string;
  /** What it is about. */
  recordId: string;
  dueOn: string;
}

const OPEN = `status in ('OPEN', 'IN_PROGRESS', 'BLOCKED')`;
const RAISE = `insert into task (id, org_id, office_id, kind, priority, owner_id, due_on, record_id) select $1, $2, $3, $4, $5, $6, $7, $8
  where not exists (select from task where kind = $4 and owner_id = $6 and record_id = $8 and ${OPEN})`;
const MOVE = `update task set due_on = owed.due_on, version = task.version + 1
  from unnest($2::uuid[], $3::uuid[], $4::date[]) as owed (owner_id, record_id, due_on)
  where kind = $1 and ${OPEN} and owed.owner_id = task.owner_id and owed.record_id = task.record_id and task.due_on <> owed.due_on`;
const SETTLE = `update task set status = 'CANCELLED', end_reason = 'REASON_GONE', ended_at = now(), version = version + 1 where kind = $1 and ${OPEN}
  and not exists (select from unnest($2::uuid[], $3::uuid[]) as owed (owner_id, record_id) where owed.owner_id = task.owner_id and owed.record_id = task.record_id)`;

/**
 * In the transaction of a job: one open task for each that is owed now, and none for what is owed no longer.
 * @param moves the day may move while it is owed; otherwise it stays the one on which it was first owed
 */
export async function keepOwnWorkAsJob(work: JobWork, kind: OwnWorkTask, owed: readonly OwnWork[], moves = false): Promise<void> {
  const whose = [owed.map(({ ownerId }) => ownerId), owed.map(({ recordId }) => recordId)];
  await work.rows(SETTLE, [kind, ...whose]);
  if (moves) await work.rows(MOVE, [kind, ...whose, owed.map(({ dueOn }) => dueOn)]);
  const { priority } = traitOf(kind);
  for (const { orgId, officeId, ownerId, recordId, dueOn } of owed)
    await work.rows(RAISE, [newId(), orgId, officeId, kind, priority, ownerId, dueOn, recordId]);
}
