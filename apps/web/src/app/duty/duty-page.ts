import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import type { DutyTurnView, DutyView } from '@panah/contracts/duty.contract';
import { DateDisplay } from '../platform/dates/date-display';
import { Dialogs } from '../platform/dialog/dialogs';
import { Icon } from '../platform/icon/icon';
import { type Problem, problemOf } from '../platform/problem/problem';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { NumberText } from '../platform/text/number-text';
import { State } from '../platform/text/state';
import { DangerLine } from './danger-line.part';
import { DUTY, DutyApi } from './duty.api';
import { TelephoneNow } from './telephone-now';
import { TurnDialog } from './turn-dialog';

/** Who is on duty, what waits for them, and what one raised oneself. */
@Component({
  selector: 'app-duty-page',
  imports: [DangerLine, DateDisplay, Icon, NumberText, ProblemNotice, State, TelephoneNow],
  templateUrl: './duty-page.html',
})
export class DutyPage {
  private readonly api = inject(DutyApi);
  private readonly dialogs = inject(Dialogs);
  protected readonly refused = signal<Problem | null>(null);
  protected readonly duty = httpResource<DutyView>(() => {
    this.api.changes(); // a danger was taken in the strip: read again
    return DUTY;
  });
  protected readonly unheard = computed(() => this.duty.hasValue() && this.duty.value().raised.some(({ state }) => state === 'OPEN'));

  protected async plan(): Promise<void> {
    const view = await this.dialogs.open<DutyView>(TurnDialog);
    if (view) this.duty.set(view);
  }

  protected async edit(turn: DutyTurnView): Promise<void> {
    const view = await this.dialogs.open<DutyView, DutyTurnView>(TurnDialog, turn);
    // a dialog that was left may have met a turn that somebody else changed meanwhile
    if (view) this.duty.set(view);
    else this.duty.reload();
  }

  protected async withdraw({ id, isNow }: DutyTurnView): Promise<void> {
    const sure = await this.dialogs.confirm({
      title: isNow ? $localize`:@@duty.endTitle:End this turn now?` : $localize`:@@duty.withdrawTitle:Take this turn off the list?`,
      text: $localize`:@@duty.withdrawText:When nobody is on duty, a danger stands on every coordinator’s screen.`,
      yes: isNow ? $localize`:@@duty.endNow:End now` : $localize`:@@duty.withdraw:Take off`,
      danger: true,
    });
    if (!sure) return;
    this.refused.set(null);
    try {
      this.duty.set(await this.api.withdraw(id));
    } catch (thrown) {
      this.refused.set(problemOf(thrown));
    }
  }
}
