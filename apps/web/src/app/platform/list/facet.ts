import { Component, computed, inject, input } from '@angular/core';
import type { Choice } from '../form/choices';
import { List } from './list';

/** `<app-facet listFacets name="state" label="State" [choices]="states" />`: narrows the list it stands in to one code; the choice stands in the address. */
@Component({
  selector: 'app-facet',
  template: `
    <span class="select facet">
      <select #box class="chip" [class.on]="chosen()" [attr.aria-label]="label()" (change)="choose(box.value)">
        <option value="" [selected]="!chosen()">{{ label() }}</option>
        @for (choice of choices(); track choice.code) {
          <option [value]="choice.code" [selected]="choice.code === chosen()">{{ choice.label }}</option>
        }
      </select>
    </span>
  `,
  styles: `
    .chip {
      appearance: none;
      field-sizing: content;
      max-inline-size: 14rem;
      padding-inline-end: 1.5rem;
      text-overflow: ellipsis;
    }
    .facet::after {
      inset-inline-end: var(--s2);
      inline-size: 0.625rem;
    }
  `,
})
export class Facet {
  /** The server's word for it. */
  readonly name = input.required<string>();
  readonly label = input.required<string>();
  readonly choices = input.required<readonly Choice[]>();

  private readonly list = inject(List);
  protected readonly chosen = computed(() => this.list.source().facets()[this.name()] ?? null);

  protected choose(code: string): void {
    this.list.source().setFacet(this.name(), code || null);
    this.list.writeAddress();
  }
}
