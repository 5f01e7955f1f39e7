import { Component, input, output } from '@angular/core';
import type { ContactStepView, FamilyLinkView } from '@panah/contracts/family-links.contract';
import { consentScope } from '@panah/domain/vocabulary/consents';
import {
  contactEffect,
  contactStep,
  familyLinkState,
  linkSide,
  reunificationOutcome,
  reunificationRoute,
} from '@panah/domain/vocabulary/family';
import { DateDisplay } from '../platform/dates/date-display';
import { DateText } from '../platform/dates/date-text';
import { Icon } from '../platform/icon/icon';
import { CodeLabel } from '../platform/text/code-label';
import { CountryLabel } from '../platform/text/country-label';
import { NumberText } from '../platform/text/number-text';
import { State } from '../platform/text/state';
import { historyLabel } from './link-act';
import { OFFICER_SIDES } from './link-acts-asking';
import { routeStepWords } from './route-steps';

/** What has passed between the two, who works on it, the way by law, and every step that was taken. */
@Component({
  selector: 'app-link-between',
  imports: [CodeLabel, CountryLabel, DateDisplay, DateText, Icon, NumberText, State],
  templateUrl: './link-between.html',
  styles: '.to { display: inline-flex; align-items: center; gap: var(--s1) }',
  host: { class: 'stack roomy' },
})
export class LinkBetween {
  readonly link = input.required<FamilyLinkView>();
  readonly act = output<string>();
  readonly checkIn = output<string>();
  readonly callOff = output<string>();
  readonly routeDone = output<string>();

  protected readonly scopes = consentScope;
  protected readonly outcomes = reunificationOutcome;
  protected readonly steps = contactStep;
  protected readonly sides = linkSide;
  protected readonly effects = contactEffect;
  protected readonly states = familyLinkState;
  protected readonly routes = reunificationRoute;

  protected isAhead = ({ at, calledOff }: ContactStepView): boolean => !calledOff && Date.parse(at) > Date.now();
  protected awaitsCheckIn = ({ at, calledOff, checkIns }: ContactStepView): boolean =>
    !calledOff && checkIns.length < 2 && Date.parse(at) <= Date.now();
  protected officerOf = (side: string): string => OFFICER_SIDES.find(({ code }) => code === side)?.label ?? side;
  protected wordsOf = historyLabel;
  protected routeOf = routeStepWords;
}
