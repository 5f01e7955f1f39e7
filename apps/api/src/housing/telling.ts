import { Injectable } from '@nestjs/common';
import { RuleBroken } from '@panah/domain/process/process';
import { type Grant, Grants } from '../consents/grants.records';
import { ProviderRecords } from './provider.records';
import { type OpenUnit, UnitRecords } from './unit.records';

/** Whom an offer tells, and leave to do so (R-CO-01). */
@Injectable()
export class Telling {
  constructor(
    private readonly grants: Grants,
    private readonly providers: ProviderRecords,
    private readonly units: UnitRecords,
  ) {}

  /** A unit of the office of a placement that the caller has reached. */
  unit(id: string | null, officeId: string): Promise<OpenUnit> {
    return this.units.ofOffice(id ?? '', officeId);
  }

  /** Leave to tell the provider of a unit. @throws RuleBroken `consent-missing` */
  async ofUnit(clientId: string, { row }: OpenUnit, scope: readonly string[]): Promise<Grant> {
    return this.to(clientId, await this.providers.recipientOf(row.providerId), scope);
  }

  /** @throws RuleBroken `consent-missing`, or `placement-scope` when nothing is to be told */
  to(clientId: string, recipient: string, scope: readonly string[]): Promise<Grant> {
    if (scope.length === 0) throw new RuleBroken('placement-scope', {}, { scope: ['missing'] });
    return this.grants.forRecipient({ clientId, purpose: 'C05_HOUSING', recipient, scope });
  }
}
