import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { CaseState } from '@panah/domain/cases/case.process';
import { caseState } from '@panah/domain/vocabulary/cases';
import type { IconName } from '../platform/icon/icons';
import { CodeLabel } from '../platform/text/code-label';
import { State, type StateTone } from '../platform/text/state';

const LOOKS: Readonly<Record<CaseState, { icon: IconName; tone: StateTone }>> = {
  ASSESSMENT: { icon: 'open', tone: 'plain' },
  PLANNING: { icon: 'going', tone: 'plain' },
  ACTIVE: { icon: 'going', tone: 'good' },
  ON_HOLD: { icon: 'pause', tone: 'due' },
  CLOSURE_REQUESTED: { icon: 'other', tone: 'waiting' },
  CLOSED: { icon: 'done', tone: 'plain' },
};

/** Where a case stands, as icon and word. */
@Component({
  selector: 'app-case-state',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CodeLabel, State],
  template: `<app-state [icon]="look().icon" [tone]="look().tone">{{ state() | codeLabel: states }}</app-state>`,
})
export class CaseStateMark {
  readonly state = input.required<string>();
  protected readonly states = caseState;
  protected readonly look = computed(() => LOOKS[this.state() as CaseState]);
}
