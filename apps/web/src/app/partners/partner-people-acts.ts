import { FingerprintInput, PartnerInvitation, PartnerPersonDigits, type PartnerPeopleView } from '@panah/contracts/partner-people.contract';
import { PartnerStepInput } from '@panah/contracts/partners.contract';
import type { FormQuestion } from '../platform/form/form-question';
import { languageChoices } from '../platform/reader/language';
import { DigitsField } from './digits-field';
import type { PartnersApi } from './partners.api';

type Asked<Input extends object> = FormQuestion<PartnerPeopleView, Input>;
/** Wants a fresh sign-in: null when the reader went back from that. */
type AskedFresh<Input extends object> = FormQuestion<PartnerPeopleView | null, Input>;

const REASON = { name: 'reason', kind: 'area', label: $localize`:@@partners.reason:Reason` } as const;

export const invitation = (partners: PartnersApi, partnerId: string): Asked<PartnerInvitation> => ({
  title: $localize`:@@partners.inviteTitle:Invite somebody at this partner`,
  text: $localize`:@@partners.inviteText:They sign in with a second factor and see nothing but what is addressed to their association. Another of us confirms them.`,
  act: $localize`:@@partners.invite:Invite`,
  contract: PartnerInvitation,
  fields: [
    { name: 'displayName', kind: 'text', label: $localize`:@@partners.personName:Name` },
    {
      name: 'login',
      kind: 'text',
      ltr: true,
      label: $localize`:@@partners.login:Sign-in name`,
      hint: $localize`:@@partners.loginHint:A mail address or a short name, without blanks.`,
    },
    { name: 'language', kind: 'choice', inRow: true, label: $localize`:@@partners.personLanguage:Language`, choices: languageChoices },
  ],
  send: (input, intent) => partners.invite(partnerId, input, intent),
});

export const personConfirmation = (partners: PartnersApi, partnerId: string, personId: string): Asked<PartnerPersonDigits> => ({
  title: $localize`:@@partners.confirmPersonTitle:Confirm this person`,
  text: $localize`:@@partners.confirmPersonText:Call them by a number you knew before. Are they who they should be? Then type the six digits that they read out.`,
  act: $localize`:@@partners.confirm:Confirm`,
  contract: PartnerPersonDigits,
  fields: [{ name: 'digits', kind: 'text', ltr: true, most: 6, label: $localize`:@@partners.sixDigits:Six digits` }],
  send: (input, intent) => partners.about(partnerId, `people/${personId}/confirmation`, input, intent),
});

export const personEnd = (partners: PartnersApi, partnerId: string, personId: string): Asked<PartnerStepInput> => ({
  title: $localize`:@@partners.endPersonTitle:End this person's access?`,
  text: $localize`:@@partners.endPersonText:They are out with the next request, and nothing of the key stays with them here. Whoever once had it on paper still has it: ask the partner to make a new key.`,
  act: $localize`:@@partners.endPerson:End access`,
  danger: true,
  contract: PartnerStepInput,
  fields: [REASON],
  send: (input, intent) => partners.about(partnerId, `people/${personId}/end`, input, intent),
});

export const keyConfirmation = (partners: PartnersApi, partnerId: string, keyId: string): AskedFresh<FingerprintInput> => ({
  title: $localize`:@@partners.confirmKeyTitle:Confirm the key by telephone`,
  text: $localize`:@@partners.confirmKeyText:Call the partner by a number you knew before. Ask them to open their key page and to read out the six groups of five digits. Type what you hear: it is not shown here.`,
  act: $localize`:@@partners.confirm:Confirm`,
  contract: FingerprintInput,
  fields: [{ name: 'fingerprint', kind: 'own', component: DigitsField, label: $localize`:@@partners.fingerprint:Thirty digits` }],
  texts: {
    fingerprint: {
      matches: $localize`:@@partners.fingerprintForm:Six groups of five digits.`,
      wrong: $localize`:@@partners.fingerprintWrong:Not these digits.`,
    },
  },
  send: (input, intent) => partners.aboutKey(partnerId, `${keyId}/confirmation`, input, intent),
});

export const keyRefusal = (partners: PartnersApi, partnerId: string, keyId: string): AskedFresh<PartnerStepInput> => ({
  title: $localize`:@@partners.refuseKeyTitle:Refuse this key?`,
  text: $localize`:@@partners.refuseKeyText:Nothing is sealed to it any more. The partner has to make another.`,
  act: $localize`:@@partners.refuseKey:Refuse the key`,
  danger: true,
  contract: PartnerStepInput,
  fields: [REASON],
  send: (input, intent) => partners.aboutKey(partnerId, `${keyId}/refusal`, input, intent),
});
