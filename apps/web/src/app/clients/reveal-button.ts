import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, input, output } from '@angular/core';
import { contactRevealReason } from '@panah/domain/vocabulary/reasons';
import { choicesOf } from '../platform/form/choices';
import { Icon } from '../platform/icon/icon';

/** One press shows, for the reason that is nearly always meant; the menu beside it holds the others. */
@Component({
  selector: 'app-reveal-button',
  imports: [CdkMenu, CdkMenuItem, CdkMenuTrigger, Icon],
  template: `
    <button
      type="button"
      class="btn slim"
      [attr.aria-label]="what() + ': ' + preset.label"
      [title]="preset.label"
      (click)="reveal.emit(preset.code)"
    >
      <app-icon name="eye" /><span i18n="@@clients.show">Show</span>
    </button>
    <button type="button" class="btn slim icon" [cdkMenuTriggerFor]="others" [attr.aria-label]="what() + ': ' + another">
      <app-icon name="down" />
    </button>
    <ng-template #others>
      <div class="menu" cdkMenu>
        @for (reason of reasons; track reason.code) {
          <button type="button" cdkMenuItem (cdkMenuItemTriggered)="reveal.emit(reason.code)">{{ reason.label }}</button>
        }
      </div>
    </ng-template>
  `,
  styles: ':host { display: inline-flex; gap: var(--s1) }',
})
export class RevealButton {
  /** What is shown, for who hears the page: "Show the number". */
  readonly what = input.required<string>();
  /** The code of the reason. */
  readonly reveal = output<string>();
  protected readonly reasons = choicesOf(contactRevealReason);
  protected readonly preset = this.reasons[0] ?? { code: 'CONTACT_CLIENT', label: '' };
  protected readonly another = $localize`:@@clients.otherReason:for another reason`;
}
