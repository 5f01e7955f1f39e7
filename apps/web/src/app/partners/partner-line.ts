import { Component, input } from '@angular/core';
import type { PartnerReferralLineView } from '@panah/contracts/partner-referrals.contract';
import { DateText } from '../platform/dates/date-text';

/** What became of what one referral told: when it was opened, when it was over, and what was said of deleting it. */
@Component({
  selector: 'app-partner-line',
  imports: [DateText],
  template: `
    @if (line().openedAt; as at) {
      <span i18n="@@partners.lineOpened">Opened {{ at | dateText: 'short' }}</span>
    } @else {
      <span i18n="@@partners.lineUnopened">Never opened</span>
    }
    @if (line().accessEndedAt; as at) {
      · <span i18n="@@partners.lineEnded">Out of their reach since {{ at | dateText: 'short' }}</span>
      @if (line().openedAt) {
        ·
        @if (line().deletionHeardOn; as on) {
          <span i18n="@@partners.lineHeard">Deletion heard by telephone {{ on | dateText: 'day' }}</span>
        } @else if (line().deletionConfirmedAt; as said) {
          <span i18n="@@partners.lineDeleted">Deletion confirmed {{ said | dateText: 'short' }}</span>
        } @else {
          <span i18n="@@partners.lineKept">Deletion not confirmed</span>
        }
      }
    }
  `,
})
export class PartnerLine {
  readonly line = input.required<PartnerReferralLineView>();
}
