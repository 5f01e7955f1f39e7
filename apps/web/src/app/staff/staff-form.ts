import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { Router, RouterLink } from '@angular/router';
import { type OfficeListView, type RoleInput, StaffInvitation } from '@panah/contracts/staff.contract';
import { Dialogs } from '../platform/dialog/dialogs';
import { ActionsBar } from '../platform/form/actions-bar';
import { Choices } from '../platform/form/choices';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { FormElement } from '../platform/form/form-element';
import type { HasUnsaved } from '../platform/form/unsaved-guard';
import { Icon } from '../platform/icon/icon';
import { languageChoices } from '../platform/reader/language';
import { readerLanguage } from '../platform/reader/language';
import { type HandedCode, OneTimeCodeDialog } from './one-time-code-dialog';
import { RoleFields } from './role-fields';
import { StaffApi } from './staff.api';
import { FIELD_RULES } from './staff.texts';

const noRole = (): RoleInput => ({ role: '', duties: [] });

/** Invites somebody: a name, what they sign in with, and what they will do. */
@Component({
  selector: 'app-staff-form',
  imports: [ActionsBar, Choices, Field, FieldControl, FormElement, Icon, ReactiveFormsModule, RoleFields, RouterLink],
  templateUrl: './staff-form.html',
})
export class StaffForm implements HasUnsaved {
  private readonly staff = inject(StaffApi);
  private readonly router = inject(Router);
  private readonly dialogs = inject(Dialogs);

  protected readonly languages = languageChoices;
  private readonly known = httpResource<OfficeListView>(() => '/api/offices');
  protected readonly offices = computed(() => (this.known.hasValue() ? this.known.value().items : []));
  protected readonly roles = signal<readonly RoleInput[]>([noRole()]);
  protected readonly form = new ContractForm<StaffInvitation>(
    StaffInvitation,
    { displayName: '', login: '', language: readerLanguage(), roles: [noRole()] },
    { texts: FIELD_RULES },
  );

  unsaved(): boolean {
    return this.form.dirty();
  }

  protected setRole(index: number, value: RoleInput): void {
    this.keep(this.roles().map((each, at) => (at === index ? value : each)));
  }

  protected addRole(): void {
    this.keep([...this.roles(), noRole()]);
  }

  protected dropRole(index: number): void {
    this.keep(this.roles().filter((_, at) => at !== index));
  }

  protected async save(): Promise<void> {
    const invited = await this.form.save((value, intent) => this.staff.invite(value, intent));
    if (!invited) return;
    if (invited.activationCode) await this.dialogs.open<void, HandedCode>(OneTimeCodeDialog, { code: invited.activationCode });
    await this.router.navigate(['/staff', invited.id]);
  }

  private keep(roles: readonly RoleInput[]): void {
    this.roles.set(roles);
    this.form.control('roles').setValue([...roles]);
  }
}
