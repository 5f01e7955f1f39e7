import { ConsentConfirmationInput, SuspensionInput } from '@panah/contracts/consent-steps.contract';
import type { ConsentPersonView, ConsentView } from '@panah/contracts/consents.contract';
import { type LegalBasisView, VerbalApprovalInput } from '@panah/contracts/disclosures.contract';
import { consentDoubt } from '@panah/domain/vocabulary/consents';
import { choicesOf } from '../platform/form/choices';
import type { FormQuestion } from '../platform/form/form-question';
import { CONSENT_FIELDS } from './consent-fields';
import type { ConsentsApi } from './consents.api';
import { CONSENT_RULES } from './consents.texts';

/** A doubt suspends a consent at once. */
export const suspensionQuestion = (consents: ConsentsApi, { id }: ConsentView): FormQuestion<ConsentView, SuspensionInput> => ({
  title: $localize`:@@consents.suspendTitle:Suspend this consent?`,
  text: $localize`:@@consents.suspendText:Nothing rests on it until a coordinator has heard it again, alone with the person. Pressure is looked at within a day.`,
  act: $localize`:@@consents.suspend:Suspend`,
  contract: SuspensionInput,
  texts: CONSENT_RULES,
  fields: [{ name: 'doubt', kind: 'choice', label: $localize`:@@consents.doubt:What is in doubt`, choices: choicesOf(consentDoubt) }],
  send: (input, intent) => consents.step(id, 'suspension', input, intent),
});

/** A coordinator heard it again, alone with the person. */
export const confirmationQuestion = (consents: ConsentsApi, { id }: ConsentView): FormQuestion<ConsentView, ConsentConfirmationInput> => ({
  title: $localize`:@@consents.confirmTitle:You heard it again?`,
  text: $localize`:@@consents.confirmText:It counts when the person said it alone with you, and could decide.`,
  act: $localize`:@@consents.confirm:It counts`,
  contract: ConsentConfirmationInput,
  texts: CONSENT_RULES,
  fields: [CONSENT_FIELDS.freeChoice, CONSENT_FIELDS.capacity],
  send: (input, intent) => consents.step(id, 'confirmation', input, intent),
});

/** Who agreed by word of mouth, within the hour. */
export const verbalQuestion = (
  consents: ConsentsApi,
  basisId: string,
  seconds: readonly ConsentPersonView[],
): FormQuestion<LegalBasisView, VerbalApprovalInput> => ({
  title: $localize`:@@consents.verbalTitle:Who agreed by word of mouth?`,
  text: $localize`:@@consents.verbalText:It holds for a day. They are asked whether they did: if they say so within that day, it holds for three; if they did not, it stops.`,
  act: $localize`:@@consents.record:Record`,
  contract: VerbalApprovalInput,
  fields: [
    {
      name: 'secondId',
      kind: 'select',
      label: $localize`:@@consents.second:The second person`,
      choices: seconds.map(({ id, name }) => ({ code: id, label: name })),
    },
  ],
  send: (input, intent) => consents.approveVerbally(basisId, input, intent),
});

/** Whoever was named had not agreed: asked twice, as it stops at once. */
export const OBJECTION = {
  title: $localize`:@@consents.objectTitle:You did not agree to this?`,
  text: $localize`:@@consents.objectText:It stops at once: nothing more is told on it. What you say stays in the history, and coordinators are asked to see what was told already.`,
  yes: $localize`:@@consents.didNotAgree:I did not agree`,
};
