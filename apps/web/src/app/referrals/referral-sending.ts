import { Component, computed, inject, input, output, resource, signal } from '@angular/core';
import type { ReferralPreviewView, ReferralView } from '@panah/contracts/referral-views.contract';
import type { PackageItem } from '@panah/domain/referrals/package-items';
import { DateDisplay } from '../platform/dates/date-display';
import { Icon } from '../platform/icon/icon';
import { type Problem, problemOf } from '../platform/problem/problem';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { changedBetween } from './package-words';
import { PackageSheet } from './package-sheet';
import { type More, ReferralsApi } from './referrals.api';

const itemsOf = ({ content }: ReferralPreviewView): PackageItem[] => JSON.parse(content) as PackageItem[];

/** The package as it would go, drawn from its own bytes; and the button that sends exactly those. */
@Component({
  selector: 'app-referral-sending',
  imports: [DateDisplay, Icon, PackageSheet, ProblemNotice],
  template: `
    @if (refused(); as problem) {
      <app-problem [problem]="problem" />
    }
    @if (shown.hasValue()) {
      <app-package [items]="items()" [title]="title" [changed]="changed()">
        <footer>
          <span i18n="@@referrals.openUntil">Open to them until</span>&ngsp;<app-date [value]="shown.value().expiresAt" shape="day" />
          <span class="push"
            ><span i18n="@@referrals.seal">Seal</span>&ngsp;<bdi class="ref">{{ shown.value().hash.slice(0, 12) }}</bdi></span
          >
        </footer>
      </app-package>
      @if (referral().urgency === 'EMERGENCY' && !more()) {
        <label class="choice">
          <input type="checkbox" class="tick" [checked]="calledAt() !== null" (change)="called()" />
          <span i18n="@@referrals.called">I have told them by telephone just now</span>
        </label>
      }
      <div class="btns">
        <ng-content />
        @if (referral().actions.includes(act())) {
          <button type="button" class="btn primary" [attr.aria-disabled]="sending() ? true : null" (click)="send()">
            <app-icon name="send" /><span i18n="@@referrals.send">Send</span>
          </button>
        }
        @if (referral().actions.includes('offer')) {
          <button type="button" class="btn primary" [attr.aria-disabled]="sending() ? true : null" (click)="send()">
            <app-icon name="send" /><span i18n="@@referrals.offerCase">Offer the case</span>
          </button>
        }
      </div>
    } @else if (shown.error(); as error) {
      <app-problem [problem]="error" [repeatable]="true" (again)="shown.reload()" />
    } @else {
      <span class="bone" aria-hidden="true"></span>
    }
  `,
  host: { class: 'stack' },
})
export class ReferralSending {
  readonly referral = input.required<ReferralView>();
  /** What is sent after the first package; null for that one. */
  readonly more = input<More | null>(null);
  readonly sent = output<ReferralView>();
  /** Nothing went out: a coordinator is asked first. */
  readonly waits = output();

  private readonly api = inject(ReferralsApi);
  protected readonly act = computed(() => (this.more() === 'NAME' ? 'identity' : this.more() ? 'supplement' : 'send'));
  protected readonly title = $localize`:@@referrals.exactly:Exactly what they will see`;
  private readonly asked = computed(() => ({ id: this.referral().id, version: this.referral().version, more: this.more() }), {
    equal: (one, other) => one.id === other.id && one.version === other.version && one.more === other.more,
  });
  protected readonly shown = resource({
    params: () => this.asked(),
    loader: ({ params }) => this.api.preview(params.id, params.more),
  });
  protected readonly items = computed(() => (this.shown.hasValue() ? itemsOf(this.shown.value()) : []));
  protected readonly changed = signal<readonly string[]>([]);
  protected readonly refused = signal<Problem | null>(null);
  protected readonly sending = signal(false);
  protected readonly calledAt = signal<string | null>(null);

  protected called(): void {
    this.calledAt.update((at) => (at === null ? new Date().toISOString() : null));
  }

  protected async send(): Promise<void> {
    if (this.sending() || !this.shown.hasValue()) return;
    this.sending.set(true);
    this.refused.set(null);
    try {
      const [{ id, actions }, { hash }] = [this.referral(), this.shown.value()];
      const offers = actions.includes('offer');
      this.sent.emit(
        offers ? await this.api.offer(id, hash, this.calledAt()) : await this.api.dispatch(id, hash, this.more(), this.calledAt()),
      );
    } catch (thrown) {
      await this.wasRefused(problemOf(thrown));
    } finally {
      this.sending.set(false);
    }
  }

  /** What would go now is drawn at once, with what is other than before marked. */
  private async wasRefused(problem: Problem): Promise<void> {
    this.refused.set(problem);
    if (problem.code.startsWith('approval-')) this.waits.emit();
    if (problem.code !== 'package-changed') return;
    const before = this.items();
    this.shown.set(await this.api.preview(this.referral().id, this.more()));
    this.changed.set(changedBetween(before, this.items()));
  }
}
