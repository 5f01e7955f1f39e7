import { Injectable } from '@nestjs/common';
import { SAFETY_KINDS } from '@panah/domain/tasks/task-kinds';
import { currentActor } from '../platform/access/current-reach';
import { currentWork } from '../platform/database/current-work';

const OPEN = `status in ('OPEN', 'IN_PROGRESS', 'BLOCKED')`;
const PAUSE = {
  name: 'task.pause-of-case',
  text: `update task set paused_on = $2, version = version + 1 where case_id = $1 and ${OPEN} and paused_on is null and kind <> all($3::text[])`,
};
const RESUME = {
  name: 'task.resume-of-case',
  text: `update task set due_on = due_on + greatest(0, $2::date - paused_on), paused_on = null, version = version + 1 where case_id = $1 and ${OPEN} and paused_on is not null`,
};
const END = {
  name: 'task.end-of-case',
  text: `update task set status = 'CANCELLED', end_reason = 'CASE_CLOSED', ended_at = now(), ended_by = $2, version = version + 1 where case_id = $1 and ${OPEN}`,
};
const CANCEL_APPOINTMENTS = {
  name: 'task.cancel-appointments',
  text: `update appointment set state = 'CANCELLED', version = version + 1 where case_id = $1 and state = 'PLANNED' and starts_at > now()`,
};
const FOLLOW = {
  name: 'task.follow-worker',
  text: `update task set owner_id = $2, version = version + 1 where case_id = $1 and follows_worker and ${OPEN}`,
};
const LEAVE = {
  name: 'task.leave-client',
  text: `update task t set owner_id = f.primary_worker_id, follows_worker = true, version = t.version + 1 from case_file f
          where f.id = t.case_id and t.client_id = $1 and t.owner_id = $2 and f.primary_worker_id is distinct from $2 and t.${OPEN}`,
};
const LEAVE_APPOINTMENTS = {
  name: 'task.leave-appointments',
  text: `update appointment a set owner_id = f.primary_worker_id, version = a.version + 1 from case_file f
          where f.id = a.case_id and a.client_id = $1 and a.owner_id = $2 and f.primary_worker_id is distinct from $2 and a.state = 'PLANNED'`,
};

/** What the steps of a case do to what is to be done on it, in the same transaction (model 3.1, 3.13). The case is held. */
@Injectable()
export class TaskCaseRecords {
  /** On hold nothing is due but what is about safety. */
  async pause(caseId: string, today: string): Promise<void> {
    await currentWork().change(PAUSE, [caseId, today, SAFETY_KINDS]);
  }

  /** What rested is due so many days later. */
  async resume(caseId: string, today: string): Promise<void> {
    await currentWork().change(RESUME, [caseId, today]);
  }

  async end(caseId: string): Promise<void> {
    await currentWork().change(END, [caseId, currentActor().staffId]);
    await currentWork().change(CANCEL_APPOINTMENTS, [caseId]);
  }

  /** A new primary worker takes over what was the primary worker's. */
  async follow(caseId: string, workerId: string): Promise<void> {
    await currentWork().change(FOLLOW, [caseId, workerId]);
  }

  /** Somebody is closed off from a client: what they had to do there is the primary worker's. */
  async leave(clientId: string, staffId: string): Promise<void> {
    await currentWork().change(LEAVE, [clientId, staffId]);
    await currentWork().change(LEAVE_APPOINTMENTS, [clientId, staffId]);
  }
}
