import { Component, inject, viewChild } from '@angular/core';
import { CaseAppointments } from '../appointments/appointments.part';
import { CaseNeeds } from '../plans/needs.part';
import { CasePlan } from '../plans/plan.part';
import { SessionStore } from '../platform/session/session-store';
import { CaseTasks } from '../tasks/tasks.part';
import { OpenFile } from './open-file';

/** What the person needs, what was agreed with them, and what is to be done. */
@Component({
  selector: 'app-file-plan',
  imports: [CaseAppointments, CaseNeeds, CasePlan, CaseTasks],
  template: `
    @if (open.id(); as id) {
      @if (session.may('task:read')) {
        <app-case-tasks class="unprinted" [caseId]="id" />
        <app-case-appointments class="unprinted" [caseId]="id" />
      }
      @if (session.may('plan:read')) {
        <app-case-plan [caseId]="id" (moved)="moved()" />
      }
      @if (session.may('need:read')) {
        <app-case-needs class="unprinted" [caseId]="id" />
      }
    }
  `,
  host: { class: 'stack roomy' },
})
export class FilePlan {
  protected readonly open = inject(OpenFile);
  protected readonly session = inject(SessionStore);
  private readonly tasks = viewChild(CaseTasks);
  private readonly needs = viewChild(CaseNeeds);

  protected moved(): void {
    this.tasks()?.reload();
    this.needs()?.reload();
    this.open.file.reload();
  }
}
