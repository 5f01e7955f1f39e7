import { Component, inject, signal } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { Router, RouterLink } from '@angular/router';
import { type ActivatedView, Activation, ActivationCode, type ActivationView } from '@panah/contracts/account.contract';
import { role } from '@panah/domain/vocabulary/staff';
import { Choices } from '../platform/form/choices';
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
import { latinDigits } from './latin-digits';
import { Qr } from './qr';
import { RecoveryCodes } from './recovery-codes';
import { StaffApi } from './staff.api';
import { FIELD_RULES } from './staff.texts';
import { tieChoices, tiesLabel } from './tie-choices';

/** From a one-time code to an account: password, authenticator, recovery codes, and the digits a second person types. */
@Component({
  selector: 'app-activate-page',
  imports: [
    Choices,
    Field,
    FieldControl,
    FormElement,
    Icon,
    LanguageSwitch,
    ProblemNotice,
    Qr,
    ReactiveFormsModule,
    RecoveryCodes,
    RouterLink,
  ],
  templateUrl: './activate-page.html',
  styles: `
    .card.broad {
      inline-size: min(30rem, 100%);
    }
    .digits {
      font-size: 2rem;
      line-height: 2.75rem;
      letter-spacing: 0.25em;
    }
    .broad > * {
      min-inline-size: 0;
    }
    .secret {
      letter-spacing: 0.05em;
      overflow-wrap: anywhere;
    }
  `,
})
export class ActivatePage {
  private readonly staff = inject(StaffApi);
  private readonly router = inject(Router);
  protected readonly session = inject(SessionStore);
  protected readonly tiesLabel = tiesLabel(this.session.termGroup()[readerLanguage()]);

  protected readonly found = signal<ActivationView | null>(null);
  protected readonly done = signal<ActivatedView | null>(null);
  protected readonly ties = tieChoices(true, inject(SessionStore).termGroup()[readerLanguage()]);
  protected readonly codeForm = new ContractForm(ActivationCode, { code: inject(CarriedCode).take() ?? '' }, { texts: FIELD_RULES });
  protected readonly form = new ContractForm<Activation>(
    Activation,
    { code: '', password: '', secondFactor: '', tie: undefined },
    { texts: FIELD_RULES },
  );

  constructor() {
    if (this.codeForm.control('code').value) void this.look();
  }

  protected roleLabel(code: string | null): string {
    return role.has(code) ? role.label(code, readerLanguage()) : '';
  }

  /** "JBSW Y3DP …": easier to type from a screen. */
  protected inGroups(secret: string): string {
    return secret.replace(/(.{4})(?=.)/g, '$1 ');
  }

  protected async look(): Promise<void> {
    const found = await this.codeForm.save(({ code }) => this.staff.look(code));
    if (!found) return;
    this.form.control('code').setValue(this.codeForm.control('code').value);
    this.found.set(found);
  }

  protected async activate(): Promise<void> {
    const digits = this.form.control('secondFactor');
    digits.setValue(latinDigits(digits.value));
    const done = await this.form.save((input) => this.staff.activate(input));
    if (done) this.done.set(done);
  }

  protected async goIn(): Promise<void> {
    await this.session.refresh();
    await this.router.navigateByUrl('/', { replaceUrl: true });
  }
}
