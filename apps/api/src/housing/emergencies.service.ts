import { Injectable } from '@nestjs/common';
import type { PlacementEmergencyInput } from '@panah/contracts/placement-steps.contract';
import type { PlacementView } from '@panah/contracts/housing.contract';
import { misfitsInEmergency } from '@panah/domain/housing/match.rules';
import { placementProcess } from '@panah/domain/housing/placement.process';
import { assertEmergency, assertFound, assertMoveIn } from '@panah/domain/housing/placement.rules';
import { move, RuleBroken } from '@panah/domain/process/process';
import { notFound } from '../platform/errors/problem';
import { MatchRecords } from './match.records';
import { OfferRecords } from './offer.records';
import { PlacementEffects } from './placement-effects';
import type { OpenPlacement } from './placement.entity';
import { PlacementRecords } from './placement.records';
import { endOf, whereOf } from './placement-steps.service';
import { PlacementViews } from './placement-views';
import { Telling } from './telling';
import { WaitingRecords } from './waiting.records';

/** Somebody who needs a roof before there is time for a list (model 3.3, direct_emergency). */
@Injectable()
export class EmergenciesService {
  constructor(
    private readonly placements: PlacementRecords,
    private readonly telling: Telling,
    private readonly offers: OfferRecords,
    private readonly matches: MatchRecords,
    private readonly waiting: WaitingRecords,
    private readonly effects: PlacementEffects,
    private readonly views: PlacementViews,
  ) {}

  /** A roof tonight: at high risk, or with nowhere to sleep. Consent is still asked for; spoken is enough. */
  async emergency(id: string, input: PlacementEmergencyInput): Promise<PlacementView> {
    const asked = await this.placements.get(id, 'placement:direct_emergency');
    move(placementProcess, asked.row.state, 'direct_emergency');
    const stands = (await this.waiting.places()).get(id);
    assertEmergency(stands?.level ?? null, stands?.nowhere ?? false);
    assertFound({ from: input.movedInOn, until: input.until ?? null, locationChecked: input.locationChecked });
    const unit = await this.telling.unit(input.unitId, asked.row.officeId);
    const grant = await this.telling.ofUnit(asked.row.clientId, unit, input.scope);
    const held = await this.placements.hold(id, 'placement:direct_emergency');
    const to = move(placementProcess, held.row.state, 'direct_emergency');
    const today = await this.effects.today(held.row.caseId);
    assertMoveIn(input.movedInOn, unit.row.opensOn, today);
    await this.assertBearable(held, input);
    const plannedEndOn = endOf(unit, input.movedInOn, input.until ?? null);
    const change = { kind: 'EMERGENCY', unitId: input.unitId, reservedFrom: input.movedInOn, movedInOn: input.movedInOn, plannedEndOn };
    await this.placements.move(held, { action: 'direct_emergency', to, change, secrets: { ...held.secrets, where: whereOf(unit) } });
    await this.offers.add(grant, held.row, input.unitId, 'ACCEPTED', null);
    await this.effects.movedIn(held.row, unit, input.movedInOn, today);
    await this.effects.inEmergency(held.row, today);
    return this.views.one(id);
  }

  private async assertBearable(held: OpenPlacement, { unitId, movedInOn, until }: PlacementEmergencyInput): Promise<void> {
    const [found] = await this.matches.of(held, movedInOn, until ?? null, unitId);
    if (!found) throw notFound();
    const misfits = misfitsInEmergency(found.misfits);
    if (misfits.length) throw new RuleBroken('unit-does-not-fit', { misfits }, { unitId: misfits });
  }
}
