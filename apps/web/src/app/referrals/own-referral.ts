import { type OfficeChoicesView, OwnReferralInput, type OwnReferralView } from '@panah/contracts/own-referral.contract';
import { contactChannel } from '@panah/domain/vocabulary/clients';
import { yesNoUnknown } from '@panah/domain/vocabulary/intake';
import { choicesOf } from '../platform/form/choices';
import type { FormQuestion } from '../platform/form/form-question';
import { languageChoices } from '../platform/form/place-choices';
import type { Api } from '../platform/http/api';

/** A partner refers somebody to us: what an enquiry needs, and that the person agrees. */
export async function ownReferral(api: Api): Promise<FormQuestion<OwnReferralView, OwnReferralInput>> {
  const { items } = await api.read<OfficeChoicesView>('/api/own-referrals/offices');
  const offices = items.map(({ id, name }) => ({ code: id, label: name }));
  return {
    title: $localize`:@@referrals.ownTitle:Refer somebody to the office`,
    text: $localize`:@@referrals.ownText:It begins as an enquiry of the office you name; they get in touch. What becomes of it stays between them and the person.`,
    act: $localize`:@@referrals.send:Send`,
    contract: OwnReferralInput,
    start: items.length === 1 ? { officeId: items[0]?.id } : {},
    fields: [
      { name: 'officeId', kind: 'select', label: $localize`:@@referrals.ownOffice:Office`, choices: offices },
      { name: 'name', kind: 'text', label: $localize`:@@referrals.ownName:The name they want to be called by` },
      { name: 'asked', kind: 'area', label: $localize`:@@referrals.ownAsked:What is needed` },
      {
        name: 'immediateDanger',
        kind: 'choice',
        label: $localize`:@@referrals.ownDanger:In danger now?`,
        choices: choicesOf(yesNoUnknown),
      },
      { name: 'language', kind: 'select', label: $localize`:@@referrals.ownLanguage:Language they speak`, choices: languageChoices() },
      { name: 'callbackSafe', kind: 'yes-no', label: $localize`:@@referrals.ownCallback:Safe to call or write back?` },
      {
        name: 'contactChannel',
        kind: 'select',
        label: $localize`:@@referrals.ownChannel:Way of contact`,
        choices: choicesOf(contactChannel),
        optional: true,
      },
      { name: 'contactValue', kind: 'text', label: $localize`:@@referrals.ownContact:Number or address`, optional: true, ltr: true },
      { name: 'contactRule', kind: 'text', label: $localize`:@@referrals.ownRule:When and how it is safe`, optional: true },
      {
        name: 'agreed',
        kind: 'check',
        label: $localize`:@@referrals.ownAgreed:Their word`,
        beside: $localize`:@@referrals.ownAgreedText:They know that you tell the office, and agree.`,
      },
    ],
    send: (input, intent) => api.post<OwnReferralView>('/api/own-referrals', input, intent),
  };
}

export const toldWords = (reference: string): string =>
  $localize`:@@referrals.ownTold:It has arrived. Its reference is ${reference}:reference:.`;
