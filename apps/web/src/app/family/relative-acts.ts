import type { FamilyLinkView } from '@panah/contracts/family-links.contract';
import type { FamilyConsentLineView } from '@panah/contracts/family-wishes.contract';
import { RelativeConsentInput, RelativeWithdrawalInput } from '@panah/contracts/relative-consents.contract';
import { consentPurpose } from '@panah/domain/vocabulary/consents';
import type { FormQuestion } from '../platform/form/form-question';
import { readerLanguage } from '../platform/reader/language';
import type { FamilyConsentQuestion } from './family-consent-dialog';
import type { FamilyApi } from './family.api';
import { HEARD_HOW } from './wish-acts';

/** What the relative says, heard from them directly. */
export const relativeQuestion = (api: FamilyApi, link: FamilyLinkView, purpose: string): FamilyConsentQuestion<FamilyLinkView> => ({
  purpose,
  contract: RelativeConsentInput,
  caseId: null,
  language: '',
  interpreters: [],
  send: (input, intent) => api.linkWord(link, 'relative-consents', input, intent),
});

/** A relative takes a yes back at one press, as a client does. */
export const relativeWithdrawal = (
  api: FamilyApi,
  link: FamilyLinkView,
  line: FamilyConsentLineView,
): FormQuestion<FamilyLinkView, RelativeWithdrawalInput> => ({
  title: $localize`:@@consents.withdrawTitle:Take this consent back?`,
  text: `${consentPurpose.has(line.purpose) ? consentPurpose.label(line.purpose, readerLanguage()) : ''}. ${$localize`:@@family.relativeWithdrawText:Both sides are paused at once. The client sees nothing of it.`}`,
  act: $localize`:@@consents.withdraw:Take back`,
  danger: true,
  contract: RelativeWithdrawalInput,
  start: { how: 'PHONE' },
  fields: [{ name: 'how', kind: 'choice', inRow: true, label: $localize`:@@consents.how:How it reached us`, choices: HEARD_HOW }],
  send: (input, intent) => api.linkWord(link, `relative-consents/${line.id}/withdrawal`, input, intent),
});
