import { Component, inject, signal } from '@angular/core';
import { type FamilyEnquiryAnswerView, FamilyEnquiryInput } from '@panah/contracts/family-enquiries.contract';
import { ActionsBar } from '../platform/form/actions-bar';
import { besideItsField } from '../platform/form/beside-its-field';
import { ContractForm } from '../platform/form/contract-form';
import { FormElement } from '../platform/form/form-element';
import { QuestionField } from '../platform/form/question-field';
import type { HasUnsaved } from '../platform/form/unsaved-guard';
import { EnquiriesApi } from './enquiries.api';
import { ASKING_FIELDS, emptyEnquiry, LAST_FIELDS, onThisPage, SOUGHT_FIELDS } from './enquiry-fields';
import { EnquirySentence } from './enquiry-sentence';

/** For whoever answers the telephone: who asks, for whom, in which words. Then one sentence, and nothing else. */
@Component({
  selector: 'app-enquiry-form',
  imports: [ActionsBar, EnquirySentence, FormElement, QuestionField],
  template: `
    @if (answer(); as said) {
      <app-enquiry-sentence [answer]="said" (another)="again()" />
    } @else {
      <form class="end-space" [appForm]="form" (appSave)="save()">
        <header class="head">
          <div>
            <h1 i18n="@@familyEnquiries.title">Asked for a person</h1>
            <p class="sub" i18n="@@familyEnquiries.formSub">
              Write down what they say. Do not look anybody up and do not guess: afterwards there is one sentence to say, the same for
              everybody.
            </p>
          </div>
        </header>
        <div class="form">
          <h2 i18n="@@familyEnquiries.asking">Who asks</h2>
          @for (field of asking; track field.name) {
            <app-question-field [form]="form" [field]="field" />
          }
          <h2 i18n="@@familyEnquiries.sought">Whom they ask for</h2>
          @for (field of sought; track field.name) {
            <app-question-field [form]="form" [field]="field" />
          }
          @for (field of last; track field.name) {
            <app-question-field [form]="form" [field]="field" />
          }
        </div>
        <app-actions-bar [form]="form" />
      </form>
    }
  `,
})
export class EnquiryForm implements HasUnsaved {
  private readonly api = inject(EnquiriesApi);
  protected readonly asking = ASKING_FIELDS;
  protected readonly sought = SOUGHT_FIELDS;
  protected readonly last = LAST_FIELDS;
  protected readonly form = new ContractForm<FamilyEnquiryInput>(FamilyEnquiryInput, emptyEnquiry(), { parts: ['asking', 'sought'] });
  protected readonly answer = signal<FamilyEnquiryAnswerView | null>(null);

  unsaved(): boolean {
    return this.form.dirty();
  }

  protected again(): void {
    this.form.reset(emptyEnquiry());
    this.answer.set(null);
  }

  protected async save(): Promise<void> {
    const answer = await this.form.save((value, intent) => besideItsField(this.api.enter(value, intent), onThisPage));
    if (!answer) return;
    // what was told does not stay in this browser
    this.form.reset(emptyEnquiry());
    this.answer.set(answer);
  }
}
