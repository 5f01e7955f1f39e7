/** What the house asks for is done where it came from; everything else beside the plan. */
const ROOMS: Readonly<Record<string, string>> = {
  RISK_REVIEW: 'safety',
  SAFETY_PLAN: 'safety',
  MISSING_PROTOCOL: 'safety',
  INCIDENT_ACTION: 'safety',
  CONSENT_EXPIRES: 'consents',
  CONSENT_ENDED: 'consents',
  LEGAL_BASIS_ASKED: 'consents',
  DISCLOSURE_REVIEW: 'consents',
  LEGAL_BASIS_OBJECTED: 'consents',
  DOCUMENT_EXPIRES: 'documents',
  OUTCOME_REVIEW: 'independence',
  FOLLOW_UP_AFTER: 'independence',
};

/** Kinds that begin with a word of their own. */
const ROOMS_OF_KINDS: readonly (readonly [RegExp, string])[] = [
  [/^(ASK_LAWYER$|DEADLINE_|INTERVIEW_|TRANSLATE_DECISION$|OPTIONS_TALK$|FAMILY_TO_BRING$|PARTNER_IN_NEW_STATE$|PERMIT_)/, 'refuge'],
  [/^(HOUSING_OUTCOME|STATUS_OUTCOME)$/, 'independence'],
  [/^HOUSING_/, 'housing'],
];
const roomOf = (kind: string): string => ROOMS[kind] ?? ROOMS_OF_KINDS.find(([begins]) => begins.test(kind))?.[1] ?? 'plan';

/** The tab of a file where a task of this kind is done. */
export const taskRoom = (caseId: string, kind: string): readonly string[] => ['/cases', caseId, roomOf(kind)];
