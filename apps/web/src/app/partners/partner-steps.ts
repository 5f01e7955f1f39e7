import type { PartnerAction } from '@panah/domain/partners/partner.process';
import { partnerAction } from '@panah/domain/vocabulary/partners';
import { readerLanguage } from '../platform/reader/language';

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

/** What a dialog asks before a step that closes something. */
export function stepQuestion(action: StepWithReason): { title: string; text: string } {
  return action === 'suspend'
    ? {
        title: $localize`:@@partners.askSuspend:Suspend this partner?`,
        text: $localize`:@@partners.askSuspendText:Nothing new goes there until it is reinstated. What is under way stays.`,
      }
    : {
        title: $localize`:@@partners.askEnd:End the work with this partner?`,
        text: $localize`:@@partners.askEndText:This cannot be taken back. The record stays, to be read.`,
      };
}
