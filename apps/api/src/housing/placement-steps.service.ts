import { Injectable } from '@nestjs/common';
import type {
  PlacementAcceptanceInput,
  PlacementDeclineInput,
  PlacementOfferInput,
  PlacementReleaseInput,
} from '@panah/contracts/placement-steps.contract';
import type { PlacementMatchInput } from '@panah/contracts/unit-match.contract';
import type { PlacementView } from '@panah/contracts/housing.contract';
import { addDays } from '@panah/domain/dates/calendar-days';
import { assertAccepted, assertFound, assertHeld, holdUntil, offerUntil } from '@panah/domain/housing/placement.rules';
import { placementProcess, type PlacementEvent } from '@panah/domain/housing/placement.process';
import { move, RuleBroken } from '@panah/domain/process/process';
import type { PlacementKind } from '@panah/domain/vocabulary/housing';
import { notFound } from '../platform/errors/problem';
import { MatchRecords } from './match.records';
import { OfferRecords } from './offer.records';
import { PlacementEffects } from './placement-effects';
import type { OpenPlacement, PlacementChange, Where } from './placement.entity';
import { PlacementRecords } from './placement.records';
import { PlacementViews } from './placement-views';
import { Telling } from './telling';
import type { OpenUnit } from './unit.records';

const NOTHING_FOUND: PlacementChange = { unitId: null, reservedFrom: null, plannedEndOn: null, heldUntil: null };

/** From the waiting list to a reserved place: match, offer, answer (model 3.3). */
@Injectable()
export class PlacementStepsService {
  constructor(
    private readonly placements: PlacementRecords,
    private readonly offers: OfferRecords,
    private readonly matches: MatchRecords,
    private readonly telling: Telling,
    private readonly effects: PlacementEffects,
    private readonly views: PlacementViews,
  ) {}

  /** R-HO-01, R-HO-03, R-HO-04: the unit suits on these days; a bed is held softly for 48 hours. */
  async match(id: string, { unitId, from, until, locationChecked }: PlacementMatchInput): Promise<PlacementView> {
    const held = await this.placements.hold(id, 'placement:match');
    const to = move(placementProcess, held.row.state, 'match');
    assertFound({ from, until: until ?? null, locationChecked });
    const [found] = await this.matches.of(held, from, until ?? held.row.neededUntil, unitId);
    if (!found) throw notFound();
    if (found.misfits.length) throw new RuleBroken('unit-does-not-fit', { misfits: found.misfits }, { unitId: found.misfits });
    const change = {
      unitId,
      reservedFrom: from,
      plannedEndOn: endOf(found, from, until ?? held.row.neededUntil),
      heldUntil: new Date(holdUntil(now())),
    };
    await this.placements.move(held, { action: 'match', to, change, secrets: { ...held.secrets, where: whereOf(found) } });
    return this.views.one(id);
  }

  async release(id: string, { reason }: PlacementReleaseInput): Promise<PlacementView> {
    const held = await this.placements.hold(id, 'placement:release');
    await this.backToList(held, 'release', reason);
    return this.views.one(id);
  }

  /** R-CO-01: the provider is told on C05, asked for at this moment, before anything is held. */
  async offer(id: string, { scope }: PlacementOfferInput): Promise<PlacementView> {
    const { row } = await this.placements.get(id, 'placement:offer');
    move(placementProcess, row.state, 'offer');
    const grant = await this.telling.ofUnit(row.clientId, await this.telling.unit(row.unitId, row.officeId), scope);
    const held = await this.placements.hold(id, 'placement:offer');
    const to = move(placementProcess, held.row.state, 'offer');
    assertHeld(held.row.heldUntil?.toISOString() ?? null, now());
    const expiresAt = offerUntil(held.row.kind as PlacementKind, now());
    await this.placements.move(held, { action: 'offer', to, change: { heldUntil: new Date(expiresAt) } });
    await this.offers.add(grant, held.row, held.row.unitId ?? '', 'OFFERED', expiresAt);
    return this.views.one(id);
  }

  async accept(id: string, input: PlacementAcceptanceInput): Promise<PlacementView> {
    const { row } = await this.placements.get(id, 'placement:accept');
    move(placementProcess, row.state, 'accept');
    const told = (await this.offers.of([id])).find(({ state }) => state === 'OFFERED');
    if (!told) throw new RuleBroken('offer-over', {});
    assertAccepted(input, await this.placements.languagesOf(row.clientId), told.expiresAt?.toISOString() ?? null, now());
    const grant = await this.telling.to(row.clientId, told.recipient, told.scope);
    const held = await this.placements.hold(id, 'placement:accept');
    const to = move(placementProcess, held.row.state, 'accept');
    const change = { heldUntil: null, rulesLanguage: input.rulesLanguage, agreedAt: new Date() };
    await this.placements.move(held, { action: 'accept', to, change });
    await this.offers.end(id, 'ACCEPTED', null, grant);
    return this.views.one(id);
  }

  /** R-HO-06: nobody moves down for it; after the second a coordinator talks with the person. */
  async decline(id: string, { reason }: PlacementDeclineInput): Promise<PlacementView> {
    const held = await this.placements.hold(id, 'placement:decline');
    await this.offers.end(id, 'DECLINED', reason);
    const declines = held.row.declines + 1;
    await this.backToList(held, 'decline', reason, { declines });
    await this.effects.declined(held.row, declines, await this.effects.today(held.row.caseId));
    return this.views.one(id);
  }

  /** Acts for the office: the offer's time is over, or the consent it rested on. */
  async expire(id: string, why: 'EXPIRED' | 'STOPPED'): Promise<void> {
    const held = await this.placements.holdForOffice(id);
    if (held.row.state !== 'OFFERED') return;
    await this.offers.end(id, why, null);
    await this.backToList(held, 'expire', why === 'STOPPED' ? 'CONSENT_GONE' : null);
    await this.effects.ranOut(held.row, await this.effects.today(held.row.caseId));
  }

  /** Acts for the office: nobody offered the bed within 48 hours. */
  async releaseHeld(id: string): Promise<void> {
    const held = await this.placements.holdForOffice(id);
    if (held.row.state === 'MATCHED') await this.backToList(held, 'release', 'HOLD_EXPIRED');
  }

  private async backToList(held: OpenPlacement, action: PlacementEvent, reason: string | null, more: PlacementChange = {}): Promise<void> {
    const to = move(placementProcess, held.row.state, action);
    await this.placements.move(held, {
      action,
      to,
      reason,
      change: { ...NOTHING_FOUND, ...more },
      secrets: { ...held.secrets, where: null },
    });
  }
}

const now = (): string => new Date().toISOString();

/** The day on which a stay ends as far as is known: as asked, or when one may stay no longer. */
export function endOf({ row }: OpenUnit, from: string, until: string | null): string | null {
  return until ?? (row.maxStayDays === null ? null : addDays(from, row.maxStayDays));
}

export const whereOf = ({ row, words }: OpenUnit): Where => ({
  unitId: row.id,
  number: row.number,
  kind: row.kind,
  country: row.country,
  city: row.safeHouse ? null : words.city,
  safeHouse: row.safeHouse,
});
