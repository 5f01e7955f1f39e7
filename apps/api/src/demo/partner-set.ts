import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { newKeyPair } from '@panah/sealed-packages/suite';
import { sealPackage } from '@panah/sealed-packages/sealed-package';
import type { PackageItem } from '@panah/domain/referrals/package-items';
import type { ReferralState } from '@panah/domain/referrals/referral.process';
import { UnitsOfWork } from '../platform/database/units-of-work';
import type { UnitOfWork } from '../platform/database/unit-of-work';
import { newId } from '../platform/new-id';
import { Sealer } from '../platform/sealing/sealer';
import { Tokens } from '../platform/sealing/tokens';
import { referralPlace, type ReferralSecrets } from '../referrals/referral.entity';
import { BUSY_OFFICE } from './busy-set';
import { layColleague } from './lay-colleague';
import { ORDER } from './order';
import { dayOf } from './setting';
import { Shelf } from './shelf';

/** Somebody who reads what is sent to a partner. */
export interface PartnerReader {
  id: string;
  partnerId: string;
}

/** Somebody who agreed to be referred to a partner. */
export interface Agreed extends Record<string, unknown> {
  consentId: string;
  clientId: string;
  officeId: string;
  caseId: string;
  workerId: string;
  partnerId: string;
  scope: string[];
}

/** What says that a partner of these is there. */
export const FULL_INBOX = 'Association with a full inbox';
const READERS = 3;
const MOST = 300;
const STATES: readonly ReferralState[] = ['RECEIVED', 'ACCEPTED', 'IN_SERVICE'];
/** Those of the load set, and of the busy office, are numbered from one. */
const FIRST_NUMBER = 20_001;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const AGREED = {
  name: 'partner-set.agreed',
  text: `select distinct on (c.client_id) c.id as "consentId", c.client_id as "clientId", c.office_id as "officeId", f.id as "caseId", f.primary_worker_id as "workerId",
           c.recipients[1] as "partnerId", c.scope
           from consent c join case_file f on f.client_id = c.client_id join office o on o.id = c.office_id and o.name = $2
           cross join lateral (select state, given_at, expires_at from consent_event where consent_id = c.id order by seq desc limit 1) e
          where c.org_id = $1 and c.purpose = 'C02_REFERRAL' and e.state = 'ACTIVE' and e.expires_at > now() + interval '60 days' and f.primary_worker_id is not null
          order by c.client_id, e.given_at desc, c.id desc limit ${MOST}`,
};

/** What each of these referrals tells: about as much as people write. */
export const toldOf = (referralId: string): PackageItem[] => [
  {
    kind: 'REFERRAL',
    reference: referralId.slice(-6),
    referral: 'REFERRAL',
    service: 'CASE_MANAGEMENT',
    urgency: 'ROUTINE',
    from: BUSY_OFFICE,
    to: { name: 'Partner', reference: '000000' },
    days: 30,
    consent: null,
  },
  { kind: 'PSEUDONYM', pseudonym: `Juniper ${referralId.slice(0, 4)}` },
  { kind: 'REQUEST', text: 'Somebody near by to ask about papers, a course, and where to go in the evening. '.repeat(4) },
  { kind: 'WORK_DONE', text: 'A first talk, a list of what is missing, a letter to the school. '.repeat(3) },
  { kind: 'SAFETY', text: null },
  { kind: 'CONTACT_RULES', text: 'By telephone in the morning, asking for the name that was agreed.' },
];

/** A partner that has been sent a great deal by the busy office of a load set: for measuring its inbox. Nobody has the key; nothing there is about anybody. */
@Injectable()
export class PartnerSet {
  constructor(
    private readonly units: UnitsOfWork,
    private readonly sealer: Sealer,
    private readonly tokens: Tokens,
  ) {}

  /** `orgId` is the organisation of the load set; everybody who agreed to a referral in its busy office is referred. Returns who reads for the partner. */
  async fill(orgId: string, now: number = Date.now()): Promise<PartnerReader[]> {
    const offices = await this.units.runAs({ orgId }, (work) =>
      work.rows<{ id: string }>({ name: 'partner-set.office', text: 'select id from office where org_id = $1 and name = $2' }, [
        orgId,
        BUSY_OFFICE,
      ]),
    );
    const actor = { orgId, roles: ['COORDINATOR'], coordinatedOffices: offices.map(({ id }) => id) };
    return this.units.runAs(actor, async (work) => {
      const agreed = await work.rows<Agreed>(AGREED, [orgId, BUSY_OFFICE]);
      const partnerId = agreed[0]?.partnerId;
      if (!partnerId) throw new Error('Nobody in the busy office agreed to a referral.');
      return this.lay(work, orgId, partnerId, agreed, now);
    });
  }

  private async lay(work: UnitOfWork, orgId: string, partnerId: string, agreed: readonly Agreed[], now: number): Promise<PartnerReader[]> {
    const shelf = new Shelf();
    layPartner(shelf, { orgId, id: partnerId, name: FULL_INBOX }, now);
    const readers: PartnerReader[] = [];
    for (let at = 0; at < READERS; at++) {
      const id = await layColleague(shelf, this.tokens, orgId, null, { number: FIRST_NUMBER + at, role: 'PARTNER', partnerId });
      readers.push({ id, partnerId });
    }
    const { publicKey } = await newKeyPair();
    const keyId = newId();
    const [registeredBy, settledBy] = [readers[0]?.id, agreed[0]?.workerId];
    const settled = { state: 'CONFIRMED', settled_by: settledBy, settled_at: new Date(now), version: 2 };
    const key = { id: keyId, org_id: orgId, partner_id: partnerId, public_key: Buffer.from(publicKey), registered_by: registeredBy };
    shelf.add('partner_key', { ...key, ...settled, registered_at: new Date(now) });
    for (const [at, each] of agreed.entries()) {
      const sent = { orgId, keyId, publicKey, decidedBy: registeredBy ?? '', sentAt: new Date(now - 2 * DAY + at * 60_000) };
      await layReferral(shelf, each, STATES[at % STATES.length] ?? 'RECEIVED', sent);
    }
    await shelf.empty(work, this.sealer, ORDER);
    return readers;
  }
}

/** A partner under an agreement, for measuring. */
export function layPartner(shelf: Shelf, { orgId, id, name }: { orgId: string; id: string; name: string }, now: number): void {
  const [signed, ends] = [dayOf(new Date(now - 100 * DAY)), dayOf(new Date(now + 500 * DAY))];
  const agreement = {
    agreement_signed_on: signed,
    agreement_valid_to: ends,
    transfer_mechanism: 'NONE_DOMESTIC',
    security_checked_on: signed,
  };
  const does = { type: 'ASSOCIATION', country: 'AL', services: ['CASE_MANAGEMENT'], languages: ['sq', 'en'], places: {} };
  shelf.add(
    'partner',
    { id, org_id: orgId, name, state: 'ACTIVE', ...does, ...agreement, seal_version: 1, version: 1, created_at: new Date(now) },
    {
      place: { table: 'partner', rowId: id, subjectId: id, compartment: 'file', sealVersion: 1 },
      payload: { contacts: [], remarks: null },
    },
  );
}

/** To which key it was sealed, and when. */
export interface Sent {
  orgId: string;
  keyId: string;
  publicKey: Uint8Array;
  decidedBy: string;
  sentAt: Date;
}

/** A referral with one package, in a state in which it is lent: opened, unless it is only sent. Returns its id. */
export async function layReferral(shelf: Shelf, agreed: Agreed, state: ReferralState, sent: Sent): Promise<string> {
  const { clientId, officeId, caseId, workerId, partnerId, consentId, scope } = agreed;
  const { orgId, keyId, publicKey, sentAt } = sent;
  const id = randomUUID();
  const later = (ms: number): Date => new Date(sentAt.getTime() + ms);
  const expiresAt = later(30 * DAY);
  const belongs = { org_id: orgId, office_id: officeId, client_id: clientId, partner_id: partnerId };
  const items = toldOf(id);
  const { manifest, encapsulated, ciphertext } = await sealPackage(publicKey, items, {
    sender: orgId,
    recipient: partnerId,
    keyId,
    referralId: id,
    expiresAt: expiresAt.toISOString(),
  });
  const openedAt = state === 'SENT' ? null : later(HOUR);
  const accepted = state === 'SENT' || state === 'RECEIVED' ? {} : { decided_by: sent.decidedBy, decided_at: later(5 * HOUR) };
  const started = state === 'IN_SERVICE' ? { started_on: dayOf(later(DAY)) } : {};
  const payload: ReferralSecrets = {
    items: ['PSEUDONYM', 'REQUEST', 'WORK_DONE', 'SAFETY', 'CONTACT_RULES'],
    needIds: [],
    documentIds: [],
    words: { request: 'Near by.', workDone: 'A first talk.', safety: null, contactRules: 'In the morning.' },
    viewDays: 30,
  };
  const asked = {
    kind: 'REFERRAL',
    service: 'CASE_MANAGEMENT',
    urgency: 'ROUTINE',
    purpose: 'C02_REFERRAL',
    made_by: workerId,
    made_at: sentAt,
  };
  const clock = { ack_due: later(3 * DAY), response_due: later(14 * DAY), expires_at: expiresAt, acknowledged_at: openedAt };
  const lent = { consent_id: consentId, sent_by: workerId, sent_at: sentAt, ...clock };
  shelf.add(
    'referral',
    { id, ...belongs, case_id: caseId, ...asked, state, ...lent, ...accepted, ...started, seal_version: 1, version: 3 },
    {
      place: referralPlace({ id, clientId, sealVersion: 1 }),
      payload,
    },
  );
  shelf.add('referral_package', {
    id: newId(),
    ...belongs,
    referral_id: id,
    recipient: partnerId,
    key_id: keyId,
    seq: 1,
    purpose: 'C02_REFERRAL',
    scope: scope.filter((item) => payload.items.some((told) => told === item)),
    consent_id: consentId,
    manifest,
    kem: Buffer.from(encapsulated),
    ciphertext: Buffer.from(ciphertext),
    sealed_by: workerId,
    sealed_at: sentAt,
    opened_at: openedAt,
    expires_at: expiresAt,
  });
  return id;
}
