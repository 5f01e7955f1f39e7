import { Component, computed, input } from '@angular/core';
import { incidentState } from '@panah/domain/vocabulary/incidents';
import { CodeLabel } from '../platform/text/code-label';
import { State, type StateTone } from '../platform/text/state';

const TONES: Readonly<Record<string, StateTone>> = {
  REPORTED: 'danger',
  ASSESSED: 'due',
  ACTION: 'due',
  MONITORING: 'waiting',
  CLOSED: 'plain',
};

/** Where an incident stands. */
@Component({
  selector: 'app-incident-state',
  imports: [CodeLabel, State],
  template: `<app-state [icon]="state() === 'CLOSED' ? 'done' : 'going'" [tone]="tone()">{{ state() | codeLabel: states }}</app-state>`,
})
export class IncidentStateMark {
  readonly state = input.required<string>();
  protected readonly states = incidentState;
  protected readonly tone = computed(() => TONES[this.state()] ?? 'plain');
}
