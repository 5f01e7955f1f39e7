import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { AppointmentInput, type AppointmentView } from '@panah/contracts/appointments.contract';
import type { TaskPersonView } from '@panah/contracts/tasks.contract';
import { appointmentKind } from '@panah/domain/vocabulary/appointments';
import { DateInput } from '../platform/dates/date-input';
import { choicesOf } from '../platform/form/choices';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { FormElement } from '../platform/form/form-element';
import { Api } from '../platform/http/api';
import { saysCode, StaleEdits } from '../platform/form/stale-edits';
import { TogetherNote } from '../platform/form/together-note';
import { DateWords } from '../platform/dates/date-words';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { APPOINTMENT_TEXTS } from './appointment-words';

export interface AppointmentDialogData {
  caseId: string;
  owners: readonly TaskPersonView[];
  officeTimeZone: string;
  /** Absent for a new one. */
  appointment?: AppointmentView;
}

const ZONES = Intl.supportedValuesOf('timeZone');

const LABELS = {
  kind: $localize`:@@appointments.kind:What for`,
  title: $localize`:@@tasks.title:In a few words`,
  on: $localize`:@@appointments.on:Day`,
  at: $localize`:@@appointments.at:Time`,
  timeZone: $localize`:@@appointments.timeZone:Time zone`,
  minutes: $localize`:@@appointments.minutes:Minutes`,
  persons: $localize`:@@appointments.persons:Who else is there`,
  ownerId: $localize`:@@appointments.owner:Who goes`,
};

/** Agrees an appointment, at the time a clock there shows. */
@Component({
  selector: 'app-appointment-dialog',
  imports: [DateInput, Field, FieldControl, FormElement, ProblemNotice, ReactiveFormsModule, TogetherNote],
  templateUrl: './appointment-dialog.html',
})
export class AppointmentDialog {
  private readonly api = inject(Api);
  private readonly stale = inject(StaleEdits);
  private readonly days = inject(DateWords);
  protected readonly data = inject<AppointmentDialogData>(DIALOG_DATA);
  private version = this.data.appointment?.version ?? 0;
  protected readonly dialog = inject<DialogRef<AppointmentView>>(DialogRef);

  protected readonly kinds = choicesOf(appointmentKind);
  protected readonly zones = ZONES;
  protected readonly form = new ContractForm<AppointmentInput>(AppointmentInput, startOf(this.data), { texts: APPOINTMENT_TEXTS });

  protected async save(): Promise<void> {
    const { caseId, appointment } = this.data;
    const saved = await this.form.save((input, intent) =>
      appointment
        ? this.api.replace<AppointmentView>(`/api/appointments/${appointment.id}`, tidied(input), this.version)
        : this.api.post<AppointmentView>(`/api/cases/${caseId}/appointments`, tidied(input), intent),
    );
    if (saved) this.dialog.close(saved);
    else if (appointment) await this.settle(appointment.id);
  }

  /** Somebody else saved first: what both changed is asked, the rest is put together. */
  private async settle(id: string): Promise<void> {
    const says = {
      kind: saysCode(appointmentKind),
      on: (day: string) => this.days.say(day, 'day'),
      ownerId: (owner?: string) => this.data.owners.find((each) => each.id === owner)?.name ?? '',
    };
    const shape = (appointment: AppointmentView) => startOf({ ...this.data, appointment });
    const read = () => this.api.read<AppointmentView>(`/api/appointments/${id}`);
    const now = await this.stale.meet(this.form, { read, shape, labels: LABELS, says });
    if (now) this.version = now.version;
  }
}

/** What was left empty is not sent. */
const tidied = (input: AppointmentInput): AppointmentInput =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null && value !== '')) as unknown as AppointmentInput;

function startOf({ appointment, officeTimeZone }: AppointmentDialogData): AppointmentInput {
  const { kind = 'MEETING', title, on = null, at = '', minutes = 45, timeZone = officeTimeZone, persons, owner } = appointment ?? {};
  const day = { on } as unknown as Pick<AppointmentInput, 'on'>;
  return { kind, title: title ?? '', ...day, at, minutes, timeZone, place: '', persons: persons ?? '', ownerId: owner?.id ?? '' };
}
