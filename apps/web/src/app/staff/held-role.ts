import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { HeldRoleView } from '@panah/contracts/staff.contract';
import { duty, role } from '@panah/domain/vocabulary/staff';
import { CodeLabel } from '../platform/text/code-label';
import { State } from '../platform/text/state';

/** A role, where it is held, with which duties; and whether it still waits for a second person. */
@Component({
  selector: 'app-held-role',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CodeLabel, State],
  template: `
    @let it = held();
    <span class="who">
      <span class="strong">{{ it.role | codeLabel: roles }}</span>
      @if (it.officeName) {
        <bdi class="muted">{{ it.officeName }}</bdi>
      }
      @for (each of it.duties; track each) {
        <span class="muted">· {{ each | codeLabel: dutyNames }}</span>
      }
      @if (it.confirmedAt === null) {
        <app-state icon="clock" tone="waiting"><ng-container i18n="@@staff.waits">waits for a second person</ng-container></app-state>
      } @else if (it.confirmedHow === 'FIRST_OF_ITS_KIND') {
        <span class="small muted" i18n="@@staff.firstOfItsKind">first of its kind, confirmed by nobody</span>
      }
    </span>
  `,
})
export class HeldRole {
  readonly held = input.required<HeldRoleView>();
  protected readonly roles = role;
  protected readonly dutyNames = duty;
}
