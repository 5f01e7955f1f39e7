import { Injectable } from '@nestjs/common';
import type { Word } from '@panah/domain/access/access-table';
import { currentActor, reachValues, withinReachOfOne } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound, staleEdit } from '../platform/errors/problem';
import { newId } from '../platform/new-id';
import { ProcessSteps } from '../platform/process-steps';
import { Sealer } from '../platform/sealing/sealer';
import type { RiskOwner } from './risk.records';
import { type OpenPlan, planPlace, type SafetyPlanRow, type SafetyPlanSecrets } from './risk-assessment';

export type PlanPlain = Pick<SafetyPlanRow, 'outcome' | 'validFrom' | 'reviewOn'>;

const COLUMNS = `p.id, p.office_id as "officeId", p.client_id as "clientId", p.case_id as "caseId", p.author_id as "authorId", p.state, p.outcome,
  p.valid_from as "validFrom", p.review_on as "reviewOn", p.written_at as "writtenAt", p.sealed, p.seal_version as "sealVersion", p.version,
  (select count(*)::int from safety_plan e where e.case_id = p.case_id and e.state = 'SUPERSEDED') as earlier`;
const WITHIN = withinReachOfOne('p', 'client_id', 2);
const ONE = { name: 'safety-plan.one', text: `select ${COLUMNS} from safety_plan p where p.id = $1 and ${WITHIN}` };
const HOLD = { name: 'safety-plan.hold', text: `${ONE.text} for update of p` };
const CURRENT = {
  name: 'safety-plan.current',
  text: `select ${COLUMNS} from safety_plan p where p.case_id = $1 and p.state = 'CURRENT' and ${WITHIN}`,
};
const SUPERSEDE = {
  name: 'safety-plan.supersede',
  text: `update safety_plan set state = 'SUPERSEDED', superseded_at = now(), version = version + 1 where case_id = $1 and state = 'CURRENT'`,
};
const ADD = {
  name: 'safety-plan.add',
  text: `insert into safety_plan (id, org_id, office_id, client_id, case_id, author_id, state, outcome, valid_from, review_on, sealed)
         values ($1, $2, $3, $4, $5, $6, 'CURRENT', $7, $8, $9, $10)`,
};
const EDIT = {
  name: 'safety-plan.edit',
  text: `update safety_plan set outcome = $3, valid_from = $4, review_on = $5, sealed = $6, seal_version = seal_version + 1, version = version + 1
          where id = $1 and version = $2 and state = 'CURRENT'`,
};
const NO_LONGER_DUE = { name: 'safety-plan.no-longer-due', text: 'update case_file set safety_plan_due = null where id = $1' };

/** The door to the safety plans: one current a case, the earlier ones kept as they were. */
@Injectable()
export class SafetyPlanRecords {
  constructor(
    private readonly sealer: Sealer,
    private readonly steps: ProcessSteps,
  ) {}

  async current(caseId: string, word: Word = 'risk:read'): Promise<OpenPlan | null> {
    const row = await currentWork().row<SafetyPlanRow>(CURRENT, [caseId, ...reachValues(word)]);
    return row && this.open(row);
  }

  async get(id: string, word: Word = 'risk:read'): Promise<OpenPlan> {
    return this.found(await currentWork().row<SafetyPlanRow>(ONE, [id, ...reachValues(word)]), id);
  }

  async hold(id: string, word: Word): Promise<OpenPlan> {
    return this.found(await currentWork().row<SafetyPlanRow>(HOLD, [id, ...reachValues(word)]), id);
  }

  /** A new plan takes the place of the one before. */
  async add({ id: caseId, clientId, officeId }: RiskOwner, plain: PlanPlain, secrets: SafetyPlanSecrets): Promise<string> {
    const id = newId();
    const { orgId, staffId } = currentActor();
    currentLine()
      .about('safety_plan', id, { clientId, officeId })
      .changed(...Object.keys(plain), ...Object.keys(secrets));
    const sealed = await this.sealer.seal(planPlace({ id, clientId, sealVersion: 1 }), secrets);
    const { outcome, validFrom, reviewOn } = plain;
    await currentWork().change(SUPERSEDE, [caseId]);
    await currentWork().change(ADD, [id, orgId, officeId, clientId, caseId, staffId, outcome, validFrom, reviewOn, sealed]);
    await currentWork().change(NO_LONGER_DUE, [caseId]);
    await this.steps.record({ type: 'safety_plan', id, action: 'write', from: null, to: 'CURRENT', officeId, clientId, reason: outcome });
    return id;
  }

  /** Throws 412 with the names of the fields that others changed meanwhile. */
  async edit({ row, secrets: before }: OpenPlan, version: number, plain: PlanPlain, secrets: SafetyPlanSecrets): Promise<void> {
    const old: Record<string, unknown> = { ...row, ...before };
    const changed = Object.entries({ ...plain, ...secrets })
      .filter(([name, value]) => JSON.stringify(old[name] ?? null) !== JSON.stringify(value ?? null))
      .map(([name]) => name);
    if (row.version !== version) throw staleEdit(row.version, changed);
    currentLine().changed(...changed);
    const sealed = await this.sealer.seal(planPlace({ ...row, sealVersion: row.sealVersion + 1 }), secrets);
    await currentWork().change(EDIT, [row.id, version, plain.outcome, plain.validFrom, plain.reviewOn, sealed]);
    const { id, officeId, clientId } = row;
    await this.steps.record({ type: 'safety_plan', id, action: 'edit', from: 'CURRENT', to: 'CURRENT', officeId, clientId });
  }

  private async found(row: SafetyPlanRow | null, id: string): Promise<OpenPlan> {
    currentLine().about('safety_plan', id, row ? { clientId: row.clientId, officeId: row.officeId } : {});
    if (!row) throw notFound();
    return this.open(row);
  }

  private async open(row: SafetyPlanRow): Promise<OpenPlan> {
    currentLine().returned('safety_plan', [row.id]).opened('RISK');
    return { row, secrets: await this.sealer.open<SafetyPlanSecrets>(planPlace(row), row.sealed) };
  }
}
