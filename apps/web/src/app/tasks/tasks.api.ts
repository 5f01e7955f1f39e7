import { inject, Injectable } from '@angular/core';
import type { TaskChangeInput, TaskCompletionInput, TaskInput, TaskView } from '@panah/contracts/tasks.contract';
import { Api, type Intent } from '../platform/http/api';

/** What tasks ask of the server. */
@Injectable({ providedIn: 'root' })
export class TasksApi {
  private readonly api = inject(Api);

  set(caseId: string, input: TaskInput, intent: Intent): Promise<TaskView> {
    return this.api.post(`/api/cases/${caseId}/tasks`, input, intent);
  }

  read(id: string): Promise<TaskView> {
    return this.api.read(`/api/tasks/${id}`);
  }

  edit(id: string, input: TaskChangeInput, version: number): Promise<TaskView> {
    return this.api.replace(`/api/tasks/${id}`, input, version);
  }

  finish(id: string, input: TaskCompletionInput, intent?: Intent): Promise<TaskView> {
    return this.api.post(`/api/tasks/${id}/completion`, input, intent);
  }

  cancel(id: string): Promise<TaskView> {
    return this.api.post(`/api/tasks/${id}/cancellation`, {});
  }
}
