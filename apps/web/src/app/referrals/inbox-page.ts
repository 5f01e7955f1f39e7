import { httpResource } from '@angular/common/http';
import { Component, computed, DestroyRef, effect, inject, input, linkedSignal, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { InboxReferralView } from '@panah/contracts/inbox.contract';
import { serviceRequested } from '@panah/domain/vocabulary/partners';
import { referralUrgency } from '@panah/domain/vocabulary/referrals';
import type { OpenedPackage } from '../partners/opened-package.part';
import { InboxUnlock } from '../partners/inbox-unlock.part';
import { DateDisplay } from '../platform/dates/date-display';
import { DateText } from '../platform/dates/date-text';
import { DateWords } from '../platform/dates/date-words';
import { Dialogs } from '../platform/dialog/dialogs';
import { Questions } from '../platform/form/questions';
import { Api } from '../platform/http/api';
import { Icon } from '../platform/icon/icon';
import { type Problem, problemOf } from '../platform/problem/problem';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { SessionStore } from '../platform/session/session-store';
import { Snack } from '../platform/shell/snack';
import { CodeLabel } from '../platform/text/code-label';
import { StateMark } from '../platform/text/state-mark';
import { ACT_LABELS } from './inbox-labels';
import { inboxPath } from './inbox-line';
import { InboxOpenings, type Opening } from './inbox-openings';
import { dueWords, INBOX_STATES, isNear } from './inbox-states';
import { PackageSheet } from './package-sheet';
import { readUntilOver } from './read-until';
import { ReferralMessages } from './referral-messages';

/** In the order in which they stand; opening is the page's own. */
const SHOWN = Object.keys(ACT_LABELS);

/** One referral as its partner reads it: in memory only, and until it is over. */
@Component({
  selector: 'app-inbox-page',
  imports: [CodeLabel, DateDisplay, DateText, Icon, PackageSheet, ProblemNotice, ReferralMessages, RouterLink, StateMark],
  templateUrl: './inbox-page.html',
  styles: `
    .back {
      margin-block-start: var(--s3);
    }
  `,
})
export class InboxPage {
  readonly referralId = input.required<string>();

  private readonly api = inject(Api);
  private readonly key = inject(InboxUnlock);
  private readonly openings = inject(InboxOpenings);
  private readonly leaving = inject(DestroyRef);
  private readonly questions = inject(Questions);
  private readonly dialogs = inject(Dialogs);
  private readonly router = inject(Router);
  private readonly snack = inject(Snack);
  private readonly session = inject(SessionStore);
  private readonly today = inject(DateWords).today();

  /** Where the key is open, opening it tells all that reading it would: one way to the server less. Where that is refused, what can be read stands all the same. */
  protected readonly loaded = httpResource<InboxReferralView>(() =>
    untracked(() => this.key.open()) && !this.refused() ? undefined : inboxPath(this.referralId()),
  );
  protected readonly view = linkedSignal<InboxReferralView | null>(() => (this.loaded.hasValue() ? this.loaded.value() : null));
  protected readonly packages = signal<readonly OpenedPackage[] | null>(null);
  protected readonly opening = signal(false);
  protected readonly gone = signal(false);
  protected readonly refused = signal<Problem | null>(null);
  protected readonly acts = computed(() => SHOWN.filter((action) => this.view()?.actions.includes(action)));

  protected readonly services = serviceRequested;
  protected readonly urgencies = referralUrgency;
  protected readonly marks = INBOX_STATES;
  protected readonly labels = ACT_LABELS;
  protected readonly words = dueWords;
  protected readonly isNear = isNear;

  /** What is read now. */
  private readonly read = signal<Opening | null>(null);

  constructor() {
    effect(() => {
      this.referralId();
      untracked(() => this.arrive());
    });
    effect(() => {
      if (this.read()?.isOver()) untracked(() => this.ended());
    });
    readUntilOver(this.packages);
    this.leaving.onDestroy(() => this.read()?.close());
  }

  protected async open(): Promise<void> {
    if (this.opening()) return;
    this.refused.set(null);
    try {
      if (await this.key.unlock()) await this.show();
    } catch (thrown) {
      this.refused.set(problemOf(thrown));
    }
  }

  protected async take(action: string): Promise<void> {
    if (action === 'hear-withdrawal') return this.hear();
    if (action === 'take-over') return this.takeOver();
    const asked = {
      api: this.api,
      id: this.referralId(),
      kind: this.view()?.kind ?? 'REFERRAL',
      name: this.session.user()?.displayName ?? '',
      today: this.today,
    };
    const now = await this.questions.ask(import('./inbox-acts').then(({ actOf }) => actOf(action, asked)));
    if (!now) return;
    this.snack.say($localize`:@@referrals.saidToThem:They are told.`);
    if (now === true) return void (await this.router.navigate(['/inbox']));
    this.view.set(now);
    // what follows an acceptance is sealed apart: it is there at once
    if (now.packages.length !== this.packages()?.length) await this.show();
  }

  protected titleOf = (at: number): string =>
    at === 0 ? $localize`:@@referrals.packageFirst:What they sent you` : $localize`:@@referrals.packageMore:What they sent you afterwards`;

  protected whyClosed(why: OpenedPackage['refused']): string {
    if (why === 'other-key')
      return $localize`:@@referrals.otherKey:This was sealed to a key that you no longer use. Ask them to send it again.`;
    if (why === 'expired') return $localize`:@@referrals.expired:The time to read this is over.`;
    return $localize`:@@referrals.altered:This is not what was sent: it does not open. Tell them by telephone.`;
  }

  private arrive(): void {
    this.forget();
    this.gone.set(false);
    this.refused.set(null);
    if (this.key.open()) void this.show();
  }

  private async show(): Promise<void> {
    const opening = this.openings.take(this.referralId());
    this.opening.set(true);
    try {
      await this.follow(opening);
    } catch (thrown) {
      opening.close();
      const problem = problemOf(thrown);
      if (problem.status === 404) this.ended();
      else this.refused.set(problem);
    } finally {
      this.opening.set(false);
    }
  }

  /** In memory, and as long as it is not over. */
  private async follow(opening: Opening): Promise<void> {
    const { id, referral, packages } = await opening.answer;
    const items = await this.key.read(packages);
    if (this.leaving.destroyed || this.referralId() !== id) return opening.close();
    this.read()?.close();
    this.read.set(opening);
    if (opening.isOver()) return;
    this.packages.set(items);
    this.view.set(referral);
    // what is asked before an answer comes after the text
    void import('./inbox-acts').catch(() => undefined);
  }

  /** The person told it to the partner: their word ends it, here and everywhere. */
  private async hear(): Promise<void> {
    const sure = await this.dialogs.confirm({
      title: $localize`:@@referrals.heardTitle:Did the person take it back?`,
      text: $localize`:@@referrals.heardText:Then they no longer agree that you know of them. Your access ends at once, and nobody asks them why.`,
      yes: $localize`:@@referrals.heardYes:Yes, they take it back`,
      danger: true,
    });
    if (!sure) return;
    try {
      await this.api.post(`${inboxPath(this.referralId())}/withdrawal`, {});
      this.ended();
    } catch (thrown) {
      this.refused.set(problemOf(thrown));
    }
  }

  /** From then on it is theirs, and closed to the office. */
  private async takeOver(): Promise<void> {
    const sure = await this.dialogs.confirm({
      title: $localize`:@@referrals.takeOverTitle:Take this case over?`,
      text: $localize`:@@referrals.takeOverText:You are responsible for the person from now on. The office closes the case and keeps a summary of dates; it cannot take the case back.`,
      yes: $localize`:@@referrals.takeOverYes:Yes, it is ours now`,
    });
    if (!sure) return;
    this.refused.set(null);
    try {
      this.view.set(await this.api.post<InboxReferralView>(`${inboxPath(this.referralId())}/take-over`, {}));
      this.snack.say($localize`:@@referrals.tookOver:The case is yours.`);
    } catch (thrown) {
      this.refused.set(problemOf(thrown));
    }
  }

  /** Nothing that was read stays in memory; whether something is still to be done is asked anew. */
  private ended(): void {
    this.forget();
    this.gone.set(true);
    void this.api.read<InboxReferralView>(inboxPath(this.referralId())).then(
      (view) => {
        this.view.set(view);
        // only the line was lost: it is opened again by whoever reads on
        if (view.actions.includes('open')) this.gone.set(false);
      },
      () => undefined,
    );
  }

  private forget(): void {
    this.read()?.close();
    this.read.set(null);
    this.packages.set(null);
    this.view.set(null);
  }
}
