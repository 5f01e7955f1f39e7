import { Injectable } from '@nestjs/common';
import type { RiskLevel } from '@panah/domain/vocabulary/cases';
import { currentWork } from '../platform/database/current-work';
import { notFound } from '../platform/errors/problem';

/** What stands on the case itself about risk. */
export interface CaseSafety extends Record<string, unknown> {
  level: RiskLevel | null;
  assessedAt: Date | null;
  reviewAt: Date | null;
  planDueAt: Date | null;
  lastContactAt: Date | null;
  openedAt: Date;
  closed: boolean;
  /** A claim for protection ended in a final refusal: the floor is HIGH (model 3.2). */
  refusedForGood: boolean;
}

const OF_CASE = {
  name: 'case-safety.of-case',
  text: `select risk_level as level, risk_assessed_at as "assessedAt", risk_review_at as "reviewAt", safety_plan_due as "planDueAt",
           last_contact_at as "lastContactAt", created_at as "openedAt", state = 'CLOSED' as closed,
           risk_floor_from_claim as "refusedForGood" from case_file where id = $1`,
};

/** The days that follow from a level. The caller has checked the case. */
@Injectable()
export class CaseSafetyRecords {
  async ofCase(caseId: string): Promise<CaseSafety> {
    const row = await currentWork().row<CaseSafety>(OF_CASE, [caseId]);
    if (!row) throw notFound();
    return row;
  }
}
