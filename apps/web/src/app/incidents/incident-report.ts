import { Component, inject, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import type { HasUnsaved } from '../platform/form/unsaved-guard';
import { SessionStore } from '../platform/session/session-store';
import { IncidentForm } from './incident-form.part';

/** An incident that names no case: of the office, a colleague, a house, data. */
@Component({
  selector: 'app-incident-report',
  imports: [IncidentForm],
  template: `<app-incident-form (done)="leave($event)" />`,
})
export class IncidentReport implements HasUnsaved {
  private readonly router = inject(Router);
  private readonly mayRead = inject(SessionStore).may('incident:read');
  private readonly form = viewChild.required(IncidentForm);

  unsaved(): boolean {
    return this.form().unsaved();
  }

  /** To what was reported, for those who read it. */
  protected async leave(id: string | null): Promise<void> {
    const room = this.mayRead ? ['/incidents', ...(id === null ? [] : [id])] : ['/'];
    await this.router.navigate(room);
  }
}
