import { Component, computed, input } from '@angular/core';
import { type RiskLevel, riskLevel } from '@panah/domain/vocabulary/cases';
import type { IconName } from '../platform/icon/icons';
import { CodeLabel } from '../platform/text/code-label';
import { State, type StateTone } from '../platform/text/state';

const LOOKS: Readonly<Record<RiskLevel, { icon: IconName; tone: StateTone }>> = {
  LOW: { icon: 'low', tone: 'plain' },
  MEDIUM: { icon: 'mid', tone: 'plain' },
  HIGH: { icon: 'alert', tone: 'danger' },
  IMMINENT: { icon: 'alert', tone: 'danger' },
};

/** A level of risk as icon and word. */
@Component({
  selector: 'app-risk-level',
  imports: [CodeLabel, State],
  template: `
    @if (look(); as mark) {
      <app-state [icon]="mark.icon" [tone]="mark.tone">{{ level() | codeLabel: levels }}</app-state>
    } @else {
      <span class="muted nowrap" i18n="@@risk.notAssessed">Not assessed</span>
    }
  `,
})
export class RiskLevelMark {
  readonly level = input.required<string | null>();
  protected readonly levels = riskLevel;
  protected readonly look = computed(() => LOOKS[this.level() as RiskLevel]);
}
