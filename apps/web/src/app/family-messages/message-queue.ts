import { Component, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { FamilyMessageLineView } from '@panah/contracts/family-messages.contract';
import { messageHoldReason } from '@panah/domain/vocabulary/family';
import { DateText } from '../platform/dates/date-text';
import { Dialogs } from '../platform/dialog/dialogs';
import { Icon } from '../platform/icon/icon';
import { List, ListRow } from '../platform/list/list';
import type { ListColumn } from '../platform/list/list-page';
import { ListSource } from '../platform/list/list-source';
import { problemOf } from '../platform/problem/problem';
import { ProblemTexts } from '../platform/problem/problem-texts';
import { SessionStore } from '../platform/session/session-store';
import { Snack } from '../platform/shell/snack';
import { CodeLabel } from '../platform/text/code-label';
import { LanguageLabel } from '../platform/text/country-label';
import { StateMark } from '../platform/text/state-mark';
import { MESSAGE_ACTS } from './message-acts';
import { DIRECTIONS, MESSAGE_STATES, PARTS } from './message-states';
import { MessagesApi } from './messages.api';

/** Messages that wait for the reader, oldest first: what is asked, and not a word of what is in them. */
@Component({
  selector: 'app-message-queue',
  imports: [CodeLabel, DateText, Icon, LanguageLabel, List, ListRow, RouterLink, StateMark],
  template: `
    <header class="head">
      <div>
        <h1 i18n="@@familyMessages.title">Messages</h1>
        <p class="sub" i18n="@@familyMessages.queueSub">What waits for you. No line tells what is in a message, or whose it is.</p>
      </div>
    </header>
    <app-list [source]="list" [columns]="columns" label="Messages" i18n-label="@@familyMessages.title" (opened)="open($event)">
      <ng-template appRow [appRowOf]="list" let-row>
        <th scope="row">
          <app-icon [name]="part(row).icon" />&ngsp;
          @if (mayOpen(row)) {
            <a class="name" [routerLink]="['/family-messages', row.id]">{{ part(row).label }}</a>
          } @else {
            <span class="name">{{ part(row).label }}</span>
          }
          <div class="small muted">{{ directions[row.direction] }} · {{ row.language | languageLabel }}</div>
          @if (row.rejectAsked) {
            <div class="small">{{ row.rejectAsked | codeLabel: reasons }}</div>
          }
          @if (row.actions.includes('review')) {
            <button type="button" class="btn slim" (click)="take(row)">{{ lookOver }}</button>
          }
          @if (row.actions.includes('reject')) {
            <button type="button" class="btn slim danger" (click)="reject(row)" i18n="@@familyMessages.reject">Reject it</button>
          }
        </th>
        <td><app-state-mark [code]="row.state" [of]="marks" /></td>
        <td class="wide small muted">{{ row.submittedAt | dateText: 'dayTime' }}</td>
      </ng-template>
      <ng-container listEmpty>
        <h3 i18n="@@familyMessages.none">No message waits for you</h3>
        <p i18n="@@familyMessages.noneText">A message is written on the page of its link. Somebody else looks it over here.</p>
      </ng-container>
    </app-list>
  `,
})
export class MessageQueue {
  private readonly api = inject(MessagesApi);
  private readonly router = inject(Router);
  private readonly dialogs = inject(Dialogs);
  private readonly snack = inject(Snack);
  private readonly texts = inject(ProblemTexts);
  private readonly reads = inject(SessionStore).may('family-message:read');
  private busy = false;
  protected readonly marks = MESSAGE_STATES;
  protected readonly reasons = messageHoldReason;
  protected readonly lookOver = MESSAGE_ACTS['review']?.label;
  protected readonly directions = DIRECTIONS;
  protected readonly columns: readonly ListColumn[] = [
    { id: 'part', label: $localize`:@@familyMessages.part:What is asked` },
    { id: 'state', label: $localize`:@@familyMessages.state:State` },
    { id: 'since', label: $localize`:@@familyMessages.since:Handed in`, wide: true },
  ];
  protected readonly list = new ListSource<FamilyMessageLineView>((question) => this.api.waiting(question));

  protected part = ({ part }: FamilyMessageLineView) =>
    PARTS[part] ?? { icon: 'mail' as const, label: $localize`:@@familyMessages.message:Message` };

  /** What waits for a second reader is read by whoever takes it, and by nobody in passing. */
  protected mayOpen = ({ actions }: FamilyMessageLineView): boolean => this.reads && !actions.includes('review');

  protected open(row: FamilyMessageLineView): void {
    if (this.mayOpen(row)) void this.router.navigate(['/family-messages', row.id]);
  }

  protected take({ id }: FamilyMessageLineView): Promise<void> {
    return this.attempt(async () => {
      await this.api.step(id, 'review');
      await this.router.navigate(['/family-messages', id]);
    });
  }

  protected async reject({ id }: FamilyMessageLineView): Promise<void> {
    const sure = await this.dialogs.confirm({
      title: $localize`:@@familyMessages.rejectTitle:Reject this message?`,
      text: $localize`:@@familyMessages.rejectText:It does not go, and is not written on. Whoever wrote it is told in person, and the risk is looked at again within a day. If it threatens somebody, report an incident as well.`,
      yes: $localize`:@@familyMessages.reject:Reject it`,
      danger: true,
    });
    if (!sure) return;
    await this.attempt(async () => {
      await this.api.reject(id);
      await this.list.reload();
    });
  }

  /** Somebody may have been faster: it is said, and the list is read again. */
  private async attempt(act: () => Promise<unknown>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      await act();
    } catch (thrown) {
      this.snack.say(this.texts.say(problemOf(thrown)));
      await this.list.reload();
    } finally {
      this.busy = false;
    }
  }
}
