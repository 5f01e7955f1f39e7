import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, type Type } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import type { FamilyConsentInput } from '@panah/contracts/family-wishes.contract';
import { scopeOf, usualScopeOf } from '@panah/domain/consents/purposes';
import { type ConsentPurpose, consentDecision, consentPurpose, consentScope } from '@panah/domain/vocabulary/consents';
import { ConsentGivingFields, GIVING_RULES, givingStart } from '../consents/consent-giving.part';
import { type Choice, choicesOf } from '../platform/form/choices';
import { ContractForm } from '../platform/form/contract-form';
import { DialogFoot } from '../platform/form/dialog-foot';
import { FormElement } from '../platform/form/form-element';
import type { QuestionField as AskedField } from '../platform/form/form-question';
import { QuestionField } from '../platform/form/question-field';
import type { Intent } from '../platform/http/api';
import { CodeLabel } from '../platform/text/code-label';
import { PURPOSE_WORDS } from './family-consent-words';
import { LadderField } from './ladder-field';

/** One question put to one of the two. */
export interface FamilyConsentQuestion<View = unknown> {
  purpose: string;
  contract: Type<FamilyConsentInput>;
  /** The file whose papers can show it; null for a relative. */
  caseId: string | null;
  language: string;
  interpreters: readonly Choice[];
  send(input: FamilyConsentInput, intent: Intent): Promise<View>;
}

/** What one of the two says about the other: how far, in which form, who was there. */
@Component({
  selector: 'app-family-consent-dialog',
  imports: [CodeLabel, ConsentGivingFields, DialogFoot, FormElement, QuestionField],
  template: `
    <form class="dialog stack" [appForm]="form" (appSave)="save()">
      <div>
        <h2 id="dialog-title">{{ data.purpose | codeLabel: purposes }}</h2>
        <p class="muted">{{ words }}</p>
      </div>
      <app-question-field [form]="form" [field]="decision" />
      @if (scope && given()) {
        <app-question-field [form]="form" [field]="scope" />
      }
      <app-consent-giving [form]="form" [caseId]="data.caseId" [given]="given()" [colleagues]="data.interpreters" />
      <app-dialog-foot [form]="form" act="Record" i18n-act="@@consents.record" />
    </form>
  `,
})
export class FamilyConsentDialog {
  protected readonly data = inject<FamilyConsentQuestion>(DIALOG_DATA);
  private readonly dialog = inject<DialogRef<unknown>>(DialogRef);
  protected readonly purposes = consentPurpose;
  protected readonly words = PURPOSE_WORDS[this.data.purpose] ?? '';
  protected readonly decision: AskedField = {
    name: 'decision',
    kind: 'choice',
    inRow: true,
    label: $localize`:@@consents.decision:The answer`,
    choices: choicesOf(consentDecision),
  };
  protected readonly scope = scopeFieldOf(this.data.purpose as ConsentPurpose);
  protected readonly form = new ContractForm<FamilyConsentInput>(this.data.contract, startOf(this.data), { texts: GIVING_RULES });
  private readonly value = toSignal(this.form.group.valueChanges, { initialValue: this.form.value() });
  protected readonly given = computed(() => this.value().decision === 'GIVEN');

  protected async save(): Promise<void> {
    const done = await this.form.save((input, intent) => this.data.send(input, intent));
    if (done) this.dialog.close(done);
  }
}

/** Where there is only one thing to agree to, nothing is chosen. */
function scopeFieldOf(purpose: ConsentPurpose): AskedField | null {
  if (purpose === 'C09_DISCLOSE_REL')
    return { name: 'scope', kind: 'own', group: true, component: LadderField, label: $localize`:@@family.howFar:How far` };
  const choices = choicesOf(consentScope).filter(({ code }) => (scopeOf(purpose) as readonly string[]).includes(code));
  if (choices.length < 2) return null;
  return { name: 'scope', kind: 'checks', label: $localize`:@@consents.scope:What it covers`, choices };
}

const startOf = ({ purpose, language }: FamilyConsentQuestion): FamilyConsentInput => ({
  purpose,
  decision: 'GIVEN',
  scope: [...usualScopeOf(purpose as ConsentPurpose)],
  ...givingStart(language),
});
