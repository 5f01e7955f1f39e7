import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { Router, RouterLink } from '@angular/router';
import { type CaseClosureView, ClosureRequestInput } from '@panah/contracts/closures.contract';
import { needCode } from '@panah/domain/vocabulary/needs';
import { DateWords } from '../platform/dates/date-words';
import { ActionsBar } from '../platform/form/actions-bar';
import { ContractForm } from '../platform/form/contract-form';
import { FormElement } from '../platform/form/form-element';
import { QuestionField } from '../platform/form/question-field';
import { Icon } from '../platform/icon/icon';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { CodeLabel } from '../platform/text/code-label';
import { NumberText } from '../platform/text/number-text';
import { STEP_TEXTS } from './case.texts';
import { casePath, CasesApi } from './cases.api';
import { ClosureHolds } from './closure-holds';
import { ClosureOutcomes } from './closure-outcomes';
import { noteField, STEP_FIELDS, wayField } from './step-fields';

interface Handover {
  to: string;
  what: string;
}

/** Asks for a closure, and takes stock: outcomes, what stays open, how one meets again, what others go on with. */
@Component({
  selector: 'app-closure-page',
  imports: [ActionsBar, ClosureHolds, ClosureOutcomes, CodeLabel, FormElement, Icon, NumberText, ProblemNotice, QuestionField, RouterLink],
  templateUrl: './closure-page.html',
  styles: `
    .row-of-two {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
      gap: var(--s3);
      align-items: end;
      justify-items: start;
    }
    .row-of-two .field {
      inline-size: 100%;
    }
  `,
})
export class ClosurePage {
  readonly caseId = input.required<string>();

  private readonly cases = inject(CasesApi);
  private readonly router = inject(Router);
  private readonly days = inject(DateWords);
  protected readonly needs = needCode;
  protected readonly fields = STEP_FIELDS;
  protected readonly words = { ...STEP_FIELDS.reason, optional: true };
  protected readonly stock = httpResource<CaseClosureView>(() => `${casePath(this.caseId())}/closure`);
  private readonly grounds = resource({ params: () => this.caseId(), loader: ({ params }) => this.cases.grounds(params) });
  protected readonly note = computed(() => noteField(this.grounds.hasValue() ? this.grounds.value() : undefined, this.days));
  protected readonly way = computed(() => wayField(this.stock.hasValue() ? this.stock.value().safeChannels : []));
  protected readonly handover = signal<readonly Handover[]>([]);
  protected readonly form = new ContractForm<ClosureRequestInput>(
    ClosureRequestInput,
    {
      closureReason: '',
      note: '',
      clientTold: '',
      clientNotToldWhy: '',
      unmetWords: '',
      followUp: '',
      followUpChannel: '',
      followUpWords: '',
      checklist: [],
      safetyCheck: '',
      reason: '',
    },
    { texts: STEP_TEXTS },
  );
  protected readonly why = toSignal(this.form.control('closureReason').valueChanges, { initialValue: '' });
  protected readonly told = toSignal(this.form.control('clientTold').valueChanges, { initialValue: '' });
  protected readonly followUp = toSignal(this.form.control('followUp').valueChanges, { initialValue: '' });
  /** What the server found missing that is no field of this form. */
  protected readonly outcomesMissing = computed(() => 'outcomes' in (this.form.problem()?.fields ?? {}));

  unsaved(): boolean {
    return this.form.dirty();
  }

  protected addHandover(): void {
    this.handover.update((all) => [...all, { to: '', what: '' }]);
  }

  protected setHandover(at: number, part: keyof Handover, event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.handover.update((all) => all.map((one, index) => (index === at ? { ...one, [part]: value } : one)));
  }

  protected removeHandover(at: number): void {
    this.handover.update((all) => all.filter((_, index) => index !== at));
  }

  protected async ask(): Promise<void> {
    const handover = this.handover().filter(({ to, what }) => to.trim() && what.trim());
    const view = await this.form.save((input, intent) =>
      this.cases.step(this.caseId(), 'request_closure', { ...input, ...(handover.length ? { handover } : {}) }, intent),
    );
    if (view) await this.router.navigate(['/cases', view.id]);
  }
}
