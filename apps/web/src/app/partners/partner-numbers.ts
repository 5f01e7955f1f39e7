import { Component, computed, input } from '@angular/core';
import type { PartnerReferralsView } from '@panah/contracts/partner-referrals.contract';
import { NumberText } from '../platform/text/number-text';

/** What is asked about a partner: what lies there now, or whom it concerns that it ever did. */
export type Which = 'LENT' | 'AFFECTED';

/** How much it is, over every office. */
@Component({
  selector: 'app-partner-numbers',
  imports: [NumberText],
  template: `
    <dl class="facts">
      @for (number of numbers(); track number.label) {
        <div>
          <dt>{{ number.label }}</dt>
          <dd>{{ number.count | numberText }}</dd>
        </div>
      }
    </dl>
    <p class="small muted" i18n="@@partners.lentReach">The numbers are of every office; the lines are of cases in your reach.</p>
  `,
})
export class PartnerNumbers {
  readonly view = input.required<Pick<PartnerReferralsView, 'lent' | 'affected'>>();
  readonly which = input.required<Which>();

  protected readonly numbers = computed(() => {
    const { lent, affected } = this.view();
    const { people, referrals } = this.which() === 'LENT' ? lent : affected;
    return [
      { label: $localize`:@@partners.lentPeople:People`, count: people },
      { label: $localize`:@@partners.lentReferrals:Referrals`, count: referrals },
      ...(this.which() === 'LENT'
        ? [
            { label: $localize`:@@partners.lentPackages:Packages they can read now`, count: lent.packages },
            { label: $localize`:@@partners.lentOpened:Opened of them`, count: lent.opened },
          ]
        : [
            { label: $localize`:@@partners.lentOpened:Opened of them`, count: affected.opened },
            { label: $localize`:@@partners.affectedConfirmed:Deletion confirmed of the opened`, count: affected.confirmed },
          ]),
    ];
  });
}
