import { Component, computed, input, output } from '@angular/core';
import type { PlacementAddressView, PlacementView } from '@panah/contracts/housing.contract';
import { consentScope } from '@panah/domain/vocabulary/consents';
import {
  accessibilityFeature,
  destination,
  moveOutReason,
  offerDeclineReason,
  offerState,
  placementConstraint,
  placementEndReason,
  placementKind,
  placementState,
  unitKind,
  urgencyBand,
} from '@panah/domain/vocabulary/housing';
import { stepSaid } from '@panah/domain/vocabulary/timeline';
import { DateDisplay } from '../platform/dates/date-display';
import { DateText } from '../platform/dates/date-text';
import { Icon } from '../platform/icon/icon';
import { readerLanguage } from '../platform/reader/language';
import { CodeLabel } from '../platform/text/code-label';
import { CountryLabel } from '../platform/text/country-label';
import { NumberText } from '../platform/text/number-text';
import { State } from '../platform/text/state';
import { StateMark } from '../platform/text/state-mark';
import { PLACEMENT_STATES } from './housing-states';
import { STEP_LABELS } from './placement-sheets';
import { ShownAwhile } from '../platform/privacy/shown-awhile';

const FIRST: readonly string[] = ['match', 'offer', 'accept', 'move_in', 'give_notice', 'move_out'];
const GRAVE: readonly string[] = ['emergency_relocate', 'cancel', 'release', 'decline'];
const HIDDEN: readonly string[] = ['reveal', 'see-units'];

/** One stay, from the request on: where it stands, what comes next, what was offered, what happened. */
@Component({
  selector: 'app-placement-card',
  imports: [CodeLabel, CountryLabel, DateDisplay, DateText, Icon, NumberText, State, StateMark],
  templateUrl: './placement-card.html',
})
export class PlacementCard {
  readonly placement = input.required<PlacementView>();
  readonly reveal = input.required<(placement: PlacementView) => Promise<PlacementAddressView | null>>();
  readonly take = output<string>();

  protected readonly codes = {
    accessibilityFeature,
    consentScope,
    destination,
    moveOutReason,
    offerDeclineReason,
    offerState,
    placementConstraint,
    placementEndReason,
    placementKind,
    placementState,
    unitKind,
    urgencyBand,
  };
  protected readonly labels = STEP_LABELS;
  protected readonly marks = PLACEMENT_STATES;
  protected readonly shown = new ShownAwhile<PlacementAddressView>();
  protected readonly steps = computed(() => this.placement().actions.filter((action) => !HIDDEN.includes(action)));
  protected readonly title = computed(() => `placement-${this.placement().id}`);

  protected isFirst(step: string): boolean {
    return step === this.steps().find((each) => FIRST.includes(each));
  }

  protected isGrave(step: string): boolean {
    return GRAVE.includes(step);
  }

  protected said(action: string, to: string): string {
    return stepSaid('placement', action, to, readerLanguage());
  }

  protected async show(): Promise<void> {
    this.shown.show(await this.reveal()(this.placement()));
  }
}
