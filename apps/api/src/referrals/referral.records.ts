import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Word } from '@panah/domain/access/access-table';
import { move } from '@panah/domain/process/process';
import { type ReferralEvent, referralProcess } from '@panah/domain/referrals/referral.process';
import type { ReferralEndReason } from '@panah/domain/vocabulary/referrals';
import type { ReachedCase } from '../cases/case.records';
import { currentActor, reachValues, withinReachOfOne } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import type { Statement } from '../platform/database/unit-of-work';
import { notFound, Problem, staleEdit } from '../platform/errors/problem';
import { ProcessSteps } from '../platform/process-steps';
import { Sealer } from '../platform/sealing/sealer';
import {
  type OpenReferral,
  type Referral,
  type ReferralChange,
  referralPlace,
  type ReferralPlain,
  type ReferralSecrets,
} from './referral.entity';

type Row = Referral & Record<string, unknown>;

const FIELDS =
  `id, orgId, officeId, clientId, caseId, partnerId, kind, service, urgency, purpose, state, madeBy, madeAt, consentId, sentBy, sentAt, calledAt,
  ackDue, responseDue, expiresAt, acknowledgedAt, askedAt, answeredAt, decidedBy, decidedAt, declineReason, startedOn, takenOverAt, feedbackAt, completedAt, outcome,
  endedAt, endReason, deletionConfirmedBy, deletionConfirmedAt, deletionHeardBy, deletionHeardOn, sealed, sealVersion, version`.split(
    /,\s*/,
  );
const columnOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const COLUMNS = FIELDS.map((field) => `r.${columnOf(field)} as "${field}"`).join(', ');
const ONE = {
  name: 'referral.one',
  text: `select ${COLUMNS} from referral r where r.id = $1 and ${withinReachOfOne('r', 'client_id', 2)}`,
};
const HOLD = { name: 'referral.hold', text: `${ONE.text} for update` };
/** For what acts for the client's office: a partner's act, a consent that ends, the clock. The walls of the table stand. */
const KNOWN = { name: 'referral.known', text: `select ${COLUMNS} from referral r where r.id = $1` };
const HOLD_KNOWN = { name: 'referral.hold-known', text: `${KNOWN.text} for update` };
const OF_CASE = {
  name: 'referral.of-case',
  text: `select ${COLUMNS} from referral r where r.case_id = $1 and ${withinReachOfOne('r', 'client_id', 2)}
          order by (r.ended_at is not null), r.made_at desc, r.id limit 100`,
};
/** What a consent carries; and what waits for one of this purpose that would name the partner. */
const RESTING_ON = {
  name: 'referral.resting-on',
  text: `select r.id from referral r where r.client_id = $2 and r.ended_at is null and (r.consent_id = $1
           or exists (select from referral_package p where p.referral_id = r.id and p.consent_id = $1 and p.ended_at is null)
           or (r.state = 'AWAITING_CONSENT' and r.purpose = $3 and r.partner_id = any($4::uuid[]))) order by r.id for update`,
};
const AT_PARTNER = {
  name: 'referral.at-partner',
  text: `select ${COLUMNS} from referral r where r.partner_id = $1 and r.sent_at is not null and r.ended_at is null order by r.id for update`,
};
const END = {
  name: 'referral.end',
  text: `update referral r set state = e.state, ended_at = $3, end_reason = $4, version = r.version + 1
           from unnest($1::uuid[], $2::text[]) as e (id, state) where r.id = e.id`,
};
const ADD = {
  name: 'referral.add',
  text: `insert into referral (id, org_id, office_id, client_id, case_id, partner_id, kind, service, urgency, purpose, made_by, sealed)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
};
const EDIT = {
  name: 'referral.edit',
  text: `update referral set partner_id = $3, kind = $4, service = $5, urgency = $6, purpose = $7, consent_id = $8, made_by = $9, sealed = $10,
           seal_version = seal_version + 1, version = version + 1 where id = $1 and version = $2`,
};
const REST_ON = { name: 'referral.rest-on', text: 'update referral set consent_id = $2, version = version + 1 where id = $1' };
/** One statement for each set of fields that a step changes; they are few. */
const moves = new Map<string, Statement>();

function moveStatement(fields: readonly string[]): Statement {
  const changes = fields.map((field, at) => `, ${columnOf(field)} = $${at + 4}`).join('');
  const made = moves.get(changes) ?? {
    name: `referral.move.${moves.size}`,
    text: `update referral set state = $3${changes}, version = version + 1 where id = $1 and version = $2`,
  };
  moves.set(changes, made);
  return made;
}

/** A step taken, and what it leaves on the row. */
export interface ReferralMove {
  event: ReferralEvent;
  change?: ReferralChange;
  /** A code. */
  reason?: string | null;
  note?: string | null;
}

/** The door to the referrals. Reach: the case team in roles whose classes name them, the coordinator's office; a partner comes by its own door. */
@Injectable()
export class ReferralRecords {
  constructor(
    private readonly sealer: Sealer,
    private readonly steps: ProcessSteps,
  ) {}

  /** What is open first, newest first. The caller has checked the case. */
  async ofCase(caseId: string): Promise<OpenReferral[]> {
    return this.open(await currentWork().rows<Row>(OF_CASE, [caseId, ...reachValues('referral:list')]));
  }

  async get(id: string, word: Word): Promise<OpenReferral> {
    return this.found(await currentWork().row<Row>(ONE, [id, ...reachValues(word)]), id);
  }

  /** As `get`, and nobody else moves or edits it until this request is over. Whoever asks for a consent too asks for that first. */
  async hold(id: string, word: Word): Promise<OpenReferral> {
    return this.found(await currentWork().row<Row>(HOLD, [id, ...reachValues(word)]), id);
  }

  /** For what acts for the client's office, past the reach of whoever began it; the walls of the table stand. */
  async known(id: string): Promise<OpenReferral> {
    return this.found(await currentWork().row<Row>(KNOWN, [id]), id);
  }

  async holdKnown(id: string): Promise<OpenReferral> {
    return this.found(await currentWork().row<Row>(HOLD_KNOWN, [id]), id);
  }

  /** Referrals that stop, or go on otherwise, when a consent no longer holds; held. */
  async restingOn(consentId: string, clientId: string, purpose: string, recipients: readonly string[]): Promise<string[]> {
    const rows = await currentWork().rows<{ id: string }>(RESTING_ON, [consentId, clientId, purpose, recipients]);
    return rows.map(({ id }) => id);
  }

  /** What was sent to a partner and is not over, in the offices for which this transaction acts; held. */
  async atPartner(partnerId: string): Promise<Referral[]> {
    const rows = await currentWork().rows<Row>(AT_PARTNER, [partnerId]);
    currentLine().returned(
      'referral',
      rows.map(({ id }) => id),
    );
    return rows;
  }

  async add({ id: caseId, clientId, officeId }: ReachedCase, plain: ReferralPlain, secrets: ReferralSecrets): Promise<string> {
    const id = randomUUID();
    const { orgId, staffId } = currentActor();
    currentLine()
      .about('referral', id, { clientId, officeId })
      .changed(...Object.keys(plain), ...Object.keys(secrets));
    const sealed = await this.sealer.seal(referralPlace({ id, clientId, sealVersion: 1 }), secrets);
    const { partnerId, kind, service, urgency, purpose } = plain;
    const values = [id, orgId, officeId, clientId, caseId, partnerId, kind, service, urgency, purpose, staffId, sealed];
    await currentWork().change(ADD, values);
    await this.steps.record({ type: 'referral', id, action: 'create', from: null, to: 'DRAFT', officeId, clientId });
    return id;
  }

  /** Throws 412 with the names of the fields that others changed meanwhile. Whoever edits has chosen what is in it. */
  async edit(
    { row, secrets: before }: OpenReferral,
    version: number,
    plain: ReferralPlain,
    secrets: ReferralSecrets,
    consentId: string | null,
  ): Promise<void> {
    const old: Record<string, unknown> = { ...row, ...before };
    const changed = Object.entries({ ...plain, ...secrets }).flatMap(([name, value]) =>
      JSON.stringify(old[name]) === JSON.stringify(value) ? [] : [name],
    );
    if (row.version !== version) throw staleEdit(row.version, changed);
    currentLine().changed(...changed);
    const sealed = await this.sealer.seal(referralPlace({ ...row, sealVersion: row.sealVersion + 1 }), secrets);
    const { partnerId, kind, service, urgency, purpose } = plain;
    const values = [row.id, version, partnerId, kind, service, urgency, purpose, consentId, currentActor().staffId, sealed];
    await currentWork().change(EDIT, values);
  }

  /** Takes a step of a held referral by the drawing, and leaves it in the history that the case team reads. */
  async move({ row }: OpenReferral, { event, change = {}, reason = null, note = null }: ReferralMove): Promise<void> {
    const { id, clientId, officeId, state: from, version } = row;
    const to = move(referralProcess, from, event);
    currentLine().changed('state', ...Object.keys(change));
    const values = [id, version, to, ...(Object.values(change) as unknown[])];
    if ((await currentWork().change(moveStatement(Object.keys(change)), values)) !== 1) throw new Problem(409, 'try-again');
    await this.steps.record({ type: 'referral', id, action: event, from, to, officeId, clientId, reason, note });
  }

  /** Ends referrals that are held, all at once and each by the drawing, with a line in the history of each. */
  async end(ending: readonly { row: Referral; event: ReferralEvent }[], reason: ReferralEndReason): Promise<void> {
    const steps = ending.map(({ row: { id, state: from, officeId, clientId }, event: action }) => {
      return { type: 'referral', id, action, from, to: move(referralProcess, from, action), officeId, clientId, reason };
    });
    currentLine().changed('state', 'endedAt', 'endReason');
    const ended = await currentWork().change(END, [steps.map(({ id }) => id), steps.map(({ to }) => to), new Date(), reason]);
    if (ended !== steps.length) throw new Problem(409, 'try-again');
    await this.steps.recordAll(steps);
  }

  /** A line in the history of a referral that stays where it is. */
  async leaveStep({ row: { id, clientId, officeId, state } }: OpenReferral, action: string): Promise<void> {
    await this.steps.record({ type: 'referral', id, action, from: state, to: state, officeId, clientId });
  }

  /** A newer consent carries it. */
  async restOn({ row: { id } }: OpenReferral, consentId: string): Promise<void> {
    await currentWork().change(REST_ON, [id, consentId]);
  }

  private async found(row: Referral | null, id: string): Promise<OpenReferral> {
    currentLine().about('referral', id, row ? { clientId: row.clientId, officeId: row.officeId } : {});
    const [referral] = row ? await this.open([row]) : [];
    if (!referral) throw notFound();
    return referral;
  }

  private async open(rows: readonly Referral[]): Promise<OpenReferral[]> {
    const opened = await this.sealer.openMany<ReferralSecrets>(rows.map((row) => ({ place: referralPlace(row), sealed: row.sealed })));
    currentLine().returned(
      'referral',
      rows.map(({ id }) => id),
    );
    return rows.flatMap((row, at) => (opened[at] ? [{ row, secrets: opened[at] }] : []));
  }
}
