import { PartnerStepInput, type PartnerView } from '@panah/contracts/partners.contract';
import type { PartnerAction } from '@panah/domain/partners/partner.process';
import { partnerAction } from '@panah/domain/vocabulary/partners';
import type { FormQuestion } from '../platform/form/form-question';
import { readerLanguage } from '../platform/reader/language';
import type { PartnersApi } from './partners.api';

/** Steps that close something say why; the others are taken at once. */
export type StepWithReason = Extract<PartnerAction, 'suspend' | 'end'>;
export const wantsReason = (action: PartnerAction): action is StepWithReason => action === 'suspend' || action === 'end';

/** What the button says. */
export const stepLabel = (action: PartnerAction): string => partnerAction.label(action, readerLanguage());

/** What is said when it is done. */
export function stepDone(action: PartnerAction): string {
  switch (action) {
    case 'activate':
      return $localize`:@@partners.doneActivate:Activated. Referrals can go there now.`;
    case 'suspend':
      return $localize`:@@partners.doneSuspend:Suspended. Nothing new goes there.`;
    case 'reinstate':
      return $localize`:@@partners.doneReinstate:Active again.`;
    case 'end':
      return $localize`:@@partners.doneEnd:The work with this partner has ended.`;
  }
}

/** What is asked before a step that closes something; the answer is the partner as it then stands. */
export const stepQuestion = (
  partners: PartnersApi,
  partnerId: string,
  action: StepWithReason,
): FormQuestion<PartnerView, PartnerStepInput> => ({
  ...(action === 'suspend' ? SUSPENDING : ENDING),
  act: stepLabel(action),
  danger: true,
  contract: PartnerStepInput,
  fields: [
    {
      name: 'reason',
      kind: 'area',
      label: $localize`:@@partners.reason:Reason`,
      hint: $localize`:@@partners.reasonHint:Stays in the record's history.`,
    },
  ],
  send: (input, intent) => partners.step(partnerId, action, input, intent),
});

const SUSPENDING = {
  title: $localize`:@@partners.askSuspend:Suspend this partner?`,
  text: $localize`:@@partners.askSuspendText:What lies there is taken back at once, and nothing new goes there until it is reinstated.`,
};
const ENDING = {
  title: $localize`:@@partners.askEnd:End the work with this partner?`,
  text: $localize`:@@partners.askEndText:What lies there is taken back at once. This cannot be taken back. The record stays, to be read.`,
};
