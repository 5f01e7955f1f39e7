import { httpResource } from '@angular/common/http';
import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TaskListView, TaskView } from '@panah/contracts/tasks.contract';
import { casePriority } from '@panah/domain/vocabulary/cases';
import { taskStatus } from '@panah/domain/vocabulary/tasks';
import { DateDisplay } from '../platform/dates/date-display';
import { DateDistance } from '../platform/dates/date-text';
import { Dialogs } from '../platform/dialog/dialogs';
import { Questions } from '../platform/form/questions';
import { Icon } from '../platform/icon/icon';
import { Keys } from '../platform/keys/keys';
import { problemOf } from '../platform/problem/problem';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { ProblemTexts } from '../platform/problem/problem-texts';
import { Snack } from '../platform/shell/snack';
import { CodeLabel } from '../platform/text/code-label';
import { NumberText } from '../platform/text/number-text';
import { State } from '../platform/text/state';
import { TaskFinish } from './task-finish.part';
import { editTask, newTask } from './task-question';
import { taskRoom } from './task-room.part';
import { TASK_PROBLEMS, taskWords } from './task-words';
import { TasksApi } from './tasks.api';

/** What is to be done on a case, due first. */
@Component({
  selector: 'app-case-tasks',
  imports: [CodeLabel, DateDisplay, DateDistance, Icon, NumberText, ProblemNotice, RouterLink, State, TaskFinish],
  templateUrl: './tasks.part.html',
  styles: `
    /* the days for the next one need the breadth of the line */
    .row:has(app-task-finish.asked) .btns {
      grid-column: 1 / -1;
    }
  `,
})
export class CaseTasks {
  readonly caseId = input.required<string>();

  private readonly dialogs = inject(Dialogs);
  private readonly questions = inject(Questions);
  private readonly snack = inject(Snack);
  private readonly texts = inject(ProblemTexts);
  private readonly api = inject(TasksApi);
  protected readonly priorities = casePriority;
  protected readonly statuses = taskStatus;
  protected readonly words = taskWords;
  protected readonly roomOf = taskRoom;
  protected readonly tasks = httpResource<TaskListView>(() => `/api/cases/${this.caseId()}/tasks`);

  constructor() {
    this.texts.add(TASK_PROBLEMS);
    inject(Keys).add('T', $localize`:@@tasks.newTitle:New task`, () => void this.add());
  }

  /** Somebody else on this page changed what is to be done. */
  reload(): void {
    this.tasks.reload();
  }

  protected async add(): Promise<void> {
    if (this.tasks.hasValue() && this.tasks.value().actions.includes('add')) await this.open();
  }

  protected edit(task: TaskView): Promise<void> {
    return this.open(task);
  }

  protected async cancel({ id }: TaskView): Promise<void> {
    const sure = await this.dialogs.confirm({
      title: $localize`:@@tasks.cancelTitle:Is this no longer needed?`,
      text: $localize`:@@tasks.cancelText:It stays in the history of the case.`,
      yes: $localize`:@@tasks.cancelYes:Not needed`,
    });
    if (!sure) return;
    try {
      await this.api.cancel(id);
      this.tasks.reload();
    } catch (thrown) {
      this.snack.say(this.texts.say(problemOf(thrown)));
    }
  }

  private async open(task?: TaskView): Promise<void> {
    const owners = this.tasks.hasValue() ? this.tasks.value().owners : [];
    const saved = task
      ? await this.questions.ask(editTask(this.api, task, owners))
      : await this.questions.ask(newTask(this.api, this.caseId(), owners));
    if (!saved) return;
    this.snack.say($localize`:@@tasks.saidSaved:Saved.`);
    this.tasks.reload();
  }
}
