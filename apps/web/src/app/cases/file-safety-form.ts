import { Component, computed, inject, input, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { IncidentForm } from '../incidents/incident-form.part';
import type { HasUnsaved } from '../platform/form/unsaved-guard';
import { RiskForm } from '../risk/risk-form.part';
import { SafetyPlanForm } from '../risk/safety-plan-form.part';
import { OpenFile } from './open-file';

/** A form of the safety tab, under the header of the file: an assessment, a plan, an incident. */
@Component({
  selector: 'app-file-safety-form',
  imports: [IncidentForm, RiskForm, SafetyPlanForm],
  template: `
    @if (open.case(); as file) {
      @switch (what()) {
        @case ('assess') {
          <app-risk-form [caseId]="file.id" (done)="back()" />
        }
        @case ('plan') {
          <app-safety-plan-form [caseId]="file.id" (done)="back()" />
        }
        @case ('incident') {
          <app-incident-form [caseId]="file.id" (done)="back()" />
        }
      }
    }
  `,
})
export class FileSafetyForm implements HasUnsaved {
  /** From the route. */
  readonly what = input.required<'assess' | 'plan' | 'incident'>();

  private readonly router = inject(Router);
  protected readonly open = inject(OpenFile);
  private readonly risk = viewChild(RiskForm);
  private readonly plan = viewChild(SafetyPlanForm);
  private readonly incident = viewChild(IncidentForm);
  private readonly form = computed(() => this.risk() ?? this.plan() ?? this.incident());

  unsaved(): boolean {
    return this.form()?.unsaved() ?? false;
  }

  protected async back(): Promise<void> {
    await this.router.navigate(['/cases', this.open.id(), 'safety']);
    this.open.file.reload();
  }
}
