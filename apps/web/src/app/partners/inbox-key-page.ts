import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import type { OwnInboxView, WaitingDoorView } from '@panah/contracts/inbox-key.contract';
import { fromBase64Url } from '@panah/sealed-packages/bytes';
import { fingerprintOf } from '@panah/sealed-packages/fingerprint';
import { DateDisplay } from '../platform/dates/date-display';
import { Dialogs } from '../platform/dialog/dialogs';
import { Questions } from '../platform/form/questions';
import { Api } from '../platform/http/api';
import { lookAgain } from '../platform/http/look-again';
import { Icon } from '../platform/icon/icon';
import { type Problem, problemOf } from '../platform/problem/problem';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { StepUp } from '../platform/session/step-up';
import { StateMark } from '../platform/text/state-mark';
import { codeIsKept, codeOnPaper, heardDigits, knownPassphrase, newPassphrase } from './inbox-questions';
import { InboxUnlock } from './inbox-unlock.part';
import { InboxWorker } from './inbox-worker';
import { KEY_STATES } from './partner-state';

const INBOX = '/api/inbox-key';
const EVERY = 4_000;

/** What was made and is kept once its code stands on paper. */
interface Unkept {
  code: string;
  keep: () => Promise<OwnInboxView | null>;
}

/**
 * A partner's own page of keys: making one, opening it, handing it to a colleague. The key itself stays in the worker. While somebody waits
 * for somebody else, the page looks again by itself.
 */
@Component({
  selector: 'app-inbox-key-page',
  imports: [DateDisplay, Icon, ProblemNotice, StateMark],
  templateUrl: './inbox-key-page.html',
  styles: `
    .digits {
      font-size: 1.375rem;
      line-height: 2.25rem;
      letter-spacing: 0.06em;
    }
  `,
})
export class InboxKeyPage {
  private readonly api = inject(Api);
  private readonly vault = inject(InboxWorker);
  private readonly questions = inject(Questions);
  private readonly dialogs = inject(Dialogs);
  private readonly stepUp = inject(StepUp);

  protected readonly inbox = httpResource<OwnInboxView>(() => INBOX);
  protected readonly marks = KEY_STATES;
  protected readonly unkept = signal<Unkept | null>(null);
  protected readonly unlocked = this.vault.unlocked;
  protected readonly refused = signal<Problem | null>(null);
  private readonly view = computed(() => (this.inbox.hasValue() ? this.inbox.value() : null));
  private readonly member = computed(() => ({ partnerId: this.view()?.partnerId ?? '', memberId: this.view()?.memberId ?? '' }));

  constructor() {
    lookAgain(EVERY, () => this.look());
    const pages = inject(InboxUnlock);
    effect(() => {
      const view = this.view();
      if (view) untracked(() => pages.know(view));
    });
  }

  protected digitsOf = (publicKey: string): string => fingerprintOf(fromBase64Url(publicKey));
  protected print = (): void => window.print();

  /** The first day, or everything was lost: a key of one's own, and for the partner where it has none. */
  protected async begin(): Promise<void> {
    const make = (passphrase: string) => this.vault.ask('begin', { member: this.member(), passphrase });
    const made = await this.questions.ask(newPassphrase(make, this.vault.progress));
    if (!made) return;
    const { code, ...body } = made;
    this.unkept.set({ code, keep: () => this.stepUp.run(() => this.api.post<OwnInboxView>(`${INBOX}/member-key`, body)) });
  }

  protected async unlock(): Promise<void> {
    const lock = this.view()?.own?.byPassphrase ?? '';
    const open = (passphrase: string) => this.vault.ask('unlock', { member: this.member(), lock, passphrase }).then(() => true);
    if (await this.questions.ask(knownPassphrase(open, this.vault.progress))) await this.look();
  }

  /** The passphrase is lost: the paper opens, and both are made anew. */
  protected async useCode(): Promise<void> {
    const lock = this.view()?.own?.byRecovery ?? '';
    const open = (code: string) => this.vault.ask('unlockByCode', { member: this.member(), lock, code }).then(() => true);
    if (await this.questions.ask(codeOnPaper(open))) await this.lockAnew();
  }

  protected async lockAnew(): Promise<void> {
    const version = this.view()?.own?.version ?? 0;
    const lock = (passphrase: string) => this.vault.ask('lockAnew', { member: this.member(), passphrase });
    const made = await this.questions.ask(newPassphrase(lock, this.vault.progress));
    if (!made) return;
    const { code, ...body } = made;
    this.unkept.set({ code, keep: () => this.api.replace<OwnInboxView>(`${INBOX}/locks`, body, version) });
  }

  /** The code is on paper: only now does the server get what it opens. */
  protected async kept({ code, keep }: Unkept): Promise<void> {
    const now = await this.questions.ask(codeIsKept(code, keep));
    if (!now) return;
    this.unkept.set(null);
    this.inbox.set(now);
    if (!now.key) await this.makeKey();
  }

  protected async replaceKey(): Promise<void> {
    const title = $localize`:@@partners.replaceTitle:Make a new key for your association?`;
    const text = $localize`:@@partners.replaceText:Nothing is sealed to it before its digits were confirmed by telephone. What was sealed to the old key stays unread; we send it again.`;
    const yes = $localize`:@@partners.replaceKey:Make a new key`;
    if (await this.dialogs.confirm({ title, text, yes, danger: true })) await this.makeKey();
  }

  protected async handOver(door: WaitingDoorView): Promise<void> {
    const now = await this.questions.ask(heardDigits(this.digitsOf(door.door), () => this.sendTo(door)));
    if (now) this.inbox.set(now);
  }

  /** Somebody may have confirmed the key, handed it over, or be waiting for it. */
  private async look(): Promise<void> {
    const view = this.view();
    const waits = view?.own && (!view.own.handed || view.key?.state === 'REGISTERED' || this.unlocked());
    if (!waits || this.unkept()) return;
    try {
      this.inbox.set(await this.api.glance<OwnInboxView>(INBOX));
    } catch {
      // the next look comes in a moment, and every other request says what is wrong
    }
  }

  private async makeKey(): Promise<void> {
    this.refused.set(null);
    try {
      const memberKeyId = this.view()?.own?.id ?? '';
      const body = await this.vault.ask('makeKey', { member: this.member(), memberKeyId });
      const now = await this.stepUp.run(() => this.api.post<OwnInboxView>(`${INBOX}/keys`, body));
      if (now) this.inbox.set(now);
    } catch (thrown) {
      this.refused.set(problemOf(thrown));
    }
  }

  private async sendTo({ memberKeyId, memberId, door }: WaitingDoorView): Promise<OwnInboxView> {
    const { partnerId } = this.member();
    const keyId = this.view()?.key?.id ?? '';
    const handed = await this.vault.ask('handOver', {
      member: this.member(),
      keyId,
      handed: this.view()?.own?.handed ?? '',
      door,
      to: { partnerId, memberId },
    });
    return this.api.post<OwnInboxView>(`${INBOX}/hand-over`, { keyId, memberKeyId, handed });
  }
}
