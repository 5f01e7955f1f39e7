import { Component, input } from '@angular/core';
import type { PartnerInput, PartnerPlaces as Places } from '@panah/contracts/partners.contract';
import { serviceRequested } from '@panah/domain/vocabulary/partners';
import type { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { heldValue } from '../platform/form/form-link';
import { CodeLabel } from '../platform/text/code-label';

/** How many people the partner takes at once, for each of its services; left empty where there is no limit that we know of. */
@Component({
  selector: 'app-partner-places',
  imports: [CodeLabel, Field, FieldControl],
  template: `
    @for (service of services(); track service) {
      <app-field [form]="form()" [name]="'places.' + service" [label]="service | codeLabel: labels" [optional]="true">
        <input
          #people
          appInput
          type="number"
          inputmode="numeric"
          min="0"
          max="10000"
          step="1"
          [value]="of(service)"
          [disabled]="places.disabled()"
          (input)="write(service, people.value)"
        />
      </app-field>
    }
  `,
  host: { class: 'form' },
})
export class PartnerPlaces {
  readonly form = input.required<ContractForm<PartnerInput>>();
  readonly services = input.required<readonly string[]>();

  protected readonly labels = serviceRequested;
  protected readonly places = heldValue<readonly Places[]>([]);

  protected of(service: string): number | '' {
    return this.places.value().find((each) => each.service === service)?.people ?? '';
  }

  protected write(service: string, typed: string): void {
    const others = this.places.value().filter((each) => each.service !== service);
    this.places.say(typed === '' ? others : [...others, { service, people: Number(typed) }]);
  }
}
