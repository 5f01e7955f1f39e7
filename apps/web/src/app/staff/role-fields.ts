import { Component, computed, effect, input, model } from '@angular/core';
import type { OfficeView, RoleInput } from '@panah/contracts/staff.contract';
import { duty, type Duty, role } from '@panah/domain/vocabulary/staff';
import { readerLanguage } from '../platform/reader/language';

const OF_THE_ORGANISATION: readonly string[] = ['AUDITOR', 'ADMIN'];
const DUTY_OF_ROLE: Readonly<Record<string, Duty | undefined>> = { COUNSELLOR: 'LEAD', COORDINATOR: 'DUTY_LIST' };
let made = 0;

/** The duty that can go with a role, or null. */
export const dutyOf = (code: string): Duty | null => DUTY_OF_ROLE[code] ?? null;

/** A role, its office where it has one, and its duty where it can have one. */
@Component({
  selector: 'app-role-fields',
  template: `
    <div class="stack tight">
      <label [for]="id + 'r'" class="small muted" i18n="@@staff.role">Role</label>
      <span class="select">
        <select #chosen class="input" [id]="id + 'r'" (change)="choose(chosen.value)">
          <option value="" [selected]="!value().role" i18n="@@staff.pickRole">Take a role</option>
          @for (each of roles; track each.code) {
            <option [value]="each.code" [selected]="each.code === value().role">{{ each.label }}</option>
          }
        </select>
      </span>
      @if (needsOffice()) {
        <label [for]="id + 'o'" class="small muted" i18n="@@staff.office">Office</label>
        <span class="select">
          <select
            #office
            class="input"
            [id]="id + 'o'"
            (change)="value.set({ role: value().role, officeId: office.value, duties: value().duties })"
          >
            @for (each of offices(); track each.id) {
              <option [value]="each.id" [selected]="each.id === value().officeId">{{ each.name }}</option>
            }
          </select>
        </span>
      }
      @if (duty(); as possible) {
        <label class="choice">
          <input class="tick" type="checkbox" [checked]="value().duties.includes(possible)" (change)="toggle(possible)" />
          <span>{{ dutyLabel(possible) }}</span>
        </label>
      }
    </div>
  `,
})
export class RoleFields {
  readonly offices = input.required<readonly OfficeView[]>();
  readonly value = model.required<RoleInput>();

  protected readonly id = `role-${++made}`;
  protected readonly roles = role.codes
    .filter((code) => code !== 'PARTNER')
    .map((code) => ({ code, label: role.label(code, readerLanguage()) }));
  protected readonly needsOffice = computed(() => this.value().role !== '' && !OF_THE_ORGANISATION.includes(this.value().role));
  protected readonly duty = computed(() => dutyOf(this.value().role));

  constructor() {
    // whoever is quick takes a role before the offices are there: what the field shows is what it says
    effect(() => {
      const [value, first] = [this.value(), this.offices()[0]?.id];
      if (this.needsOffice() && !value.officeId && first) this.value.set({ ...value, officeId: first });
    });
  }

  protected choose(code: string): void {
    const inOffice = !OF_THE_ORGANISATION.includes(code);
    this.value.set({ role: code, ...(inOffice ? { officeId: this.value().officeId ?? this.offices()[0]?.id } : {}), duties: [] });
  }

  protected toggle(code: Duty): void {
    const { duties, ...rest } = this.value();
    this.value.set({ ...rest, duties: duties.includes(code) ? [] : [code] });
  }

  protected dutyLabel(code: Duty): string {
    return duty.label(code, readerLanguage());
  }
}
