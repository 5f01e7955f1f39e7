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
  DOCUMENT_EXPIRES: 'documents',
  OUTCOME_REVIEW: 'independence',
  FOLLOW_UP_AFTER: 'independence',
};

/** The tab of a file where a task of this kind is done. */
export const taskRoom = (caseId: string, kind: string): readonly string[] => ['/cases', caseId, ROOMS[kind] ?? 'plan'];
