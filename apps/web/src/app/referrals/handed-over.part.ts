import { httpResource } from '@angular/common/http';
import { Component, inject, input, output } from '@angular/core';
import { type HandedOverView, UnlockInput, type UnlockedView } from '@panah/contracts/handovers.contract';
import type { CodeList } from '@panah/domain/vocabulary/code-list';
import { closureReason } from '@panah/domain/vocabulary/cases';
import { consentScope } from '@panah/domain/vocabulary/consents';
import { serviceRequested } from '@panah/domain/vocabulary/partners';
import { referralEndReason, referralEvent, referralNoted } from '@panah/domain/vocabulary/referrals';
import { DateDisplay } from '../platform/dates/date-display';
import { Questions } from '../platform/form/questions';
import { Api } from '../platform/http/api';
import { Icon } from '../platform/icon/icon';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { readerLanguage } from '../platform/reader/language';
import { Snack } from '../platform/shell/snack';
import { CodeLabel } from '../platform/text/code-label';

/** What is left here of a case that was handed over, where its file would stand; for anybody else the page says that nothing is there. */
@Component({
  selector: 'app-handed-over',
  imports: [CodeLabel, DateDisplay, Icon, ProblemNotice],
  templateUrl: './handed-over.part.html',
})
export class HandedOver {
  readonly caseId = input.required<string>();
  /** The file is open again. */
  readonly unlocked = output();

  private readonly api = inject(Api);
  private readonly questions = inject(Questions);
  private readonly snack = inject(Snack);
  protected readonly left = httpResource<HandedOverView>(() => `/api/cases/${this.caseId()}/hand-over`);
  protected readonly services = serviceRequested;
  protected readonly reasons = closureReason;
  protected readonly ends = referralEndReason;

  protected stepWords = (action: string): CodeList<string> => (referralNoted.has(action) ? referralNoted : referralEvent);

  protected listed(scope: readonly string[]): string {
    return scope.map((code) => (consentScope.has(code) ? consentScope.label(code, readerLanguage()) : code)).join(' · ');
  }

  protected async unlock(): Promise<void> {
    const done = await this.questions.ask<UnlockedView, UnlockInput>({
      title: $localize`:@@referrals.unlock:Reopen the file`,
      text: $localize`:@@referrals.unlockText:Everything in it is open again to your office and to whoever was the primary worker, as after any closure. What the partner has stays the partner’s. The reason stands in the file and in the log.`,
      act: $localize`:@@referrals.unlock:Reopen the file`,
      danger: true,
      contract: UnlockInput,
      fields: [{ name: 'reason', kind: 'area', label: $localize`:@@referrals.reason:Why` }],
      send: (input, intent) => this.api.post(`/api/cases/${this.caseId()}/unlocking`, input, intent),
    });
    if (!done) return;
    this.snack.say($localize`:@@referrals.unlocked:The file is open again.`);
    this.unlocked.emit();
  }
}
