import { Component, input } from '@angular/core';
import { consentState } from '@panah/domain/vocabulary/consents';
import type { IconName } from '../platform/icon/icons';
import { CodeLabel } from '../platform/text/code-label';
import { State, type StateTone } from '../platform/text/state';

const LOOKS: Readonly<Record<string, { icon: IconName; tone: StateTone }>> = {
  OFFERED: { icon: 'talk', tone: 'waiting' },
  ACTIVE: { icon: 'tick', tone: 'good' },
  SUSPENDED: { icon: 'pause', tone: 'due' },
  REFUSED: { icon: 'x', tone: 'plain' },
  WITHDRAWN: { icon: 'never', tone: 'plain' },
  EXPIRED: { icon: 'clock', tone: 'plain' },
  SUPERSEDED: { icon: 'going', tone: 'plain' },
};

/** Where a consent stands, as an icon and a word. */
@Component({
  selector: 'app-consent-state',
  imports: [CodeLabel, State],
  template: `<app-state [icon]="look().icon" [tone]="look().tone" [act]="state() === 'SUSPENDED'">{{
    state() | codeLabel: states
  }}</app-state>`,
})
export class ConsentStateChip {
  readonly state = input.required<string>();
  protected readonly states = consentState;
  protected readonly look = () => LOOKS[this.state()] ?? { icon: 'other' as const, tone: 'plain' as const };
}
