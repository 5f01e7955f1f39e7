import { Injectable } from '@nestjs/common';
import type { TaskListQuery } from '@panah/contracts/tasks.contract';
import type { Word } from '@panah/domain/access/access-table';
import type { TaskStatus } from '@panah/domain/vocabulary/tasks';
import type { CaseFile } from '../cases/case.entity';
import { currentActor, reachValues, withinReachOfOne } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound, staleEdit } from '../platform/errors/problem';
import { cursorAfter, readCursor } from '../platform/http/keyset';
import { newId } from '../platform/new-id';
import { ProcessSteps } from '../platform/process-steps';
import { Sealer } from '../platform/sealing/sealer';
import { type OpenTask, type Task, taskPlace, type TaskSecrets } from './task.entity';

type TaskRow = Task & Record<string, unknown>;

export interface TaskPage {
  tasks: OpenTask[];
  total: number;
  next: string | null;
}

export type TaskPlain = Pick<Task, 'kind' | 'priority' | 'dueOn' | 'remindOn' | 'ownerId' | 'followsWorker'>;

const COLUMNS = `t.id, t.office_id as "officeId", t.client_id as "clientId", t.case_id as "caseId", t.kind, t.priority, t.status, t.owner_id as "ownerId",
  t.follows_worker as "followsWorker", t.for_coordinators as "forCoordinators", t.due_on as "dueOn", t.remind_on as "remindOn", t.reminded_at as "remindedAt",
  t.paused_on as "pausedOn", t.record_id as "recordId", t.next_id as "nextId", t.created_by as "createdBy", t.created_at as "createdAt", t.ended_at as "endedAt",
  t.ended_by as "endedBy", t.end_reason as "endReason", t.sealed, t.seal_version as "sealVersion", t.version`;
const ONE = {
  name: 'task.one',
  text: `select ${COLUMNS} from task t where t.id = $1 and t.case_id is not null and ${withinReachOfOne('t', 'client_id', 2)}`,
};
const HOLD = { name: 'task.hold', text: `${ONE.text} for update` };
const OF_CASE = `from task t where t.case_id = $1 and t.status = any($2::text[]) and ${withinReachOfOne('t', 'client_id', 6)}`;
const LIST = {
  name: 'task.of-case',
  text: `select ${COLUMNS}, (select count(*)::int ${OF_CASE}) as total ${OF_CASE}
            and ($3::date is null or (t.due_on, t.id) > ($3, $4::uuid)) order by t.due_on, t.id limit $5`,
};
const ADD = {
  name: 'task.add',
  text: `insert into task (id, org_id, office_id, client_id, case_id, kind, priority, owner_id, follows_worker, due_on, remind_on, created_by, sealed)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
};
const EDIT = {
  name: 'task.edit',
  text: `update task set kind = $3, priority = $4, owner_id = $5, follows_worker = $6, due_on = $7, reminded_at = case when remind_on is distinct from $8::date then null else reminded_at end,
           remind_on = $8, status = $9, sealed = $10, seal_version = seal_version + 1, version = version + 1 where id = $1 and version = $2`,
};
const END = {
  name: 'task.end',
  text: `update task set status = $3, end_reason = $4, ended_at = now(), ended_by = $5, next_id = $6, sealed = coalesce($7, sealed),
           seal_version = seal_version + case when $7 is null then 0 else 1 end, version = version + 1 where id = $1 and version = $2`,
};
const OPEN_STATUSES: readonly TaskStatus[] = ['OPEN', 'IN_PROGRESS', 'BLOCKED'];

/** The door to tasks, for colleagues. Reach: the case's, in the class of tasks. */
@Injectable()
export class TaskListRecords {
  constructor(
    private readonly sealer: Sealer,
    private readonly steps: ProcessSteps,
  ) {}

  /** The caller has found the case in the reach of `task:read`. Due first is first. */
  async ofCase(caseId: string, { status = 'OPEN_ALL', limit = 50, cursor }: TaskListQuery): Promise<TaskPage> {
    const [on, id] = readCursor(cursor, 2) ?? [null, null];
    const statuses = status === 'OPEN_ALL' ? OPEN_STATUSES : [status];
    const values = [caseId, statuses, on, id, limit + 1, ...reachValues('task:read')];
    const rows = await currentWork().rows<TaskRow & { total: number }>(LIST, values);
    const tasks = await this.open(rows.slice(0, limit));
    const last = tasks.at(-1)?.row;
    return { tasks, total: rows[0]?.total ?? 0, next: rows.length > limit && last ? cursorAfter([last.dueOn, last.id]) : null };
  }

  async get(id: string): Promise<OpenTask> {
    return this.found(await currentWork().row<TaskRow>(ONE, [id, ...reachValues('task:read')]), id);
  }

  async hold(id: string, word: Word): Promise<OpenTask> {
    return this.found(await currentWork().row<TaskRow>(HOLD, [id, ...reachValues(word)]), id);
  }

  async add(
    { id: caseId, clientId, officeId }: Pick<CaseFile, 'id' | 'clientId' | 'officeId'>,
    plain: TaskPlain,
    secrets: TaskSecrets,
  ): Promise<string> {
    const id = newId();
    const { orgId, staffId } = currentActor();
    currentLine()
      .about('task', id, { clientId, officeId })
      .changed(...Object.keys(plain), ...Object.keys(secrets));
    const sealed = secrets.title ? await this.sealer.seal(taskPlace({ id, clientId, sealVersion: 1 }), secrets) : null;
    const { kind, priority, ownerId, followsWorker, dueOn, remindOn } = plain;
    const values = [id, orgId, officeId, clientId, caseId, kind, priority, ownerId, followsWorker, dueOn, remindOn, staffId, sealed];
    await currentWork().change(ADD, values);
    return id;
  }

  /** Throws 412 with the names of the fields that others changed meanwhile. */
  async edit({ row, secrets }: OpenTask, version: number, after: TaskPlain & { status: TaskStatus; title: string | null }): Promise<void> {
    const before = { ...row, title: secrets.title ?? null };
    const fields = ['kind', 'priority', 'ownerId', 'dueOn', 'remindOn', 'status', 'title'] as const;
    const changed = fields.filter((field) => before[field] !== after[field]);
    if (row.version !== version) throw staleEdit(row.version, changed);
    currentLine().changed(...changed);
    const { kind, priority, ownerId, followsWorker, dueOn, remindOn, status, title } = after;
    const sealed = title ? await this.sealer.seal(taskPlace({ ...row, sealVersion: row.sealVersion + 1 }), { title }) : null;
    await currentWork().change(EDIT, [row.id, version, kind, priority, ownerId, followsWorker, dueOn, remindOn, status, sealed]);
  }

  /** Done or cancelled; `nextId` is what follows it. Nobody else may end it meanwhile: it is held. */
  async end(
    { row, secrets }: OpenTask,
    {
      status,
      reason = null,
      nextId = null,
      note = null,
    }: { status: TaskStatus; reason?: string | null; nextId?: string | null; note?: string | null },
  ): Promise<void> {
    const { id, clientId, officeId, version, sealVersion } = row;
    currentLine().changed('status');
    const sealed = note
      ? await this.sealer.seal(taskPlace({ id, clientId, sealVersion: sealVersion + 1 }), { ...secrets, doneNote: note })
      : null;
    await currentWork().change(END, [id, version, status, reason, currentActor().staffId, nextId, sealed]);
    await this.steps.record({
      type: 'task',
      id,
      action: status === 'DONE' ? 'finish' : 'cancel',
      from: row.status,
      to: status,
      officeId,
      clientId,
      reason,
    });
  }

  private async found(row: Task | null, id: string): Promise<OpenTask> {
    currentLine().about('task', id, row ? { clientId: row.clientId, officeId: row.officeId } : {});
    const [task] = row ? await this.open([row]) : [];
    if (!task) throw notFound();
    return task;
  }

  private async open(rows: readonly Task[]): Promise<OpenTask[]> {
    const titled = rows.filter((row): row is Task & { sealed: Buffer } => row.sealed !== null);
    const opened = await this.sealer.openMany<TaskSecrets>(titled.map((row) => ({ place: taskPlace(row), sealed: row.sealed })));
    const secretsOf = new Map(titled.map(({ id }, at) => [id, opened[at]]));
    currentLine().returned(
      'task',
      rows.map(({ id }) => id),
    );
    if (titled.length) currentLine().opened('TASKS');
    return rows.map((row) => ({ row, secrets: secretsOf.get(row.id) ?? {} }));
  }
}
