import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { ConsentConfirmationInput, SuspensionInput } from '@panah/contracts/consent-steps.contract';
import type { ConsentView } from '@panah/contracts/consents.contract';
import { capacityCheck, consentDoubt, freeChoiceCheck } from '@panah/domain/vocabulary/consents';
import { Choices, choicesOf } from '../platform/form/choices';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FormElement } from '../platform/form/form-element';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { ConsentsApi } from './consents.api';
import { CONSENT_RULES } from './consents.texts';

/** A doubt suspends a consent at once. */
@Component({
  selector: 'app-suspension-dialog',
  imports: [Choices, Field, FormElement, ProblemNotice, ReactiveFormsModule],
  template: `
    <form class="dialog stack" [appForm]="form" (appSave)="suspend()">
      <div>
        <h2 id="dialog-title" i18n="@@consents.suspendTitle">Suspend this consent?</h2>
        <p class="muted" i18n="@@consents.suspendText">
          Nothing rests on it until a coordinator has heard it again, alone with the person. Pressure is looked at within a day.
        </p>
      </div>
      <app-field [form]="form" name="doubt" label="What is in doubt" i18n-label="@@consents.doubt" [group]="true">
        <app-choices [formControl]="form.control('doubt')" [choices]="doubts" [column]="true" />
      </app-field>
      @if (form.problem(); as problem) {
        <app-problem [problem]="problem" />
      }
      <div class="btns">
        <button type="button" class="btn" (click)="dialog.close()" i18n="@@platform.cancel">Cancel</button>
        <button type="submit" class="btn primary" [attr.aria-disabled]="form.saving() ? true : null" i18n="@@consents.suspend">
          Suspend
        </button>
      </div>
    </form>
  `,
})
export class SuspensionDialog {
  private readonly consent = inject<ConsentView>(DIALOG_DATA);
  private readonly consents = inject(ConsentsApi);
  protected readonly dialog = inject<DialogRef<ConsentView>>(DialogRef);
  protected readonly doubts = choicesOf(consentDoubt);
  protected readonly form = new ContractForm<SuspensionInput>(SuspensionInput, { doubt: '' }, { texts: CONSENT_RULES });

  protected async suspend(): Promise<void> {
    const consent = await this.form.save((input, intent) => this.consents.step(this.consent.id, 'suspension', input, intent));
    if (consent) this.dialog.close(consent);
  }
}

/** A coordinator heard it again, alone with the person. */
@Component({
  selector: 'app-confirmation-dialog',
  imports: [Choices, Field, FormElement, ProblemNotice, ReactiveFormsModule],
  template: `
    <form class="dialog stack" [appForm]="form" (appSave)="confirm()">
      <div>
        <h2 id="dialog-title" i18n="@@consents.confirmTitle">You heard it again?</h2>
        <p class="muted" i18n="@@consents.confirmText">It counts when the person said it alone with you, and could decide.</p>
      </div>
      <app-field [form]="form" name="freeChoice" label="Who was there" i18n-label="@@consents.freeChoice" [group]="true">
        <app-choices [formControl]="form.control('freeChoice')" [choices]="presences" [column]="true" />
      </app-field>
      <app-field [form]="form" name="capacity" label="Could the person decide?" i18n-label="@@consents.capacity" [group]="true">
        <app-choices [formControl]="form.control('capacity')" [choices]="capacities" [column]="true" />
      </app-field>
      @if (form.problem(); as problem) {
        <app-problem [problem]="problem" />
      }
      <div class="btns">
        <button type="button" class="btn" (click)="dialog.close()" i18n="@@platform.cancel">Cancel</button>
        <button type="submit" class="btn primary" [attr.aria-disabled]="form.saving() ? true : null" i18n="@@consents.confirm">
          It counts
        </button>
      </div>
    </form>
  `,
})
export class ConfirmationDialog {
  private readonly consent = inject<ConsentView>(DIALOG_DATA);
  private readonly consents = inject(ConsentsApi);
  protected readonly dialog = inject<DialogRef<ConsentView>>(DialogRef);
  protected readonly presences = choicesOf(freeChoiceCheck);
  protected readonly capacities = choicesOf(capacityCheck);
  protected readonly form = new ContractForm<ConsentConfirmationInput>(
    ConsentConfirmationInput,
    { freeChoice: '', capacity: '' },
    { texts: CONSENT_RULES },
  );

  protected async confirm(): Promise<void> {
    const consent = await this.form.save((input, intent) => this.consents.step(this.consent.id, 'confirmation', input, intent));
    if (consent) this.dialog.close(consent);
  }
}
