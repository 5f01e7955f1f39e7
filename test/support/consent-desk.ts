import { isOfAWish } from '@panah/domain/consents/purposes';
import type { ConsentPurpose } from '@panah/domain/vocabulary/consents';
import type { Answer, Person } from './house';

/** How most people say yes: on the telephone, alone, understanding what it is about. */
export const SAID_YES = { decision: 'GIVEN', method: 'VERBAL_REMOTE', capacity: 'YES', freeChoice: 'ALONE', language: 'fa' };
export const CLINIC = { kind: 'ORGANISATION', name: 'Lakeside Legal Clinic' };
export const TAKEN_BACK = { how: 'PHONE', effectsExplained: true };

/** One consent as a worker records it; a yes to sharing with a legal clinic unless said otherwise. */
export const recordConsent = (by: Person, caseId: string, more: object = {}): Promise<Answer> =>
  by.post(`/api/cases/${caseId}/consents`, { purpose: 'C04_LEGAL', recipients: [CLINIC], ...SAID_YES, ...more });

export const withdraw = (by: Person, id: string): Promise<Answer> => by.post(`/api/consents/${id}/withdrawal`, TAKEN_BACK);

/** Something told to the first recipient of a consent, within its scope unless said otherwise. */
export const disclose = (by: Person, caseId: string, consent: Answer['body'], more: object = {}): Promise<Answer> =>
  by.post(`/api/cases/${caseId}/disclosures`, {
    purpose: consent.purpose,
    recipientId: consent.details.recipients[0].id,
    scope: [consent.details.scope[0]],
    stage: 'TOLD',
    how: 'SPOKEN',
    what: 'The state of the procedure, in two sentences.',
    ...more,
  });

/** A yes that stands; about a relative, the yes is about a wish to find them. Throws what was refused. */
export async function standingConsent(by: Person, caseId: string, more: Record<string, unknown> = {}): Promise<Answer['body']> {
  if (isOfAWish(more['purpose'] as ConsentPurpose)) return aboutAWish(by, caseId, more);
  const { status, text, body } = await recordConsent(by, caseId, more);
  if (status !== 201) throw new Error(text);
  return body;
}

async function aboutAWish(by: Person, caseId: string, more: Record<string, unknown>): Promise<Answer['body']> {
  const { recipients: _, ...said } = more;
  const relative = { names: ['A sister'], relation: 'SISTER' };
  const wish = await by.post(`/api/cases/${caseId}/family-wishes`, { relative, wish: 'To know that she is well.' });
  const { status, text, body } = await by.post(`/api/family-wishes/${wish.body.id}/consents`, { ...SAID_YES, ...said });
  if (status !== 200) throw new Error(text);
  return (await by.get(`/api/consents/${body.consents[0].id}`)).body;
}
