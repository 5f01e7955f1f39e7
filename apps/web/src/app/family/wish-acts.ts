import {
  FamilyConsentInput,
  type FamilyConsentLineView,
  FamilyStopInput,
  type FamilyWishView,
} from '@panah/contracts/family-wishes.contract';
import type { ConsentsView } from '@panah/contracts/consents.contract';
import { consentPurpose, withdrawnHow } from '@panah/domain/vocabulary/consents';
import { choicesOf } from '../platform/form/choices';
import type { FormQuestion } from '../platform/form/form-question';
import { readerLanguage } from '../platform/reader/language';
import type { FamilyConsentQuestion } from './family-consent-dialog';
import type { FamilyApi } from './family.api';

/** How a word reached us; what a colleague or a partner heard has a way of its own. */
export const HEARD_HOW = choicesOf(withdrawnHow).filter(({ code }) => !code.startsWith('HEARD_BY_'));
const HOW = { name: 'how', kind: 'choice', inRow: true, label: $localize`:@@consents.how:How it reached us`, choices: HEARD_HOW } as const;

/** The client does not want to go on: nobody is asked why. */
export const endQuestion = (api: FamilyApi, wish: FamilyWishView): FormQuestion<FamilyWishView, FamilyStopInput> => ({
  title: $localize`:@@family.endTitle:End it?`,
  text: $localize`:@@family.endText:Everything for this wish stops at once. It can be begun again whenever the person says so. No reason is asked.`,
  act: $localize`:@@family.end:End it`,
  danger: true,
  contract: FamilyStopInput,
  start: { how: 'IN_PERSON' },
  fields: [HOW],
  send: (input, intent) => api.wishStep(wish, 'end', input, intent),
});

/** A yes is taken back at one press. */
export const withdrawalQuestion = (
  api: FamilyApi,
  wish: FamilyWishView,
  line: FamilyConsentLineView,
): FormQuestion<FamilyWishView, FamilyStopInput> => ({
  title: $localize`:@@consents.withdrawTitle:Take this consent back?`,
  text: `${consentPurpose.has(line.purpose) ? consentPurpose.label(line.purpose, readerLanguage()) : ''}. ${$localize`:@@consents.withdrawText:Whatever rests on it stops at once. Everything else goes on as before. No reason is asked.`}`,
  act: $localize`:@@consents.withdraw:Take back`,
  danger: true,
  contract: FamilyStopInput,
  start: { how: 'IN_PERSON' },
  fields: [HOW],
  send: (input, intent) => api.wishStep(wish, `consents/${line.id}/withdrawal`, input, intent),
});

/** What the client says about this one person. */
export const consentQuestion = (
  api: FamilyApi,
  wish: FamilyWishView,
  purpose: string,
  { languages, interpreters }: Pick<ConsentsView, 'languages' | 'interpreters'>,
): FamilyConsentQuestion<FamilyWishView> => ({
  purpose,
  contract: FamilyConsentInput,
  caseId: wish.caseId,
  language: languages[0] ?? '',
  interpreters: interpreters.map(({ id, name }) => ({ code: id, label: name })),
  send: (input, intent) => api.wishStep(wish, 'consents', input, intent),
});
