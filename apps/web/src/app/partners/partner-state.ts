import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { partnerStatus } from '@panah/domain/vocabulary/partners';
import type { PartnerStatus } from '@panah/domain/partners/partner.process';
import type { IconName } from '../platform/icon/icons';
import { CodeLabel } from '../platform/text/code-label';
import { State, type StateTone } from '../platform/text/state';

const LOOKS: Readonly<Record<PartnerStatus, { icon: IconName; tone: StateTone }>> = {
  PROSPECT: { icon: 'going', tone: 'plain' },
  ACTIVE: { icon: 'done', tone: 'good' },
  SUSPENDED: { icon: 'pause', tone: 'due' },
  ENDED: { icon: 'never', tone: 'plain' },
};

/** Where the work with a partner stands, as icon and word. */
@Component({
  selector: 'app-partner-state',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CodeLabel, State],
  template: `<app-state [icon]="look().icon" [tone]="look().tone">{{ state() | codeLabel: states }}</app-state>`,
})
export class PartnerState {
  readonly state = input.required<string>();
  protected readonly states = partnerStatus;
  protected readonly look = computed(() => LOOKS[this.state() as PartnerStatus]);
}
