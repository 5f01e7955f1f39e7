import { Component, computed, input, model } from '@angular/core';
import type { PartnerChoiceView, PartnerReasonView } from '@panah/contracts/referral-choices.contract';
import { partnerReason, referralGap } from '@panah/domain/vocabulary/referrals';
import { DateDisplay } from '../platform/dates/date-display';
import { Icon } from '../platform/icon/icon';
import { readerLanguage } from '../platform/reader/language';
import { CodeLabel } from '../platform/text/code-label';
import { CountryLabel } from '../platform/text/country-label';

/** Partners that offer a service, the best first, each with the reasons for its place; and what the person has said about the one that is chosen. */
@Component({
  selector: 'app-partner-pick',
  imports: [CodeLabel, CountryLabel, DateDisplay, Icon],
  template: `
    <section class="panel" aria-labelledby="partner-pick">
      <h2 id="partner-pick" i18n="@@referrals.toWhom">To whom</h2>
      <div role="radiogroup" aria-labelledby="partner-pick">
        @for (partner of partners(); track partner.id) {
          <label class="pick" [class.on]="partner.id === chosen()">
            <input
              class="tick round"
              type="radio"
              name="partner"
              [checked]="partner.id === chosen()"
              [disabled]="!partner.mayReceive"
              (change)="chosen.set(partner.id)"
            />
            <span
              ><bdi class="strong">{{ partner.name }}</bdi
              >&ngsp;<span class="muted">{{ partner.country | countryLabel }}</span></span
            >
            <span class="small">{{ said(partner.reasons) }}</span>
            @for (gap of partner.gaps; track gap) {
              <span class="small"
                ><span class="state due"
                  ><app-icon name="alert" /><span>{{ gap | codeLabel: gaps }}</span></span
                ></span
              >
            }
          </label>
        } @empty {
          <p class="panel-body muted" i18n="@@referrals.noPartner">No partner offers this. A coordinator adds partners.</p>
        }
      </div>
    </section>
    @if (consent(); as it) {
      <div class="notice good">
        <app-icon name="done" [size]="20" />
        <div>
          <p class="strong" i18n="@@referrals.covered">A consent is at hand.</p>
          <p>
            <span i18n="@@referrals.givenOn">Given on</span>&ngsp;<app-date [value]="it.givenOn" shape="day" />
            @if (it.until) {
              ·&ngsp;<span i18n="@@referrals.until">until</span>&ngsp;<app-date [value]="it.until" shape="day" />
            }
          </p>
        </div>
      </div>
    }
  `,
  host: { class: 'stack' },
})
export class PartnerPick {
  readonly partners = input.required<readonly PartnerChoiceView[]>();
  readonly chosen = model.required<string | null>();

  protected readonly gaps = referralGap;
  protected readonly consent = computed(() => this.partners().find(({ id }) => id === this.chosen())?.consent ?? null);

  protected said(reasons: readonly PartnerReasonView[]): string {
    const language = readerLanguage();
    const number = new Intl.NumberFormat(language === 'fa' ? 'fa-IR' : 'en-GB');
    const hours = (value: number) => $localize`:@@referrals.hours:${number.format(value)}:n: hours`;
    const figure = ({ reason, value }: PartnerReasonView) =>
      value === null ? '' : `: ${reason === 'ANSWERS_FAST' ? hours(value) : number.format(value)}`;
    return reasons
      .map((each) => (partnerReason.has(each.reason) ? partnerReason.label(each.reason, language) : each.reason) + figure(each))
      .join(' · ');
  }
}
