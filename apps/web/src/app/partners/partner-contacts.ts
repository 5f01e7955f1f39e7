import { afterNextRender, Component, ElementRef, inject, Injector, input, signal } from '@angular/core';
import { type ControlValueAccessor, NgControl } from '@angular/forms';
import type { PartnerContact, PartnerInput } from '@panah/contracts/partners.contract';
import type { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
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
export class PartnerContacts implements ControlValueAccessor {
  readonly form = input.required<ContractForm<PartnerInput>>();

  protected readonly contacts = signal<readonly PartnerContact[]>([]);
  protected readonly disabled = signal(false);
  protected readonly most = MOST;
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  private tell: (contacts: readonly PartnerContact[]) => void = () => undefined;

  constructor() {
    const control = inject(NgControl, { self: true, optional: true });
    if (control) control.valueAccessor = this;
  }

  writeValue(contacts: readonly PartnerContact[] | null): void {
    this.contacts.set(contacts ?? []);
  }

  registerOnChange(tell: (contacts: readonly PartnerContact[]) => void): void {
    this.tell = tell;
  }

  registerOnTouched(): void {
    // Each field inside says itself when it was left.
  }

  setDisabledState(disabled: boolean): void {
    this.disabled.set(disabled);
  }

  protected add(): void {
    this.take([...this.contacts(), { name: '', task: '', reachedBy: '' }]);
    afterNextRender(() => this.lastName()?.focus(), { injector: this.injector });
  }

  protected remove(index: number): void {
    this.take(this.contacts().filter((_contact, at) => at !== index));
  }

  protected write(index: number, part: Part, text: string): void {
    this.take(this.contacts().map((contact, at) => (at === index ? { ...contact, [part]: text } : contact)));
  }

  private take(contacts: readonly PartnerContact[]): void {
    this.contacts.set(contacts);
    this.tell(contacts);
  }

  private lastName(): HTMLElement | null {
    return this.element.nativeElement.querySelector('fieldset:last-of-type input');
  }
}
