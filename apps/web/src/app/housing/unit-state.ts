import { Component, input } from '@angular/core';
import { unitStatus } from '@panah/domain/vocabulary/housing';
import { CodeLabel } from '../platform/text/code-label';
import { State } from '../platform/text/state';

/** How a unit stands today. */
@Component({
  selector: 'app-unit-state',
  imports: [CodeLabel, State],
  template: `<app-state
    [icon]="status() === 'AVAILABLE' ? 'done' : status() === 'COMPROMISED' ? 'alert' : 'home'"
    [tone]="status() === 'AVAILABLE' ? 'good' : status() === 'COMPROMISED' ? 'danger' : 'plain'"
    >{{ status() | codeLabel: list }}</app-state
  >`,
})
export class UnitState {
  readonly status = input.required<string>();
  protected readonly list = unitStatus;
}
