import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { RecipientInput, RecipientView } from '@panah/contracts/consent-scope.contract';
import { isSameName } from '@panah/domain/consents/recipient-name';
import { Field } from '../platform/form/field';
import { Icon } from '../platform/icon/icon';
import { outsiderKinds } from './outsiders.part';

/** Whom something may be told: a partner, somebody named before, or a new name. */
@Component({
  selector: 'app-recipient',
  imports: [Icon],
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
        (input)="write(kind, name.value)"
      />
      @if (partnerNamed()) {
        <p class="error" role="status">
          <app-icon name="alert" /><span i18n="@@consents.partnerOfThisName"
            >There is a partner of this name: choose it, or the consent will not cover it.</span
          >
        </p>
      }
    }
  `,
  styles: '.named { margin-block-start: var(--s2) }',
})
export class RecipientField {
  readonly known = input.required<readonly RecipientView[]>();
  readonly chosen = output<RecipientInput | null>();

  protected readonly field = inject(Field);
  protected readonly kinds = outsiderKinds();
  protected readonly writes = signal<string | null>(null);
  private readonly written = signal('');
  /** What is told to a partner rests on a consent that names the partner itself, not on one that names somebody of that name. */
  protected readonly partnerNamed = computed(() =>
    this.known().some(({ kind, name }) => kind === 'PARTNER' && isSameName(name, this.written())),
  );

  protected choose(value: string): void {
    const known = this.known().find(({ id }) => id === value);
    this.written.set('');
    this.writes.set(this.kinds.some(({ code }) => code === value) ? value : null);
    if (known)
      this.chosen.emit(known.kind === 'PARTNER' ? { kind: 'PARTNER', partnerId: known.id } : { kind: known.kind, name: known.name });
    else this.chosen.emit(null);
  }

  protected write(kind: string, name: string): void {
    this.written.set(name);
    this.chosen.emit(name.trim() ? { kind, name } : null);
  }
}
