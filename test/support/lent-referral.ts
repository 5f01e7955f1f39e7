import { randomUUID } from 'node:crypto';
import { openingKey, type OpeningKey } from '@panah/sealed-packages/suite';
import { sealPackage } from '@panah/sealed-packages/sealed-package';
import type { PackageItem } from '@panah/sealed-packages/manifest';
import { newId } from '../../apps/api/src/platform/new-id';
import { Sealer } from '../../apps/api/src/platform/sealing/sealer';
import { referralPlace } from '../../apps/api/src/referrals/referral.entity';
import { type AdmittedFile, admittedFile } from './admitted-file';
import { standingConsent } from './consent-desk';
import type { House, Person } from './house';
import { type PartnerAtWork, partnerAtWork, USUAL } from './referral-desk';

const HOUR = 3_600_000;
const PURPOSE_OF = { REFERRAL: 'C02_REFERRAL', TRANSFER: 'C03_TRANSFER' } as const;
const ANSWER_HOURS = { EMERGENCY: 24, URGENT: 72, ROUTINE: 336 } as const;
type Urgency = keyof typeof ANSWER_HOURS;

/** A partner at work, with its key as its browser holds it. */
export interface PartnerDesk extends PartnerAtWork {
  opening: OpeningKey;
}

/** What a referral is of, to whom, and on whose word. */
export interface Lending {
  file: Pick<AdmittedFile, 'caseId' | 'clientId'>;
  consentId: string;
  partner: Pick<PartnerDesk, 'id' | 'keyId' | 'publicKey'>;
}

export interface Lent extends Lending {
  id: string;
}

export interface LendOptions {
  state?: string;
  urgency?: Urgency;
  /** A referral unless said; a case that is offered rests on a consent to that. */
  kind?: keyof typeof PURPOSE_OF;
  /** How long ago it was sent. */
  hoursAgo?: number;
  items?: readonly PackageItem[];
  scope?: readonly string[];
}

export const ITEMS = [
  { kind: 'PSEUDONYM', pseudonym: 'Juniper 42' },
  { kind: 'REQUEST', text: 'A place to learn the language.' },
];
/** What somebody chose to tell, as the row keeps it. */
const CHOSEN = {
  items: ['PSEUDONYM', 'REQUEST'],
  needIds: [],
  documentIds: [],
  words: { request: 'A place to learn the language.', workDone: 'Two talks.', safety: null, contactRules: 'By message.' },
  viewDays: 30,
};

export async function partnerDesk(house: House, coordinator: Person): Promise<PartnerDesk> {
  const partner = await partnerAtWork(house, coordinator);
  return { ...partner, opening: await openingKey(partner.privateKey) };
}

/** The person's word for what is lent here. */
export const lendingConsent = async (
  worker: Person,
  caseId: string,
  partnerId: string,
  scope: readonly string[] = USUAL,
  kind: keyof typeof PURPOSE_OF = 'REFERRAL',
): Promise<string> =>
  (await standingConsent(worker, caseId, { purpose: PURPOSE_OF[kind], recipients: [{ kind: 'PARTNER', partnerId }], scope })).id;

/** A referral as the database holds it after it was sent, with one package that opens: for stories about the receiving side. */
export async function lend(
  house: House,
  people: { coordinator: Person; worker: Person },
  partner: PartnerDesk,
  options: LendOptions = {},
): Promise<Lent & { file: AdmittedFile }> {
  const file = await admittedFile(house, people.coordinator, people.worker);
  const consentId = await lendingConsent(people.worker, file.caseId, partner.id, options.scope);
  const id = await lendOn(house, people.worker, { file, consentId, partner }, options);
  return { id, file, consentId, partner };
}

/** As `lend`, of a file and a consent that are there: it was sent, and took the usual way to its state. */
export async function lendOn(
  house: House,
  worker: Person,
  { file, consentId, partner }: Lending,
  { state = 'SENT', kind = 'REFERRAL', urgency = 'ROUTINE', hoursAgo = 0, items = ITEMS, scope = USUAL }: LendOptions = {},
): Promise<string> {
  const { orgId, officeId } = await placeOf(house, file.caseId);
  const [id, sent] = [randomUUID(), Date.now() - hoursAgo * HOUR];
  const at = (hours: number): Date => new Date(sent + hours * HOUR);
  const isSent = !BEFORE_SENDING.includes(state);
  const row = {
    ...{ id, org_id: orgId, office_id: officeId, client_id: file.clientId, case_id: file.caseId, partner_id: partner.id },
    ...{ kind, service: 'EDUCATION', urgency, purpose: PURPOSE_OF[kind], made_by: worker.id, consent_id: consentId },
    ...{
      state: isSent ? 'SENT' : state,
      sealed: await house.app.get(Sealer).seal(referralPlace({ id, clientId: file.clientId, sealVersion: 1 }), CHOSEN),
    },
    ...(isSent
      ? { sent_by: worker.id, sent_at: at(0), ack_due: at(4), response_due: at(ANSWER_HOURS[urgency]), expires_at: at(30 * 24) }
      : {}),
    ...(isSent && urgency === 'EMERGENCY' ? { called_at: at(0) } : {}),
  };
  const columns = Object.keys(row);
  const places = columns.map((_, index) => `$${index + 1}`);
  await house.sql(`insert into referral (${columns.join(', ')}) values (${places.join(', ')})`, Object.values(row));
  if (!isSent) return id;
  await addPackage(house, worker, { id, file, consentId, partner }, items, scope);
  for (const step of WAYS[state] ?? []) await house.sql(`update referral set state = '${step}', ${SAYS[step]} where id = $1`, [id]);
  return id;
}

/** One package more, sealed as the server seals it. */
export async function addPackage(
  house: House,
  worker: Person,
  { id: referralId, file, consentId, partner }: Lent,
  items: readonly PackageItem[] = ITEMS,
  scope: readonly string[] = USUAL,
): Promise<string> {
  const { orgId, officeId } = await placeOf(house, file.caseId);
  const [id, expiresAt] = [newId(), new Date(Date.now() + 30 * 24 * HOUR).toISOString()];
  const journey = { sender: orgId, recipient: partner.id, keyId: partner.keyId, referralId, expiresAt };
  const { manifest, encapsulated, ciphertext } = await sealPackage(partner.publicKey, items, journey);
  await house.sql(
    `insert into referral_package (id, org_id, office_id, client_id, referral_id, partner_id, recipient, key_id, seq, purpose, scope, consent_id, manifest, kem, ciphertext, sealed_by, expires_at)
     values ($1, $2, $3, $4, $5, $6, $6, $7, (select count(*) + 1 from referral_package where referral_id = $5), (select purpose from referral where id = $5), $8, $9, $10, $11, $12, $13, $14)`,
    [
      ...[id, orgId, officeId, file.clientId, referralId, partner.id, partner.keyId, scope, consentId],
      ...[manifest, Buffer.from(encapsulated), Buffer.from(ciphertext), worker.id, expiresAt],
    ],
  );
  return id;
}

async function placeOf(house: House, caseId: string): Promise<{ orgId: string; officeId: string }> {
  const [place] = await house.sql<{ orgId: string; officeId: string }>(
    'select org_id as "orgId", office_id as "officeId" from case_file where id = $1',
    [caseId],
  );
  return place ?? { orgId: '', officeId: '' };
}

const BEFORE_SENDING = ['DRAFT', 'AWAITING_CONSENT', 'READY'];
const WAYS: Readonly<Record<string, string[]>> = {
  RECEIVED: ['RECEIVED'],
  INFO_REQUESTED: ['RECEIVED', 'INFO_REQUESTED'],
  ACCEPTED: ['RECEIVED', 'ACCEPTED'],
  IN_SERVICE: ['RECEIVED', 'ACCEPTED', 'IN_SERVICE'],
  COMPLETED: ['RECEIVED', 'ACCEPTED', 'IN_SERVICE', 'COMPLETED'],
  DECLINED: ['RECEIVED', 'DECLINED'],
  EXPIRED: ['RECEIVED', 'EXPIRED'],
  REVOKED: ['RECEIVED', 'REVOKED'],
  DISCONTINUED: ['RECEIVED', 'ACCEPTED', 'DISCONTINUED'],
};
const decided = `decided_at = sent_at, decided_by = (select id from staff_member s where s.partner_id = referral.partner_id order by id limit 1)`;
const SAYS: Readonly<Record<string, string>> = {
  RECEIVED: 'acknowledged_at = sent_at',
  INFO_REQUESTED: 'asked_at = sent_at',
  ACCEPTED: decided,
  IN_SERVICE: 'started_on = sent_at::date',
  COMPLETED: `completed_at = now(), outcome = 'SERVICE_COMPLETED', ended_at = now(), end_reason = 'COMPLETED'`,
  DECLINED: `${decided}, decline_reason = 'NO_CAPACITY', ended_at = now(), end_reason = 'DECLINED'`,
  EXPIRED: `ended_at = now(), end_reason = 'NO_ANSWER'`,
  REVOKED: `ended_at = now(), end_reason = 'RECALLED'`,
  DISCONTINUED: `ended_at = now(), end_reason = 'RECALLED'`,
};
