import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import type { ConsentsView, ConsentView, PurposeView, RecipientView } from '@panah/contracts/consents.contract';
import { consentPurpose } from '@panah/domain/vocabulary/consents';
import { DateDisplay } from '../platform/dates/date-display';
import { Dialogs } from '../platform/dialog/dialogs';
import { Icon } from '../platform/icon/icon';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { ProblemTexts } from '../platform/problem/problem-texts';
import { Snack } from '../platform/shell/snack';
import { CodeLabel } from '../platform/text/code-label';
import { NumberText } from '../platform/text/number-text';
import { ConsentDetails } from './consent-details';
import { ConsentDialog, type ConsentDialogData } from './consent-dialog';
import { ConsentStateChip } from './consent-state';
import { ofCase } from './consents.api';
import { CONSENT_PROBLEMS } from './consents.texts';
import { DecisionDialog } from './decision-dialog';
import { Disclosures } from './disclosures';
import { ConfirmationDialog, SuspensionDialog } from './doubt-dialog';
import { LegalBases } from './legal-bases';
import { WithdrawalDialog } from './withdrawal-dialog';

const LIVE = ['ACTIVE', 'SUSPENDED', 'OFFERED'];

/** What the client agreed to, what was told outside on it, and what without. */
@Component({
  selector: 'app-consents',
  imports: [CodeLabel, ConsentDetails, ConsentStateChip, DateDisplay, Disclosures, Icon, LegalBases, NumberText, ProblemNotice],
  templateUrl: './consents.part.html',
  styles: `
    .purposes {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s2);
    }
  `,
  host: { class: 'stack roomy' },
})
export class Consents {
  readonly caseId = input.required<string>();

  private readonly dialogs = inject(Dialogs);
  private readonly snack = inject(Snack);
  protected readonly purposes = consentPurpose;
  /** Grows when something changed that the parts below rest on. */
  protected readonly changes = signal(0);
  protected readonly consents = httpResource<ConsentsView>(() => ofCase(this.caseId(), 'consents'));
  protected readonly groups = computed(() => {
    const items = this.consents.hasValue() ? this.consents.value().items : [];
    const live = (each: ConsentView) => LIVE.includes(each.state);
    return { live: items.filter(live), past: items.filter((each) => !live(each)) };
  });
  /** Partners, and whoever was named before. */
  protected readonly recipients = computed<RecipientView[]>(() => {
    if (!this.consents.hasValue()) return [];
    const { partners, items } = this.consents.value();
    const named = items.flatMap(({ details }) => details?.recipients ?? []);
    return [...new Map([...partners, ...named].map((each) => [each.id, each])).values()];
  });

  constructor() {
    inject(ProblemTexts).add(CONSENT_PROBLEMS);
  }

  protected async record(purpose: PurposeView): Promise<void> {
    if (!this.consents.hasValue()) return;
    const data = { caseId: this.caseId(), purpose, known: this.consents.value(), recipients: this.recipients() };
    this.changed(
      await this.dialogs.open<ConsentView, ConsentDialogData>(ConsentDialog, data),
      $localize`:@@consents.saidRecorded:Recorded.`,
    );
  }

  protected async withdraw(consent: ConsentView): Promise<void> {
    const withdrawn = await this.dialogs.open<ConsentView, ConsentView>(WithdrawalDialog, consent);
    this.changed(withdrawn, $localize`:@@consents.saidWithdrawn:Taken back. What rested on it has stopped.`);
  }

  protected async suspend(consent: ConsentView): Promise<void> {
    this.changed(
      await this.dialogs.open<ConsentView, ConsentView>(SuspensionDialog, consent),
      $localize`:@@consents.saidSuspended:Suspended.`,
    );
  }

  protected async confirm(consent: ConsentView): Promise<void> {
    const confirmed = await this.dialogs.open<ConsentView, ConsentView>(ConfirmationDialog, consent);
    this.changed(confirmed, $localize`:@@consents.saidConfirmed:It counts now.`);
  }

  protected async decide(consent: ConsentView): Promise<void> {
    this.changed(await this.dialogs.open<ConsentView, ConsentView>(DecisionDialog, consent), $localize`:@@consents.saidRecorded:Recorded.`);
  }

  private changed(done: ConsentView | null, said: string): void {
    if (!done) return;
    this.snack.say(said);
    this.consents.reload();
    this.changes.update((count) => count + 1);
  }
}
