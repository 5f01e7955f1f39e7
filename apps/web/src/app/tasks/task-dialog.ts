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
import { ProblemNotice } from '../platform/problem/problem-notice';
import { TASK_TEXTS } from './task-words';
import { TasksApi } from './tasks.api';

export interface TaskDialogData {
  caseId: string;
  owners: readonly TaskPersonView[];
  /** Absent for a new one. */
  task?: TaskView;
}

/** Sets something to be done, or changes it. */
@Component({
  selector: 'app-task-dialog',
  imports: [DateInput, Field, FieldControl, FormElement, ProblemNotice, ReactiveFormsModule],
  templateUrl: './task-dialog.html',
})
export class TaskDialog {
  private readonly tasks = inject(TasksApi);
  protected readonly data = inject<TaskDialogData>(DIALOG_DATA);
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
      task ? this.tasks.edit(task.id, { ...tidied(input), status }, task.version) : this.tasks.set(caseId, tidied(input), intent),
    );
    if (saved) this.dialog.close(saved);
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
