import { Injectable } from '@nestjs/common';
import type {
  TaskChangeInput,
  TaskCompletionInput,
  TaskInput,
  TaskListQuery,
  TaskListView,
  TaskView,
} from '@panah/contracts/tasks.contract';
import { move, RuleBroken } from '@panah/domain/process/process';
import { dayAt } from '@panah/domain/staff/office-calendar';
import { type TaskEvent, taskProcess } from '@panah/domain/tasks/task.process';
import { assertTaskDays, assertTickedOff } from '@panah/domain/tasks/task.rules';
import { taskType, type TaskKind, type TaskStatus } from '@panah/domain/vocabulary/tasks';
import { traitOf } from '@panah/domain/tasks/task-kinds';
import { CaseRecords, type ReachedCase } from '../cases/case.records';
import { KnownColleagues } from '../cases/known-colleagues.records';
import { PlanItemRecords } from '../plans/plan-item.records';
import { CaseOwners } from './case-owner.records';
import { NeutralTitle } from './neutral-title.records';
import type { OpenTask } from './task.entity';
import { TaskListRecords, type TaskPlain } from './task-list.records';
import { TaskRecords } from './task.records';
import { type Around, isOver, isWithheld, taskListView, taskView } from './task.view';

/** What is to be done on a case: set, changed, finished with the next set in the same act. */
@Injectable()
export class TasksService {
  constructor(
    private readonly tasks: TaskListRecords,
    private readonly raised: TaskRecords,
    private readonly items: PlanItemRecords,
    private readonly cases: CaseRecords,
    private readonly owners: CaseOwners,
    private readonly titles: NeutralTitle,
    private readonly known: KnownColleagues,
  ) {}

  async list(caseId: string, query: TaskListQuery): Promise<TaskListView> {
    const file = await this.cases.reachable(caseId, 'task:read');
    const page = await this.tasks.ofCase(caseId, query);
    const owners = await this.owners.toldOf(file);
    return taskListView(page, await this.around(file, page.tasks, owners), owners);
  }

  async read(id: string): Promise<TaskView> {
    const task = await this.tasks.get(id);
    const file = await this.cases.reachable(task.row.caseId, 'task:read');
    return taskView(task, await this.around(file, [task]));
  }

  async set(caseId: string, input: TaskInput): Promise<TaskView> {
    const file = await this.cases.reachable(caseId, 'task:create');
    const plain = await this.plainOf(file, input);
    return this.read(await this.tasks.add(file, plain, { title: input.title }));
  }

  async edit(id: string, version: number, input: TaskChangeInput): Promise<TaskView> {
    const task = await this.tasks.hold(id, 'task:edit');
    const file = await this.cases.reachable(task.row.caseId, 'task:edit');
    assertStatus(task, input.status);
    await this.assertGranted(task, file, 'edit');
    const raisedByHouse = !taskType.has(task.row.kind);
    const plain = await this.plainOf(file, raisedByHouse ? { ...input, kind: task.row.kind } : input, task);
    await this.tasks.edit(task, version, { ...plain, status: input.status as TaskStatus, title: input.title ?? null });
    return this.read(id);
  }

  /** Two presses: finished, and the next one is set for a day that was offered. */
  async finish(id: string, { nextOn, nextKind, note }: TaskCompletionInput): Promise<TaskView> {
    const task = await this.tasks.hold(id, 'task:finish');
    const file = await this.cases.reachable(task.row.caseId, 'task:finish');
    move(taskProcess, task.row.status, 'finish');
    assertTickedOff(task.row.kind);
    await this.assertGranted(task, file, 'finish');
    const nextId = nextOn ? await this.setNext(file, task, nextOn, nextKind) : null;
    await this.tasks.end(task, { status: 'DONE', nextId, note: note?.trim() || null });
    await this.raised.settle('TASK_OVERDUE', id);
    if (task.row.kind === 'PLAN_ACTION' && task.row.recordId) await this.items.finish(task.row.recordId, await this.cases.todayOn(file.id));
    return this.read(id);
  }

  async cancel(id: string): Promise<TaskView> {
    const task = await this.tasks.hold(id, 'task:finish');
    const file = await this.cases.reachable(task.row.caseId, 'task:finish');
    move(taskProcess, task.row.status, 'cancel');
    assertTickedOff(task.row.kind);
    await this.assertGranted(task, file, 'cancel');
    await this.tasks.end(task, { status: 'CANCELLED', reason: 'NOT_NEEDED' });
    await this.raised.settle('TASK_OVERDUE', id);
    return this.read(id);
  }

  private async assertGranted(task: OpenTask, file: ReachedCase, action: string): Promise<void> {
    const names = await this.known.names(file, [task.row.ownerId]);
    if (isWithheld(action, task.row, { file, names })) throw new RuleBroken('not-open', { state: task.row.status, action, open: [] });
  }

  /** The same again on another day, or something else; what the house asked for is followed up under its type. */
  private async setNext(
    file: ReachedCase,
    { row, secrets }: OpenTask,
    dueOn: string,
    kind: string = traitOf(row.kind).type,
  ): Promise<string> {
    const owner = row.forCoordinators || row.followsWorker ? {} : { ownerId: row.ownerId ?? undefined };
    const plain = await this.plainOf(file, { kind, dueOn, priority: row.priority, ...owner });
    return this.tasks.add(file, plain, kind === row.kind ? { title: secrets.title } : {});
  }

  private async plainOf(file: ReachedCase, input: Omit<TaskInput, 'kind'> & { kind: string }, before?: OpenTask): Promise<TaskPlain> {
    const { id, clientId, state, primaryWorkerId } = file;
    if (state === 'CLOSED') throw new RuleBroken('not-open', { state, action: 'set-task', open: [] });
    const { kind, priority = 'P3', dueOn, remindOn = null, ownerId = null, title } = input;
    // a day that has passed may stand, only not be set
    if (before?.row.dueOn !== dueOn || before.row.remindOn !== remindOn) assertTaskDays({ dueOn, remindOn }, await this.cases.todayOn(id));
    await this.titles.assert(title, clientId);
    if (ownerId && ownerId !== before?.row.ownerId) await this.owners.assertOwner(file, ownerId);
    return {
      kind: kind as TaskKind,
      priority,
      dueOn,
      remindOn,
      ownerId: ownerId ?? primaryWorkerId,
      followsWorker: ownerId === null || (ownerId === before?.row.ownerId && before.row.followsWorker),
    };
  }

  private async around(file: ReachedCase, tasks: readonly OpenTask[], more: readonly string[] = []): Promise<Around> {
    const calendar = await this.cases.calendarOf(file.officeId);
    const names = await this.known.names(file, [...tasks.flatMap(({ row }) => [row.ownerId, row.endedBy]), ...more]);
    return { file, names, calendar, today: dayAt(new Date().toISOString(), calendar.timeZone) };
  }
}

const STEP_TO: Readonly<Record<string, TaskEvent | undefined>> = { IN_PROGRESS: 'start', BLOCKED: 'block' };

/** From one open state to another; a task that is over stays so. */
function assertStatus({ row }: OpenTask, to: string): void {
  if (row.status === to && !isOver(to)) return;
  const step = STEP_TO[to];
  if (!step) throw new RuleBroken('not-open', { state: row.status, action: 'reopen', open: [] });
  move(taskProcess, row.status, step);
}
