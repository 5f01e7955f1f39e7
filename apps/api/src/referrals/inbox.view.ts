import type {
  InboxLineView,
  InboxListView,
  InboxMessageView,
  InboxPackageView,
  InboxReferralView,
  InboxSealedPackageView,
} from '@panah/contracts/inbox.contract';
import type { Word } from '@panah/domain/access/access-table';
import { inboxActions, isRecalled } from '@panah/domain/referrals/inbox.rules';
import { hasWord } from '../platform/access/current-reach';
import type { InboxPage, InboxRow } from './inbox.records';
import type { LivePackage, SealedBytes } from './inbox-package.records';
import type { ReferralMessage } from './referral-message.records';

const REFERENCE_LENGTH = 6;

export const inboxListView = ({ rows, total, next }: InboxPage): InboxListView => ({ items: rows.map(inboxLineView), total, next });

function inboxLineView(row: InboxRow): InboxLineView {
  const { id, kind, service, urgency, state, sentAt, dueAt } = row;
  return {
    id,
    reference: id.slice(-REFERENCE_LENGTH),
    kind,
    service,
    urgency,
    state,
    sentAt: sentAt.toISOString(),
    due: dueAt && dueOf(row),
    dueAt: moment(dueAt),
    paused: state === 'INFO_REQUESTED',
    recalled: isRecalled(state),
  };
}

/** Everything beside the line is told of what is lent; of what was recalled only that it was, and what the partner itself wrote. */
export function inboxReferralView(
  row: InboxRow,
  packages: readonly LivePackage[],
  messages: readonly ReferralMessage[],
  names: Map<string, string>,
): InboxReferralView {
  return {
    ...inboxLineView(row),
    version: row.version,
    ackDue: row.ackDue.toISOString(),
    responseDue: row.responseDue.toISOString(),
    acknowledgedAt: moment(row.acknowledgedAt),
    askedAt: moment(row.askedAt),
    answeredAt: moment(row.answeredAt),
    decidedAt: moment(row.decidedAt),
    focalWorker: messages.findLast(({ kind }) => kind === 'ACCEPTANCE')?.text ?? null,
    declineReason: row.declineReason,
    startedOn: row.startedOn,
    completedAt: moment(row.completedAt),
    outcome: row.outcome,
    endedAt: moment(row.endedAt),
    endReason: row.endReason,
    deletionConfirmedAt: moment(row.deletionConfirmedAt),
    metOn: row.metOn,
    takenOverAt: moment(row.takenOverAt),
    packages: packages.map(packageView),
    messages: messages.map((message) => messageView(message, names)),
    actions: inboxActions(row).filter((action) => hasWord(`inbox:${action}` satisfies Word)),
  };
}

export function sealedPackageView({ id: referralId, partnerId }: InboxRow, orgId: string, sealed: SealedBytes): InboxSealedPackageView {
  const { id, seq, keyId, expiresAt, kem, ciphertext } = sealed;
  const { version, kinds, digest } = sealed.manifest;
  return {
    id,
    seq,
    manifest: { version, kinds, digest },
    kem: kem.toString('base64url'),
    ciphertext: ciphertext.toString('base64url'),
    sender: orgId,
    recipient: partnerId,
    keyId,
    referralId,
    expiresAt: expiresAt.toISOString(),
  };
}

const moment = (at: Date | null): string | null => at?.toISOString() ?? null;

function dueOf({ state }: InboxRow): string {
  if (isRecalled(state)) return 'CONFIRM_DELETION';
  return state === 'ACCEPTED' || state === 'IN_SERVICE' ? 'REPORT' : 'RESPOND';
}

function packageView({ id, seq, manifest, sealedAt, openedAt, expiresAt }: LivePackage): InboxPackageView {
  return {
    id,
    seq,
    kinds: manifest.kinds,
    sealedAt: sealedAt.toISOString(),
    openedAt: moment(openedAt),
    expiresAt: expiresAt.toISOString(),
  };
}

function messageView({ id, kind, at, byId, text }: ReferralMessage, names: Map<string, string>): InboxMessageView {
  return { id, kind, at: at.toISOString(), by: names.get(byId) ?? null, text };
}
