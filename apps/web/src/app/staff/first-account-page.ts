import { Component, inject, signal } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { Router, RouterLink } from '@angular/router';
import { FirstAccount } from '@panah/contracts/account.contract';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { FormElement } from '../platform/form/form-element';
import { Icon } from '../platform/icon/icon';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { readerLanguage } from '../platform/reader/language';
import { LanguageSwitch } from '../platform/reader/language-switch';
import { SessionStore } from '../platform/session/session-store';
import { CarriedCode } from './carried-code';
import { ownTimeZone, TIME_ZONES } from './office-days';
import { StaffApi } from './staff.api';
import { FIELD_RULES } from './staff.texts';
import { WeekDays } from './week-days';

/** An empty house: organisation, first office, first account. */
@Component({
  selector: 'app-first-account-page',
  imports: [Field, FieldControl, FormElement, Icon, LanguageSwitch, ProblemNotice, ReactiveFormsModule, RouterLink, WeekDays],
  templateUrl: './first-account-page.html',
  styles: `
    .card.broad {
      inline-size: min(30rem, 100%);
    }
  `,
})
export class FirstAccountPage {
  private readonly staff = inject(StaffApi);
  private readonly router = inject(Router);
  private readonly carried = inject(CarriedCode);
  protected readonly session = inject(SessionStore);
  protected readonly zones = TIME_ZONES;
  protected readonly begun = signal(false);
  protected readonly form = new ContractForm<FirstAccount>(
    FirstAccount,
    {
      code: '',
      organisation: '',
      name: '',
      timeZone: ownTimeZone(),
      weekendDays: [6, 7],
      holidays: [],
      displayName: '',
      login: '',
      language: readerLanguage(),
    },
    { texts: FIELD_RULES },
  );

  protected async make(): Promise<void> {
    const made = await this.form.save((input) => this.staff.makeFirst(input));
    this.begun.set(this.form.problem()?.code === 'first-account-begun');
    if (made) await this.goOn();
  }

  /** The same code now activates the account; it goes along in memory, never in the address. */
  protected async goOn(): Promise<void> {
    this.carried.code = this.form.control('code').value;
    await this.router.navigateByUrl('/activate');
  }
}
