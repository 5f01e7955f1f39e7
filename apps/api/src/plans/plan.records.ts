import { Injectable } from '@nestjs/common';
import type { PlanContent } from '@panah/domain/plans/plan-content';
import type { CaseFile } from '../cases/case.entity';
import { currentActor, reachValues, withinReachOfOne } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound, staleEdit } from '../platform/errors/problem';
import { newId } from '../platform/new-id';
import { ProcessSteps } from '../platform/process-steps';
import { Sealer } from '../platform/sealing/sealer';
import { type OpenPlan, planPlace, type PlanSecrets, type PlanState, type PlanVersion } from './plan.entity';

type PlanRow = PlanVersion & Record<string, unknown>;
export type PlanLine = Pick<PlanVersion, 'id' | 'number' | 'state' | 'savedAt' | 'approvedAt'>;

/** A step of a version, with what it leaves. */
export interface PlanMove {
  action: string;
  to: PlanState;
  secrets?: PlanSecrets;
  note?: string | null;
  reviewDue?: string;
}

const COLUMNS = `p.id, p.office_id as "officeId", p.client_id as "clientId", p.case_id as "caseId", p.number, p.state, p.author_ids as "authorIds",
  p.saved_at as "savedAt", p.submitted_at as "submittedAt", p.submitted_by as "submittedBy", p.returned_at as "returnedAt", p.returned_by as "returnedBy",
  p.approved_at as "approvedAt", p.approved_by as "approvedBy", p.review_due as "reviewDue", p.sealed, p.seal_version as "sealVersion", p.version`;
const LINES = {
  name: 'plan.lines',
  text: `select p.id, p.number, p.state, p.saved_at as "savedAt", p.approved_at as "approvedAt" from plan_version p
          where p.case_id = $1 and ${withinReachOfOne('p', 'client_id', 2)} order by p.number desc limit 100`,
};
const CURRENT = {
  name: 'plan.current',
  text: `select ${COLUMNS} from plan_version p where p.case_id = $1 and p.state in ('DRAFT', 'SUBMITTED', 'APPROVED') and ${withinReachOfOne('p', 'client_id', 2)}`,
};
const ONE = {
  name: 'plan.one',
  text: `select ${COLUMNS} from plan_version p where p.id = $1 and ${withinReachOfOne('p', 'client_id', 2)}`,
};
const BEFORE = {
  name: 'plan.before',
  text: `select ${COLUMNS} from plan_version p where p.case_id = $1 and p.number < $6 and ${withinReachOfOne('p', 'client_id', 2)} order by p.number desc limit 1`,
};
/** A step of the case holds the case; the version is held with it. */
const IN_HAND = {
  name: 'plan.in-hand',
  text: `select ${COLUMNS} from plan_version p where p.case_id = $1 and p.state in ('DRAFT', 'SUBMITTED') for update`,
};
const IN_FORCE = {
  name: 'plan.in-force',
  text: `select ${COLUMNS} from plan_version p where p.case_id = $1 and p.state = 'APPROVED' for update`,
};
const ADD = {
  name: 'plan.add',
  text: `insert into plan_version (id, org_id, office_id, client_id, case_id, number, author_ids, based_on_id, sealed)
         values ($1, $2, $3, $4, $5, (select coalesce(max(number), 0) + 1 from plan_version where case_id = $5), array[$6]::uuid[], $7, $8)`,
};
const KEEP = {
  name: 'plan.keep',
  text: `update plan_version set sealed = $3, seal_version = seal_version + 1, version = version + 1, saved_at = now(),
           author_ids = case when $4 = any(author_ids) then author_ids else author_ids || $4::uuid end where id = $1 and version = $2 and state = 'DRAFT'`,
};
const MOVE = {
  name: 'plan.move',
  text: `update plan_version set state = $3, version = version + 1,
           submitted_at = case $4 when 'submit' then now() when 'send_back' then null else submitted_at end,
           submitted_by = case $4 when 'submit' then $5::uuid when 'send_back' then null else submitted_by end,
           returned_at = case $4 when 'send_back' then now() else returned_at end, returned_by = case $4 when 'send_back' then $5::uuid else returned_by end,
           approved_at = case $4 when 'approve' then now() else approved_at end, approved_by = case $4 when 'approve' then $5::uuid else approved_by end,
           superseded_at = case $4 when 'supersede' then now() else superseded_at end, review_due = coalesce($6::date, review_due),
           sealed = coalesce($7, sealed), seal_version = seal_version + case when $7 is null then 0 else 1 end
         where id = $1 and version = $2`,
};

/** The door to the versions of case plans. Reach: the case's, in the class of plans. */
@Injectable()
export class PlanRecords {
  constructor(
    private readonly sealer: Sealer,
    private readonly steps: ProcessSteps,
  ) {}

  async lines(caseId: string): Promise<PlanLine[]> {
    const rows = await currentWork().rows<PlanLine & Record<string, unknown>>(LINES, [caseId, ...reachValues('plan:read')]);
    currentLine().returned(
      'plan_version',
      rows.map(({ id }) => id),
    );
    return rows;
  }

  /** The version in force, and the one being written or waiting for approval. */
  async current(caseId: string): Promise<OpenPlan[]> {
    return this.openAll(await currentWork().rows<PlanRow>(CURRENT, [caseId, ...reachValues('plan:read')]));
  }

  async get(id: string): Promise<OpenPlan> {
    const [plan] = await this.openAll(await currentWork().rows<PlanRow>(ONE, [id, ...reachValues('plan:read')]));
    currentLine().about('plan_version', id, plan ? { clientId: plan.row.clientId, officeId: plan.row.officeId } : {});
    if (!plan) throw notFound();
    return plan;
  }

  /** The version before one; null for the first. */
  async before({ row }: OpenPlan): Promise<OpenPlan | null> {
    const rows = await currentWork().rows<PlanRow>(BEFORE, [row.caseId, ...reachValues('plan:read'), row.number]);
    return (await this.openAll(rows))[0] ?? null;
  }

  /** The version being written or waiting, held; the caller holds or has reached the case. Null when there is none. */
  async holdInHand(caseId: string): Promise<OpenPlan | null> {
    return (await this.openAll(await currentWork().rows<PlanRow>(IN_HAND, [caseId])))[0] ?? null;
  }

  async holdInForce(caseId: string): Promise<OpenPlan | null> {
    return (await this.openAll(await currentWork().rows<PlanRow>(IN_FORCE, [caseId])))[0] ?? null;
  }

  /** A new draft of the one who is asking. */
  async add({ id: caseId, clientId, officeId }: CaseFile, content: PlanContent, basedOn: string | null): Promise<string> {
    const id = newId();
    const { orgId, staffId } = currentActor();
    currentLine().changed('plan');
    const sealed = await this.sealer.seal(planPlace({ id, clientId, sealVersion: 1 }), { ...content, returnReason: null });
    await currentWork().change(ADD, [id, orgId, officeId, clientId, caseId, staffId, basedOn, sealed]);
    await this.steps.record({ type: 'plan', id, action: 'begin', from: null, to: 'DRAFT', officeId, clientId });
    return id;
  }

  /** Saves a held draft over what its writer last saw. Throws 412 when it was saved elsewhere meanwhile. */
  async keep({ row, secrets }: OpenPlan, version: number, content: PlanContent): Promise<void> {
    const changed = changedIn(secrets, content);
    if (row.version !== version) throw staleEdit(row.version, changed);
    currentLine()
      .about('plan_version', row.id, row)
      .changed(...changed);
    const kept = { ...content, returnReason: secrets.returnReason };
    const sealed = await this.sealer.seal(planPlace({ ...row, sealVersion: row.sealVersion + 1 }), kept);
    await currentWork().change(KEEP, [row.id, version, sealed, currentActor().staffId]);
  }

  /** A step of a held version. */
  async move({ row }: OpenPlan, { action, to, secrets, note = null, reviewDue }: PlanMove): Promise<void> {
    const { id, clientId, officeId, state, version, sealVersion } = row;
    const sealed = secrets ? await this.sealer.seal(planPlace({ id, clientId, sealVersion: sealVersion + 1 }), secrets) : null;
    currentLine().changed('state');
    await currentWork().change(MOVE, [id, version, to, action, currentActor().staffId, reviewDue ?? null, sealed]);
    await this.steps.record({ type: 'plan', id, action, from: state, to, officeId, clientId, note });
  }

  private async openAll(rows: readonly PlanVersion[]): Promise<OpenPlan[]> {
    const secrets = await this.sealer.openMany<PlanSecrets>(rows.map((row) => ({ place: planPlace(row), sealed: row.sealed })));
    if (rows.length) currentLine().opened('PLAN');
    return rows.flatMap((row, at) => (secrets[at] ? [{ row, secrets: secrets[at] }] : []));
  }
}

const FIELDS = ['participation', 'participationReason', 'agreement', 'copyGiven', 'goals'] as const;

const changedIn = (before: PlanContent, after: PlanContent): string[] =>
  FIELDS.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
