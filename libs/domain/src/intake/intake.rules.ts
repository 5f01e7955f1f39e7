import { type GivenConsent, gapsOfGiving, standingOf } from '../consents/consent.rules';
import { RuleBroken } from '../process/process';
import type { CodeOf } from '../vocabulary/code-list';
import type { contactSafety, legalBasis } from '../vocabulary/clients';
import {
  type caseDeclineReason,
  type ImmediateQuestion,
  immediateScreen,
  type InformationItem,
  informationGiven,
  type IntakeStep,
  intakeStep,
  type YesNoUnknown,
} from '../vocabulary/intake';

/** What is known of an intake, as far as the rules ask: whether something was recorded, not what it says. */
export interface IntakeFacts {
  immediateScreen: Partial<Record<ImmediateQuestion, YesNoUnknown>>;
  /** Null while nobody has recorded whether the person was seen alone. */
  seenAlone: boolean | null;
  informationGiven: readonly InformationItem[];
  hasNameToUse: boolean;
  language: string | null;
  country: string | null;
  hasSituation: boolean;
  legalBasis: CodeOf<typeof legalBasis> | null;
  /** How C01 was given, as far as it was written down; asked for when the basis is consent. */
  consent: Partial<GivenConsent>;
}

type Gaps = Record<string, string[]>;

const GAPS: Record<IntakeStep, (facts: IntakeFacts) => Gaps> = {
  SAFETY: (facts) => ({
    immediateScreen: immediateScreen.codes.filter((question) => !facts.immediateScreen[question]),
    seenAlone: facts.seenAlone === null ? ['missing'] : [],
  }),
  INFORMATION: (facts) => ({ informationGiven: informationGiven.codes.filter((item) => !facts.informationGiven.includes(item)) }),
  // R-ID-01: no legal name, birth date or document is asked for.
  IDENTITY: (facts) => ({
    nameToUse: facts.hasNameToUse ? [] : ['missing'],
    language: facts.language ? [] : ['missing'],
    country: facts.country ? [] : ['missing'],
  }),
  SITUATION: (facts) => ({ situation: facts.hasSituation ? [] : ['missing'] }),
  LEGAL_BASIS: ({ legalBasis, consent }) => ({
    legalBasis: legalBasis ? [] : ['missing'],
    ...(legalBasis === 'CONSENT' ? gapsOfConsent(consent) : {}),
  }),
  PROPOSAL: () => ({}),
};

/** What nobody may leave out before admission; words on the situation help, but a person who says little is still admitted. */
const NEEDED: readonly IntakeStep[] = ['SAFETY', 'INFORMATION', 'IDENTITY', 'LEGAL_BASIS'];

/** The steps that are complete, so that an intake can be taken up again where it was left. The proposal itself is a process step. */
export function completedSteps(facts: IntakeFacts): IntakeStep[] {
  return intakeStep.codes.filter((step) => step !== 'PROPOSAL' && Object.keys(gapsOf(step, facts)).length === 0);
}

/**
 * Admission may be proposed (model 3.1 `INTAKE.open`; R-ID-01 for what identifies a person).
 * @throws RuleBroken `intake-incomplete` with the open steps, and per field `missing` or the questions and items still open.
 */
export function assertMayPropose(facts: IntakeFacts): void {
  const open = NEEDED.filter((step) => Object.keys(gapsOf(step, facts)).length > 0);
  if (open.length === 0) return;
  throw new RuleBroken('intake-incomplete', { steps: open }, Object.assign({}, ...open.map((step) => gapsOf(step, facts))) as Gaps);
}

/** Answers of the immediate screen that call for something to be done today, in the order asked. */
export function urgentAnswers(answers: IntakeFacts['immediateScreen']): ImmediateQuestion[] {
  return immediateScreen.codes.filter((question) => answers[question] === (GOOD_WHEN_YES.has(question) ? 'NO' : 'YES'));
}

/**
 * The worker may start the intake (model 3.1 `ENQUIRY.start_intake`).
 * @param contactSafety of the contact point given; null when none was, as with somebody who came to the door.
 * @throws RuleBroken `tie-not-answered` or `contact-not-safe`.
 */
export function assertMayStartIntake(facts: { workerHasNoTie: boolean; contactSafety: CodeOf<typeof contactSafety> | null }): void {
  if (!facts.workerHasNoTie) throw new RuleBroken('tie-not-answered');
  if (facts.contactSafety === null || facts.contactSafety === 'SAFE' || facts.contactSafety === 'SAFE_CONDITIONS') return;
  throw new RuleBroken('contact-not-safe', { contactSafety: facts.contactSafety });
}

/**
 * Nobody is turned away without a reason and a word on where else to turn (model 3.1 `decline`).
 * @throws RuleBroken `decline-incomplete` with the fields missing.
 */
export function assertMayDecline(given: { reason: CodeOf<typeof caseDeclineReason> | null; signposting: string | null }): void {
  const fields = onlyOpen({ reason: given.reason ? [] : ['missing'], signposting: given.signposting?.trim() ? [] : ['missing'] });
  if (Object.keys(fields).length) throw new RuleBroken('decline-incomplete', {}, fields);
}

/**
 * A coordinator admits what somebody else proposed; the primary worker is named in the same act (R-CA-01).
 * @throws RuleBroken `not-proposed`, `same-person` or `primary-worker-missing`.
 */
export function assertMayAdmit(facts: { proposedBy: string | null; by: string; primaryWorker: string | null }): void {
  if (!facts.proposedBy) throw new RuleBroken('not-proposed');
  if (facts.proposedBy === facts.by) throw new RuleBroken('same-person', { act: 'ADMIT' });
  if (!facts.primaryWorker) throw new RuleBroken('primary-worker-missing', {}, { primaryWorker: ['missing'] });
}

/** Model 3.1 `INTAKE.open`: C01 must be active, and what was heard with others there, or in doubt, is not (R-CO-05). */
function gapsOfConsent(consent: Partial<GivenConsent>): Gaps {
  const gaps = gapsOfGiving(consent);
  const { capacity, freeChoice, interpreter = null } = consent;
  if (Object.keys(gaps).length > 0 || !capacity || !freeChoice) return gaps;
  if (standingOf({ capacity, freeChoice, interpreter }) === 'ACTIVE') return {};
  return capacity === 'YES' ? { freeChoice: ['notAlone'] } : { capacity: ['inDoubt'] };
}

const GOOD_WHEN_YES = new Set<ImmediateQuestion>(['SAFE_TONIGHT', 'FOOD', 'MEDICINE']);

function gapsOf(step: IntakeStep, facts: IntakeFacts): Gaps {
  return onlyOpen(GAPS[step](facts));
}

function onlyOpen(gaps: Gaps): Gaps {
  return Object.fromEntries(Object.entries(gaps).filter(([, open]) => open.length > 0));
}
