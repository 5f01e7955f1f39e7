import { httpResource } from '@angular/common/http';
import { Component, effect, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { InboxListView } from '@panah/contracts/inbox.contract';
import { serviceRequested } from '@panah/domain/vocabulary/partners';
import { referralUrgency } from '@panah/domain/vocabulary/referrals';
import { InboxUnlock } from '../partners/inbox-unlock.part';
import { DateText } from '../platform/dates/date-text';
import { Questions } from '../platform/form/questions';
import { Api } from '../platform/http/api';
import { lookAgain } from '../platform/http/look-again';
import { Icon } from '../platform/icon/icon';
import { problemOf } from '../platform/problem/problem';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { ProblemTexts } from '../platform/problem/problem-texts';
import { Snack } from '../platform/shell/snack';
import { CodeLabel } from '../platform/text/code-label';
import { State } from '../platform/text/state';
import { StateMark } from '../platform/text/state-mark';
import { dueWords, INBOX_STATES, isNear } from './inbox-states';
import { ownReferral, toldWords } from './own-referral';

const INBOX = '/api/inbox?limit=100';
const EVERY = 20_000;

/** What was sent to one's association: what wants an answer first, and nobody's name. */
@Component({
  selector: 'app-inbox-list',
  imports: [CodeLabel, DateText, Icon, ProblemNotice, RouterLink, State, StateMark],
  template: `
    <header class="head">
      <div>
        <h1 i18n="@@referrals.inbox">Inbox</h1>
        <p class="sub" i18n="@@referrals.inboxSub">What was sent to your association. What is due first stands on top.</p>
      </div>
      <div class="btns">
        @if (!key.open()) {
          <button type="button" class="btn" (click)="unlock()">
            <app-icon name="lock" /><span i18n="@@referrals.openKey">Open your key</span>
          </button>
        }
        <a class="btn" routerLink="/inbox/figures" i18n="@@referrals.figures">Your answers</a>
        <button type="button" class="btn" (click)="refer()" i18n="@@referrals.ownRefer">Refer somebody to the office</button>
      </div>
    </header>
    @if (inbox.hasValue()) {
      <ul class="dues">
        @for (each of inbox.value().items; track each.id) {
          <li>
            <a class="item" [routerLink]="['/inbox', each.id]">
              @if (words(each); as due) {
                <app-state icon="clock" [tone]="isNear(each.dueAt) ? 'danger' : 'due'" [act]="isNear(each.dueAt)"
                  >{{ due }}
                  @if (each.dueAt) {
                    · {{ each.dueAt | dateText: 'dayTime' }}
                  }
                </app-state>
              }
              <span class="strong">{{ each.service | codeLabel: services }}</span>
              <span class="small muted"
                >{{ each.urgency | codeLabel: urgencies }} · <bdi class="ref">{{ each.reference }}</bdi></span
              >
              <app-state-mark [code]="each.state" [of]="marks" />
            </a>
          </li>
        } @empty {
          <li class="empty">
            <h2 i18n="@@referrals.inboxNone">Nothing is waiting</h2>
            <p i18n="@@referrals.inboxNoneText">You get a mail without any content when something arrives.</p>
          </li>
        }
      </ul>
    } @else if (inbox.error(); as error) {
      <app-problem [problem]="error" [repeatable]="true" (again)="inbox.reload()" />
    } @else {
      <span class="bone" aria-hidden="true"></span>
    }
  `,
  styles: `
    .dues {
      display: grid;
      gap: var(--s2);
      max-inline-size: 44rem;
    }
    .item {
      display: grid;
      gap: var(--s1);
      justify-items: start;
      padding: var(--s3) var(--s4);
      border: 1px solid var(--line);
      border-radius: var(--radius);
      background: var(--surface);
      color: var(--ink);
      text-decoration: none;
    }
    .item:hover {
      background: var(--hover);
    }
  `,
})
export class InboxList {
  private readonly api = inject(Api);
  private readonly questions = inject(Questions);
  private readonly snack = inject(Snack);
  private readonly texts = inject(ProblemTexts);
  protected readonly key = inject(InboxUnlock);
  protected readonly inbox = httpResource<InboxListView>(() => INBOX);
  protected readonly services = serviceRequested;
  protected readonly urgencies = referralUrgency;
  protected readonly marks = INBOX_STATES;
  protected readonly words = dueWords;
  protected readonly isNear = isNear;

  constructor() {
    lookAgain(EVERY, () => this.look());
    // on a slow line the page that opens a referral is on its way before anybody asks for it
    effect(() => void (this.inbox.hasValue() && import('./inbox-page')));
  }

  protected async unlock(): Promise<void> {
    try {
      await this.key.unlock();
    } catch (thrown) {
      this.snack.say(this.texts.say(problemOf(thrown)));
    }
  }

  /** R-RE-09: it begins as an enquiry of the office that is named. */
  protected async refer(): Promise<void> {
    const told = await this.questions.ask(ownReferral(this.api));
    if (told) this.snack.say(toldWords(told.reference));
  }

  private async look(): Promise<void> {
    try {
      this.inbox.set(await this.api.glance<InboxListView>(INBOX));
    } catch {
      // what stood stays: the next look comes in a moment, and every other request says what is wrong
    }
  }
}
