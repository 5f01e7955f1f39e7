import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ConsentDecisionInput, type ConsentPersonView, type ConsentView } from '@panah/contracts/consents.contract';
import { consentPurpose } from '@panah/domain/vocabulary/consents';
import { ContractForm } from '../platform/form/contract-form';
import { DialogFoot } from '../platform/form/dialog-foot';
import { FormElement } from '../platform/form/form-element';
import type { QuestionField as Asked } from '../platform/form/form-question';
import { QuestionField } from '../platform/form/question-field';
import { SessionStore } from '../platform/session/session-store';
import { CodeLabel } from '../platform/text/code-label';
import { colleagueField, CONSENT_FIELDS, shownBy } from './consent-fields';
import { ConsentsApi } from './consents.api';
import { CONSENT_RULES } from './consents.texts';

const { decision } = CONSENT_FIELDS;
const DECISION = { ...decision, choices: decision.choices.filter(({ code }) => code !== 'OFFERED') };

export interface DecisionDialogData {
  consent: ConsentView;
  /** Colleagues who may interpret. */
  interpreters: readonly ConsentPersonView[];
}

/** The answer to what was explained earlier, through whoever interpreted then or somebody else. */
@Component({
  selector: 'app-decision-dialog',
  imports: [CodeLabel, DialogFoot, FormElement, QuestionField],
  template: `
    <form class="dialog stack" [appForm]="form" (appSave)="decide()">
      <div>
        <h2 id="dialog-title" i18n="@@consents.decisionTitle">What does the person say now?</h2>
        <p>{{ consent.purpose | codeLabel: purposes }}</p>
      </div>
      @for (field of given() ? ofYes : ofNo; track field.name) {
        <app-question-field [form]="form" [field]="field" />
      }
      @if (given()) {
        <app-question-field [form]="form" [field]="interpreterFields.kind" />
        @if (value().interpreterKind === 'COLLEAGUE') {
          <app-question-field [form]="form" [field]="interpreterFields.colleague" />
        } @else if (value().interpreterKind) {
          <app-question-field [form]="form" [field]="interpreterFields.name" />
        }
      }
      <app-dialog-foot [form]="form" act="Record" i18n-act="@@consents.record" />
    </form>
  `,
})
export class DecisionDialog {
  private readonly data = inject<DecisionDialogData>(DIALOG_DATA);
  protected readonly consent = this.data.consent;
  private readonly asked = this.data.consent.details?.interpreter ?? null;
  private readonly consents = inject(ConsentsApi);
  protected readonly dialog = inject<DialogRef<ConsentView>>(DialogRef);
  protected readonly purposes = consentPurpose;
  private readonly mayRead = inject(SessionStore).may('document:read');
  protected readonly ofNo: readonly Asked[] = [DECISION];
  protected readonly ofYes: readonly Asked[] = [
    DECISION,
    CONSENT_FIELDS.method,
    CONSENT_FIELDS.freeChoice,
    CONSENT_FIELDS.capacity,
    { ...CONSENT_FIELDS.evidence, optional: true },
    ...(this.mayRead ? [shownBy(this.consent.caseId)] : []),
    { ...CONSENT_FIELDS.witness, optional: true },
    { ...CONSENT_FIELDS.supporter, optional: true },
  ];
  protected readonly form = new ContractForm<ConsentDecisionInput>(
    ConsentDecisionInput,
    {
      ...{ decision: 'GIVEN', method: null, freeChoice: null, capacity: 'YES', evidence: '', documentId: null, witness: '', supporter: '' },
      interpreterKind: this.asked?.kind ?? '',
      interpreterId: this.asked?.id ?? '',
      interpreterName: this.asked && !this.asked.id ? this.asked.name : '',
    },
    { texts: CONSENT_RULES },
  );
  protected readonly value = toSignal(this.form.group.valueChanges, { initialValue: this.form.value() });
  protected readonly given = computed(() => this.value().decision === 'GIVEN');

  /** Whoever interpreted the question is shown, also where they may interpret no longer. */
  protected readonly interpreterFields = {
    kind: CONSENT_FIELDS.interpreterKind,
    colleague: colleagueField(
      [...new Map([...this.data.interpreters, ...(this.asked?.id ? [this.asked] : [])].map(({ id, name }) => [id, name]))].map(
        ([id, name]) => ({ code: id ?? '', label: name }),
      ),
    ),
    name: CONSENT_FIELDS.interpreterName,
  };

  protected async decide(): Promise<void> {
    const consent = await this.form.save((input, intent) => this.consents.step(this.consent.id, 'decision', input, intent));
    if (consent) this.dialog.close(consent);
  }
}
