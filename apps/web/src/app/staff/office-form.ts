import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { Router, RouterLink } from '@angular/router';
import { OfficeInput, type OfficeView } from '@panah/contracts/staff.contract';
import { DateWords } from '../platform/dates/date-words';
import { ActionsBar } from '../platform/form/actions-bar';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { FormElement } from '../platform/form/form-element';
import { StaleEdits } from '../platform/form/stale-edits';
import type { HasUnsaved } from '../platform/form/unsaved-guard';
import type { Intent } from '../platform/http/api';
import { ProblemNotice } from '../platform/problem/problem-notice';
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
  private readonly stale = inject(StaleEdits);
  private readonly router = inject(Router);
  private readonly dates = inject(DateWords);

  protected readonly labels = LABELS;
  protected readonly zones = TIME_ZONES;
  protected readonly form = new ContractForm<OfficeInput>(
    OfficeInput,
    { name: '', timeZone: ownTimeZone(), weekendDays: [6, 7], holidays: [] },
    { texts: FIELD_RULES },
  );
  protected readonly saved = httpResource<OfficeView>(() => {
    const id = this.officeId();
    return id && officePath(id);
  });
  protected readonly ready = computed(() => !this.officeId() || this.saved.hasValue());
  protected readonly note = signal<string | undefined>(undefined);
  private version = 0;

  constructor() {
    effect(() => {
      if (this.saved.hasValue()) this.begin(this.saved.value());
    });
  }

  unsaved(): boolean {
    return this.form.dirty();
  }

  protected async save(): Promise<void> {
    const office = await this.form.save((value, intent) => this.send(value, intent));
    if (office) await this.router.navigate(['/staff/offices']);
    else if (this.form.problem()?.status === 412) await this.settle();
  }

  private begin(view: OfficeView): void {
    this.version = view.version;
    untracked(() => this.form.reset(formValueOf(view)));
  }

  private send(value: OfficeInput, intent: Intent): Promise<OfficeView> {
    const id = this.officeId();
    return id ? this.staff.editOffice(id, value, this.version) : this.staff.createOffice(value, intent);
  }

  /** Somebody else saved first: their version is read, and what both changed is asked. */
  private async settle(): Promise<void> {
    const theirs = await this.staff.office(this.officeId() ?? '');
    const words = {
      weekendDays: weekdaysText,
      holidays: (days: readonly string[]) => days.map((day) => this.dates.say(day, 'long')).join(', '),
    };
    if (!(await this.stale.settle(this.form, formValueOf(theirs), LABELS, words))) return;
    this.version = theirs.version;
    this.note.set($localize`:@@staff.together:Both versions are put together here. Look, then save again.`);
  }
}

const formValueOf = ({ name, timeZone, weekendDays, holidays }: OfficeView): OfficeInput => ({ name, timeZone, weekendDays, holidays });
