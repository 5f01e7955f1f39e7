import { httpResource } from '@angular/common/http';
import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PartnerReferralsView } from '@panah/contracts/partner-referrals.contract';
import type { PartnerView } from '@panah/contracts/partners.contract';
import { serviceRequested } from '@panah/domain/vocabulary/partners';
import { referralState } from '@panah/domain/vocabulary/referrals';
import { DateText } from '../platform/dates/date-text';
import { Icon } from '../platform/icon/icon';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { CodeLabel } from '../platform/text/code-label';
import { NumberText } from '../platform/text/number-text';
import { partnerPath } from './partners.api';

/** What of ours lies at a partner; once the work with it has stopped, who was affected (R-RE-10). Asked anew after each step of the partner. */
@Component({
  selector: 'app-partner-referrals',
  imports: [CodeLabel, DateText, Icon, NumberText, ProblemNotice, RouterLink],
  templateUrl: './partner-referrals.html',
})
export class PartnerReferrals {
  readonly partner = input.required<PartnerView>();

  protected readonly services = serviceRequested;
  protected readonly states = referralState;
  protected readonly referrals = httpResource<PartnerReferralsView>(() => `${partnerPath(this.partner().id)}/referrals`);
  protected readonly stopped = computed(() => ['SUSPENDED', 'ENDED'].includes(this.partner().state));

  protected print(): void {
    window.print();
  }
}
