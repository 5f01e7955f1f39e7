import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Choice } from '../platform/form/choices';
import type { IconName } from '../platform/icon/icons';
import { State, type StateTone } from '../platform/text/state';

interface Look {
  icon: IconName;
  tone: StateTone;
  text: string;
}

const LOOKS: Readonly<Record<string, Look>> = {
  DONE: { icon: 'tick', tone: 'plain', text: $localize`:@@audit.done:Done` },
  REFUSED: { icon: 'never', tone: 'danger', text: $localize`:@@audit.refused:Refused` },
  NOT_FOUND: { icon: 'open', tone: 'due', text: $localize`:@@audit.notFound:Not found or out of reach` },
  INVALID: { icon: 'undo', tone: 'plain', text: $localize`:@@audit.invalid:Not accepted` },
  FAILED: { icon: 'alert', tone: 'danger', text: $localize`:@@audit.failed:Failed` },
};

export const OUTCOMES: readonly Choice[] = Object.entries(LOOKS).map(([code, { text }]) => ({ code, label: text }));

/** How a request ended. What was done is quiet; what was refused is not. */
@Component({
  selector: 'app-audit-outcome',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [State],
  template: `
    @if (look(); as it) {
      <app-state [icon]="it.icon" [tone]="it.tone">{{ it.text }}</app-state>
    } @else {
      {{ outcome() }}
    }
  `,
})
export class AuditOutcome {
  readonly outcome = input.required<string>();
  protected readonly look = computed(() => LOOKS[this.outcome()]);
}
