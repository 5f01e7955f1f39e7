import { Injectable } from '@nestjs/common';
import type { Word } from '@panah/domain/access/access-table';
import { LATELY_DAYS, type StandingRisk } from '@panah/domain/risk/risk.rules';
import type { RiskAssessmentState } from '@panah/domain/risk/risk.process';
import type { RiskLevel } from '@panah/domain/vocabulary/cases';
import { currentActor, reachValues, withinReachOfOne } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound, staleEdit } from '../platform/errors/problem';
import { newId } from '../platform/new-id';
import { ProcessSteps } from '../platform/process-steps';
import { Sealer } from '../platform/sealing/sealer';
import { type OpenRisk, type RiskRow, riskPlace, type RiskSecrets } from './risk-assessment';

/** Whose an assessment is. */
export interface RiskOwner {
  id: string;
  clientId: string;
  officeId: string;
}

/** What becomes of an assessment besides its words. */
export interface RiskOutcome {
  state: RiskAssessmentState;
  action: string;
  assessedAt: Date;
  floor: RiskLevel;
  level: RiskLevel | null;
  previousLevel: RiskLevel | null;
  secondReason: string | null;
  confirmedBy?: string | null;
  reviewAt?: string | null;
}

/** What a draft shows in plain: what is sorted, and what the walls of the table compare. */
export type RiskPlain = Pick<RiskOutcome, 'assessedAt' | 'floor' | 'level'>;

const COLUMNS = `a.id, a.office_id as "officeId", a.client_id as "clientId", a.case_id as "caseId", a.author_id as "authorId", a.state, a.assessed_at as "assessedAt",
  a.floor, a.level, a.previous_level as "previousLevel", a.second_reason as "secondReason", a.confirmed_by as "confirmedBy", a.final_at as "finalAt",
  a.review_at as "reviewAt", a.sealed, a.seal_version as "sealVersion", a.version`;
const WITHIN = withinReachOfOne('a', 'client_id', 2);
/** $3 is the reader: a draft is its author's alone. */
const TOLD = `(a.state not in ('DRAFT', 'DISCARDED') or a.author_id = $3::uuid)`;
const ONE = { name: 'risk.one', text: `select ${COLUMNS} from risk_assessment a where a.id = $1 and ${WITHIN} and ${TOLD}` };
const HOLD = { name: 'risk.hold', text: `${ONE.text} for update` };
const OF_CASE = {
  name: 'risk.of-case',
  text: `select ${COLUMNS} from risk_assessment a where a.case_id = $1 and a.state <> 'DISCARDED' and ${WITHIN} and ${TOLD}
          order by a.assessed_at desc, a.id desc limit 60`,
};
const STANDING = {
  name: 'risk.standing',
  text: `select ${COLUMNS} from risk_assessment a where a.case_id = $1 and a.state = 'FINAL' and ${WITHIN} order by a.final_at desc limit 1`,
};
const LATELY = {
  name: 'risk.lately',
  text: `select f.risk_assessed_at as "assessedAt", array(select a.level from risk_assessment a where a.case_id = f.id and a.state = 'FINAL'
           and a.final_at > now() - make_interval(days => $2) and a.final_at >= coalesce((select max(c.final_at) from risk_assessment c
             where c.case_id = f.id and c.state = 'FINAL' and c.confirmed_by is not null), '-infinity')) as lately
           from case_file f where f.id = $1`,
};
const LEVELS = {
  name: 'risk.levels',
  text: `select client_id as "clientId", risk_level as level from case_file where client_id = any($1::uuid[]) and state <> 'CLOSED'`,
};
const ADD = {
  name: 'risk.add',
  text: `insert into risk_assessment (id, org_id, office_id, client_id, case_id, author_id, state, assessed_at, floor, level, sealed)
         values ($1, $2, $3, $4, $5, $6, 'DRAFT', $7, $8, $9, $10)`,
};
const KEEP = {
  name: 'risk.keep',
  text: `update risk_assessment set assessed_at = $3, floor = $4, level = $5, sealed = $6, seal_version = seal_version + 1, saved_at = now(), version = version + 1
          where id = $1 and version = $2`,
};
const SETTLE = {
  name: 'risk.settle',
  text: `update risk_assessment set state = $3, previous_level = $4, second_reason = $5, confirmed_by = $6, review_at = $7,
           proposed_at = case when $3 = 'WAITING' then now() else proposed_at end, final_at = case when $3 = 'FINAL' then now() end,
           sealed = case when $3 = 'DISCARDED' then null else sealed end, version = version + 1
          where id = $1 and version = $2`,
};
const OF_THE_CASE = {
  name: 'risk.set-on-case',
  text: `update case_file set risk_level = $2, risk_assessed_at = $3, risk_review_at = $4, safety_plan_due = $5 where id = $1`,
};
const FORCE = {
  name: 'risk.force-review',
  text: `update case_file set risk_review_at = least(risk_review_at, $2::timestamptz) where id = $1 and state <> 'CLOSED' returning risk_review_at as at`,
};

/** The door to the risk assessments. Reach: the team in the roles whose classes name risk, the coordinator's office. */
@Injectable()
export class RiskRecords {
  constructor(
    private readonly sealer: Sealer,
    private readonly steps: ProcessSteps,
  ) {}

  /** The level of each client's open case; null where nobody assessed it, absent where the reader sees no open case. */
  async levelOf(clientIds: readonly string[]): Promise<Map<string, RiskLevel | null>> {
    if (clientIds.length === 0) return new Map();
    const rows = await currentWork().rows<{ clientId: string; level: RiskLevel | null }>(LEVELS, [clientIds]);
    return new Map(rows.map(({ clientId, level }) => [clientId, level]));
  }

  /** Newest first. The caller has checked the case. */
  async ofCase(caseId: string): Promise<OpenRisk[]> {
    return this.open(await currentWork().rows<RiskRow>(OF_CASE, [caseId, ...reachValues('risk:read')]));
  }

  /** The assessment whose level stands; null before the first. The caller has checked the case. */
  async standing(caseId: string): Promise<OpenRisk | null> {
    return (await this.open(await currentWork().rows<RiskRow>(STANDING, [caseId, ...reachValues('risk:read')])))[0] ?? null;
  }

  /** What a new assessment is measured against; null before the first. The caller holds the case. */
  async standsOn({ id, riskLevel }: { id: string; riskLevel: string | null }): Promise<StandingRisk | null> {
    const row = await currentWork().row<{ assessedAt: Date | null; lately: RiskLevel[] }>(LATELY, [id, LATELY_DAYS]);
    if (!row || riskLevel === null) return null;
    return { level: riskLevel as RiskLevel, assessedAt: (row.assessedAt ?? new Date(0)).toISOString(), lately: row.lately };
  }

  async get(id: string, word: Word = 'risk:read'): Promise<OpenRisk> {
    return this.found(await currentWork().row<RiskRow>(ONE, [id, ...reachValues(word)]), id);
  }

  /** As `get`, and nobody else changes or confirms it until this request is over. */
  async hold(id: string, word: Word): Promise<OpenRisk> {
    return this.found(await currentWork().row<RiskRow>(HOLD, [id, ...reachValues(word)]), id);
  }

  /** A draft of the one who is asking. Returns its id. */
  async add({ id: caseId, clientId, officeId }: RiskOwner, plain: RiskPlain, secrets: RiskSecrets): Promise<string> {
    const id = newId();
    const { orgId, staffId } = currentActor();
    currentLine()
      .about('risk_assessment', id, { clientId, officeId })
      .changed('assessedAt', ...Object.keys(secrets));
    const sealed = await this.sealer.seal(riskPlace({ id, clientId, sealVersion: 1 }), secrets);
    await currentWork().change(ADD, [id, orgId, officeId, clientId, caseId, staffId, plain.assessedAt, plain.floor, plain.level, sealed]);
    return id;
  }

  /** Saves a draft over what its writer last saw. Throws 412 when it was saved elsewhere meanwhile. */
  async keep({ row, secrets: before }: OpenRisk, version: number, plain: RiskPlain, secrets: RiskSecrets): Promise<void> {
    const changed = Object.entries(secrets)
      .filter(([name, value]) => JSON.stringify(before?.[name as keyof RiskSecrets] ?? null) !== JSON.stringify(value ?? null))
      .map(([name]) => name);
    if (row.version !== version) throw staleEdit(row.version, changed);
    currentLine().changed(...changed);
    const sealed = await this.sealer.seal(riskPlace({ ...row, sealVersion: row.sealVersion + 1 }), secrets);
    await currentWork().change(KEEP, [row.id, version, plain.assessedAt, plain.floor, plain.level, sealed]);
  }

  /** A step of a held assessment; `note` is what somebody wrote about it. */
  async settle({ row }: OpenRisk, version: number, outcome: RiskOutcome, note: string | null = null): Promise<void> {
    const { state, action, previousLevel, secondReason, confirmedBy = null, reviewAt = null } = outcome;
    const { id, officeId, clientId } = row;
    currentLine().changed('state');
    await currentWork().change(SETTLE, [id, version, state, previousLevel, secondReason, confirmedBy, reviewAt]);
    await this.steps.record({
      type: 'risk_assessment',
      id,
      action,
      from: row.state,
      to: state,
      officeId,
      clientId,
      reason: outcome.level,
      note,
    });
  }

  /** What a final assessment leaves on its case (model 3.13). */
  async setOnCase(caseId: string, level: RiskLevel, assessedAt: Date, reviewAt: string, planDueAt: string | null): Promise<void> {
    currentLine().changed('riskLevel', 'riskReviewAt');
    await currentWork().change(OF_THE_CASE, [caseId, level, assessedAt, reviewAt, planDueAt]);
  }

  /** R-RI-04: risk of this case is looked at again by then, or sooner where it was due sooner. Gives when; null on a closed case. */
  async bringReviewForward(caseId: string, by: string): Promise<Date | null> {
    return (await currentWork().row<{ at: Date }>(FORCE, [caseId, by]))?.at ?? null;
  }

  private async found(row: RiskRow | null, id: string): Promise<OpenRisk> {
    currentLine().about('risk_assessment', id, row ? { clientId: row.clientId, officeId: row.officeId } : {});
    const [one] = row ? await this.open([row]) : [];
    if (!one) throw notFound();
    return one;
  }

  private async open(rows: readonly RiskRow[]): Promise<OpenRisk[]> {
    const sealed = rows.filter((row): row is RiskRow & { sealed: Buffer } => row.sealed !== null);
    const secrets = await this.sealer.openMany<RiskSecrets>(sealed.map((row) => ({ place: riskPlace(row), sealed: row.sealed })));
    const secretsOf = new Map(sealed.map((row, at) => [row.id, secrets[at] ?? null]));
    currentLine()
      .returned(
        'risk_assessment',
        rows.map(({ id }) => id),
      )
      .opened('RISK');
    return rows.map((row) => ({ row, secrets: secretsOf.get(row.id) ?? null }));
  }
}
