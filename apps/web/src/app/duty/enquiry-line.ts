import { Component, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { EnquiryDangerView } from '@panah/contracts/duty.contract';
import { DateText } from '../platform/dates/date-text';
import { Icon } from '../platform/icon/icon';
import { problemOf } from '../platform/problem/problem';
import { ProblemTexts } from '../platform/problem/problem-texts';
import { Snack } from '../platform/shell/snack';
import { DutyApi } from './duty.api';
import { DUTY_PROBLEMS } from './duty.texts';

/** Somebody who asks for help and is in danger now: when, who took it down; and "I have it". */
@Component({
  selector: 'app-enquiry-line',
  imports: [DateText, Icon, RouterLink],
  template: `
    @let it = enquiry();
    <app-icon name="alert" [size]="20" class="danger" />
    <div>
      <p class="who">
        <a [routerLink]="['/enquiries', it.id]" class="strong" i18n="@@duty.enquiry">An enquiry: in danger now</a>
        @if (it.caseRef) {
          <bdi class="ref muted">{{ it.caseRef }}</bdi>
        }
      </p>
      <p class="small">
        <span i18n="@@duty.takenDownBy">Taken down by</span>&ngsp;<bdi>{{ it.receivedBy.name }}</bdi
        >&ngsp;·&ngsp;{{ it.receivedAt | dateText: 'dayTime' }}
      </p>
    </div>
    <div class="end btns">
      @if (it.actions.includes('take')) {
        <button type="button" class="btn danger" (click)="take()" i18n="@@duty.take">I have it</button>
      }
    </div>
  `,
  host: { class: 'row' },
})
export class EnquiryLine {
  readonly enquiry = input.required<EnquiryDangerView>();
  readonly changed = output();

  private readonly duty = inject(DutyApi);
  private readonly snack = inject(Snack);
  private readonly texts = inject(ProblemTexts);

  constructor() {
    this.texts.add(DUTY_PROBLEMS);
  }

  protected async take(): Promise<void> {
    try {
      await this.duty.takeEnquiry(this.enquiry().id);
      this.snack.say($localize`:@@duty.saidTaken:You have it. Whoever called sees your name.`);
    } catch (thrown) {
      this.snack.say(this.texts.say(problemOf(thrown)));
    }
    this.changed.emit();
  }
}
