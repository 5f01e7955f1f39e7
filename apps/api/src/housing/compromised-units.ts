import { Injectable } from '@nestjs/common';
import { unitProcess, type UnitStanding } from '@panah/domain/housing/unit.process';
import { move } from '@panah/domain/process/process';
import { currentWork } from '../platform/database/current-work';
import { RiskEffects } from '../risk/risk-effects.records';
import { type OpenUnit, UnitRecords } from './unit.records';

interface Resident extends Record<string, unknown> {
  caseId: string;
  clientId: string;
  officeId: string;
}

const RESIDENTS = {
  name: 'housing-unit.residents',
  text: 'select case_id as "caseId", client_id as "clientId", office_id as "officeId" from app.residents_of($1)',
};

/** R-HO-04: a unit whose location is known to others. Nobody is matched with it any more, and risk of all who live there is looked at within 24 hours. */
@Injectable()
export class CompromisedUnits {
  constructor(
    private readonly units: UnitRecords,
    private readonly risk: RiskEffects,
  ) {}

  /** The last act of a request: for the rest of its transaction it acts for the whole office. Whose the reviews are is not told to whoever asked. */
  async mark(unit: OpenUnit, reason: string): Promise<void> {
    if (unit.row.status !== 'COMPROMISED') {
      const to = move(unitProcess, unit.row.status as UnitStanding, 'compromise');
      await this.units.move(unit, 'compromise', to, reason);
    }
    const residents = await currentWork().rows<Resident>(RESIDENTS, [unit.row.id]);
    for (const { caseId: id, clientId, officeId } of residents) await this.risk.forceReview({ id, clientId, officeId }, new Date());
  }
}
