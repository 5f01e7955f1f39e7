import { Component, input, output } from '@angular/core';
import type { ReferralHandoverView, ReferralView } from '@panah/contracts/referral-views.contract';
import { closureHold } from '@panah/domain/vocabulary/closures';
import { DateDisplay } from '../platform/dates/date-display';
import { Icon } from '../platform/icon/icon';
import { CodeLabel } from '../platform/text/code-label';

/** How a case goes over: offered, accepted by somebody named, both sides have met, taken over. */
@Component({
  selector: 'app-handover-steps',
  imports: [CodeLabel, DateDisplay, Icon],
  template: `
    <section class="panel" aria-labelledby="handover">
      <h2 id="handover" i18n="@@referrals.handover">Handing the case over</h2>
      <ol>
        <li class="row">
          <app-icon [name]="referral().sentAt ? 'done' : 'clock'" class="muted" />
          <div>
            <p class="strong" i18n="@@referrals.stepOffered">A coordinator offers the case</p>
            @if (referral().sentBy; as by) {
              <p class="small muted">
                <bdi>{{ by.name }}</bdi>
              </p>
            }
          </div>
          @if (referral().sentAt; as at) {
            <p class="end small"><app-date [value]="at" shape="day" /></p>
          }
        </li>
        <li class="row">
          <app-icon [name]="handover().focalWorker ? 'done' : 'clock'" class="muted" />
          <div>
            <p class="strong" i18n="@@referrals.stepAccepted">The partner accepts, and names who sees to the person</p>
            @if (handover().focalWorker; as focal) {
              <p class="small muted">
                <bdi>{{ focal }}</bdi>
              </p>
            }
          </div>
          @if (handover().focalWorker && referral().decidedAt; as at) {
            <p class="end small"><app-date [value]="at" shape="day" /></p>
          }
        </li>
        <li class="row">
          <app-icon [name]="handover().metOn ? 'done' : 'clock'" class="muted" />
          <div>
            <p class="strong" i18n="@@referrals.stepMet">Both sides meet</p>
            @if (handover().present; as present) {
              <p class="small muted line" dir="auto">{{ present }}</p>
            }
            @if (referral().actions.includes('meet')) {
              <button type="button" class="btn slim" [class.primary]="!handover().metOn" (click)="meet.emit()">
                @if (handover().metOn) {
                  <span i18n="@@referrals.meetAgain">Correct the meeting</span>
                } @else {
                  <span i18n="@@referrals.meet">Record the meeting</span>
                }
              </button>
            }
          </div>
          @if (handover().metOn; as on) {
            <p class="end small"><app-date [value]="on" shape="day" /></p>
          }
        </li>
        <li class="row">
          <app-icon [name]="handover().takenOverAt ? 'done' : 'clock'" class="muted" />
          <div>
            <p class="strong" i18n="@@referrals.stepTaken">The partner takes the case over; it closes here, and the file is locked</p>
            @if (handover().holds.length) {
              <p class="small" role="note">
                <span i18n="@@referrals.stillRuns">End this first, nobody could see to it any more:</span>&ngsp;
                @for (hold of handover().holds; track hold) {
                  <span>{{ $first ? '' : '; ' }}{{ hold | codeLabel: holds }}</span>
                }
              </p>
            }
          </div>
          @if (handover().takenOverAt; as at) {
            <p class="end small"><app-date [value]="at" shape="day" /></p>
          }
        </li>
      </ol>
    </section>
  `,
  styles: '.line { white-space: pre-line; overflow-wrap: anywhere } .btn { margin-block-start: var(--s2) }',
})
export class HandoverSteps {
  readonly referral = input.required<ReferralView>();
  readonly handover = input.required<ReferralHandoverView>();
  readonly meet = output();
  protected readonly holds = closureHold;
}
