import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ReactiveFormsModule } from '@angular/forms';
import { ConsentDecisionInput, type ConsentView } from '@panah/contracts/consents.contract';
import { capacityCheck, consentDecision, consentMethod, consentPurpose, freeChoiceCheck } from '@panah/domain/vocabulary/consents';
import { PaperChoice } from '../documents/paper-choice.part';
import { Choices, choicesOf } from '../platform/form/choices';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { FormElement } from '../platform/form/form-element';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { SessionStore } from '../platform/session/session-store';
import { CodeLabel } from '../platform/text/code-label';
import { ConsentsApi } from './consents.api';
import { CONSENT_RULES } from './consents.texts';

/** The answer to what was explained earlier. */
@Component({
  selector: 'app-decision-dialog',
  imports: [Choices, CodeLabel, Field, FieldControl, FormElement, PaperChoice, ProblemNotice, ReactiveFormsModule],
  template: `
    <form class="dialog stack" [appForm]="form" (appSave)="decide()">
      <div>
        <h2 id="dialog-title" i18n="@@consents.decisionTitle">What does the person say now?</h2>
        <p>{{ consent.purpose | codeLabel: purposes }}</p>
      </div>
      <app-field [form]="form" name="decision" label="The answer" i18n-label="@@consents.decision" [group]="true">
        <app-choices [formControl]="form.control('decision')" [choices]="decisions" />
      </app-field>
      @if (given()) {
        <app-field [form]="form" name="method" label="How it was given" i18n-label="@@consents.method" [group]="true">
          <app-choices [formControl]="form.control('method')" [choices]="methods" />
        </app-field>
        <app-field [form]="form" name="freeChoice" label="Who was there" i18n-label="@@consents.freeChoice" [group]="true">
          <app-choices [formControl]="form.control('freeChoice')" [choices]="presences" />
        </app-field>
        <app-field [form]="form" name="capacity" label="Could the person decide?" i18n-label="@@consents.capacity" [group]="true">
          <app-choices [formControl]="form.control('capacity')" [choices]="capacities" />
        </app-field>
        <app-field [form]="form" name="evidence" label="Where the signed paper lies" i18n-label="@@consents.evidence" [optional]="true">
          <input appInput dir="auto" autocomplete="off" maxlength="500" [formControl]="form.control('evidence')" />
        </app-field>
        @if (mayRead) {
          <app-field [form]="form" name="documentId" label="The document that shows it" i18n-label="@@consents.document" [optional]="true">
            <app-paper-choice [caseId]="consent.caseId" [control]="form.control('documentId')" />
          </app-field>
        }
        <app-field [form]="form" name="witness" label="The witness" i18n-label="@@consents.witness" [optional]="true">
          <input appInput dir="auto" autocomplete="off" maxlength="200" [formControl]="form.control('witness')" />
        </app-field>
        <app-field
          [form]="form"
          name="supporter"
          label="Supporter, guardian or representative"
          i18n-label="@@consents.supporter"
          [optional]="true"
        >
          <input appInput dir="auto" autocomplete="off" maxlength="200" [formControl]="form.control('supporter')" />
        </app-field>
      }
      @if (form.problem(); as problem) {
        <app-problem [problem]="problem" />
      }
      <div class="btns">
        <button type="button" class="btn" (click)="dialog.close()" i18n="@@platform.cancel">Cancel</button>
        <button type="submit" class="btn primary" [attr.aria-disabled]="form.saving() ? true : null" i18n="@@consents.record">
          Record
        </button>
      </div>
    </form>
  `,
})
export class DecisionDialog {
  protected readonly consent = inject<ConsentView>(DIALOG_DATA);
  private readonly consents = inject(ConsentsApi);
  protected readonly dialog = inject<DialogRef<ConsentView>>(DialogRef);
  protected readonly mayRead = inject(SessionStore).may('document:read');
  protected readonly purposes = consentPurpose;
  protected readonly decisions = choicesOf(consentDecision).filter(({ code }) => code !== 'OFFERED');
  protected readonly methods = choicesOf(consentMethod);
  protected readonly presences = choicesOf(freeChoiceCheck);
  protected readonly capacities = choicesOf(capacityCheck);
  protected readonly form = new ContractForm<ConsentDecisionInput>(
    ConsentDecisionInput,
    { decision: 'GIVEN', method: null, freeChoice: null, capacity: 'YES', evidence: '', documentId: null, witness: '', supporter: '' },
    { texts: CONSENT_RULES },
  );
  private readonly value = toSignal(this.form.group.valueChanges, { initialValue: this.form.value() });
  protected readonly given = computed(() => this.value().decision === 'GIVEN');

  protected async decide(): Promise<void> {
    const consent = await this.form.save((input, intent) => this.consents.step(this.consent.id, 'decision', input, intent));
    if (consent) this.dialog.close(consent);
  }
}
