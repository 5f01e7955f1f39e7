import { Component, inject, input } from '@angular/core';
import type { DangerView } from '@panah/contracts/duty.contract';
import { Dialogs } from '../platform/dialog/dialogs';
import { Icon } from '../platform/icon/icon';
import { problemOf } from '../platform/problem/problem';
import { ProblemTexts } from '../platform/problem/problem-texts';
import { Snack } from '../platform/shell/snack';
import { DutyApi } from './duty.api';
import { DUTY_PROBLEMS } from './duty.texts';

/** Calls whoever is on duty about a client. */
@Component({
  selector: 'app-raise-danger',
  imports: [Icon],
  template: `
    <button type="button" class="btn slim" (click)="raise()">
      <app-icon name="alert" /><span i18n="@@duty.raise">Call whoever is on duty</span>
    </button>
  `,
})
export class RaiseDanger {
  readonly caseId = input.required<string>();

  private readonly duty = inject(DutyApi);
  private readonly dialogs = inject(Dialogs);
  private readonly snack = inject(Snack);
  private readonly texts = inject(ProblemTexts);

  constructor() {
    this.texts.add(DUTY_PROBLEMS);
  }

  protected async raise(): Promise<DangerView | null> {
    const words = await this.dialogs.words({
      title: $localize`:@@duty.raiseTitle:Call whoever is on duty?`,
      text: $localize`:@@duty.raiseText:An alert is no call for help: when life is at risk, telephone first.`,
      label: $localize`:@@duty.raiseLabel:What is the danger`,
      act: $localize`:@@duty.raiseAct:Call`,
      most: 2000,
    });
    if (!words) return null;
    try {
      return await this.duty.raise(this.caseId(), words);
    } catch (thrown) {
      this.snack.say(this.texts.say(problemOf(thrown)));
      return null;
    }
  }
}
