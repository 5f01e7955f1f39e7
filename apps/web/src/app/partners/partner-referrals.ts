import { httpResource } from '@angular/common/http';
import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PartnerReferralsView } from '@panah/contracts/partner-referrals.contract';
import type { PartnerView } from '@panah/contracts/partners.contract';
import { serviceRequested } from '@panah/domain/vocabulary/partners';
import { referralState } from '@panah/domain/vocabulary/referrals';
import { Icon } from '../platform/icon/icon';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { CodeLabel } from '../platform/text/code-label';
import { NumberText } from '../platform/text/number-text';
import { PartnerLine } from './partner-line';
import { PartnerNumbers } from './partner-numbers';
import { partnerPath, whichOf } from './partners.api';

/** The first lines of the report. */
const LINES = 5;

/** What of ours lies at a partner; once the work with it has stopped, who was affected (R-RE-10). Asked anew after each step of the partner. */
@Component({
  selector: 'app-partner-referrals',
  imports: [CodeLabel, Icon, NumberText, PartnerLine, PartnerNumbers, ProblemNotice, RouterLink],
  templateUrl: './partner-referrals.html',
})
export class PartnerReferrals {
  readonly partner = input.required<PartnerView>();

  protected readonly services = serviceRequested;
  protected readonly states = referralState;
  protected readonly which = computed(() => whichOf(this.partner()));
  protected readonly referrals = httpResource<PartnerReferralsView>(
    () => `${partnerPath(this.partner().id)}/referrals?which=${this.which()}&limit=${LINES}`,
  );
}
