import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { TaskChangeInput, TaskInput, type TaskPersonView, type TaskView } from '@panah/contracts/tasks.contract';
import { casePriority } from '@panah/domain/vocabulary/cases';
import { taskStatus, taskType } from '@panah/domain/vocabulary/tasks';
import { DateInput } from '../platform/dates/date-input';
import { choicesOf } from '../platform/form/choices';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { FormElement } from '../platform/form/form-element';
import { saysCode, StaleEdits } from '../platform/form/stale-edits';
import { TogetherNote } from '../platform/form/together-note';
import { DateWords } from '../platform/dates/date-words';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { TASK_TEXTS } from './task-words';
import { TasksApi } from './tasks.api';

export interface TaskDialogData {
  caseId: string;
  owners: readonly TaskPersonView[];
  /** Absent for a new one. */
  task?: TaskView;
}

const PRIMARY = $localize`:@@tasks.primaryWorker:Primary worker`;
const LABELS = {
  kind: $localize`:@@tasks.kind:What`,
  title: $localize`:@@tasks.title:In a few words`,
  dueOn: $localize`:@@tasks.dueOn:By`,
  ownerId: $localize`:@@tasks.owner:Who`,
  priority: $localize`:@@tasks.priority:How pressing`,
  remindOn: $localize`:@@tasks.remindOn:Remind on`,
  status: $localize`:@@tasks.status:State`,
};

/** Sets something to be done, or changes it. */
@Component({
  selector: 'app-task-dialog',
  imports: [DateInput, Field, FieldControl, FormElement, ProblemNotice, ReactiveFormsModule, TogetherNote],
  templateUrl: './task-dialog.html',
})
export class TaskDialog {
  private readonly tasks = inject(TasksApi);
  private readonly stale = inject(StaleEdits);
  private readonly days = inject(DateWords);
  protected readonly data = inject<TaskDialogData>(DIALOG_DATA);
  private version = this.data.task?.version ?? 0;
  protected readonly dialog = inject<DialogRef<TaskView>>(DialogRef);

  protected readonly kinds = choicesOf(taskType);
  protected readonly priorities = choicesOf(casePriority);
  protected readonly statuses = choicesOf(taskStatus).filter(({ code }) => ['OPEN', 'IN_PROGRESS', 'BLOCKED'].includes(code));
  /** What the house asked for keeps its kind. */
  protected readonly ownKind = !this.data.task || taskType.has(this.data.task.kind);
  protected readonly form = new ContractForm<TaskChangeInput>(
    this.data.task ? TaskChangeInput : (TaskInput as never),
    startOf(this.data.task),
    {
      texts: TASK_TEXTS,
    },
  );

  protected async save(): Promise<void> {
    const { caseId, task } = this.data;
    const saved = await this.form.save(({ status, ...input }, intent) =>
      task ? this.tasks.edit(task.id, { ...tidied(input), status }, this.version) : this.tasks.set(caseId, tidied(input), intent),
    );
    if (saved) this.dialog.close(saved);
    else if (task) await this.settle(task.id);
  }

  /** Somebody else saved first: what both changed is asked, the rest is put together. */
  private async settle(id: string): Promise<void> {
    const says = {
      kind: saysCode(taskType),
      dueOn: (day: string) => this.days.say(day, 'day'),
      remindOn: (day?: string) => (day ? this.days.say(day, 'day') : ''),
      priority: saysCode(casePriority),
      status: saysCode(taskStatus),
      ownerId: (owner?: string) => this.data.owners.find((each) => each.id === owner)?.name ?? PRIMARY,
    };
    const now = await this.stale.meet(this.form, { read: () => this.tasks.read(id), shape: startOf, labels: LABELS, says });
    if (now) this.version = now.version;
  }
}

const tidied = ({ ownerId, remindOn, title, ...input }: TaskInput): TaskInput => ({
  ...input,
  ...(ownerId ? { ownerId } : {}),
  ...(remindOn ? { remindOn } : {}),
  ...(title ? { title } : {}),
});

function startOf(task?: TaskView): TaskChangeInput {
  const { kind = 'FOLLOW_UP', title, dueOn = null, priority = 'P3', owner, remindOn = null, status = 'OPEN' } = task ?? {};
  const known = taskType.has(kind) ? kind : (task?.type ?? kind);
  const days = { dueOn, remindOn } as unknown as Pick<TaskChangeInput, 'dueOn' | 'remindOn'>;
  return { kind: known, title: title ?? '', priority, ownerId: owner?.id ?? '', status, ...days };
}
