import { Component, input } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import type { IdentityStep } from '@panah/contracts/intake-steps.contract';
import { literacy, sexRecorded } from '@panah/domain/vocabulary/clients';
import { PartialDateControl } from '../platform/dates/partial-date';
import { Choices, choicesOf } from '../platform/form/choices';
import type { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { LanguageList } from '../platform/form/language-list';
import { ContactFields } from './contact-fields';
import { MatchesPanel } from './matches-panel';
import { countryChoices } from '../platform/form/place-choices';
import { STEP_LABELS } from './step-labels';

/** Step 3: a name to use, a language, a country (R-ID-01); the rest as far as it is said. */
@Component({
  selector: 'app-identity-fields',
  imports: [Choices, ContactFields, Field, FieldControl, LanguageList, MatchesPanel, PartialDateControl, ReactiveFormsModule],
  templateUrl: './identity-fields.html',
  host: { class: 'form' },
})
export class IdentityFields {
  readonly form = input.required<ContractForm<IdentityStep>>();
  readonly enquiryId = input.required<string>();
  protected readonly labels = STEP_LABELS;
  protected readonly sexes = choicesOf(sexRecorded);
  protected readonly literacies = choicesOf(literacy);
  protected readonly countries = countryChoices();
  protected readonly interpreters = [
    { code: 'NO', label: $localize`:@@intake.no:No` },
    { code: 'YES', label: $localize`:@@intake.yes:Yes` },
    { code: 'YES_FEMALE', label: $localize`:@@intake.yesWoman:Yes, a woman if possible` },
    { code: 'YES_MALE', label: $localize`:@@intake.yesMan:Yes, a man if possible` },
  ];
}
