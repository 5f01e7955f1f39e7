import { joined, listed } from '@panah/sealed-packages/bytes';
import { fingerprintOf } from '@panah/sealed-packages/fingerprint';
import { openIndependently } from '@panah/sealed-packages/independent-hpke.spec-help';
import { type Manifest, manifestHash } from '@panah/sealed-packages/manifest';
import { recordConsent, SAID_YES } from './consent-desk';
import { type Answer, type House, openHouse, type Person } from './house';
import { atPartner, withKey } from './partner-desk';
import { officeDay } from './office-day';

export const USUAL = ['PSEUDONYM', 'AGE_LANGUAGES', 'REQUEST', 'WORK_DONE', 'SAFETY', 'CONTACT_RULES'];

/** A partner that works, with somebody whose browser made its key, and the key's digits heard. */
export interface PartnerAtWork {
  id: string;
  name: string;
  member: Person;
  keyId: string;
  publicKey: Uint8Array;
  privateKey: Uint8Array;
}

export async function partnerAtWork(house: House, coordinator: Person, more: object = {}): Promise<PartnerAtWork> {
  const body = {
    name: `Partner ${Math.random().toString(36).slice(2, 10)}`,
    type: 'ASSOCIATION',
    country: 'AL',
    services: ['LEGAL', 'HOUSING', 'MHPSS'],
    languages: ['fa'],
    contacts: [],
    agreementSignedOn: '2026-01-01',
    agreementValidTo: '2099-12-31',
    transferMechanism: 'SCC',
    securityCheckedOn: officeDay(),
    ...more,
  };
  const { id } = done(await coordinator.post('/api/partners', body));
  done(await coordinator.post(`/api/partners/${id}/activation`));
  const member = await atPartner(house, id);
  const { pair, keyId } = await withKey(member, id);
  const fingerprint = fingerprintOf(pair.publicKey);
  done(await coordinator.post(`/api/partners/${id}/keys/${keyId}/confirmation`, { fingerprint }));
  return { id, name: body.name, member, keyId, ...pair };
}

export interface ReferralHouse {
  house: House;
  coordinator: Person;
  worker: Person;
  partner: PartnerAtWork;
}

/** A house whose worker refers to one partner. */
export async function openReferralHouse(): Promise<ReferralHouse> {
  const house = await openHouse();
  const [coordinator, worker] = [await house.as('COORDINATOR'), await house.as('CASEWORKER')];
  return { house, coordinator, worker, partner: await partnerAtWork(house, coordinator) };
}

/** The person agrees to be referred to this partner, before anything is chosen. */
export const agreeToReferral = (by: Person, caseId: string, partnerId: string, scope: string[], more: object = {}): Promise<Answer> =>
  recordConsent(by, caseId, {
    purpose: 'C02_REFERRAL',
    recipients: [{ kind: 'PARTNER', partnerId }],
    scope,
    ...SAID_YES,
    ...more,
  });

/** What was made or done. Throws what was refused. */
export function done({ status, text, body }: Answer): Answer['body'] {
  if (status >= 300) throw new Error(text);
  return body;
}

export const TEXTS = {
  request: 'Wants to know the way through the procedure.',
  workDone: 'Two talks with us.',
  nothingUrgent: true,
  contactRules: 'By message, in the morning.',
};

/** What a worker chooses for legal help, with what is usual in it. */
export const REFERRAL = {
  kind: 'REFERRAL',
  service: 'LEGAL',
  urgency: 'ROUTINE',
  items: USUAL,
  needIds: [],
  documentIds: [],
  texts: TEXTS,
};

/** A referral as a worker makes it; for legal help unless said otherwise. */
export const refer = (by: Person, caseId: string, partnerId: string, more: object = {}): Promise<Answer> =>
  by.post(`/api/cases/${caseId}/referrals`, { partnerId, ...REFERRAL, ...more });

const { decision: _, ...HEARD } = SAID_YES;
/** The same, on a yes that is heard with it. */
export const referOnWord = (by: Person, caseId: string, partnerId: string, more: object = {}, consent: object = {}): Promise<Answer> =>
  refer(by, caseId, partnerId, { consent: { ...HEARD, ...consent }, ...more });

/** A referral as this person finds it. */
export const readReferral = async (by: Person, id: string): Promise<Answer['body']> => (await by.get(`/api/referrals/${id}`)).body;

/** Looks at the preview and sends that. */
export async function send(by: Person, id: string, more: object = {}): Promise<Answer> {
  const preview = done(await by.post(`/api/referrals/${id}/preview`));
  return by.post(`/api/referrals/${id}/dispatch`, { hash: preview.hash, ...more });
}

/** Looks at what would go out under one restricted item, and agrees to that. */
export async function agreeToItem(by: Person, id: string, item: string): Promise<Answer> {
  const { mark } = done(await by.post(`/api/referrals/${id}/approval-previews`, { item }));
  return by.post(`/api/referrals/${id}/approvals`, { item, mark });
}

/** A referral that was sent. Throws what was refused. */
export async function sent(
  by: Person,
  caseId: string,
  partnerId: string,
  more: object = {},
  consent: object = {},
): Promise<Answer['body']> {
  const { id, urgency } = done(await referOnWord(by, caseId, partnerId, more, consent));
  return done(await send(by, id, urgency === 'EMERGENCY' ? { calledAt: new Date().toISOString() } : {}));
}

/** A package as the table has it. */
export interface KeptPackage {
  id: string;
  org_id: string;
  referral_id: string;
  recipient: string;
  key_id: string;
  seq: number;
  manifest: Manifest;
  kem: Buffer;
  ciphertext: Buffer;
  expires_at: Date;
  [column: string]: unknown;
}

export const packagesOf = (house: House, referralId: string): Promise<KeptPackage[]> =>
  house.sql<KeptPackage>('select * from referral_package where referral_id = $1 order by seq', [referralId]);

/** What a package says, opened by the words of the RFC and with Node's own primitives. Throws when it does not open. */
export function opened(kept: KeptPackage, privateKey: Uint8Array): Answer['body'] {
  const plain = openIndependently({
    privateKey,
    encapsulated: kept.kem,
    ciphertext: kept.ciphertext,
    info: listed('package/1', kept.org_id, kept.recipient, kept.key_id),
    aad: joined(listed(kept.referral_id, kept.expires_at.toISOString()), manifestHash(kept.manifest)),
  });
  return JSON.parse(plain.subarray(36, 36 + plain.readUInt32BE(32)).toString('utf8'));
}
