import { inject, Injectable } from '@angular/core';
import type { DuressWordView } from '@panah/contracts/client-contact.contract';
import type { LocationRevealView } from '@panah/contracts/client-papers.contract';
import { locationRevealReason } from '@panah/domain/vocabulary/reasons';
import { Dialogs } from '../platform/dialog/dialogs';
import { choicesOf } from '../platform/form/choices';
import { StepUp } from '../platform/session/step-up';
import { ClientsApi } from './clients.api';

/** What weighs more than a number: a reason from the list, and a sign-in of the last five minutes. Null when the reader went back. */
@Injectable({ providedIn: 'root' })
export class LocationReveal {
  private readonly clients = inject(ClientsApi);
  private readonly dialogs = inject(Dialogs);
  private readonly stepUp = inject(StepUp);

  async location(clientId: string): Promise<LocationRevealView | null> {
    const reason = await this.ask($localize`:@@clients.showLocationTitle:Show the address and the names kept apart?`);
    return reason ? this.stepUp.run(() => this.clients.location(clientId, reason)) : null;
  }

  async duressWord(clientId: string): Promise<DuressWordView | null> {
    const reason = await this.ask($localize`:@@clients.showDuressTitle:Show the duress word?`);
    return reason ? this.stepUp.run(() => this.clients.duressWord(clientId, reason)) : null;
  }

  private async ask(title: string): Promise<string | null> {
    const given = await this.dialogs.reason({
      title,
      text: $localize`:@@clients.showLocationText:It is shown for 2 minutes. Who looked and why stands in the log. Ten an hour can be opened.`,
      reasons: choicesOf(locationRevealReason),
      act: $localize`:@@clients.showTwoMinutes:Show for 2 minutes`,
      icon: 'eye',
      words: 'none',
    });
    return given?.code ?? null;
  }
}
