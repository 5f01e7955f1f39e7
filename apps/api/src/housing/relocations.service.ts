import { Injectable } from '@nestjs/common';
import type { PlacementRelocationInput } from '@panah/contracts/placement-steps.contract';
import type { PlacementView } from '@panah/contracts/housing.contract';
import { placementProcess } from '@panah/domain/housing/placement.process';
import { assertMoveOut } from '@panah/domain/housing/placement.rules';
import { move } from '@panah/domain/process/process';
import type { Destination } from '@panah/domain/vocabulary/housing';
import { CompromisedUnits } from './compromised-units';
import { PlacementEffects } from './placement-effects';
import type { OpenPlacement } from './placement.entity';
import { PlacementRecords } from './placement.records';
import { PlacementViews } from './placement-views';
import { UnitRecords } from './unit.records';

/** Somebody who must leave at once (model 3.3, emergency_relocate). */
@Injectable()
export class RelocationsService {
  constructor(
    private readonly placements: PlacementRecords,
    private readonly units: UnitRecords,
    private readonly effects: PlacementEffects,
    private readonly compromised: CompromisedUnits,
    private readonly views: PlacementViews,
  ) {}

  /** The place is not safe: this person leaves and is looked for another; risk of all others there is looked at within a day. */
  async relocate(id: string, { movedOutOn, destination, what }: PlacementRelocationInput): Promise<PlacementView> {
    const held = await this.placements.hold(id, 'placement:emergency_relocate');
    const to = move(placementProcess, held.row.state, 'emergency_relocate');
    const today = await this.effects.today(held.row.caseId);
    const movedInOn = held.row.movedInOn ?? today;
    assertMoveOut(movedOutOn, movedInOn, today);
    const unit = await this.units.ofOffice(held.row.unitId ?? '', held.row.officeId);
    const change = { movedOutOn, moveOutReason: 'SAFETY', destination };
    await this.placements.move(held, { action: 'emergency_relocate', to, reason: 'SAFETY', note: what, change });
    await this.effects.movedOut({ ...held.row, movedInOn }, movedOutOn, destination as Destination, 'COMPROMISED', today);
    await this.askAgain(held, today);
    const view = await this.views.one(id);
    await this.compromised.mark(unit, what);
    return view;
  }

  /** A new request for the same needs, unless one is open already. */
  private async askAgain(held: OpenPlacement, today: string): Promise<void> {
    const { row, secrets } = held;
    const open = (await this.placements.ofCase(row.caseId)).some(({ row: { state } }) =>
      ['REQUESTED', 'MATCHED', 'OFFERED', 'RESERVED'].includes(state),
    );
    if (open) return;
    const { kind, householdSize, constraints, accessibility, caseId, clientId, officeId } = row;
    const plain = { kind, householdSize, constraints, accessibility, neededFrom: today, neededUntil: null };
    const words = { ...secrets, where: null, tenancy: null, contribution: null, nextPlan: null };
    await this.placements.add({ id: caseId, clientId, officeId }, today, plain, words, await this.placements.locationOf(held));
  }
}
