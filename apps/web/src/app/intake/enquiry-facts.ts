import { Component, input } from '@angular/core';
import type { EnquiryView } from '@panah/contracts/intake.contract';
import { contactChannel, contactSafety } from '@panah/domain/vocabulary/clients';
import { caseSource, yesNoUnknown } from '@panah/domain/vocabulary/intake';
import { DateText } from '../platform/dates/date-text';
import { PartialDateText } from '../platform/dates/partial-date-text';
import { Icon } from '../platform/icon/icon';
import { CodeLabel } from '../platform/text/code-label';
import { CountryLabel, LanguageLabel } from '../platform/text/country-label';
import { stepText } from './step-text';

/** What an enquiry holds: the need, the contact, the facts, and who did what. */
@Component({
  selector: 'app-enquiry-facts',
  imports: [CodeLabel, CountryLabel, DateText, Icon, LanguageLabel, PartialDateText],
  templateUrl: './enquiry-facts.html',
})
export class EnquiryFacts {
  readonly enquiry = input.required<EnquiryView>();
  protected readonly sources = caseSource;
  protected readonly answers = yesNoUnknown;
  protected readonly channels = contactChannel;
  protected readonly safeties = contactSafety;
  protected readonly stepText = stepText;
}
