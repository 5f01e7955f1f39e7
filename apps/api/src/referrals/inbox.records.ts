import { Injectable } from '@nestjs/common';
import type { InboxQuery } from '@panah/contracts/inbox.contract';
import type { ReferralState } from '@panah/domain/referrals/referral.process';
import { currentActor } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import type { Statement } from '../platform/database/unit-of-work';
import { notFound } from '../platform/errors/problem';
import { cursorAfter, exactly, readCursor } from '../platform/http/keyset';

/** A referral as far as a partner has it: codes and dates; whose it is is known to the server alone. */
export interface InboxRow extends Record<string, unknown> {
  id: string;
  clientId: string;
  officeId: string;
  caseId: string;
  partnerId: string;
  consentId: string;
  purpose: string;
  kind: string;
  service: string;
  urgency: string;
  state: ReferralState;
  version: number;
  sentAt: Date;
  ackDue: Date;
  responseDue: Date;
  acknowledgedAt: Date | null;
  askedAt: Date | null;
  answeredAt: Date | null;
  decidedAt: Date | null;
  declineReason: string | null;
  startedOn: string | null;
  /** Of a case that is offered. */
  metOn: string | null;
  takenOverAt: Date | null;
  completedAt: Date | null;
  outcome: string | null;
  endedAt: Date | null;
  endReason: string | null;
  deletionConfirmedAt: Date | null;
  dueAt: Date | null;
}

export interface InboxPage {
  rows: InboxRow[];
  total: number;
  next: string | null;
}

/** R-AC-10: what is open to its partner; of what was completed the dates for 30 days, of what was recalled the notice until it says what it deleted. */
const LENT = `(r.state in ('SENT','RECEIVED','INFO_REQUESTED','ACCEPTED','IN_SERVICE') or (r.state = 'COMPLETED' and r.completed_at > now() - interval '30 days')
  or (r.state in ('REVOKED','DISCONTINUED','EXPIRED') and r.acknowledged_at is not null and r.deletion_confirmed_at is null))`;
const ADDRESSED = `r.org_id = $1 and r.partner_id = $2 and ${LENT}`;
/** As `reportDue` of the domain counts it, so that PostgreSQL can sort by it. */
const REPORT_DUE = `coalesce(r.feedback_at + interval '30 days', coalesce(r.started_on::timestamptz, r.decided_at) + interval '14 days')`;
const DUE = `case when r.state in ('SENT','RECEIVED') then r.response_due when r.state in ('ACCEPTED','IN_SERVICE') and r.taken_over_at is null then ${REPORT_DUE}
  when r.state in ('REVOKED','DISCONTINUED','EXPIRED') then r.ended_at end`;
const COLUMNS = `r.id, r.client_id as "clientId", r.office_id as "officeId", r.case_id as "caseId", r.partner_id as "partnerId", r.consent_id as "consentId", r.purpose,
  r.kind, r.service, r.urgency, r.state, r.version, r.sent_at as "sentAt", r.ack_due as "ackDue", r.response_due as "responseDue",
  r.acknowledged_at as "acknowledgedAt", r.asked_at as "askedAt", r.answered_at as "answeredAt", r.decided_at as "decidedAt", r.decline_reason as "declineReason",
  r.started_on as "startedOn",
  (select h.met_on::text from handover h where h.referral_id = r.id) as "metOn", r.taken_over_at as "takenOverAt", r.completed_at as "completedAt", r.outcome, r.ended_at as "endedAt", r.end_reason as "endReason",
  r.deletion_confirmed_at as "deletionConfirmedAt", ${DUE} as "dueAt"`;
const LIST = {
  name: 'inbox.list',
  text: `with lent as (select ${COLUMNS}, coalesce(${DUE}, 'infinity') as due_order from referral r where ${ADDRESSED})
         select l.*, ${exactly('due_order')} as "dueExactly", (select count(*)::int from lent) as total from lent l
          where $3::text is null or (l.due_order, l.id) > ($3::timestamptz, $4::uuid) order by l.due_order, l.id limit $5`,
};
const ONE = { name: 'inbox.one', text: `select ${COLUMNS} from referral r where ${ADDRESSED} and r.id = $3` };
const HOLD = { name: 'inbox.hold', text: `${ONE.text} for update of r` };
const ACT = { name: 'inbox.act', text: 'select app.act_for_referral($1) as opened' };

/** What each act of a partner writes on the referral: $1 its id, $2 the state it leads to, $3 who acts, $4 what they said by a code or a day. */
const WRITES = {
  acknowledge: 'acknowledged_at = now()',
  ask: 'asked_at = now(), answered_at = null',
  accept: 'decided_at = now(), decided_by = $3',
  decline: `decided_at = now(), decided_by = $3, decline_reason = $4, ended_at = now(), end_reason = 'DECLINED'`,
  start: 'started_on = $4::date',
  'take-over': 'started_on = $4::date, taken_over_at = now()',
  report: 'feedback_at = now()',
  complete: `completed_at = now(), feedback_at = now(), outcome = $4, ended_at = now(), end_reason = 'COMPLETED'`,
  discontinue: `ended_at = now(), end_reason = 'STOPPED'`,
  'confirm-deletion': 'deletion_confirmed_at = now(), deletion_confirmed_by = $3',
} as const;
export type InboxWrite = keyof typeof WRITES;

/** Every statement takes the same four values, whether its act needs them or not. */
const writing = (act: InboxWrite): Statement => ({
  name: `inbox.${act}`,
  text: `with said as (select $3::uuid as who, $4::text as what)
    update referral set state = $2, version = version + 1, ${WRITES[act].replace('$3', 'said.who').replace('$4', 'said.what')} from said where id = $1`,
});

/** The door to what was sent to a partner. Reach: addressed to the association of the one who asks, and still lent to it. */
@Injectable()
export class InboxRecords {
  async list({ limit = 25, cursor }: InboxQuery): Promise<InboxPage> {
    const [dueAt, id] = readCursor(cursor, 2) ?? [null, null];
    const rows = await currentWork().rows<InboxRow & { dueExactly: string | null; total: number }>(LIST, [
      ...addressee(),
      dueAt,
      id,
      limit + 1,
    ]);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    this.returned(page);
    return {
      rows: page,
      total: rows[0]?.total ?? (cursor ? page.length : 0),
      next: rows.length > limit && last ? cursorAfter([last.dueExactly ?? 'infinity', last.id]) : null,
    };
  }

  async get(id: string): Promise<InboxRow> {
    return this.found(id, await currentWork().row<InboxRow>(ONE, [...addressee(), id]));
  }

  /** From here on the transaction acts in the office that sent it. Nothing is held: what an act needs of consents it holds first, then the referral. */
  async act(id: string): Promise<InboxRow> {
    return this.acting(id, ONE);
  }

  /** As `act`, and nobody else moves the referral until this request is over. */
  async hold(id: string): Promise<InboxRow> {
    return this.acting(id, HOLD);
  }

  /** As `hold`, where the transaction acts for the referral already. */
  async holdActing(id: string): Promise<InboxRow> {
    return this.found(id, await currentWork().row<InboxRow>(HOLD, [...addressee(), id]));
  }

  /** @param said a code or a day, where the act says one */
  async write({ id }: InboxRow, act: InboxWrite, to: ReferralState, said: string | null = null): Promise<void> {
    currentLine().changed('state');
    await currentWork().change(writing(act), [id, to, currentActor().staffId, said]);
  }

  /** In one round trip; where the act does not open, nothing is found. */
  private async acting(id: string, statement: Statement): Promise<InboxRow> {
    const [act, row] = await Promise.all([
      currentWork().row<{ opened: unknown }>(ACT, [id]),
      currentWork().row<InboxRow>(statement, [...addressee(), id]),
    ]);
    return this.found(id, act?.opened ? row : null);
  }

  private found(id: string, row: InboxRow | null): InboxRow {
    currentLine().about('referral', id, row ?? {});
    if (!row) throw notFound();
    this.returned([row]);
    return row;
  }

  private returned(rows: readonly InboxRow[]): void {
    currentLine().returned(
      'referral',
      rows.map(({ id }) => id),
    );
  }
}

/** The organisation, and the association of the one who asks: the only one there is for them. */
function addressee(): [string, string] {
  const { orgId, partnerId } = currentActor();
  if (!partnerId) throw notFound();
  return [orgId, partnerId];
}
