import { DeclineInput, type EnquiryView } from '@panah/contracts/intake.contract';
import { caseDeclineReason } from '@panah/domain/vocabulary/intake';
import { choicesOf } from '../platform/form/choices';
import type { FormQuestion } from '../platform/form/form-question';
import type { EnquiriesApi } from './enquiries.api';

/** Why no case is opened, and where the person is pointed instead. */
export const declineQuestion = (enquiries: EnquiriesApi, enquiryId: string): FormQuestion<EnquiryView, DeclineInput> => ({
  title: $localize`:@@intake.declineTitle:Open no case?`,
  text: $localize`:@@intake.declineText:After 30 days only the reference, the dates and the reason are left of this enquiry.`,
  act: $localize`:@@intake.decline:Open no case`,
  danger: true,
  contract: DeclineInput,
  fields: [
    { name: 'reason', kind: 'select', label: $localize`:@@intake.reason:Reason`, choices: choicesOf(caseDeclineReason) },
    { name: 'signposting', kind: 'area', label: $localize`:@@intake.signposting:Where else they can turn` },
  ],
  send: (input, intent) => enquiries.decline(enquiryId, input, intent),
});
