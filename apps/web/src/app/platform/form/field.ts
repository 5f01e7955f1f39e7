import { Component, computed, inject, input } from '@angular/core';
import { Icon } from '../icon/icon';
import type { ContractForm } from './contract-form';
import { Press } from './press';
import { ruleText } from './rule-texts';

let made = 0;

/** Label above, control, hint below, the broken rule beside. The control inside carries `appInput`. */
@Component({
  selector: 'app-field',
  imports: [Icon],
  template: `
    @if (!label()) {
      <!-- a box with its words beside it -->
    } @else if (group()) {
      <span class="label" [id]="labelId"
        >{{ label() }}
        @if (optional()) {
          <span class="opt" i18n="@@platform.optional">(optional)</span>
        }
      </span>
    } @else {
      <label [for]="id" [id]="labelId"
        >{{ label() }}
        @if (optional()) {
          <span class="opt" i18n="@@platform.optional">(optional)</span>
        }
      </label>
    }
    <ng-content />
    @if (hint(); as text) {
      <p class="hint" [id]="hintId">{{ text }}</p>
    }
    @if (errors().length) {
      <p class="error" [id]="errorId">
        <app-icon name="alert" />
        <span>
          @for (text of errors(); track text) {
            <span>{{ text }} </span>
          }
        </span>
      </p>
    }
    <ng-content select="[fieldAside]" />
  `,
  host: { class: 'field' },
})
export class Field {
  readonly form = input.required<Pick<ContractForm<object>, 'brokenRule' | 'refusedRules' | 'ownTexts' | 'touched'>>();
  readonly name = input.required<string>();
  /** Absent where the control says its own words: one box to tick. */
  readonly label = input<string>();
  readonly hint = input<string>();
  readonly optional = input(false);
  /** For several controls under one label (radios, a partial date): the label names the group instead of one control. */
  readonly group = input(false);

  private readonly press = inject(Press);
  readonly id = `field-${++made}`;
  readonly labelId = `${this.id}-label`;
  protected readonly hintId = `${this.id}-hint`;
  protected readonly errorId = `${this.id}-error`;

  readonly errors = computed<readonly string[]>(() => {
    const own = this.form().ownTexts(this.name());
    const broken = this.form().brokenRule(this.name());
    const refused = this.form()
      .refusedRules(this.name())
      .map((rule) => ruleText({ rule, limits: [] }, own));
    return broken ? [ruleText(broken, own)] : refused;
  });
  readonly describedBy = computed(() => {
    const ids = [this.errors().length ? this.errorId : null, this.hint() ? this.hintId : null].filter((id) => id !== null);
    return ids.length ? ids.join(' ') : null;
  });

  /** Somebody left the control: the rule that it breaks is shown, unless the press that left it still looks for its mark. */
  left(): void {
    this.press.whenOver(() => this.form().touched(this.name()));
  }
}
