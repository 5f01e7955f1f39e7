import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CapacityView } from '@panah/contracts/board.contract';
import { LoadBar } from '../cases/load-bar.part';
import { DateText } from '../platform/dates/date-text';
import { NumberText } from '../platform/text/number-text';
import { State } from '../platform/text/state';

/** What each worker carries against the limits, and who is away. */
@Component({
  selector: 'app-capacity-panel',
  imports: [DateText, LoadBar, NumberText, RouterLink, State],
  templateUrl: './capacity-panel.html',
})
export class CapacityPanel {
  readonly capacity = input.required<CapacityView>();
}
