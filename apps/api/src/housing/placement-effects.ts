import { Injectable } from '@nestjs/common';
import { addDays } from '@panah/domain/dates/calendar-days';
import { FOLLOW_UP_DAYS, forcesRiskReview, VISIT_AFTER_DAYS, wantsTalk } from '@panah/domain/housing/placement.rules';
import type { Destination } from '@panah/domain/vocabulary/housing';
import type { TaskKind } from '@panah/domain/vocabulary/tasks';
import { CaseRecords } from '../cases/case.records';
import { ResidenceRecords } from '../clients/residence.records';
import { currentActor } from '../platform/access/current-reach';
import { RiskEffects } from '../risk/risk-effects.records';
import { TaskRecords } from '../tasks/task.records';
import type { Placement } from './placement.entity';
import type { OpenUnit } from './unit.records';
import { UnitRecords } from './unit.records';

type Stay = Pick<Placement, 'id' | 'caseId' | 'clientId' | 'officeId'>;

/** What a step of a placement brings with it, in the same transaction (model 3.3, 3.13). The caller holds the placement. */
@Injectable()
export class PlacementEffects {
  constructor(
    private readonly tasks: TaskRecords,
    private readonly residences: ResidenceRecords,
    private readonly units: UnitRecords,
    private readonly risk: RiskEffects,
    private readonly cases: CaseRecords,
  ) {}

  /** The day it is in the office of a case that the caller has reached. */
  async today(caseId: string): Promise<string> {
    return this.cases.todayOn(caseId);
  }

  /** The address goes into the history of where the person lives, unread; a visit in a week, and how they live now as an outcome (D02). */
  async movedIn(stay: Stay, unit: OpenUnit, on: string, today: string): Promise<void> {
    const { city, address } = await this.units.locationOf(unit);
    const home = { from: on, country: unit.row.country, city: city ?? unit.words.city, address };
    await this.residences.begin({ id: stay.clientId, officeId: stay.officeId }, home);
    await this.raise(stay, 'HOUSING_VISIT', addDays(today, VISIT_AFTER_DAYS), currentActor().staffId);
    await this.raise(stay, 'HOUSING_OUTCOME', addDays(today, VISIT_AFTER_DAYS));
  }

  /** Nobody was asked beforehand: a coordinator takes note, and the place is looked at again, both within 24 hours. */
  async inEmergency(stay: Stay, today: string): Promise<void> {
    await this.raise(stay, 'HOUSING_EMERGENCY', addDays(today, 1));
    await this.raise(stay, 'HOUSING_REVIEW', addDays(today, 1));
  }

  /** R-HO-06 */
  async declined(stay: Stay, declines: number, today: string): Promise<void> {
    if (wantsTalk(declines)) await this.raise(stay, 'HOUSING_TALK', today);
  }

  async ranOut(stay: Stay, today: string): Promise<void> {
    await this.raise(stay, 'HOUSING_OFFER_OVER', today);
  }

  /** Consent to tell the provider has ended while somebody lives there, or is to: it is talked about, nothing is taken away (model 3.13). */
  async consentEnded(stay: Pick<Stay, 'id' | 'caseId' | 'clientId'>, today: string): Promise<void> {
    await this.raise(stay, 'HOUSING_CONSENT_TALK', today);
  }

  async endSet(stay: Stay, plannedEndOn: string, hasNextPlan: boolean): Promise<void> {
    await this.tasks.settle('HOUSING_LEAVING', stay.id);
    await this.raise(stay, 'HOUSING_LEAVING', plannedEndOn, currentActor().staffId);
    if (hasNextPlan) await this.nextPlanned(stay.id);
  }

  /** R-HO-08: nothing left to plan. */
  async nextPlanned(placementId: string): Promise<void> {
    for (const kind of ['HOUSING_NEXT', 'HOUSING_NEXT_LATE'] as const) await this.tasks.settle(kind, placementId);
  }

  async goesOn(placementId: string): Promise<void> {
    await this.tasks.settle('HOUSING_LEAVING', placementId);
    await this.nextPlanned(placementId);
  }

  /** The line of the residence ends; somebody asks after a month and after half a year; R-RI-04 where nobody knows, or fears, where they are. */
  async movedOut(
    stay: Stay & { movedInOn: string },
    on: string,
    to: Destination,
    safety: 'SAFE' | 'COMPROMISED',
    today: string,
  ): Promise<void> {
    await this.residences.end(stay.clientId, stay.movedInOn, on, safety);
    for (const kind of ['HOUSING_VISIT', 'HOUSING_REVIEW'] as const) await this.tasks.settle(kind, stay.id);
    await this.goesOn(stay.id);
    for (const days of FOLLOW_UP_DAYS)
      await this.raise(stay, 'HOUSING_FOLLOW_UP', addDays(on > today ? today : on, days), null, `${stay.id}:${days}`);
    if (forcesRiskReview(to))
      await this.risk.forceReview({ id: stay.caseId, clientId: stay.clientId, officeId: stay.officeId }, new Date());
  }

  private async raise(
    { id, caseId, clientId }: Pick<Stay, 'id' | 'caseId' | 'clientId'>,
    kind: TaskKind,
    dueOn: string,
    ownerId: string | null = null,
    dedupeKey?: string,
  ): Promise<void> {
    await this.tasks.raise({ kind, caseId, clientId, dueOn, recordId: id, ownerId, ...(dedupeKey ? { dedupeKey } : {}) });
  }
}
