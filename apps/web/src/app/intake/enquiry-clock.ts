import { Component, computed, inject, input } from '@angular/core';
import type { EnquiryLineView } from '@panah/contracts/intake.contract';
import { DateWords } from '../platform/dates/date-words';
import type { IconName } from '../platform/icon/icons';
import { State, type StateTone } from '../platform/text/state';

/** What a line of the inbox calls for, most urgent first: danger, then the clock that runs, then where it stands. */
@Component({
  selector: 'app-enquiry-clock',
  imports: [State],
  template: `<app-state [icon]="look().icon" [tone]="look().tone" [act]="look().tone === 'danger'">{{ look().text }}</app-state>`,
})
export class EnquiryClock {
  readonly line = input.required<Pick<EnquiryLineView, 'state' | 'immediateDanger' | 'clock' | 'due' | 'late' | 'proposedAt'>>();
  private readonly words = inject(DateWords);

  protected readonly look = computed((): { icon: IconName; tone: StateTone; text: string } => {
    const { state, clock, due, late, proposedAt } = this.line();
    if (state === 'ADMITTED') return { icon: 'done', tone: 'good', text: $localize`:@@intake.stateAdmitted:Admitted` };
    if (state === 'DECLINED') return { icon: 'never', tone: 'plain', text: $localize`:@@intake.stateDeclined:Not opened` };
    if (proposedAt) return { icon: 'going', tone: 'waiting', text: $localize`:@@intake.stateProposed:Admission proposed` };
    if (!clock || !due) return { icon: 'going', tone: 'plain', text: $localize`:@@intake.stateAnswered:Answered` };
    const when = this.words.sayDistance(due);
    const text =
      clock === 'INTAKE'
        ? $localize`:@@intake.clockIntake:Intake due ${when}:when:`
        : $localize`:@@intake.clockFirst:First answer due ${when}:when:`;
    return late ? { icon: 'alert', tone: 'danger', text } : { icon: 'clock', tone: 'due', text };
  });
}
