import { Component, computed, inject, input } from '@angular/core';
import { isSpokenFor } from '@panah/domain/consents/consent.rules';
import type { Choice } from '../platform/form/choices';
import { controlValue } from '../platform/form/control-value';
import { type AnyForm, QuestionField } from '../platform/form/question-field';
import { SessionStore } from '../platform/session/session-store';
import { colleagueField, CONSENT_FIELDS, shownBy } from './consent-fields';
import { CONSENT_RULES } from './consents.texts';

/** The words for what is missing. */
export const GIVING_RULES = CONSENT_RULES;

/** How it is said begins: nothing is taken for granted but that the person can decide. */
export const givingStart = (language: string) => ({
  method: null,
  freeChoice: null,
  capacity: 'YES',
  language,
  interpreterKind: '',
  interpreterId: '',
  interpreterName: '',
  evidence: '',
  documentId: null,
  witness: '',
  supporter: '',
  givenOn: null,
  expiresOn: null,
});

/** How a yes or a no was said, wherever one is taken down: in which form, who was there, in which language, by whom it was interpreted. */
@Component({
  selector: 'app-consent-giving',
  imports: [QuestionField],
  template: `
    @if (given()) {
      <app-question-field [form]="form()" [field]="fields.method" />
      @if (method() === 'WRITTEN') {
        <app-question-field [form]="form()" [field]="fields.evidence" />
      }
      @if (paper(); as field) {
        <app-question-field [form]="form()" [field]="field" />
      }
      @if (method() === 'VERBAL_WITNESSED') {
        <app-question-field [form]="form()" [field]="fields.witness" />
      }
      <app-question-field [form]="form()" [field]="fields.freeChoice" />
      <app-question-field [form]="form()" [field]="fields.capacity" />
      @if (asksSupporter()) {
        <app-question-field [form]="form()" [field]="fields.supporter" />
      }
    }
    <app-question-field [form]="form()" [field]="fields.language" />
    <app-question-field [form]="form()" [field]="fields.interpreterKind" />
    @if (interpreter() === 'COLLEAGUE' && colleagues().length) {
      <app-question-field [form]="form()" [field]="colleague()" />
    } @else if (interpreter()) {
      <app-question-field [form]="form()" [field]="fields.interpreterName" />
    }
    @if (given()) {
      <app-question-field [form]="form()" [field]="fields.expiresOn" />
    }
    @if (suspends()) {
      <p class="notice" i18n="@@consents.willSuspend">
        It is kept, but suspended: nothing rests on it until a coordinator has heard it again, alone with the person.
      </p>
    }
  `,
  styles: ':host { display: contents }',
})
export class ConsentGivingFields {
  readonly form = input.required<AnyForm>();
  /** The file whose papers can show it; null for somebody who has none. */
  readonly caseId = input.required<string | null>();
  /** Whether it is a yes. */
  readonly given = input(true);
  /** Who of us may interpret. */
  readonly colleagues = input<readonly Choice[]>([]);

  private readonly mayRead = inject(SessionStore).may('document:read');
  protected readonly fields = CONSENT_FIELDS;
  protected readonly paper = computed(() => {
    const caseId = this.caseId();
    return this.mayRead && caseId ? shownBy(caseId) : null;
  });
  protected readonly colleague = computed(() => colleagueField(this.colleagues()));
  protected readonly method = this.said('method');
  protected readonly interpreter = this.said('interpreterKind');
  private readonly capacity = this.said('capacity');
  private readonly freeChoice = this.said('freeChoice');
  protected readonly asksSupporter = computed(() => isSpokenFor({ capacity: this.capacity(), method: this.method() }));
  /** What the server will do with it, said before it is saved (R-CO-05). */
  protected readonly suspends = computed(
    () =>
      this.given() &&
      (this.freeChoice() === 'NOT_ALONE' || ['DOUBT', 'NO'].includes(this.capacity() ?? '') || this.interpreter() === 'RELATIVE'),
  );

  private said(name: string) {
    return controlValue<string | null>(computed(() => this.form().control(name as never)));
  }
}
