import { httpResource } from '@angular/common/http';
import { Component, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { ReferralView } from '@panah/contracts/referral-views.contract';
import { serviceRequested } from '@panah/domain/vocabulary/partners';
import { nameGap } from '@panah/domain/vocabulary/referrals';
import { Icon } from '../platform/icon/icon';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { ProblemTexts } from '../platform/problem/problem-texts';
import { Snack } from '../platform/shell/snack';
import { CodeLabel } from '../platform/text/code-label';
import { ReferralSending } from './referral-sending';
import { REFERRAL_PROBLEMS } from './referral.texts';
import { referralPath } from './referrals.api';

/** The name once more, to a partner that accepted: exactly what they will see, and to whom it goes. */
@Component({
  selector: 'app-name-page',
  imports: [CodeLabel, Icon, ProblemNotice, ReferralSending, RouterLink],
  template: `
    <header class="head">
      <div>
        <h1 i18n="@@referrals.nameAgain">Send the name again</h1>
        @if (saved.hasValue()) {
          <p class="sub">
            {{ saved.value().service | codeLabel: services }} · <bdi>{{ saved.value().partner.name }}</bdi>
          </p>
        }
      </div>
      <div class="btns">
        <a class="btn" [routerLink]="['/cases', caseId(), 'referrals', referralId()]" i18n="@@referrals.backToReferral">Back</a>
      </div>
    </header>
    @if (saved.hasValue()) {
      @let it = saved.value();
      @if (it.actions.includes('identity')) {
        <div class="stack">
          <p i18n="@@referrals.nameGoes">
            This goes to <bdi>{{ it.partner.name }}</bdi>, sealed to the key that they have now.
          </p>
          <app-referral-sending [referral]="it" more="NAME" (sent)="sent()" />
        </div>
      } @else {
        <div class="notice">
          <app-icon name="lock" [size]="20" />
          <p>
            @if (it.nameGap; as gap) {
              {{ gap | codeLabel: gaps }}
            } @else {
              <span i18n="@@referrals.nameNotHere">Nothing of this referral is here for you to send.</span>
            }
          </p>
        </div>
      }
    } @else if (saved.error(); as error) {
      <app-problem [problem]="error" [repeatable]="true" (again)="saved.reload()" />
    } @else {
      <span class="bone" aria-hidden="true"></span>
    }
  `,
})
export class NamePage {
  readonly caseId = input.required<string>();
  readonly referralId = input.required<string>();

  private readonly router = inject(Router);
  private readonly snack = inject(Snack);
  protected readonly services = serviceRequested;
  protected readonly gaps = nameGap;
  protected readonly saved = httpResource<ReferralView>(() => referralPath(this.referralId()));

  constructor() {
    inject(ProblemTexts).add(REFERRAL_PROBLEMS);
  }

  protected async sent(): Promise<void> {
    this.snack.say($localize`:@@referrals.saidSent:Sent.`);
    await this.router.navigate(['/cases', this.caseId(), 'referrals', this.referralId()]);
  }
}
