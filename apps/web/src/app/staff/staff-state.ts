import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { StaffState as Code } from '@panah/domain/staff/staff.process';
import { staffState } from '@panah/domain/vocabulary/staff';
import type { IconName } from '../platform/icon/icons';
import { CodeLabel } from '../platform/text/code-label';
import { State, type StateTone } from '../platform/text/state';

const LOOKS: Readonly<Record<Code, { icon: IconName; tone: StateTone }>> = {
  INVITED: { icon: 'mail', tone: 'plain' },
  ACTIVATED: { icon: 'clock', tone: 'waiting' },
  ACTIVE: { icon: 'done', tone: 'good' },
  SUSPENDED: { icon: 'pause', tone: 'due' },
  ENDED: { icon: 'never', tone: 'plain' },
};

/** Where an account stands, as icon and word. */
@Component({
  selector: 'app-staff-state',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CodeLabel, State],
  template: `<app-state [icon]="look().icon" [tone]="look().tone">{{ state() | codeLabel: states }}</app-state>`,
})
export class StaffState {
  readonly state = input.required<string>();
  protected readonly states = staffState;
  protected readonly look = computed(() => LOOKS[this.state() as Code]);
}
