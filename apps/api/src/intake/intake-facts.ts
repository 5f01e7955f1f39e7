import { completedSteps, type IntakeFacts } from '@panah/domain/intake/intake.rules';
import type { IntakeStep } from '@panah/domain/vocabulary/intake';
import { givingOf } from '../consents/consent.entity';
import type { Enquiry, EnquirySecrets } from './enquiry.entity';
import type { StepContent } from './intake-step.entity';

/** What an intake starts from: nothing asked yet, but what the enquiry knew already. */
export function startingContent({ language, country }: Enquiry, secrets: EnquirySecrets | null): StepContent {
  const latin = /^\P{Script=Arabic}+$/u.test(secrets?.name ?? '');
  return {
    SAFETY: { screen: {} },
    INFORMATION: { told: [] },
    IDENTITY: {
      ...(latin ? { nameLatin: secrets?.name } : { name: secrets?.name }),
      birth: secrets?.birth && { originalText: secrets.birth.originalText, calendar: secrets.birth.calendar, basis: secrets.birth.basis },
      languages: language ? [language] : [],
      country,
      contactChannel: secrets?.contactChannel,
      contactValue: secrets?.contactValue,
      contactSafety: secrets?.contactSafety,
      contactRule: secrets?.contactRule,
    },
    SITUATION: { situation: secrets?.asked, streams: [] },
    LEGAL_BASIS: {},
    PROPOSAL: {},
  };
}

/** What was written, and where nothing was, what the enquiry knew. */
export function wholeContent(row: Enquiry, secrets: EnquirySecrets | null, written: Partial<StepContent>): StepContent {
  return { ...startingContent(row, secrets), ...written };
}

/** Whether something was recorded, not what it says: what the rules of intake ask. */
export function factsOf({ SAFETY, INFORMATION, IDENTITY, SITUATION, LEGAL_BASIS }: StepContent): IntakeFacts {
  return {
    immediateScreen: SAFETY.screen as IntakeFacts['immediateScreen'],
    seenAlone: SAFETY.seenAlone ?? null,
    informationGiven: INFORMATION.told as IntakeFacts['informationGiven'],
    hasNameToUse: Boolean(IDENTITY.name ?? IDENTITY.nameLatin),
    language: IDENTITY.languages?.[0] ?? null,
    country: IDENTITY.country ?? null,
    hasSituation: Boolean(SITUATION.situation),
    legalBasis: (LEGAL_BASIS.basis ?? null) as IntakeFacts['legalBasis'],
    consent: givingOf(LEGAL_BASIS, LEGAL_BASIS.interpreterKind ?? null),
  };
}

/** A step is complete when the rules say so; the proposal when it has its words. */
export function isComplete(step: IntakeStep, content: StepContent): boolean {
  return step === 'PROPOSAL' ? Boolean(content.PROPOSAL.summary) : completedSteps(factsOf(content)).includes(step);
}
