import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ReactiveFormsModule } from '@angular/forms';
import type { RecipientInput, RecipientView } from '@panah/contracts/consent-scope.contract';
import { LegalBasisInput, type LegalBasisView } from '@panah/contracts/disclosures.contract';
import { NARROW_SCOPE, WITHOUT_CONSENT } from '@panah/domain/consents/legal-basis.rules';
import { consentPurpose, consentScope, disclosureBasis, informPerson } from '@panah/domain/vocabulary/consents';
import { Choices, choicesOf } from '../platform/form/choices';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { FormElement } from '../platform/form/form-element';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { ConsentsApi } from './consents.api';
import { CONSENT_RULES } from './consents.texts';
import { RecipientField } from './recipient-field';

/** What is asked for while nobody is chosen yet. */
type Asked = Omit<LegalBasisInput, 'recipient'> & { recipient: RecipientInput | null };

export interface LegalBasisDialogData {
  caseId: string;
  recipients: readonly RecipientView[];
}

/** Asks a second coordinator for leave to tell a few things without consent. */
@Component({
  selector: 'app-legal-basis-dialog',
  imports: [Choices, Field, FieldControl, FormElement, ProblemNotice, ReactiveFormsModule, RecipientField],
  template: `
    <form class="dialog stack" [appForm]="form" (appSave)="ask()">
      <div>
        <h2 id="dialog-title" i18n="@@consents.basisTitle">Tell without consent</h2>
        <p class="muted" i18n="@@consents.basisText">
          Another coordinator agrees first. Choose one recipient and only what they need; it holds for 72 hours.
        </p>
      </div>
      <app-field [form]="form" name="basis" label="Why it may be told" i18n-label="@@consents.basis" [group]="true">
        <app-choices [formControl]="form.control('basis')" [choices]="kinds" [column]="true" />
      </app-field>
      <app-field [form]="form" name="purpose" label="For what" i18n-label="@@consents.purpose" [group]="true">
        <app-choices [formControl]="form.control('purpose')" [choices]="purposes" [column]="true" />
      </app-field>
      <app-field [form]="form" name="recipient" label="Who may be told" i18n-label="@@consents.recipient" [group]="true">
        <app-recipient [known]="data.recipients" (chosen)="form.control('recipient').setValue($event)" />
      </app-field>
      <app-field [form]="form" name="scope" label="What it covers" i18n-label="@@consents.scope" [group]="true">
        @if (scopes().length) {
          <app-choices [formControl]="form.control('scope')" [choices]="scopes()" [many]="true" />
        } @else {
          <p class="small muted" i18n="@@consents.whyFirst">Choose first why it may be told.</p>
        }
      </app-field>
      <app-field [form]="form" name="reason" label="What happened, and why now" i18n-label="@@consents.reason">
        <textarea appInput rows="3" dir="auto" maxlength="2000" [formControl]="form.control('reason')"></textarea>
      </app-field>
      <app-field [form]="form" name="inform" label="Afterwards" i18n-label="@@consents.inform" [group]="true">
        <app-choices [formControl]="form.control('inform')" [choices]="informs" [column]="true" />
      </app-field>
      @if (value().inform === 'ADDS_DANGER') {
        <app-field [form]="form" name="danger" label="What the danger is" i18n-label="@@consents.danger">
          <textarea appInput rows="2" dir="auto" maxlength="1000" [formControl]="form.control('danger')"></textarea>
        </app-field>
      }
      @if (form.problem(); as problem) {
        <app-problem [problem]="problem" />
      }
      <div class="btns">
        <button type="button" class="btn" (click)="dialog.close()" i18n="@@platform.cancel">Cancel</button>
        <button type="submit" class="btn primary" [attr.aria-disabled]="form.saving() ? true : null" i18n="@@consents.askYes">Ask</button>
      </div>
    </form>
  `,
})
export class LegalBasisDialog {
  protected readonly data = inject<LegalBasisDialogData>(DIALOG_DATA);
  private readonly consents = inject(ConsentsApi);
  protected readonly dialog = inject<DialogRef<LegalBasisView>>(DialogRef);
  protected readonly kinds = choicesOf(disclosureBasis);
  protected readonly purposes = choicesOf(consentPurpose).filter(({ code }) => WITHOUT_CONSENT.some((each) => each === code));
  protected readonly informs = choicesOf(informPerson);
  protected readonly form = new ContractForm<Asked>(
    LegalBasisInput,
    { basis: '', purpose: '', recipient: null, scope: [], reason: '', inform: '', danger: '' },
    { texts: CONSENT_RULES },
  );
  protected readonly value = toSignal(this.form.group.valueChanges, { initialValue: this.form.value() });
  protected readonly scopes = computed(() => {
    const { basis } = this.value();
    const narrow: readonly string[] = disclosureBasis.has(basis) ? NARROW_SCOPE[basis] : [];
    return choicesOf(consentScope).filter(({ code }) => narrow.includes(code));
  });

  protected async ask(): Promise<void> {
    const asked = await this.form.save((input, intent) => this.consents.askBasis(this.data.caseId, input as LegalBasisInput, intent));
    if (asked) this.dialog.close(asked);
  }
}
