import { Component, inject, signal } from '@angular/core';
import type { AuditVerificationView } from '@panah/contracts/audit.contract';
import { auditFinding } from '@panah/domain/vocabulary/audit';
import { Icon } from '../platform/icon/icon';
import { type Problem, problemOf } from '../platform/problem/problem';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { CodeLabel } from '../platform/text/code-label';
import { NumberText } from '../platform/text/number-text';
import { AuditApi } from './audit.api';

/** Whether the log is still as it was written; `run()` asks, the answer stays on the page. */
@Component({
  selector: 'app-audit-check',
  imports: [CodeLabel, Icon, NumberText, ProblemNotice],
  template: `
    <div role="status">
      @if (busy()) {
        <p class="notice waiting">
          <app-icon name="clock" [size]="20" /><span i18n="@@audit.checking">Every line is being checked. You may go on reading.</span>
        </p>
      } @else if (found(); as it) {
        @if (it.ok) {
          <div class="notice good">
            <app-icon name="done" [size]="20" />
            <p i18n="@@audit.whole">
              The log is whole: {{ it.sealed | numberText }} lines as they were written, {{ it.unsealed | numberText }} of the last moment
              still to be sealed.
            </p>
          </div>
        } @else {
          <div class="notice danger">
            <app-icon name="alert" [size]="20" />
            <div>
              <p class="strong" i18n="@@audit.broken">The log is not as it was written.</p>
              <p>{{ it.reason | codeLabel: findings }}</p>
              @if (it.firstBad !== null) {
                <p i18n="@@audit.firstBad">First at number {{ it.firstBad | numberText }}.</p>
              }
            </div>
          </div>
        }
      }
    </div>
    @if (problem(); as it) {
      <app-problem [problem]="it" [repeatable]="true" (again)="run()" />
    }
  `,
  styles: `
    :host {
      display: block;
    }
    .notice {
      margin-block-end: var(--s4);
    }
  `,
})
export class AuditCheck {
  private readonly audit = inject(AuditApi);
  protected readonly findings = auditFinding;
  protected readonly found = signal<AuditVerificationView | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  readonly busy = signal(false);

  async run(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      this.found.set(await this.audit.verify());
    } catch (thrown) {
      this.problem.set(problemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}
