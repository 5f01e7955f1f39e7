import { afterNextRender, Component, ElementRef, inject, Injector, input } from '@angular/core';
import type { PartnerContact, PartnerInput } from '@panah/contracts/partners.contract';
import type { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { heldValue } from '../platform/form/form-link';
import { Icon } from '../platform/icon/icon';
import { NumberText } from '../platform/text/number-text';

const MOST = 10;
type Part = keyof PartnerContact;

/** Whom to speak to: people under one another, as many as there are. The value is the list of the contract. */
@Component({
  selector: 'app-partner-contacts',
  imports: [Field, FieldControl, Icon, NumberText],
  templateUrl: './partner-contacts.html',
  styles: `
    fieldset {
      padding-inline-start: var(--s4);
      border-inline-start: 2px solid var(--line);
    }
    legend {
      float: inline-start;
    }
    .form {
      gap: var(--s3);
    }
  `,
  host: { class: 'stack' },
})
export class PartnerContacts {
  readonly form = input.required<ContractForm<PartnerInput>>();

  protected readonly contacts = heldValue<readonly PartnerContact[]>([]);
  protected readonly most = MOST;
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);

  protected add(): void {
    this.contacts.say([...this.contacts.value(), { name: '', task: '', reachedBy: '' }]);
    afterNextRender(() => this.lastName()?.focus(), { injector: this.injector });
  }

  protected remove(index: number): void {
    this.contacts.say(this.contacts.value().filter((_contact, at) => at !== index));
  }

  protected write(index: number, part: Part, text: string): void {
    this.contacts.say(this.contacts.value().map((contact, at) => (at === index ? { ...contact, [part]: text } : contact)));
  }

  private lastName(): HTMLElement | null {
    return this.element.nativeElement.querySelector('fieldset:last-of-type input');
  }
}
