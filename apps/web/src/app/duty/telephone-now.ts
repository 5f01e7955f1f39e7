import { Component, input } from '@angular/core';
import type { DutyNumberView } from '@panah/contracts/duty.contract';

/** An alert is not a call for help: until somebody has it, these words stand, with the numbers. */
@Component({
  selector: 'app-telephone-now',
  template: `
    <p class="strong" i18n="@@duty.nobody">Nobody has seen this yet: telephone now</p>
    @for (number of numbers(); track $index) {
      <p>
        <bdi>{{ number.name }}</bdi>&ngsp;<a class="strong" dir="ltr" [href]="'tel:' + dialled(number.telephone)">{{ number.telephone }}</a>
        @if (!number.onDuty) {
          &ngsp;<span class="small muted" i18n="@@duty.notOnDuty">not on duty now</span>
        }
      </p>
    } @empty {
      <p i18n="@@duty.noNumber">No number is on the duty list. Telephone a coordinator.</p>
    }
  `,
})
export class TelephoneNow {
  readonly numbers = input.required<readonly DutyNumberView[]>();

  protected dialled(telephone: string): string {
    return telephone.replace(/[^\d+]/g, '');
  }
}
