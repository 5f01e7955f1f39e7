import { httpResource } from '@angular/common/http';
import { Component, inject, input, signal } from '@angular/core';
import type { AppointmentListView, AppointmentView, AppointmentPlaceView } from '@panah/contracts/appointments.contract';
import { appointmentKind, appointmentState } from '@panah/domain/vocabulary/appointments';
import { contactRevealReason } from '@panah/domain/vocabulary/reasons';
import { DateDisplay } from '../platform/dates/date-display';
import { ClockText, ZoneText } from '../platform/dates/date-text';
import { Dialogs } from '../platform/dialog/dialogs';
import { choicesOf } from '../platform/form/choices';
import { Questions } from '../platform/form/questions';
import { Api } from '../platform/http/api';
import { Icon } from '../platform/icon/icon';
import { Keys } from '../platform/keys/keys';
import { problemOf } from '../platform/problem/problem';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { ProblemTexts } from '../platform/problem/problem-texts';
import { Snack } from '../platform/shell/snack';
import { CodeLabel } from '../platform/text/code-label';
import { NumberText } from '../platform/text/number-text';
import { State } from '../platform/text/state';
import { appointmentQuestion } from './appointment-question';
import { APPOINTMENT_PROBLEMS } from './appointment-words';

const SHOWN_FOR = 120_000;

/** Appointments of a case; where they are is shown on demand, for two minutes. */
@Component({
  selector: 'app-case-appointments',
  imports: [ClockText, CodeLabel, DateDisplay, Icon, NumberText, ProblemNotice, State, ZoneText],
  templateUrl: './appointments.part.html',
})
export class CaseAppointments {
  readonly caseId = input.required<string>();

  private readonly api = inject(Api);
  private readonly dialogs = inject(Dialogs);
  private readonly questions = inject(Questions);
  private readonly snack = inject(Snack);
  private readonly texts = inject(ProblemTexts);
  protected readonly kinds = appointmentKind;
  protected readonly states = appointmentState;
  protected readonly appointments = httpResource<AppointmentListView>(() => `/api/cases/${this.caseId()}/appointments`);
  protected readonly place = signal<{ id: string; text: string | null } | null>(null);

  constructor() {
    this.texts.add(APPOINTMENT_PROBLEMS);
    inject(Keys).add('A', $localize`:@@appointments.newTitle:New appointment`, () => void this.add());
  }

  reload(): void {
    this.appointments.reload();
  }

  protected async add(): Promise<void> {
    if (this.appointments.hasValue() && this.appointments.value().actions.includes('add')) await this.open();
  }

  protected async open(appointment?: AppointmentView): Promise<void> {
    if (!this.appointments.hasValue()) return;
    const question = appointmentQuestion(this.api, this.caseId(), this.appointments.value(), appointment);
    if (await this.questions.ask(question)) this.reload();
  }

  protected async result({ id }: AppointmentView, state: string): Promise<void> {
    await this.attempt(async () => {
      await this.api.post(`/api/appointments/${id}/result`, { state });
      this.reload();
    });
  }

  protected async show({ id }: AppointmentView): Promise<void> {
    const reason = await this.dialogs.reason({
      title: $localize`:@@appointments.showTitle:Show where it is`,
      reasons: choicesOf(contactRevealReason),
      act: $localize`:@@appointments.show2:Show for 2 minutes`,
      icon: 'eye',
      words: 'none',
    });
    if (!reason) return;
    await this.attempt(async () => {
      const { place } = await this.api.search<AppointmentPlaceView>(`/api/appointments/${id}/place`, { reason: reason.code });
      this.place.set({ id, text: place });
      setTimeout(() => this.place.update((shown) => (shown?.id === id ? null : shown)), SHOWN_FOR);
    });
  }

  private async attempt(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (thrown) {
      this.snack.say(this.texts.say(problemOf(thrown)));
    }
  }
}
