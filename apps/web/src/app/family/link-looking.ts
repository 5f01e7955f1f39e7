import { Component, computed, input, output } from '@angular/core';
import type { FamilyLinkView } from '@panah/contracts/family-links.contract';
import { relatedPersonContext, tracingMethod, tracingOutcome, verificationLevel } from '@panah/domain/vocabulary/family';
import { DateDisplay } from '../platform/dates/date-display';
import { readerLanguage } from '../platform/reader/language';
import { CodeLabel } from '../platform/text/code-label';
import { listed } from '../platform/text/listed';
import { State } from '../platform/text/state';
import { eventLabel } from './link-act';

/** How somebody was looked for, how sure it is who was found, and what a coordinator said to approaching them. All of it is of the other side. */
@Component({
  selector: 'app-link-looking',
  imports: [CodeLabel, DateDisplay, State],
  templateUrl: './link-looking.html',
  styleUrl: './link-looking.scss',
})
export class LinkLooking {
  readonly link = input.required<FamilyLinkView>();
  readonly act = output<string>();

  protected readonly methods = tracingMethod;
  protected readonly outcomes = tracingOutcome;
  protected readonly levels = verificationLevel;
  protected readonly contexts = relatedPersonContext;
  protected readonly stepLabel = eventLabel('step');
  protected readonly isSure = computed(() => this.link().verification >= 'V2');

  protected methodsOf = ({ methods }: FamilyLinkView): string =>
    listed(methods.map((code) => (tracingMethod.has(code) ? tracingMethod.label(code, readerLanguage()) : code)));
}
