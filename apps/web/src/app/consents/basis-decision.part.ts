import { httpResource } from '@angular/common/http';
import { Component, inject, input, output } from '@angular/core';
import type { LegalBasisView } from '@panah/contracts/disclosures.contract';
import { consentPurpose, consentScope, disclosureBasis, informPerson } from '@panah/domain/vocabulary/consents';
import { DateText } from '../platform/dates/date-text';
import { type Decision, Taking } from '../platform/decision/decision';
import { Dialogs } from '../platform/dialog/dialogs';
import { Icon } from '../platform/icon/icon';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { ProblemTexts } from '../platform/problem/problem-texts';
import { CodeLabel } from '../platform/text/code-label';
import { type BasisStep, ConsentsApi } from './consents.api';
import { OBJECTION } from './doubt-questions';
import { CONSENT_PROBLEMS } from './consents.texts';

const SAID = {
  approval: $localize`:@@consents.saidAgreed:Agreed, for 72 hours.`,
  refusal: $localize`:@@consents.saidNotAgreed:Not agreed: nothing is told.`,
  confirmation: $localize`:@@consents.saidDidAgree:Taken down: you agreed.`,
  objection: $localize`:@@consents.saidObjected:Taken down: nothing more is told on it.`,
} as const satisfies Partial<Record<BasisStep, string>>;

/** Something that is to be told without consent: what, to whom, why, and one press of a second person (R-CO-08). */
@Component({
  selector: 'app-basis-decision',
  imports: [CodeLabel, DateText, Icon, ProblemNotice],
  template: `
    @if (taking.refused(); as problem) {
      <app-problem [problem]="problem" [repeatable]="true" (again)="again()" />
    }
    @if (basis.hasValue()) {
      @let it = basis.value();
      <div class="panel-body stack">
        <dl class="pairs">
          <div>
            <dt i18n="@@consents.decideTo">Told to</dt>
            <dd>
              <bdi>{{ it.recipient.name }}</bdi>
            </dd>
          </div>
          <div>
            <dt i18n="@@consents.decideWhat">What, and nothing else</dt>
            <dd>
              @for (item of it.scope; track item) {
                <span>{{ $first ? '' : ' · ' }}{{ item | codeLabel: scopes }}</span>
              }
            </dd>
          </div>
          <div>
            <dt i18n="@@consents.decideFor">For</dt>
            <dd>{{ it.purpose | codeLabel: purposes }} · {{ it.basis | codeLabel: kinds }}</dd>
          </div>
          <div>
            <dt i18n="@@consents.decideWhy">Why</dt>
            <dd dir="auto">{{ it.reason }}</dd>
          </div>
          <div>
            <dt i18n="@@consents.decideInform">The person</dt>
            <dd>
              {{ it.inform | codeLabel: informs }}
              @if (it.danger) {
                <span dir="auto">({{ it.danger }})</span>
              }
            </dd>
          </div>
        </dl>
        @if (may('object')) {
          <p i18n="@@consents.wasNamed">You were named as having agreed by word of mouth. Did you?</p>
        }
        @if (it.validUntil; as until) {
          <p class="small muted" i18n="@@consents.decideUntil">It holds until {{ until | dateText: 'dayTime' }}.</p>
        } @else {
          <p class="small muted" i18n="@@consents.decideHours">It holds for 72 hours.</p>
        }
        <div class="btns">
          @if (may('approve')) {
            <button type="button" class="btn primary" (click)="approve()">
              <app-icon name="tick" /><span i18n="@@consents.approve">Agree</span>
            </button>
          }
          @if (may('confirm')) {
            <button type="button" class="btn primary" (click)="approve()">
              <app-icon name="tick" /><span i18n="@@consents.didAgree">I did agree</span>
            </button>
          }
          @if (may('object')) {
            <button type="button" class="btn" (click)="sendBack()">
              <app-icon name="never" /><span i18n="@@consents.didNotAgree">I did not agree</span>
            </button>
          }
          @if (may('refuse')) {
            <button type="button" class="btn" (click)="sendBack()">
              <app-icon name="never" /><span i18n="@@consents.refuse">Do not agree</span>
            </button>
          }
        </div>
      </div>
    } @else if (basis.error(); as error) {
      <app-problem [problem]="error" [repeatable]="true" (again)="basis.reload()" />
    } @else {
      <span class="bone" aria-hidden="true"></span>
    }
  `,
})
export class BasisDecision implements Decision {
  readonly id = input.required<string>();
  readonly decided = output<string>();

  private readonly consents = inject(ConsentsApi);
  private readonly dialogs = inject(Dialogs);
  protected readonly taking = new Taking();
  protected readonly kinds = disclosureBasis;
  protected readonly purposes = consentPurpose;
  protected readonly scopes = consentScope;
  protected readonly informs = informPerson;
  protected readonly basis = httpResource<LegalBasisView>(() => `/api/legal-bases/${this.id()}`);

  constructor() {
    inject(ProblemTexts).add(CONSENT_PROBLEMS);
  }

  protected may(action: string): boolean {
    return this.basis.hasValue() && this.basis.value().actions.includes(action);
  }

  async approve(): Promise<void> {
    const step = this.may('approve') ? 'approval' : this.may('confirm') ? 'confirmation' : null;
    if (step && (await this.taking.take(() => this.consents.moveBasis(this.id(), step)))) this.decided.emit(SAID[step]);
  }

  async sendBack(): Promise<void> {
    const step = this.may('refuse') ? 'refusal' : this.may('object') && (await this.dialogs.confirm(OBJECTION)) ? 'objection' : null;
    if (step && (await this.taking.take(() => this.consents.moveBasis(this.id(), step)))) this.decided.emit(SAID[step]);
  }

  protected again(): void {
    this.taking.refused.set(null);
    this.basis.reload();
  }
}
