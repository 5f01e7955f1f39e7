import { Injectable } from '@nestjs/common';
import { unitProcess, type UnitStanding } from '@panah/domain/housing/unit.process';
import { move } from '@panah/domain/process/process';
import { RiskEffects } from '../risk/risk-effects.records';
import { type OpenUnit, UnitRecords } from './unit.records';

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
    const residents = await this.units.residents(unit.row.id);
    for (const { caseId: id, clientId, officeId } of residents) await this.risk.forceReview({ id, clientId, officeId }, new Date());
  }
}
