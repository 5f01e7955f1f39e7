import { randomBytes, randomUUID } from 'node:crypto';
import { retentionUntil } from '@panah/domain/cases/closure.rules';
import { type PackageItem, USUAL_ITEMS } from '@panah/domain/referrals/package-items';
import { newKeyPair } from '@panah/sealed-packages/suite';
import { sealPackage } from '@panah/sealed-packages/sealed-package';
import type { UnitOfWork } from '../platform/database/unit-of-work';
import { newId } from '../platform/new-id';
import { staffPlace } from '../platform/session/credentials';
import { referralPlace, type ReferralSecrets } from '../referrals/referral.entity';
import type { LaidCase } from './lay-case';
import { layConsent } from './lay-consents';
import { layMoves } from './lay-moves';
import type { Life } from './lives';
import { dayOf, momentAgo, type Setting } from './setting';
import type { Shelf } from './shelf';

const DAY = 86_400_000;
const [OFFERED_DAYS_AGO, SENT_DAYS_AGO, TAKEN_DAYS_AGO] = [3, 9, 2];
const WORDS: ReferralSecrets = {
  items: [...USUAL_ITEMS],
  needIds: [],
  documentIds: [],
  words: {
    request: 'Moves to a town near the association, and asks for somebody there from the first day on.',
    workDone: 'The plan was followed for a year; papers and school are settled.',
    safety: null,
    contactRules: 'A message in the morning; no calls.',
  },
  viewDays: 30,
};
const STEPS: Readonly<Record<string, { action: string; from: string; to: string; daysAgo: number }>> = {
  request_closure: { action: 'offer_transfer', from: 'ACTIVE', to: 'TRANSFER_PENDING', daysAgo: SENT_DAYS_AGO },
  approve_closure: { action: 'transfer_accepted', from: 'TRANSFER_PENDING', to: 'CLOSED', daysAgo: TAKEN_DAYS_AGO },
};

/** The association abroad to which cases go in a demonstration. Nobody signs in there, and nobody has its key. */
export interface TakingPartner {
  id: string;
  name: string;
}

/** A life that ended with a closure, as one whose case went over to a partner. */
export const asHandedOver = (life: Life): Life => ({ ...life, steps: life.steps.map((step) => ({ ...step, ...STEPS[step.action] })) });

/** One case that is offered, and one that was handed over: its file is locked. */
export async function layTransfers(
  shelf: Shelf,
  setting: Setting,
  partner: TakingPartner,
  { offered, handedOver }: Record<'offered' | 'handedOver', LaidCase>,
): Promise<void> {
  const reader = layReader(shelf, setting, partner);
  const { publicKey } = await newKeyPair();
  const key = { id: newId(), org_id: setting.orgId, partner_id: partner.id, public_key: Buffer.from(publicKey), registered_by: reader };
  const heard = momentAgo(setting, 30, 11 * 60);
  const settled = { state: 'CONFIRMED', settled_by: offered.coordinatorId, settled_at: heard, version: 2 };
  shelf.add('partner_key', { ...key, ...settled, registered_at: heard });
  const abroad = { ...setting, partner };
  const lend = { keyId: key.id, publicKey };
  await layOffer(shelf, abroad, partner, offered, {
    ...lend,
    sentAt: momentAgo(setting, OFFERED_DAYS_AGO, 9 * 60),
    takenOverAt: null,
    reader,
  });
  const took = momentAgo(setting, TAKEN_DAYS_AGO, 10 * 60);
  await layOffer(shelf, abroad, partner, handedOver, {
    ...lend,
    sentAt: momentAgo(setting, SENT_DAYS_AGO, 9 * 60),
    takenOverAt: took,
    reader,
  });
}

/** Both cases as they stand then; the files are laid by now. */
export async function settleTransfers(work: UnitOfWork, { now }: Setting, offered: LaidCase, handedOver: LaidCase): Promise<void> {
  const [since, closedOn] = [new Date(now - OFFERED_DAYS_AGO * DAY), dayOf(new Date(now - TAKEN_DAYS_AGO * DAY))];
  await work.change(PENDING, [offered.id, since]);
  await work.change(GONE, [handedOver.id]);
  await work.change(KEPT, [handedOver.id, retentionUntil(closedOn)]);
}

const PENDING = {
  name: 'demo.transfer-pending',
  text: `update case_file set state = 'TRANSFER_PENDING', state_before = 'ACTIVE', state_since = $2 where id = $1`,
};
const GONE = { name: 'demo.handed-over', text: `update case_file set closure_reason = 'TRANSFERRED' where id = $1` };
const KEPT = {
  name: 'demo.handed-over-kept',
  text: `update case_closure set reason = 'TRANSFERRED', retention_until = $2 where case_id = $1 and state = 'APPROVED'`,
};

/** Somebody who reads there; they have no password. */
function layReader(shelf: Shelf, { orgId, now }: Setting, partner: TakingPartner): string {
  const id = newId();
  const at = new Date(now - 40 * DAY);
  const account = { login_token: randomBytes(32), second_factor_required: false, second_factor_step: 0, tie_state: 'NONE', language: 'en' };
  shelf.add(
    'staff_member',
    {
      ...{ id, org_id: orgId, state: 'ACTIVE', is_demo: true, partner_id: partner.id, invited_at: at, activated_at: at },
      ...{ ...account, seal_version: 1, version: 1, confirmation_round: 0 },
    },
    { place: staffPlace(id, 1), payload: { displayName: 'Lena B.', login: '' } },
  );
  return id;
}

interface Lent {
  keyId: string;
  publicKey: Uint8Array;
  sentAt: Date;
  takenOverAt: Date | null;
  reader: string;
}

async function layOffer(shelf: Shelf, setting: Setting, partner: TakingPartner, file: LaidCase, lent: Lent): Promise<void> {
  const { sentAt, takenOverAt, reader } = lent;
  const opened = new Date(sentAt.getTime() - 10 * DAY);
  const consentId = layConsent(shelf, setting, file, { purpose: 'C03_TRANSFER', steps: ['give'], toPartner: true }, opened);
  layConsent(shelf, setting, file, { purpose: 'C20_CROSS_BORDER', steps: ['give'], toPartner: true }, opened);
  const id = randomUUID();
  const later = (days: number): Date => new Date(sentAt.getTime() + days * DAY);
  const owned = { org_id: setting.orgId, office_id: file.officeId, client_id: file.clientId, partner_id: partner.id };
  const clock = { ack_due: later(3), response_due: later(14), expires_at: later(30) };
  const answered = takenOverAt && {
    ...{ acknowledged_at: later(1), decided_at: later(2), decided_by: reader },
    ...{ started_on: dayOf(takenOverAt), taken_over_at: takenOverAt },
  };
  shelf.add(
    'referral',
    {
      ...{ id, ...owned, case_id: file.id, kind: 'TRANSFER', service: 'LEGAL', urgency: 'ROUTINE', purpose: 'C03_TRANSFER' },
      ...{ state: takenOverAt ? 'IN_SERVICE' : 'SENT', made_by: file.workerId, made_at: later(-1), consent_id: consentId },
      ...{ sent_by: file.coordinatorId, sent_at: sentAt, ...clock, ...answered, seal_version: 1, version: 3 },
    },
    { place: referralPlace({ id, clientId: file.clientId, sealVersion: 1 }), payload: WORDS },
  );
  await layPackage(shelf, { id, owned, consentId, sealedBy: file.coordinatorId, expiresAt: later(30) }, lent);
  if (takenOverAt) layMeeting(shelf, { id, owned, file, consentId, metAt: later(5) }, takenOverAt, reader);
  const ours = { by: file.workerId, at: later(-1) };
  layMoves(shelf, setting, file, { type: 'referral', id }, [
    { action: 'create', from: null, to: 'DRAFT', ...ours },
    { action: 'ready', from: 'DRAFT', to: 'READY', ...ours },
    { action: 'send', from: 'READY', to: 'SENT', by: file.coordinatorId, at: sentAt },
    ...(takenOverAt
      ? [
          { action: 'acknowledge', from: 'SENT', to: 'RECEIVED', by: reader, at: later(1) },
          { action: 'accept', from: 'RECEIVED', to: 'ACCEPTED', by: reader, at: later(2) },
          { action: 'meet', from: 'ACCEPTED', to: 'ACCEPTED', by: file.workerId, at: later(5) },
          { action: 'start', from: 'ACCEPTED', to: 'IN_SERVICE', by: reader, at: takenOverAt },
        ]
      : []),
  ]);
  if (!takenOverAt)
    layMoves(shelf, setting, file, { type: 'case', id: file.id }, [
      { action: 'offer_transfer', from: 'ACTIVE', to: 'TRANSFER_PENDING', by: file.coordinatorId, at: sentAt },
    ]);
}

interface Told {
  id: string;
  owned: { org_id: string; office_id: string; client_id: string; partner_id: string };
  consentId: string;
}

async function layPackage(
  shelf: Shelf,
  { id, owned, consentId, sealedBy, expiresAt }: Told & { sealedBy: string; expiresAt: Date },
  { keyId, publicKey, sentAt, takenOverAt }: Lent,
): Promise<void> {
  const items: PackageItem[] = [
    { kind: 'PSEUDONYM', pseudonym: `Alder ${id.slice(0, 4)}` },
    { kind: 'REQUEST', text: WORDS.words.request },
    { kind: 'WORK_DONE', text: WORDS.words.workDone },
    { kind: 'SAFETY', text: null },
    { kind: 'CONTACT_RULES', text: WORDS.words.contactRules },
  ];
  const route = { sender: owned.org_id, recipient: owned.partner_id, keyId, referralId: id, expiresAt: expiresAt.toISOString() };
  const { manifest, encapsulated, ciphertext } = await sealPackage(publicKey, items, route);
  shelf.add('referral_package', {
    ...{ id: newId(), ...owned, referral_id: id, recipient: owned.partner_id, key_id: keyId, seq: 1, purpose: 'C03_TRANSFER' },
    ...{ scope: WORDS.items, consent_id: consentId, manifest, kem: Buffer.from(encapsulated), ciphertext: Buffer.from(ciphertext) },
    ...{ sealed_by: sealedBy, sealed_at: sentAt, expires_at: expiresAt },
    ...{ opened_at: takenOverAt && new Date(sentAt.getTime() + DAY), owned_at: takenOverAt },
  });
}

function layMeeting(
  shelf: Shelf,
  { id, owned, file, consentId, metAt }: Told & { file: LaidCase; metAt: Date },
  takenOverAt: Date,
  reader: string,
): void {
  shelf.add(
    'handover',
    {
      ...{ referral_id: id, ...owned, case_id: file.id, recipient: owned.partner_id, purpose: 'C03_TRANSFER', scope: WORDS.items },
      ...{ consent_id: consentId, met_on: dayOf(metAt), recorded_by: file.workerId, recorded_at: metAt, seal_version: 1 },
      ...{ taken_over_at: takenOverAt, taken_over_by: reader },
    },
    {
      place: { table: 'handover', rowId: id, subjectId: owned.client_id, compartment: 'file', sealVersion: 1 },
      payload: { present: 'Lena B. of the association, and the two of us' },
    },
  );
}
