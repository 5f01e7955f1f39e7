import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ReactiveFormsModule } from '@angular/forms';
import type { RecipientInput, RecipientView } from '@panah/contracts/consent-scope.contract';
import { ConsentInput, type ConsentsView, type ConsentView, type PurposeView } from '@panah/contracts/consents.contract';
import {
  capacityCheck,
  consentDecision,
  consentMethod,
  consentPurpose,
  consentScope,
  freeChoiceCheck,
  interpreterKind,
} from '@panah/domain/vocabulary/consents';
import { PaperChoice } from '../documents/paper-choice.part';
import { DateInput } from '../platform/dates/date-input';
import { Choices, choicesOf } from '../platform/form/choices';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { FormElement } from '../platform/form/form-element';
import { languageChoices } from '../platform/form/place-choices';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { SessionStore } from '../platform/session/session-store';
import { CodeLabel } from '../platform/text/code-label';
import { RecipientField } from './recipient-field';
import { CONSENT_RULES } from './consents.texts';
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
  imports: [
    Choices,
    CodeLabel,
    DateInput,
    Field,
    FieldControl,
    FormElement,
    PaperChoice,
    ProblemNotice,
    ReactiveFormsModule,
    RecipientField,
  ],
  templateUrl: './consent-dialog.html',
})
export class ConsentDialog {
  protected readonly data = inject<ConsentDialogData>(DIALOG_DATA);
  private readonly consents = inject(ConsentsApi);
  protected readonly dialog = inject<DialogRef<ConsentView>>(DialogRef);

  protected readonly mayRead = inject(SessionStore).may('document:read');
  protected readonly purposes = consentPurpose;
  protected readonly decisions = choicesOf(consentDecision);
  protected readonly methods = choicesOf(consentMethod);
  protected readonly presences = choicesOf(freeChoiceCheck);
  protected readonly capacities = choicesOf(capacityCheck);
  protected readonly interpreterKinds = choicesOf(interpreterKind);
  protected readonly languages = languageChoices();
  protected readonly scopes = choicesOf(consentScope).filter(({ code }) => this.data.purpose.scope.includes(code));
  protected readonly recipient = signal<RecipientInput | null>(null);
  protected readonly form = new ContractForm<ConsentInput>(ConsentInput, startOf(this.data), { texts: CONSENT_RULES });
  private readonly value = toSignal(this.form.group.valueChanges, { initialValue: this.form.value() });
  protected readonly given = computed(() => this.value().decision === 'GIVEN');
  protected readonly method = computed(() => this.value().method);
  protected readonly interpreter = computed(() => this.value().interpreterKind);
  protected readonly asksSupporter = computed(() => this.value().capacity === 'NO' || this.method() === 'REPRESENTATIVE');
  /** What the server will do with it, said before it is saved (R-CO-05). */
  protected readonly suspends = computed(
    () =>
      this.given() &&
      (this.value().freeChoice === 'NOT_ALONE' ||
        ['DOUBT', 'NO'].includes(this.value().capacity ?? '') ||
        this.interpreter() === 'RELATIVE'),
  );

  protected async save(): Promise<void> {
    const named = this.recipient();
    const recipients = named ? [named] : [];
    const consent = await this.form.save((input, intent) => this.consents.record(this.data.caseId, { ...input, recipients }, intent));
    if (consent) this.dialog.close(consent);
  }
}

function startOf({ purpose, known }: ConsentDialogData): ConsentInput {
  return {
    purpose: purpose.purpose,
    decision: 'GIVEN',
    scope: [...purpose.usual],
    method: null,
    freeChoice: null,
    capacity: 'YES',
    language: known.languages[0] ?? '',
    interpreterKind: null,
    interpreterId: null,
    interpreterName: '',
    evidence: '',
    documentId: null,
    witness: '',
    supporter: '',
    givenOn: null,
    expiresOn: null,
  };
}
