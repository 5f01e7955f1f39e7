import { Component, inject, input } from '@angular/core';
import { Icon } from '../platform/icon/icon';
import { Intent } from '../platform/http/api';
import { Snack } from '../platform/shell/snack';
import { IncidentsApi } from './incidents.api';

const PAUSES = [0, 2_000, 5_000, 15_000];

/**
 * One press when a word of duress was heard (R-RI-10). Nothing changes on the screen: no word, no colour, no waiting.
 * Only when it cannot be sent at all is something said, in words that anything could mean.
 */
@Component({
  selector: 'app-heard',
  imports: [Icon],
  template: `
    <button type="button" class="btn quiet" (click)="heard()">
      <app-icon name="talk" /><span class="text" i18n="@@incidents.heard">Heard</span>
    </button>
  `,
})
export class Heard {
  readonly caseId = input.required<string>();

  private readonly incidents = inject(IncidentsApi);
  private readonly snack = inject(Snack);

  protected async heard(): Promise<void> {
    const [caseId, intent] = [this.caseId(), new Intent()];
    for (const pause of PAUSES) {
      await new Promise((resolve) => setTimeout(resolve, pause));
      try {
        await this.incidents.heard(caseId, intent);
        return;
      } catch {
        // tried again in a moment, with the same intent: it is heard once
      }
    }
    this.snack.say($localize`:@@incidents.notSaved:Not saved. Check the connection.`);
  }
}
