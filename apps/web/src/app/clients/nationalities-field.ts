import { Component } from '@angular/core';
import type { NationalityInput } from '@panah/contracts/clients.contract';
import { nationalityStatus } from '@panah/domain/vocabulary/clients';
import { choicesOf } from '../platform/form/choices';
import { Icon } from '../platform/icon/icon';
import { countryChoices } from '../platform/form/place-choices';
import { ListField } from './list-field';

/** Nationalities, each with how far it is recognised. */
@Component({
  selector: 'app-nationalities-field',
  imports: [Icon],
  template: `
    @for (line of lines(); track $index) {
      <div class="line">
        <span class="select">
          <select #country class="input" [attr.aria-label]="countryWord" (change)="change($index, { country: country.value })">
            @for (choice of countries; track choice.code) {
              <option [value]="choice.code" [selected]="choice.code === line.country">{{ choice.label }}</option>
            }
          </select>
        </span>
        <span class="select">
          <select #status class="input" [attr.aria-label]="statusWord" (change)="change($index, { status: status.value })">
            @for (choice of statuses; track choice.code) {
              <option [value]="choice.code" [selected]="choice.code === line.status">{{ choice.label }}</option>
            }
          </select>
        </span>
        <button type="button" class="btn slim icon" [attr.aria-label]="removeWord" (click)="remove($index)"><app-icon name="x" /></button>
      </div>
    }
    <div class="line">
      <button type="button" class="btn slim" (click)="take([...lines(), { country: 'IR', status: 'NATIONAL' }])">
        <app-icon name="plus" /><span i18n="@@clients.addNationality">Add a nationality</span>
      </button>
    </div>
  `,
  styles: '.line { display: flex; flex-wrap: wrap; gap: var(--s2); align-items: center }',
})
export class NationalitiesField extends ListField<NationalityInput> {
  protected readonly countries = countryChoices();
  protected readonly statuses = choicesOf(nationalityStatus);
  protected readonly countryWord = $localize`:@@clients.country:Country`;
  protected readonly statusWord = $localize`:@@clients.nationalityStatus:How far it is recognised`;
  protected readonly removeWord = $localize`:@@clients.removeLine:Remove this line`;
}
