import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { PartnerView } from '@panah/contracts/partners.contract';
import { agreementGaps } from '@panah/domain/partners/partner.rules';
import { transferMechanism } from '@panah/domain/vocabulary/partners';
import { DateDisplay } from '../platform/dates/date-display';
import { DateWords } from '../platform/dates/date-words';
import { State } from '../platform/text/state';
import { CodeLabel } from '../platform/text/code-label';
import { gapText } from './partner.texts';

type Fact = 'agreementSignedOn' | 'agreementValidTo' | 'transferMechanism' | 'securityCheckedOn';

/** The agreement, and what it still lacks today for something to be sent there (R-RE-01). */
@Component({
  selector: 'app-partner-agreement',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CodeLabel, DateDisplay, State],
  template: `
    <section class="panel" aria-labelledby="agreement">
      <div class="panel-head">
        <h2 id="agreement" i18n="@@partners.agreement">Agreement</h2>
        @if (inForce()) {
          <app-state class="push" icon="done" tone="good"><ng-container i18n="@@partners.inForce">In force</ng-container></app-state>
        } @else {
          <app-state class="push" icon="clock" tone="due"><ng-container i18n="@@partners.notInForce">Not in force</ng-container></app-state>
        }
      </div>
      <dl class="panel-body stack">
        @for (fact of facts; track fact.name) {
          <div>
            <dt class="small muted">{{ fact.label }}</dt>
            <dd>
              @if (fact.name === 'transferMechanism') {
                {{ partner().transferMechanism | codeLabel: mechanisms }}
              } @else if (partner()[fact.name]; as day) {
                <app-date [value]="day" />
              }
              @if (gap(fact.name); as text) {
                <app-state icon="alert" tone="due">{{ text }}</app-state>
              }
            </dd>
          </div>
        }
      </dl>
    </section>
  `,
})
export class PartnerAgreement {
  readonly partner = input.required<PartnerView>();
  private readonly today = inject(DateWords).today();
  private readonly gaps = computed(() => agreementGaps(this.partner(), this.today));

  protected readonly mechanisms = transferMechanism;
  protected readonly inForce = computed(() => Object.keys(this.gaps()).length === 0);
  protected readonly facts: readonly { name: Fact; label: string }[] = [
    { name: 'agreementSignedOn', label: $localize`:@@partners.signedOn:Signed on` },
    { name: 'agreementValidTo', label: $localize`:@@partners.validTo:Agreement until` },
    { name: 'transferMechanism', label: $localize`:@@partners.mechanism:Lawful route for personal data` },
    { name: 'securityCheckedOn', label: $localize`:@@partners.checkedOn:Security checked on` },
  ];

  protected gap(fact: Fact): string | null {
    const rule = this.gaps()[fact]?.[0];
    return rule ? gapText(fact, rule) : null;
  }
}
