import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import type { RecipientInput, RecipientView } from '@panah/contracts/consent-scope.contract';
import { LegalBasisInput, type LegalBasisView } from '@panah/contracts/disclosures.contract';
import { NARROW_SCOPE, WITHOUT_CONSENT } from '@panah/domain/consents/legal-basis.rules';
import { consentPurpose, consentScope, disclosureBasis, informPerson } from '@panah/domain/vocabulary/consents';
import { choicesOf } from '../platform/form/choices';
import { ContractForm } from '../platform/form/contract-form';
import { DialogFoot } from '../platform/form/dialog-foot';
import { Field } from '../platform/form/field';
import { FormElement } from '../platform/form/form-element';
import type { UsualField } from '../platform/form/form-question';
import { QuestionField } from '../platform/form/question-field';
import { scopeField } from './consent-fields';
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
  imports: [DialogFoot, Field, FormElement, QuestionField, RecipientField],
  template: `
    <form class="dialog stack" [appForm]="form" (appSave)="ask()">
      <div>
        <h2 id="dialog-title" i18n="@@consents.basisTitle">Tell without consent</h2>
        <p class="muted" i18n="@@consents.basisText">
          Another coordinator agrees first. Choose one recipient and only what they need; it holds for 72 hours.
        </p>
      </div>
      <app-question-field [form]="form" [field]="fields.basis" />
      <app-question-field [form]="form" [field]="fields.purpose" />
      <app-field [form]="form" name="recipient" label="Who may be told" i18n-label="@@consents.recipient" [group]="true">
        <app-recipient [known]="data.recipients" (chosen)="form.control('recipient').setValue($event)" />
      </app-field>
      <app-question-field [form]="form" [field]="scope()" />
      <app-question-field [form]="form" [field]="fields.reason" />
      <app-question-field [form]="form" [field]="fields.inform" />
      @if (value().inform === 'ADDS_DANGER') {
        <app-question-field [form]="form" [field]="fields.danger" />
      }
      <app-dialog-foot [form]="form" act="Ask" i18n-act="@@consents.askYes" />
    </form>
  `,
})
export class LegalBasisDialog {
  protected readonly data = inject<LegalBasisDialogData>(DIALOG_DATA);
  private readonly consents = inject(ConsentsApi);
  protected readonly dialog = inject<DialogRef<LegalBasisView>>(DialogRef);
  protected readonly fields = FIELDS;
  protected readonly form = new ContractForm<Asked>(
    LegalBasisInput,
    { basis: '', purpose: '', recipient: null, scope: [], reason: '', inform: '', danger: '' },
    { texts: CONSENT_RULES },
  );
  protected readonly value = toSignal(this.form.group.valueChanges, { initialValue: this.form.value() });
  /** Only what the reason allows at the most. */
  protected readonly scope = computed(() => {
    const { basis } = this.value();
    const narrow: readonly string[] = disclosureBasis.has(basis) ? NARROW_SCOPE[basis] : [];
    const field = scopeField(choicesOf(consentScope).filter(({ code }) => narrow.includes(code)));
    return narrow.length ? field : { ...field, hint: $localize`:@@consents.whyFirst:Choose first why it may be told.` };
  });

  protected async ask(): Promise<void> {
    const asked = await this.form.save((input, intent) => this.consents.askBasis(this.data.caseId, input as LegalBasisInput, intent));
    if (asked) this.dialog.close(asked);
  }
}

const FIELDS = {
  basis: { name: 'basis', kind: 'choice', label: $localize`:@@consents.basis:Why it may be told`, choices: choicesOf(disclosureBasis) },
  purpose: {
    name: 'purpose',
    kind: 'choice',
    label: $localize`:@@consents.purpose:For what`,
    choices: choicesOf(consentPurpose).filter(({ code }) => WITHOUT_CONSENT.some((each) => each === code)),
  },
  reason: { name: 'reason', kind: 'area', label: $localize`:@@consents.reason:What happened, and why now` },
  inform: { name: 'inform', kind: 'choice', label: $localize`:@@consents.inform:Afterwards`, choices: choicesOf(informPerson) },
  danger: { name: 'danger', kind: 'area', label: $localize`:@@consents.danger:What the danger is` },
} as const satisfies Readonly<Record<string, UsualField>>;
