import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { WithdrawalInput } from '@panah/contracts/consent-steps.contract';
import type { ConsentView } from '@panah/contracts/consents.contract';
import { consentPurpose, withdrawnHow } from '@panah/domain/vocabulary/consents';
import { Choices, choicesOf } from '../platform/form/choices';
import { ContractForm } from '../platform/form/contract-form';
import { DialogFoot } from '../platform/form/dialog-foot';
import { Field } from '../platform/form/field';
import { FormElement } from '../platform/form/form-element';
import { readerLanguage } from '../platform/reader/language';
import { CodeLabel } from '../platform/text/code-label';
import { ConsentsApi } from './consents.api';

/** Taken back at one press; nobody is asked why (R-CO-04). */
@Component({
  selector: 'app-withdrawal-dialog',
  imports: [Choices, CodeLabel, DialogFoot, Field, FormElement, ReactiveFormsModule],
  template: `
    <form class="dialog stack" [appForm]="form" (appSave)="withdraw()">
      <div>
        <h2 id="dialog-title" i18n="@@consents.withdrawTitle">Take this consent back?</h2>
        <p>{{ consent.purpose | codeLabel: purposes }}</p>
        <p class="muted" i18n="@@consents.withdrawText">
          Whatever rests on it stops at once. Everything else goes on as before. No reason is asked.
        </p>
        @if (reason; as words) {
          <p class="muted">{{ words }}</p>
        }
      </div>
      <app-field [form]="form" name="how" label="How it reached us" i18n-label="@@consents.how" [group]="true">
        <app-choices [formControl]="form.control('how')" [choices]="ways" />
      </app-field>
      <label class="choice">
        <input type="checkbox" class="tick" [formControl]="form.control('effectsExplained')" />
        <span i18n="@@consents.effects">What stops was explained to the person</span>
      </label>
      <app-dialog-foot [form]="form" act="Take back" i18n-act="@@consents.withdraw" [danger]="true" />
    </form>
  `,
})
export class WithdrawalDialog {
  protected readonly consent = inject<ConsentView>(DIALOG_DATA);
  private readonly consents = inject(ConsentsApi);
  protected readonly dialog = inject<DialogRef<ConsentView>>(DialogRef);
  protected readonly purposes = consentPurpose;
  protected readonly ways = choicesOf(withdrawnHow).filter(({ code }) => !code.startsWith('HEARD_BY_'));
  protected readonly reason = readerLanguage() === 'fa' ? this.consent.impossible?.reasonFa : this.consent.impossible?.reasonEn;
  protected readonly form = new ContractForm<WithdrawalInput>(WithdrawalInput, { how: 'IN_PERSON', effectsExplained: false });

  protected async withdraw(): Promise<void> {
    const consent = await this.form.save((input, intent) => this.consents.step(this.consent.id, 'withdrawal', input, intent));
    if (consent) this.dialog.close(consent);
  }
}
