import { Component, inject, input, output, signal } from '@angular/core';
import type { RecipientInput, RecipientView } from '@panah/contracts/consent-scope.contract';
import { recipientKind } from '@panah/domain/vocabulary/consents';
import { choicesOf } from '../platform/form/choices';
import { Field } from '../platform/form/field';

/** Whom something may be told: a partner, somebody named before, or a new name. */
@Component({
  selector: 'app-recipient',
  template: `
    <span class="select">
      <select #list class="input" [attr.aria-labelledby]="field.labelId" (change)="choose(list.value)">
        <option value="" i18n="@@platform.choose">Choose</option>
        @for (each of known(); track each.id) {
          <option [value]="each.id">{{ each.name }}</option>
        }
        @for (kind of kinds; track kind.code) {
          <option [value]="kind.code">{{ kind.label }}</option>
        }
      </select>
    </span>
    @if (writes(); as kind) {
      <input
        #name
        class="input named"
        dir="auto"
        autocomplete="off"
        maxlength="200"
        aria-label="Name"
        i18n-aria-label="@@consents.recipientName"
        (input)="chosen.emit(name.value.trim() ? { kind, name: name.value } : null)"
      />
    }
  `,
  styles: '.named { margin-block-start: var(--s2) }',
})
export class RecipientField {
  readonly known = input.required<readonly RecipientView[]>();
  readonly chosen = output<RecipientInput | null>();

  protected readonly field = inject(Field);
  protected readonly kinds = choicesOf(recipientKind).filter(({ code }) => code !== 'PARTNER');
  protected readonly writes = signal<string | null>(null);

  protected choose(value: string): void {
    const known = this.known().find(({ id }) => id === value);
    this.writes.set(this.kinds.some(({ code }) => code === value) ? value : null);
    if (known)
      this.chosen.emit(known.kind === 'PARTNER' ? { kind: 'PARTNER', partnerId: known.id } : { kind: known.kind, name: known.name });
    else this.chosen.emit(null);
  }
}
