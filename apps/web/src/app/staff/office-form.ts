import { Component, inject, input } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { Router, RouterLink } from '@angular/router';
import { OfficeInput, type OfficeView } from '@panah/contracts/staff.contract';
import { DateWords } from '../platform/dates/date-words';
import { ActionsBar } from '../platform/form/actions-bar';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { FormElement } from '../platform/form/form-element';
import { recordForm } from '../platform/form/record-form';
import type { HasUnsaved } from '../platform/form/unsaved-guard';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { listed } from '../platform/text/listed';
import { Holidays } from './holidays';
import { ownTimeZone, TIME_ZONES, weekdaysText } from './office-days';
import { officePath, StaffApi } from './staff.api';
import { FIELD_RULES } from './staff.texts';
import { WeekDays } from './week-days';

const LABELS: Readonly<Record<keyof OfficeInput, string>> = {
  name: $localize`:@@staff.officeName:Name of the office`,
  timeZone: $localize`:@@staff.timeZone:Time zone`,
  weekendDays: $localize`:@@staff.weekend:Closed every week on`,
  holidays: $localize`:@@staff.holidays:Holidays`,
};

/** A new office, or the calendar of one. */
@Component({
  selector: 'app-office-form',
  imports: [ActionsBar, Field, FieldControl, FormElement, Holidays, ProblemNotice, ReactiveFormsModule, RouterLink, WeekDays],
  templateUrl: './office-form.html',
})
export class OfficeForm implements HasUnsaved {
  /** Absent for a new office. */
  readonly officeId = input<string>();

  private readonly staff = inject(StaffApi);
  private readonly router = inject(Router);
  private readonly dates = inject(DateWords);

  protected readonly labels = LABELS;
  protected readonly zones = TIME_ZONES;
  protected readonly form = new ContractForm<OfficeInput>(
    OfficeInput,
    { name: '', timeZone: ownTimeZone(), weekendDays: [6, 7], holidays: [] },
    { texts: FIELD_RULES },
  );
  protected readonly record = recordForm<OfficeInput, OfficeView>({
    form: this.form,
    path: () => this.officeId() && officePath(this.officeId() ?? ''),
    shape: formValueOf,
    labels: LABELS,
    says: {
      weekendDays: weekdaysText,
      holidays: (days: readonly string[]) => listed(days.map((day) => this.dates.say(day, 'long'))),
    },
    send: (value, intent, version) => {
      const id = this.officeId();
      return id ? this.staff.editOffice(id, value, version) : this.staff.createOffice(value, intent);
    },
  });

  unsaved(): boolean {
    return this.form.dirty();
  }

  protected async save(): Promise<void> {
    if (await this.record.save()) await this.router.navigate(['/staff/offices']);
  }
}

const formValueOf = ({ name, timeZone, weekendDays, holidays }: OfficeView): OfficeInput => ({ name, timeZone, weekendDays, holidays });
