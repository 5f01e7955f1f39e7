import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import type { RecipientInput, RecipientView } from '@panah/contracts/consent-scope.contract';
import { ConsentInput, type ConsentsView, type ConsentView, type PurposeView } from '@panah/contracts/consents.contract';
import { consentPurpose, consentScope } from '@panah/domain/vocabulary/consents';
import { choicesOf } from '../platform/form/choices';
import { ContractForm } from '../platform/form/contract-form';
import { DialogFoot } from '../platform/form/dialog-foot';
import { Field } from '../platform/form/field';
import { FormElement } from '../platform/form/form-element';
import { QuestionField } from '../platform/form/question-field';
import { CodeLabel } from '../platform/text/code-label';
import { CONSENT_FIELDS, scopeField } from './consent-fields';
import { ConsentGivingFields, GIVING_RULES, givingStart } from './consent-giving.part';
import { RecipientField } from './recipient-field';
import { ConsentsApi } from './consents.api';

export interface ConsentDialogData {
  caseId: string;
  purpose: PurposeView;
  known: ConsentsView;
  recipients: readonly RecipientView[];
}

/** One question put to somebody, and the answer: whom it goes to, what it covers, how it was said, who was there. */
@Component({
  selector: 'app-consent-dialog',
  imports: [CodeLabel, ConsentGivingFields, DialogFoot, Field, FormElement, QuestionField, RecipientField],
  templateUrl: './consent-dialog.html',
})
export class ConsentDialog {
  protected readonly data = inject<ConsentDialogData>(DIALOG_DATA);
  private readonly consents = inject(ConsentsApi);
  protected readonly dialog = inject<DialogRef<ConsentView>>(DialogRef);

  protected readonly purposes = consentPurpose;
  protected readonly fields = CONSENT_FIELDS;
  private readonly scopes = choicesOf(consentScope).filter(({ code }) => this.data.purpose.scope.includes(code));
  /** Where there is only one thing to agree to, nothing is chosen. */
  protected readonly scope = this.scopes.length > 1 ? scopeField(this.scopes) : null;
  protected readonly colleagues = this.data.known.interpreters.map(({ id, name }) => ({ code: id, label: name }));
  protected readonly recipient = signal<RecipientInput | null>(null);
  protected readonly form = new ContractForm<ConsentInput>(ConsentInput, startOf(this.data), { texts: GIVING_RULES });
  private readonly value = toSignal(this.form.group.valueChanges, { initialValue: this.form.value() });
  protected readonly given = computed(() => this.value().decision === 'GIVEN');

  protected async save(): Promise<void> {
    const named = this.recipient();
    const recipients = named ? [named] : [];
    const consent = await this.form.save((input, intent) => this.consents.record(this.data.caseId, { ...input, recipients }, intent));
    if (consent) this.dialog.close(consent);
  }
}

const startOf = ({ purpose, known }: ConsentDialogData): ConsentInput => ({
  purpose: purpose.purpose,
  decision: 'GIVEN',
  scope: [...purpose.usual],
  ...givingStart(known.languages[0] ?? ''),
});
