import { Injectable } from '@nestjs/common';
import { rulesFrom } from '@panah/domain/asylum/country-profile';
import { reckon, type Reckoning } from '@panah/domain/asylum/legal-deadline';
import { dayAt } from '@panah/domain/staff/office-calendar';
import type { DecisionType, ProcedureType, ServiceMethod, SuspensiveEffect } from '@panah/domain/vocabulary/claims';
import type { DeadlineTrigger, DeadlineType } from '@panah/domain/vocabulary/legal-deadlines';
import type { Job, JobWork } from '../platform/jobs/jobs';
import { newId } from '../platform/new-id';
import { raiseAsJob, settleAsJob } from '../tasks/task.records';
import { DEADLINE_TASKS } from './claim-deadlines';
import { PROFILE_COLUMNS, profileFrom, type ProfileRow } from './profile.records';

interface Stale {
  id: string;
  orgId: string;
  officeId: string;
  clientId: string;
  caseId: string;
  country: string;
  type: DeadlineType;
  trigger: DeadlineTrigger;
  triggerDate: string;
  method: ServiceMethod | null;
  dueOn: string | null;
  ownerId: string;
  timeZone: string;
  procedure: ProcedureType;
  decision: DecisionType | null;
  suspensive: SuspensiveEffect | null;
  revision: string;
}

const STALE = `select d.id, d.org_id as "orgId", d.office_id as "officeId", d.client_id as "clientId", d.case_id as "caseId", d.country, d.type, d.trigger, d.trigger_date as "triggerDate",
    d.service_method as method, d.due_on as "dueOn", d.owner_id as "ownerId", d.time_zone as "timeZone", c.procedure_type as procedure, x.decision_type as decision, x.suspensive, n.revision
  from legal_deadline d join (select org_id, country, max(revision) as revision from country_profile_value group by 1, 2) n on n.org_id = d.org_id and n.country = d.country and n.revision > d.revision
  join protection_claim c on c.id = d.claim_id left join claim_decision x on x.id = d.decision_id
 where d.state = 'OPEN' and d.rule_code is not null order by d.id limit 1000`;
const VALUES = `select ${PROFILE_COLUMNS} from country_profile_value v where v.org_id = $1 and v.country = $2`;
const RECKON = `update legal_deadline set due_on = $2, internal_due_on = $3, gap = $4, rule_code = coalesce($5, rule_code), rule_number = $6, revision = $7, version = version + 1 where id = $1 and revision < $7 returning id`;
const SEEN = 'update legal_deadline set revision = $2 where id = $1 and revision < $2';
const KEEP = `insert into deadline_reckoning (id, org_id, office_id, client_id, deadline_id, because, reckoning, due_on) values ($1, $2, $3, $4, $5, 'RULE_CHANGED', $6::jsonb, $7)`;

/** After each verification, within a minute: open deadlines that rest on a country's rules are reckoned anew, the old value stays beside the new (R-AS-02). */
@Injectable()
export class ReckonJob implements Job {
  readonly name = 'reckon-deadlines';
  readonly cron = '* * * * *';

  async run(work: JobWork): Promise<void> {
    const profiles = new Map<string, ReturnType<typeof profileFrom>>();
    for (const stale of await work.rows<Stale>(STALE)) {
      const key = `${stale.orgId}/${stale.country}`;
      const profile = profiles.get(key) ?? profileFrom(stale.country, await work.rows<ProfileRow>(VALUES, [stale.orgId, stale.country]));
      profiles.set(key, profile);
      const { type, trigger, triggerDate: on, procedure, decision, suspensive, method } = stale;
      const rule = rulesFrom(profile, { trigger, on, procedure, decision, suspensive }).find(({ value }) => value.type === type) ?? null;
      await this.apply(work, stale, reckon(profile, rule, { trigger, on, method }));
    }
  }

  private async apply(work: JobWork, stale: Stale, found: Reckoning): Promise<void> {
    const { id, orgId, officeId, clientId, caseId, ownerId, revision, timeZone } = stale;
    if (found.dueOn === stale.dueOn) {
      await work.rows(SEEN, [id, revision]);
      return;
    }
    // two servers may look at the same minute: whoever comes second finds it done
    const values = [id, found.dueOn, found.internalDueOn, found.gap, found.ruleCode, found.ruleVersion, revision];
    if (!(await work.rows(RECKON, values)).length) return;
    await work.rows(KEEP, [newId(), orgId, officeId, clientId, id, JSON.stringify(found), found.dueOn]);
    await work.record({ word: 'deadline:reckon', orgId, officeId, subjectType: 'legal_deadline', subjectId: id, reason: 'RULE_CHANGED' });
    for (const kind of DEADLINE_TASKS) await settleAsJob(work, kind, id);
    const kind = found.gap ? 'ASK_LAWYER' : 'DEADLINE_RECKONED';
    await raiseAsJob(work, {
      kind,
      caseId,
      ownerId,
      dueOn: dayAt(new Date().toISOString(), timeZone),
      recordId: id,
      dedupeKey: `${id}/${revision}`,
    });
  }
}
