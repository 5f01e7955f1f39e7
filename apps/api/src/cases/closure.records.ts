import { Injectable } from '@nestjs/common';
import type { ClosureStock } from '@panah/domain/cases/closure.rules';
import type { Proof } from '@panah/domain/cases/lost-contact.rules';
import { currentActor, reachValues, withinReachOfOne } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { newId } from '../platform/new-id';
import { type Place, Sealer } from '../platform/sealing/sealer';
import type { CaseFile } from './case.entity';

/** What a case leaves when it ends. */
export interface Closure {
  id: string;
  clientId: string;
  state: 'REQUESTED' | 'APPROVED' | 'REJECTED';
  reason: string;
  clientTold: 'YES' | 'NO';
  followUpAgreed: 'YES' | 'NO';
  outcomeReviewId: string | null;
  attempts: number | null;
  attemptChannels: number | null;
  attemptDays: number | null;
  requestedBy: string;
  requestedAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  retentionUntil: string | null;
  sealed: Buffer;
  sealVersion: number;
}

export interface Handover {
  to: string;
  what: string;
}

export interface ClosureSecrets {
  clientNotToldWhy: string | null;
  followUpChannel: string | null;
  followUpWords: string | null;
  checklist: readonly string[];
  safetyCheck: string | null;
  handover: Handover[];
  /** Needs that were open when the closure was asked for. */
  unmetNeeds: { id: string; code: string }[];
  unmetWords: string | null;
}

export interface OpenClosure {
  row: Closure;
  secrets: ClosureSecrets;
}

/** What is asked for: the stock that was taken, and what was found on file. */
export interface AskedClosure {
  stock: ClosureStock;
  secrets: ClosureSecrets;
  outcomeReviewId: string | null;
  proof: Proof | null;
}

const NOTHING_MORE: ClosureSecrets = {
  ...{ clientNotToldWhy: null, followUpChannel: null, followUpWords: null, checklist: [], safetyCheck: null },
  ...{ handover: [], unmetNeeds: [], unmetWords: null },
};

type Row = Closure & Record<string, unknown>;

const COLUMNS = `k.id, k.client_id as "clientId", k.state, k.reason, k.client_told as "clientTold", k.follow_up_agreed as "followUpAgreed", k.outcome_review_id as "outcomeReviewId",
  k.attempts, k.attempt_channels as "attemptChannels", k.attempt_days as "attemptDays", k.requested_by as "requestedBy", k.requested_at as "requestedAt",
  k.decided_by as "decidedBy", k.decided_at as "decidedAt", k.retention_until as "retentionUntil", k.sealed, k.seal_version as "sealVersion"`;
const LAST = {
  name: 'closure.last',
  text: `select ${COLUMNS} from case_closure k where k.case_id = $1 and ${withinReachOfOne('k', 'client_id', 2)} order by k.requested_at desc limit 1`,
};
const ASK = {
  name: 'closure.ask',
  text: `insert into case_closure (id, org_id, office_id, client_id, case_id, reason, client_told, follow_up_agreed, outcome_review_id, attempts, attempt_channels, attempt_days, requested_by, sealed)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
};
const TRANSFERRED = {
  name: 'closure.transferred',
  text: `insert into case_closure (id, org_id, office_id, client_id, case_id, state, reason, client_told, follow_up_agreed, requested_by, decided_by, decided_at, retention_until, sealed)
         values ($1, $2, $3, $4, $5, 'APPROVED', 'TRANSFERRED', 'YES', 'NO', $6, $7, now(), $8, $9)`,
};
const APPROVE = {
  name: 'closure.approve',
  text: `update case_closure set state = 'APPROVED', decided_by = $2, decided_at = now(), retention_until = $3, version = version + 1
          where case_id = $1 and state = 'REQUESTED' returning follow_up_agreed as "followUpAgreed"`,
};
const REJECT = {
  name: 'closure.reject',
  text: `update case_closure set state = 'REJECTED', decided_by = $2, decided_at = now(), version = version + 1 where case_id = $1 and state = 'REQUESTED'`,
};

/** The door to closures. The case has been reached, and for a change it is held. */
@Injectable()
export class ClosureRecords {
  constructor(private readonly sealer: Sealer) {}

  /** The last that was asked for on a case; null when none was. */
  async last(caseId: string): Promise<OpenClosure | null> {
    const row = await currentWork().row<Row>(LAST, [caseId, ...reachValues('closure:read')]);
    if (!row) return null;
    currentLine().opened('CLOSURE').returned('case_closure', [row.id]);
    return { row, secrets: await this.sealer.open<ClosureSecrets>(placeOf(row), row.sealed) };
  }

  async ask({ id: caseId, clientId, officeId }: CaseFile, { stock, secrets, outcomeReviewId, proof }: AskedClosure): Promise<void> {
    const id = newId();
    const { orgId, staffId } = currentActor();
    const sealed = await this.sealer.seal(placeOf({ id, clientId, sealVersion: 1 }), secrets);
    const told = [stock.reason, stock.clientTold, stock.followUp, outcomeReviewId];
    const lost = [proof?.attempts ?? null, proof?.channels ?? null, proof?.days ?? null];
    currentLine().changed('clientTold', 'followUp', 'unmetNeeds', 'handover', 'checklist');
    await currentWork().change(ASK, [id, orgId, officeId, clientId, caseId, ...told, ...lost, staffId, sealed]);
  }

  /** Keeps the day until which the case is kept; says whether a follow-up was agreed. */
  async approve(caseId: string, retentionUntil: string): Promise<boolean> {
    const approved = await currentWork().row<{ followUpAgreed: string }>(APPROVE, [caseId, currentActor().staffId, retentionUntil]);
    return approved?.followUpAgreed === 'YES';
  }

  /** A case went over: the person agreed to it, and whoever takes it over meets them from now on. */
  async transferred(
    { id: caseId, clientId, officeId }: Pick<CaseFile, 'id' | 'clientId' | 'officeId'>,
    askedBy: string,
    keptUntil: string,
  ): Promise<void> {
    const id = newId();
    const { orgId, staffId } = currentActor();
    const sealed = await this.sealer.seal(placeOf({ id, clientId, sealVersion: 1 }), NOTHING_MORE);
    await currentWork().change(TRANSFERRED, [id, orgId, officeId, clientId, caseId, askedBy, staffId, keptUntil, sealed]);
  }

  async reject(caseId: string): Promise<void> {
    await currentWork().change(REJECT, [caseId, currentActor().staffId]);
  }
}

const placeOf = ({ id, clientId, sealVersion }: Pick<Closure, 'id' | 'clientId' | 'sealVersion'>): Place => ({
  table: 'case_closure',
  rowId: id,
  subjectId: clientId,
  compartment: 'file',
  sealVersion,
});
