import { httpResource } from '@angular/common/http';
import { Component, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { LinkMessagesView } from '@panah/contracts/family-messages.contract';
import { DateText } from '../platform/dates/date-text';
import { Questions } from '../platform/form/questions';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { SessionStore } from '../platform/session/session-store';
import { LanguageLabel } from '../platform/text/country-label';
import { StateMark } from '../platform/text/state-mark';
import { messageQuestion } from './message-question';
import { DIRECTIONS, MESSAGE_STATES } from './message-states';
import { MessagesApi, messagesOfLink } from './messages.api';

/** What goes to and fro on one link: where each message stands, and the way to write one. No line tells what is in it. */
@Component({
  selector: 'app-link-messages',
  imports: [DateText, LanguageLabel, ProblemNotice, RouterLink, StateMark],
  template: `
    <section class="panel" aria-labelledby="link-messages">
      <div class="panel-head">
        <h2 id="link-messages" i18n="@@familyMessages.title">Messages</h2>
        @if (mayWrite()) {
          <button type="button" class="btn slim push" (click)="write()" i18n="@@familyMessages.write">Write a message</button>
        }
      </div>
      @if (messages.hasValue()) {
        <ul>
          @for (each of messages.value().items; track each.id) {
            <li class="row">
              <app-state-mark [code]="each.state" [of]="marks" />
              <div>
                <a class="strong" [routerLink]="['/family-messages', each.id]">{{ directions[each.direction] }}</a>
                <p class="small muted">
                  {{ each.language | languageLabel }}
                  @if (each.submittedAt) {
                    · {{ each.submittedAt | dateText: 'dayTime' }}
                  }
                </p>
              </div>
            </li>
          } @empty {
            <li class="panel-body small muted" i18n="@@familyMessages.noneOfLink">No message yet.</li>
          }
        </ul>
      } @else if (messages.error(); as error) {
        <div class="panel-body"><app-problem [problem]="error" [repeatable]="true" (again)="messages.reload()" /></div>
      }
    </section>
  `,
})
export class LinkMessages {
  readonly linkId = input.required<string>();
  /** Of the link: what moves it stops or frees its messages. */
  readonly version = input.required<number>();

  private readonly api = inject(MessagesApi);
  private readonly questions = inject(Questions);
  private readonly router = inject(Router);
  private readonly may = inject(SessionStore).may('family-message:read');
  protected readonly messages = httpResource<LinkMessagesView>(() => {
    this.version();
    return this.may ? messagesOfLink(this.linkId()) : undefined;
  });
  protected readonly marks = MESSAGE_STATES;
  protected readonly directions = DIRECTIONS;

  protected mayWrite = (): boolean => this.messages.hasValue() && this.messages.value().actions.includes('write');

  protected async write(): Promise<void> {
    const message = await this.questions.ask(messageQuestion(this.api, this.linkId()));
    if (message) await this.router.navigate(['/family-messages', message.id]);
  }
}
