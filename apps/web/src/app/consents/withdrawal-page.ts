import { Component, inject, signal } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { HeardWithdrawalInput } from '@panah/contracts/consent-steps.contract';
import { consentPurpose } from '@panah/domain/vocabulary/consents';
import { Choices, choicesOf } from '../platform/form/choices';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { FormElement } from '../platform/form/form-element';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { ConsentsApi } from './consents.api';

/** R-CO-04: whoever hears that somebody takes something back says so here. The answer never tells whether there is such a case. */
@Component({
  selector: 'app-withdrawal-page',
  imports: [Choices, Field, FieldControl, FormElement, ProblemNotice, ReactiveFormsModule],
  template: `
    <header class="head">
      <div>
        <h1 i18n="@@consents.heardTitle">Somebody takes a consent back</h1>
        <p class="sub" i18n="@@consents.heardSub">
          You heard it: take it down against the case reference. No reason is asked. You are not shown whether such a case exists.
        </p>
      </div>
    </header>
    @if (taken()) {
      <p class="notice good" role="status" i18n="@@consents.heardDone">Taken down. Whatever there is stops from now on.</p>
    }
    <form class="form" [appForm]="form" (appSave)="hear()">
      <app-field [form]="form" name="caseRef" label="Case reference" i18n-label="@@consents.caseRef">
        <input appInput class="ref" dir="ltr" autocomplete="off" maxlength="20" [formControl]="form.control('caseRef')" />
      </app-field>
      <details>
        <summary i18n="@@consents.heardSome">Only some of it (otherwise everything is taken back)</summary>
        <app-field [form]="form" name="purposes" label="What is taken back" i18n-label="@@consents.heardWhat" [group]="true">
          <app-choices [formControl]="form.control('purposes')" [choices]="purposes" [many]="true" [column]="true" />
        </app-field>
      </details>
      @if (form.problem(); as problem) {
        <app-problem [problem]="problem" />
      }
      <div class="btns">
        <button type="submit" class="btn primary" [attr.aria-disabled]="form.saving() ? true : null" i18n="@@consents.takeDown">
          Take it down
        </button>
      </div>
    </form>
  `,
  styles: '.notice { margin-block-end: var(--s4) } details app-field { margin-block-start: var(--s3) }',
})
export class WithdrawalPage {
  private readonly consents = inject(ConsentsApi);
  protected readonly purposes = choicesOf(consentPurpose).filter(({ code }) => code !== 'C22_RELATIVE_DATA');
  protected readonly taken = signal(false);
  protected readonly form = new ContractForm<HeardWithdrawalInput>(HeardWithdrawalInput, { caseRef: '', purposes: null });

  protected async hear(): Promise<void> {
    this.taken.set(false);
    const done = await this.form.save(({ caseRef, purposes }, intent) =>
      this.consents.hear({ caseRef, ...(purposes?.length ? { purposes } : {}) }, intent),
    );
    if (!done) return;
    this.form.reset({ caseRef: '', purposes: null });
    this.taken.set(true);
  }
}
