import { traitOf } from '@panah/domain/tasks/task-kinds';
import type { OwnWorkTask } from '@panah/domain/vocabulary/tasks';
import type { JobWork } from '../platform/jobs/jobs';

const OPEN = `status in ('OPEN', 'IN_PROGRESS', 'BLOCKED')`;
const SAME = 'owed."ownerId" = task.owner_id and owed."recordId" = task.record_id';
/** $1 moment, $2 kind, $3 priority */
const keeping = (owed: string, moves: boolean): string => `with owed as materialized (${owed}),
  settled as (update task set status = 'CANCELLED', end_reason = 'REASON_GONE', ended_at = now(), version = version + 1
    where kind = $2 and ${OPEN} and not exists (select from owed where ${SAME})),
  moved as (update task set due_on = owed."dueOn", version = task.version + 1
    from owed where ${String(moves)} and kind = $2 and ${OPEN} and ${SAME} and task.due_on <> owed."dueOn")
  insert into task (id, org_id, office_id, kind, priority, owner_id, due_on, record_id)
    select uuidv7(), "orgId", "officeId", $2, $3, "ownerId", "dueOn", "recordId" from owed
     where not exists (select from task where kind = $2 and ${OPEN} and ${SAME})`;

/**
 * What somebody is to do about their own work, of no case, read by its owner alone. In the transaction of a job, by one statement:
 * one open task for each that is owed now, and none for what is owed no longer.
 * @param owed SQL for `orgId`, `officeId`, `ownerId`, `recordId` and `dueOn` of what is owed at the moment $1
 * @param moves the day may move while it is owed; otherwise it stays the one on which it was first owed
 */
export async function keepOwnWorkAsJob(work: JobWork, kind: OwnWorkTask, owed: string, now: string, moves = false): Promise<void> {
  await work.rows(keeping(owed, moves), [now, kind, traitOf(kind).priority]);
}
