import { Component, input } from '@angular/core';
import type { InboxMessageView } from '@panah/contracts/inbox.contract';
import { referralMessageKind } from '@panah/domain/vocabulary/referrals';
import { DateDisplay } from '../platform/dates/date-display';
import { Icon } from '../platform/icon/icon';
import { CodeLabel } from '../platform/text/code-label';

/** What was written on a referral, on either side of it. */
@Component({
  selector: 'app-referral-messages',
  imports: [CodeLabel, DateDisplay, Icon],
  template: `
    <ul>
      @for (message of messages(); track message.id) {
        <li class="row">
          <app-icon name="talk" class="muted" />
          <div>
            <p class="small muted">{{ message.kind | codeLabel: kinds }}</p>
            <p class="line" dir="auto">{{ message.text }}</p>
            @if (message.heardFrom; as who) {
              <p class="small muted" i18n="@@referrals.heardFrom">
                Said on the telephone by <bdi>{{ who }}</bdi>
              </p>
            }
          </div>
          <p class="end small"><app-date [value]="message.at" shape="dayTime" /></p>
        </li>
      } @empty {
        <li class="panel-body muted" i18n="@@referrals.noMessages">Nothing yet.</li>
      }
    </ul>
  `,
  styles: '.line { white-space: pre-line; overflow-wrap: anywhere }',
})
export class ReferralMessages {
  readonly messages = input.required<readonly (Pick<InboxMessageView, 'id' | 'kind' | 'text' | 'at'> & { heardFrom?: string | null })[]>();
  protected readonly kinds = referralMessageKind;
}
