import { Component, computed, inject, input } from '@angular/core';
import { familyLinkState } from '@panah/domain/vocabulary/family';
import { List } from '../platform/list/list';
import { CodeLabel } from '../platform/text/code-label';
import { NumberText } from '../platform/text/number-text';

/** The states of links with how many stand in each, in the order of the process; a press narrows the list it stands in to one. */
@Component({
  selector: 'app-state-chips',
  imports: [CodeLabel, NumberText],
  template: `
    @for (state of shown(); track state) {
      <button type="button" class="chip" [class.on]="state === chosen()" [attr.aria-pressed]="state === chosen()" (click)="choose(state)">
        {{ state | codeLabel: states }} <span class="num muted">{{ counts()[state] ?? 0 | numberText }}</span>
      </button>
    }
  `,
  styles: ':host { display: contents }',
})
export class StateChips {
  /** By state, all of them. */
  readonly counts = input.required<Readonly<Record<string, number>>>();

  private readonly list = inject(List);
  protected readonly states = familyLinkState;
  protected readonly chosen = computed(() => this.list.source().facets()['state'] ?? null);
  protected readonly shown = computed(() => familyLinkState.codes.filter((state) => this.counts()[state] || state === this.chosen()));

  /** The same again shows all. */
  protected choose(state: string): void {
    this.list.source().setFacet('state', state === this.chosen() ? null : state);
    this.list.writeAddress();
  }
}
