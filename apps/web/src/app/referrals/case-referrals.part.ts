import { httpResource } from '@angular/common/http';
import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CaseReferralsView, ReferralLineView } from '@panah/contracts/referral-views.contract';
import { serviceRequested } from '@panah/domain/vocabulary/partners';
import { referralEndReason, referralUrgency } from '@panah/domain/vocabulary/referrals';
import { DateDisplay } from '../platform/dates/date-display';
import { DateDistance } from '../platform/dates/date-text';
import { Icon } from '../platform/icon/icon';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { ProblemTexts } from '../platform/problem/problem-texts';
import { CodeLabel } from '../platform/text/code-label';
import { State } from '../platform/text/state';
import { StateMark } from '../platform/text/state-mark';
import { REFERRAL_STATES } from './referral-states';
import { REFERRAL_PROBLEMS } from './referral.texts';
import { caseReferrals } from './referrals.api';

/** What of a file is lent to partners: where each referral stands, and until when an answer is due. */
@Component({
  selector: 'app-case-referrals',
  imports: [CodeLabel, DateDisplay, DateDistance, Icon, ProblemNotice, RouterLink, State, StateMark],
  template: `
    @if (referrals.hasValue()) {
      @let it = referrals.value();
      @if (it.actions.includes('create')) {
        <section class="panel unprinted" aria-labelledby="refer">
          <h2 id="refer" i18n="@@referrals.refer">Refer for</h2>
          <div class="panel-body chips">
            @for (service of it.services; track service) {
              <a class="chip" [routerLink]="['/cases', caseId(), 'referrals', 'new', service]" [state]="begins">{{
                service | codeLabel: services
              }}</a>
            }
          </div>
        </section>
      }
      <section class="panel" aria-labelledby="referrals">
        <div class="panel-head">
          <h2 id="referrals" i18n="@@referrals.title">Referrals</h2>
          <a class="btn slim push" [routerLink]="['/cases', caseId(), 'disclosed']"
            ><app-icon name="print" /><span i18n="@@referrals.sheet">Sheet for the person</span></a
          >
        </div>
        <ul>
          @for (each of it.items; track each.id) {
            <li class="row">
              <app-icon name="send" class="muted" />
              <div>
                <p class="who">
                  <a class="strong" [routerLink]="['/cases', caseId(), 'referrals', each.id]">{{ each.service | codeLabel: services }}</a>
                  <bdi class="muted">{{ each.partner.name }}</bdi>
                </p>
                <p>
                  <app-state-mark [code]="each.state" [of]="marks" />
                  @if (each.endReason && each.endedAt) {
                    &ngsp;<span class="small muted">{{ each.endReason | codeLabel: reasons }}</span>
                  }
                </p>
                @if (dueOf(each); as due) {
                  <p class="small">
                    <app-state icon="clock" [tone]="isLate(due) ? 'danger' : 'due'" [act]="isLate(due)"
                      ><span i18n="@@referrals.answerDue">Answer due {{ due | dateDistance }}</span></app-state
                    >
                  </p>
                }
              </div>
              <p class="end small muted">
                {{ each.urgency | codeLabel: urgencies }} <app-date [value]="each.sentAt ?? each.madeAt" shape="day" />
              </p>
            </li>
          } @empty {
            <li class="panel-body muted" i18n="@@referrals.none">
              Nothing of this file is with a partner. To refer somebody, choose what for.
            </li>
          }
        </ul>
      </section>
    } @else if (referrals.error(); as error) {
      <app-problem [problem]="error" [repeatable]="true" (again)="referrals.reload()" />
    } @else {
      <span class="bone" aria-hidden="true"></span>
    }
  `,
  styles: `
    .chips {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s2);
    }
  `,
  host: { class: 'stack roomy' },
})
export class CaseReferrals {
  readonly caseId = input.required<string>();

  protected readonly referrals = httpResource<CaseReferralsView>(() => caseReferrals(this.caseId()));
  protected readonly services = serviceRequested;
  protected readonly urgencies = referralUrgency;
  protected readonly reasons = referralEndReason;
  protected readonly marks = REFERRAL_STATES;

  /** Whoever has chosen a service writes at once. */
  protected readonly begins = { begins: true };

  constructor() {
    inject(ProblemTexts).add(REFERRAL_PROBLEMS);
  }

  /** Until when they answer; null while it is not with them, or when they have. */
  protected dueOf({ state, responseDue }: ReferralLineView): string | null {
    return ['SENT', 'RECEIVED'].includes(state) ? responseDue : null;
  }

  protected isLate = (due: string): boolean => Date.parse(due) < Date.now();
}
