import { Injectable } from '@nestjs/common';
import type {
  PlacementArrivalInput,
  PlacementDepartureInput,
  PlacementNextPlanInput,
  PlacementNoticeInput,
  PlacementReleaseInput,
} from '@panah/contracts/placement-steps.contract';
import type { PlacementView } from '@panah/contracts/housing.contract';
import { placementProcess } from '@panah/domain/housing/placement.process';
import { assertHandedOver, assertMoveIn, assertMoveOut, assertNotice } from '@panah/domain/housing/placement.rules';
import { move, RuleBroken } from '@panah/domain/process/process';
import type { Destination } from '@panah/domain/vocabulary/housing';
import { CaseRecords } from '../cases/case.records';
import { mayOn } from '../platform/access/may-on';
import { forbidden } from '../platform/errors/problem';
import { PlacementEffects } from './placement-effects';
import { PlacementRecords } from './placement.records';
import { PlacementViews } from './placement-views';
import { UnitRecords } from './unit.records';

/** Moving in, living there, moving out (model 3.3). */
@Injectable()
export class StaysService {
  constructor(
    private readonly placements: PlacementRecords,
    private readonly units: UnitRecords,
    private readonly cases: CaseRecords,
    private readonly effects: PlacementEffects,
    private readonly views: PlacementViews,
  ) {}

  /** R-HO-01, R-HO-02, R-HO-07: the database asks once more who else is there, and whether this person lives elsewhere that day. */
  async moveIn(id: string, { movedInOn, inventoryDone, keysGiven, tenancy, contribution }: PlacementArrivalInput): Promise<PlacementView> {
    const held = await this.placements.hold(id, 'placement:move_in');
    const to = move(placementProcess, held.row.state, 'move_in');
    const unit = await this.units.ofOffice(held.row.unitId ?? '', held.row.officeId);
    const today = await this.effects.today(held.row.caseId);
    assertMoveIn(movedInOn, unit.row.opensOn, today);
    assertHandedOver({ inventoryDone, keysGiven });
    const secrets = { ...held.secrets, tenancy: tenancy?.trim() || null, contribution: contribution?.trim() || null };
    await this.placements.move(held, { action: 'move_in', to, change: { movedInOn }, secrets });
    await this.effects.movedIn(held.row, unit, movedInOn, today);
    return this.views.one(id);
  }

  /** Before anybody moved in. A reserved place is given back by the housing officer. */
  async cancel(id: string, { reason }: PlacementReleaseInput): Promise<PlacementView> {
    const held = await this.placements.hold(id, 'placement:cancel');
    const to = move(placementProcess, held.row.state, 'cancel');
    const file = await this.cases.reachable(held.row.caseId, 'placement:cancel');
    if (held.row.state === 'RESERVED' && !mayOn('placement:cancel_reserved', file)) throw forbidden();
    const change = { unitId: null, reservedFrom: null, plannedEndOn: null, heldUntil: null, endReason: reason };
    await this.placements.move(held, { action: 'cancel', to, reason, change, secrets: { ...held.secrets, where: null } });
    return this.views.one(id);
  }

  async giveNotice(id: string, { plannedEndOn, nextPlan }: PlacementNoticeInput): Promise<PlacementView> {
    const held = await this.placements.hold(id, 'placement:give_notice');
    const to = move(placementProcess, held.row.state, 'give_notice');
    const today = await this.effects.today(held.row.caseId);
    const plan = nextPlan?.trim() || held.secrets.nextPlan;
    assertNotice(plannedEndOn, held.row.movedInOn ?? today, plan !== null, today);
    const change = { plannedEndOn, ...(nextPlan ? { nextPlannedOn: today } : {}) };
    await this.placements.move(held, { action: 'give_notice', to, change, secrets: { ...held.secrets, nextPlan: plan } });
    await this.effects.endSet(held.row, plannedEndOn, plan !== null);
    return this.views.one(id);
  }

  async withdrawNotice(id: string): Promise<PlacementView> {
    const held = await this.placements.hold(id, 'placement:withdraw_notice');
    const to = move(placementProcess, held.row.state, 'withdraw_notice');
    await this.placements.move(held, { action: 'withdraw_notice', to, change: { plannedEndOn: null } });
    await this.effects.goesOn(id);
    return this.views.one(id);
  }

  /** R-HO-08: what comes after this stay. */
  async planNext(id: string, { nextPlan }: PlacementNextPlanInput): Promise<PlacementView> {
    const held = await this.placements.hold(id, 'placement:give_notice');
    const { state } = held.row;
    if (state !== 'IN_RESIDENCE' && state !== 'NOTICE') throw new RuleBroken('not-open', { state, action: 'plan_next', open: [] });
    const change = { nextPlannedOn: await this.effects.today(held.row.caseId) };
    await this.placements.move(held, { action: 'plan_next', to: state, change, secrets: { ...held.secrets, nextPlan: nextPlan.trim() } });
    await this.effects.nextPlanned(id);
    return this.views.one(id);
  }

  async moveOut(id: string, { movedOutOn, reason, destination, carePlanned = false }: PlacementDepartureInput): Promise<PlacementView> {
    const held = await this.placements.hold(id, 'placement:move_out');
    const to = move(placementProcess, held.row.state, 'move_out');
    const today = await this.effects.today(held.row.caseId);
    const movedInOn = held.row.movedInOn ?? today;
    assertMoveOut(movedOutOn, movedInOn, today);
    const change = { movedOutOn, moveOutReason: reason, destination, carePlanned: carePlanned && destination === 'INSTITUTION' };
    await this.placements.move(held, { action: 'move_out', to, reason, change });
    await this.effects.movedOut({ ...held.row, movedInOn }, movedOutOn, destination as Destination, 'SAFE', today);
    return this.views.one(id);
  }
}
