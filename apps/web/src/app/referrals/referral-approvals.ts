import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { ReferralItemView, ReferralView } from '@panah/contracts/referral-views.contract';
import type { PackageItem } from '@panah/domain/referrals/package-items';
import { referralItem } from '@panah/domain/vocabulary/referrals';
import { Icon } from '../platform/icon/icon';
import { type Problem, problemOf } from '../platform/problem/problem';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { readerLanguage } from '../platform/reader/language';
import { PackageSheet } from './package-sheet';
import { ReferralsApi } from './referrals.api';

/** What is restricted in a referral, and who agreed; whoever may agree is shown what would go out before they can. */
@Component({
  selector: 'app-referral-approvals',
  imports: [Icon, PackageSheet, ProblemNotice],
  template: `
    @if (refused(); as problem) {
      <app-problem [problem]="problem" />
    }
    @for (approval of referral().approvals; track approval.item) {
      <div class="notice" [class.waiting]="!approval.by">
        <app-icon [name]="approval.by ? 'done' : 'clock'" [size]="20" />
        <p>
          <span class="strong">{{ nameOf(approval.item) }}</span>&ngsp;
          @if (approval.by; as by) {
            <span i18n="@@referrals.agreedBy">Agreed to by</span>&ngsp;<bdi>{{ by.name }}</bdi>
          } @else if (approval.changed) {
            <span i18n="@@referrals.changedSince">Changed since it was agreed to: waits for a coordinator anew</span>
          } @else {
            <span i18n="@@referrals.waitsAgreement">Restricted: waits for a coordinator</span>
          }
        </p>
        @if (!approval.by && referral().actions.includes('approve-item')) {
          <button type="button" class="btn slim" (click)="look(approval.item)" i18n="@@referrals.seeItem">See what would go out</button>
        }
      </div>
      @if (!approval.by && shown()?.item === approval.item) {
        <app-package [items]="items()" [title]="title" [savable]="true">
          @if (items().length === 0) {
            <p class="muted" i18n="@@referrals.nothingUnder">Nothing is recorded under it now.</p>
          }
          <footer>
            <button type="button" class="btn primary push" (click)="agree()" i18n="@@referrals.agree">Agree</button>
          </footer>
        </app-package>
      }
    }
  `,
  host: { class: 'stack' },
})
export class ReferralApprovals {
  readonly referral = input.required<ReferralView>();
  readonly agreed = output<ReferralView>();

  private readonly api = inject(ReferralsApi);
  protected readonly title = $localize`:@@referrals.exactly:Exactly what they will see`;
  protected readonly shown = signal<ReferralItemView | null>(null);
  protected readonly items = computed(() => JSON.parse(this.shown()?.content ?? '[]') as PackageItem[]);
  protected readonly refused = signal<Problem | null>(null);

  /** `ADDRESS`, `NEED:<id>`: what kind of thing it is, not which one. */
  protected nameOf(item: string): string {
    const code = item.startsWith('NEED:') ? 'NEEDS' : item.startsWith('DOCUMENT:') ? 'DOCUMENTS' : item;
    return referralItem.has(code) ? referralItem.label(code, readerLanguage()) : code;
  }

  protected async look(item: string): Promise<void> {
    this.refused.set(null);
    await this.draw(item);
  }

  /** To what is shown, and to nothing else. */
  protected async agree(): Promise<void> {
    const shown = this.shown();
    if (!shown) return;
    const { id, item, mark } = shown;
    this.refused.set(null);
    try {
      this.agreed.emit(await this.api.step(id, 'approvals', { item, mark }));
      this.shown.set(null);
    } catch (thrown) {
      const problem = problemOf(thrown);
      this.refused.set(problem);
      if (problem.code === 'item-changed') await this.draw(item);
    }
  }

  private async draw(item: string): Promise<void> {
    try {
      this.shown.set(await this.api.showItem(this.referral().id, item));
    } catch (thrown) {
      this.shown.set(null);
      this.refused.set(problemOf(thrown));
    }
  }
}
