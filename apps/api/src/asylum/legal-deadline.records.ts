import { Injectable } from '@nestjs/common';
import type { LegalDeadlineAction, LegalDeadlineState } from '@panah/domain/asylum/legal-deadline.process';
import type { Reckoning } from '@panah/domain/asylum/legal-deadline';
import type { Word } from '@panah/domain/access/access-table';
import type { DeadlineType, ReckonedBecause } from '@panah/domain/vocabulary/legal-deadlines';
import { currentActor, reachValues, withinReachOfOne } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound } from '../platform/errors/problem';
import { newId } from '../platform/new-id';
import { ProcessSteps } from '../platform/process-steps';
import { Sealer } from '../platform/sealing/sealer';
import type { ClaimRow } from './claim';
import {
  type DeadlineEnd,
  deadlinePlace,
  type DeadlineRow,
  type DeadlineSecrets,
  type NewDeadline,
  type OpenDeadline,
  type ReckoningRow,
} from './legal-deadline.entity';

const COLUMNS = `d.id, d.office_id as "officeId", d.client_id as "clientId", d.case_id as "caseId", d.claim_id as "claimId", d.decision_id as "decisionId", d.country, d.type,
  d.rule_code as "ruleCode", d.trigger, d.trigger_date as "triggerDate", d.service_method as "serviceMethod", d.due_on as "dueOn", d.internal_due_on as "internalDueOn", d.gap,
  d.time_zone as "timeZone", d.owner_id as "ownerId", d.state, d.met_on as "metOn", d.evidence_id as "evidenceId", d.confirmed_on as "confirmedOn", d.extends_id as "extendsId",
  d.remedy, d.our_fault as "ourFault", d.reviewed_at as "reviewedAt", d.sealed, d.seal_version as "sealVersion", d.version`;
const ONE = {
  name: 'deadline.one',
  text: `select ${COLUMNS} from legal_deadline d where d.id = $1 and ${withinReachOfOne('d', 'client_id', 2)}`,
};
const HOLD = { name: 'deadline.hold', text: `${ONE.text} for update` };
const OF = {
  name: 'deadline.of-claims',
  text: `select ${COLUMNS} from legal_deadline d where d.claim_id = any($1::uuid[]) order by (d.state <> 'OPEN'), d.due_on nulls first, d.id limit 400`,
};
const RECKONINGS = {
  name: 'deadline.reckonings',
  text: `select r.deadline_id as "deadlineId", r.because, r.reckoning, r.due_on as "dueOn", r.reckoned_by as by, r.reckoned_at as at from deadline_reckoning r
          where r.deadline_id = any($1::uuid[]) order by r.reckoned_at desc, r.id desc`,
};
const ADD = {
  name: 'deadline.add',
  text: `insert into legal_deadline (id, org_id, office_id, client_id, case_id, claim_id, decision_id, country, type, rule_code, rule_number, trigger, trigger_date, service_method,
           due_on, internal_due_on, gap, time_zone, revision, owner_id, extends_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)`,
};
const KEEP = {
  name: 'deadline.keep-reckoning',
  text: `insert into deadline_reckoning (id, org_id, office_id, client_id, deadline_id, because, reckoning, due_on, reckoned_by) values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9)`,
};
const RECKON = {
  name: 'deadline.reckon',
  text: `update legal_deadline set rule_code = $2, rule_number = $3, trigger_date = $4, service_method = $5, due_on = $6, internal_due_on = $7, gap = $8, revision = $9,
           sealed = coalesce($10, sealed), seal_version = seal_version + case when $10 is null then 0 else 1 end, version = version + 1 where id = $1`,
};
const END = {
  name: 'deadline.end',
  text: `update legal_deadline set state = $2, ended_at = now(), ended_by = $3, met_on = $4, evidence_id = $5, confirmed_on = $6, sealed = coalesce($7, sealed),
           seal_version = seal_version + case when $7 is null then 0 else 1 end, version = version + 1 where id = $1`,
};
const REVIEW = {
  name: 'deadline.review',
  text: `update legal_deadline set remedy = $2, our_fault = $3, reviewed_at = now(), reviewed_by = $4, sealed = $5, seal_version = seal_version + 1, version = version + 1 where id = $1`,
};
const OPEN_OF = {
  name: 'deadline.open-of-claim',
  text: `select ${COLUMNS} from legal_deadline d where d.claim_id = $1 and d.state = 'OPEN' and ($2::text[] is null or d.type = any($2)) order by d.due_on nulls first, d.id for update`,
};
const OF_DECISION = {
  name: 'deadline.of-decision',
  text: `select ${COLUMNS} from legal_deadline d where d.decision_id = $1 and d.state = 'OPEN' order by d.id for update`,
};
const NEWEST = {
  name: 'deadline.newest-of-type',
  text: `select ${COLUMNS} from legal_deadline d where d.claim_id = $1 and d.type = $2 order by d.opened_at desc, d.id desc limit 1`,
};
/** The lawyer on the team, the one who is asking before others; otherwise the primary worker. */
const OWNER = {
  name: 'deadline.owner',
  text: `select coalesce((select t.staff_id from case_team t where t.client_id = f.client_id and t.role = 'LEGAL' and t.starts_at <= now() and t.ended_at is null
             and (t.ends_at is null or t.ends_at > now()) order by (t.staff_id = $2) desc, t.starts_at, t.id limit 1), f.primary_worker_id, $2) as id
           from case_file f where f.id = $1`,
};

/** The door to legal deadlines. Reach: the team in the roles whose classes name claims, the coordinator's office. */
@Injectable()
export class LegalDeadlineRecords {
  constructor(
    private readonly sealer: Sealer,
    private readonly steps: ProcessSteps,
  ) {}

  /** Of claims that the caller has reached; open ones first, by their day, those without one before all. */
  async of(claimIds: readonly string[]): Promise<OpenDeadline[]> {
    return this.open(await currentWork().rows<DeadlineRow>(OF, [claimIds]));
  }

  /** How each was reckoned, the newest first. */
  async reckonings(ids: readonly string[]): Promise<ReckoningRow[]> {
    return ids.length ? currentWork().rows<ReckoningRow>(RECKONINGS, [ids]) : [];
  }

  async get(id: string, word: Word = 'deadline:read'): Promise<OpenDeadline> {
    return this.found(await currentWork().row<DeadlineRow>(ONE, [id, ...reachValues(word)]), id);
  }

  async hold(id: string, word: Word): Promise<OpenDeadline> {
    return this.found(await currentWork().row<DeadlineRow>(HOLD, [id, ...reachValues(word)]), id);
  }

  /** Open deadlines of a reached claim, held; of some types or all. */
  async openOf(claimId: string, types: readonly DeadlineType[] | null = null): Promise<DeadlineRow[]> {
    return currentWork().rows<DeadlineRow>(OPEN_OF, [claimId, types]);
  }

  async ofDecision(decisionId: string): Promise<DeadlineRow[]> {
    return currentWork().rows<DeadlineRow>(OF_DECISION, [decisionId]);
  }

  async newestOf(claimId: string, type: DeadlineType): Promise<DeadlineRow | null> {
    return currentWork().row<DeadlineRow>(NEWEST, [claimId, type]);
  }

  async ownerOn(caseId: string): Promise<string> {
    return (await currentWork().row<{ id: string }>(OWNER, [caseId, currentActor().staffId]))?.id ?? currentActor().staffId;
  }

  async add(
    claim: ClaimRow,
    { type, reckoning, timeZone, revision, ownerId, decisionId = null, extendsId = null, because = 'FIRST' }: NewDeadline,
  ): Promise<string> {
    const id = newId();
    const { officeId, clientId, caseId } = claim;
    const { ruleCode, ruleVersion, trigger, triggerDate, method, dueOn, internalDueOn, gap } = reckoning;
    currentLine().changed('deadlines');
    await currentWork().change(ADD, [
      id,
      currentActor().orgId,
      officeId,
      clientId,
      caseId,
      claim.id,
      decisionId,
      claim.country,
      type,
      // where no rule is known yet, the deadline waits for one of this name
      ruleCode ?? (gap ? type : null),
      ruleVersion,
      trigger,
      triggerDate,
      method,
      dueOn,
      internalDueOn,
      gap,
      timeZone,
      revision,
      ownerId,
      extendsId,
    ]);
    await this.keep({ id, officeId, clientId }, because, reckoning);
    await this.steps.record({ type: 'legal_deadline', id, action: 'open', from: null, to: 'OPEN', officeId, clientId, reason: type });
    return id;
  }

  /** R-AS-02: another day, with how it was found; the former stays beside it. */
  async reckon(
    row: DeadlineRow,
    because: ReckonedBecause,
    reckoning: Reckoning,
    revision: number,
    words: string | null = null,
  ): Promise<void> {
    const { ruleCode, ruleVersion, triggerDate, method, dueOn, internalDueOn, gap } = reckoning;
    currentLine().changed('dueOn');
    const sealed = words === null ? null : await this.sealer.seal(deadlinePlace({ ...row, sealVersion: row.sealVersion + 1 }), { words });
    const rule = ruleCode ?? (gap ? row.ruleCode : null);
    await currentWork().change(RECKON, [row.id, rule, ruleVersion, triggerDate, method, dueOn, internalDueOn, gap, revision, sealed]);
    await this.keep(row, because, reckoning);
    await this.step(row, 'reckon', 'OPEN', because);
  }

  async end(
    row: DeadlineRow,
    action: LegalDeadlineAction,
    to: LegalDeadlineState,
    { metOn = null, evidenceId = null, confirmedOn = null, words = null }: DeadlineEnd = {},
  ): Promise<void> {
    currentLine().changed('state');
    const sealed = words ? await this.sealer.seal(deadlinePlace({ ...row, sealVersion: row.sealVersion + 1 }), { words }) : null;
    await currentWork().change(END, [row.id, to, currentActor().staffId, metOn, evidenceId, confirmedOn, sealed]);
    await this.step(row, action, to);
  }

  async review({ row, secrets }: OpenDeadline, remedy: string, ourFault: boolean, whoKnew: string): Promise<void> {
    currentLine().changed('remedy', 'whoKnew');
    const sealed = await this.sealer.seal(deadlinePlace({ ...row, sealVersion: row.sealVersion + 1 }), { ...secrets, whoKnew });
    await currentWork().change(REVIEW, [row.id, remedy, ourFault, currentActor().staffId, sealed]);
    await this.step(row, 'review', row.state, remedy);
  }

  private async keep(
    { id, officeId, clientId }: Pick<DeadlineRow, 'id' | 'officeId' | 'clientId'>,
    because: ReckonedBecause,
    reckoning: Reckoning,
  ): Promise<void> {
    const { orgId, staffId } = currentActor();
    await currentWork().change(KEEP, [
      newId(),
      orgId,
      officeId,
      clientId,
      id,
      because,
      JSON.stringify(reckoning),
      reckoning.dueOn,
      staffId,
    ]);
  }

  private async step(
    { id, officeId, clientId, state: from }: DeadlineRow,
    action: string,
    to: string,
    reason: string | null = null,
  ): Promise<void> {
    await this.steps.record({ type: 'legal_deadline', id, action, from, to, officeId, clientId, reason });
  }

  private async found(row: DeadlineRow | null, id: string): Promise<OpenDeadline> {
    currentLine().about('legal_deadline', id, row ? { clientId: row.clientId, officeId: row.officeId } : {});
    const [deadline] = row ? await this.open([row]) : [];
    if (!deadline) throw notFound();
    currentLine().returned('legal_deadline', [id]);
    return deadline;
  }

  private async open(rows: readonly DeadlineRow[]): Promise<OpenDeadline[]> {
    const written = rows.filter((row): row is DeadlineRow & { sealed: Buffer } => row.sealed !== null);
    const opened = await this.sealer.openMany<DeadlineSecrets>(written.map((row) => ({ place: deadlinePlace(row), sealed: row.sealed })));
    const secretsOf = new Map(written.map(({ id }, at) => [id, opened[at]]));
    if (rows.length) currentLine().opened('CLAIMS');
    return rows.map((row) => ({ row, secrets: secretsOf.get(row.id) ?? {} }));
  }
}
