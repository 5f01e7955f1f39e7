import type { PaperFile } from './file-on-paper';
import type { Answer, House, Person } from './house';
import { admitted } from './known-client';
import { done, type PartnerAtWork, refer, referOnWord } from './referral-desk';
import { officeDay } from './office-day';

export interface OfferedCase {
  id: string;
  file: PaperFile;
  /** On which it rests. */
  consentId: string;
}

const today = (): string => officeDay();

/** A client on whose plan one works. */
export async function activeFile(house: House, worker: Person): Promise<PaperFile> {
  const file = await admitted(house, worker);
  await house.sql(`update case_file set state = 'ACTIVE', state_before = 'PLANNING' where id = $1`, [file.caseId]);
  return file;
}

/** A transfer that waits for a coordinator: the person said yes to it. */
export const transferReady = (by: Person, caseId: string, partnerId: string, more: object = {}): Promise<Answer> =>
  referOnWord(by, caseId, partnerId, { kind: 'TRANSFER', ...more });

/** A transfer of which the person was not asked yet. */
export const transferDraft = (by: Person, caseId: string, partnerId: string): Promise<Answer> =>
  refer(by, caseId, partnerId, { kind: 'TRANSFER' });

/** Looks at the preview and offers the case with that. */
export async function offer(by: Person, id: string): Promise<Answer> {
  const { hash } = done(await by.post(`/api/referrals/${id}/preview`));
  return by.post(`/api/referrals/${id}/offer`, { hash });
}

/** A case that was offered to a partner. Throws what was refused. */
export async function offered(house: House, people: { coordinator: Person; worker: Person }, partner: PartnerAtWork): Promise<OfferedCase> {
  const file = await activeFile(house, people.worker);
  const { id, consent } = done(await transferReady(people.worker, file.caseId, partner.id));
  done(await offer(people.coordinator, id));
  return { id, file, consentId: consent.id };
}

export const accept = async (partner: PartnerAtWork, id: string): Promise<Answer> => {
  done(await partner.member.post(`/api/inbox/${id}/opening`));
  return partner.member.post(`/api/inbox/${id}/acceptance`, { focalWorker: 'Robin Sample', noConflict: true });
};
export const meet = (by: Person, id: string, more: object = {}): Promise<Answer> =>
  by.post(`/api/referrals/${id}/hand-over-meeting`, { on: today(), present: 'Robin Sample, and we two', ...more });
export const takeOver = (by: Person, id: string): Promise<Answer> => by.post(`/api/inbox/${id}/take-over`);

/** Offered, accepted, and both sides have met. */
export async function readyToGoOver(
  house: House,
  people: { coordinator: Person; worker: Person },
  partner: PartnerAtWork,
): Promise<OfferedCase> {
  const it = await offered(house, people, partner);
  done(await accept(partner, it.id));
  done(await meet(people.worker, it.id));
  return it;
}

export async function handedOver(
  house: House,
  people: { coordinator: Person; worker: Person },
  partner: PartnerAtWork,
): Promise<OfferedCase> {
  const it = await readyToGoOver(house, people, partner);
  done(await takeOver(partner.member, it.id));
  return it;
}
