import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { DisclosureInput, type DisclosureView, type GroundView } from '@panah/contracts/disclosures.contract';
import { consentPurpose, consentScope, disclosureHow, disclosureState } from '@panah/domain/vocabulary/consents';
import { choicesOf } from '../platform/form/choices';
import { ContractForm } from '../platform/form/contract-form';
import { DialogFoot } from '../platform/form/dialog-foot';
import { Field } from '../platform/form/field';
import { FormElement } from '../platform/form/form-element';
import type { UsualField } from '../platform/form/form-question';
import { QuestionField } from '../platform/form/question-field';
import { CodeLabel } from '../platform/text/code-label';
import { scopeField } from './consent-fields';
import { ConsentsApi } from './consents.api';
import { CONSENT_RULES } from './consents.texts';

export interface DisclosureDialogData {
  caseId: string;
  grounds: readonly GroundView[];
}

const STAGES = choicesOf(disclosureState).filter(({ code }) => code !== 'STOPPED');

/** One thing told to one recipient; only what the ground covers can be ticked. */
@Component({
  selector: 'app-disclosure-dialog',
  imports: [CodeLabel, DialogFoot, Field, FormElement, QuestionField],
  template: `
    <form class="dialog stack" [appForm]="form" (appSave)="save()">
      <div>
        <h2 id="dialog-title" i18n="@@consents.tellTitle">What is told, and to whom</h2>
        <p class="muted" i18n="@@consents.tellText">Only what the person agreed to can be chosen. Tell as little as is needed.</p>
      </div>
      <app-field [form]="form" name="recipientId" label="To whom, for what" i18n-label="@@consents.ground" [group]="true">
        <span class="select">
          <select #ground class="input" aria-label="To whom, for what" i18n-aria-label="@@consents.ground" (change)="rest(+ground.value)">
            @for (each of data.grounds; track $index) {
              <option [value]="$index">{{ each.recipient.name }} – {{ each.purpose | codeLabel: purposes }}</option>
            }
          </select>
        </span>
      </app-field>
      @for (field of fields(); track field.name) {
        <app-question-field [form]="form" [field]="field" />
      }
      <app-dialog-foot [form]="form" act="Record" i18n-act="@@consents.record" />
    </form>
  `,
})
export class DisclosureDialog {
  protected readonly data = inject<DisclosureDialogData>(DIALOG_DATA);
  private readonly consents = inject(ConsentsApi);
  protected readonly dialog = inject<DialogRef<DisclosureView>>(DialogRef);
  protected readonly purposes = consentPurpose;
  private readonly chosen = signal(0);
  private readonly ground = computed(() => this.data.grounds[this.chosen()]);
  protected readonly fields = computed<readonly UsualField[]>(() => [
    scopeField(choicesOf(consentScope).filter(({ code }) => this.ground()?.scope.includes(code))),
    { name: 'what', kind: 'area', label: $localize`:@@consents.what:What is told, in a few words` },
    { name: 'how', kind: 'choice', inRow: true, label: $localize`:@@consents.toldHow:In which way`, choices: choicesOf(disclosureHow) },
    { name: 'stage', kind: 'choice', inRow: true, label: $localize`:@@consents.stage:Where it stands`, choices: STAGES },
  ]);
  protected readonly form = new ContractForm<DisclosureInput>(DisclosureInput, startOf(this.data.grounds[0]), { texts: CONSENT_RULES });

  protected rest(index: number): void {
    this.chosen.set(index);
    const { purpose, recipientId, legalBasisId } = startOf(this.ground());
    this.form.group.patchValue({ purpose, recipientId, legalBasisId, scope: [] });
  }

  protected async save(): Promise<void> {
    const told = await this.form.save((input, intent) => this.consents.disclose(this.data.caseId, input, intent));
    if (told) this.dialog.close(told);
  }
}

const startOf = (ground: GroundView | undefined): DisclosureInput => ({
  purpose: ground?.purpose ?? '',
  recipientId: ground?.recipient.id ?? '',
  legalBasisId: ground?.legalBasisId ?? null,
  scope: [],
  stage: 'TOLD',
  how: '',
  what: '',
});
