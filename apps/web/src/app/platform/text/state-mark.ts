import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { CodeList } from '@panah/domain/vocabulary/code-list';
import type { IconName } from '../icon/icons';
import { CodeLabel } from './code-label';
import { State, type StateTone } from './state';

export interface StateLook {
  icon: IconName;
  tone: StateTone;
  /** Somebody must act. */
  act?: boolean;
}

/** How each code of a list looks where it stands as a state, and what stands where there is none yet. */
export interface StateLooks<Code extends string = string> {
  codes: CodeList<Code>;
  looks: Readonly<Record<Code, StateLook>>;
  none?: { text: string; look?: StateLook };
}

const UNKNOWN: StateLook = { icon: 'other', tone: 'plain' };

/** Where something stands: the icon and the word of its code, both as the list says. */
@Component({
  selector: 'app-state-mark',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CodeLabel, State],
  template: `
    @if (look(); as it) {
      <app-state [icon]="it.icon" [tone]="it.tone" [act]="it.act ?? false">{{
        code() ? (code() | codeLabel: of().codes) : of().none?.text
      }}</app-state>
    } @else {
      <span class="muted nowrap">{{ of().none?.text }}</span>
    }
  `,
})
export class StateMark {
  readonly code = input.required<string | null>();
  readonly of = input.required<StateLooks>();
  protected readonly look = computed((): StateLook | undefined => {
    const [code, { looks, none }] = [this.code(), this.of()];
    return code ? (looks[code] ?? UNKNOWN) : none?.look;
  });
}
