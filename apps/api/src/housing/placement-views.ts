import { Injectable } from '@nestjs/common';
import type { PlacementOfferView, PlacementStepView, PlacementView } from '@panah/contracts/housing.contract';
import type { WaitingPlaceView } from '@panah/contracts/housing-waiting.contract';
import type { Word } from '@panah/domain/access/access-table';
import { placementProcess } from '@panah/domain/housing/placement.process';
import { actionsFrom } from '@panah/domain/process/process';
import { CaseRecords, type ReachedCase } from '../cases/case.records';
import { currentActor, currentReach } from '../platform/access/current-reach';
import { mayOn } from '../platform/access/may-on';
import { currentLine } from '../platform/audit/current-line';
import { ProcessSteps, type StepTaken } from '../platform/process-steps';
import { StaffRecords } from '../staff/staff.records';
import { type Offer, OfferRecords } from './offer.records';
import type { OpenPlacement } from './placement.entity';
import { PlacementRecords } from './placement.records';
import { type Ranked, WaitingRecords } from './waiting.records';

type Names = ReadonlyMap<string, string>;
const ON_LIST: readonly string[] = ['REQUESTED', 'MATCHED', 'OFFERED'];

/** What a reader of the file sees of its placements, each field written out. */
@Injectable()
export class PlacementViews {
  constructor(
    private readonly placements: PlacementRecords,
    private readonly offers: OfferRecords,
    private readonly waiting: WaitingRecords,
    private readonly cases: CaseRecords,
    private readonly steps: ProcessSteps,
    private readonly staff: StaffRecords,
  ) {}

  async one(id: string): Promise<PlacementView> {
    const placement = await this.placements.get(id);
    const file = await this.cases.reachable(placement.row.caseId, 'placement:read');
    const [view] = await this.of([placement], file);
    // the line in the log is about the placement, whatever else was looked up for it
    currentLine().about('placement', id, { clientId: file.clientId, officeId: file.officeId });
    if (!view) throw new Error('A placement that was found has a view.');
    return view;
  }

  async of(placements: readonly OpenPlacement[], file: ReachedCase): Promise<PlacementView[]> {
    if (placements.length === 0) return [];
    const ids = placements.map(({ row }) => row.id);
    const offers = await this.offers.of(ids);
    const places = placements.some(({ row }) => ON_LIST.includes(row.state)) ? await this.waiting.places() : new Map<string, Ranked>();
    const histories = new Map<string, StepTaken[]>();
    for (const id of ids) histories.set(id, await this.steps.of(id, file.clientId));
    const byId = [...offers.map(({ offeredBy }) => offeredBy), ...[...histories.values()].flat().map(({ byId: by }) => by)];
    const names = await this.staff.names(byId);
    const languages = await this.placements.languagesOf(file.clientId);
    return placements.map((placement) => ({
      ...plainOf(placement),
      waiting: placeView(places.get(placement.row.id)),
      offers: offers.filter(({ placementId }) => placementId === placement.row.id).map((offer) => offerView(offer, names)),
      history: (histories.get(placement.row.id) ?? []).map((step) => stepView(step, names)),
      languages,
      actions: actionsOf(placement, file),
    }));
  }
}

function plainOf({ row, secrets }: OpenPlacement) {
  const { id, version, caseId, state, kind, neededFrom, neededUntil, requestedOn, householdSize, constraints, accessibility } = row;
  const { reservedFrom, plannedEndOn, rulesLanguage, movedInOn, movedOutOn, moveOutReason, destination, carePlanned, endReason, declines } =
    row;
  const { wishes, where, tenancy, contribution, nextPlan, avoids } = secrets;
  return {
    ...{ id, version, caseId, state, kind, neededFrom, neededUntil, requestedOn, householdSize, constraints, accessibility },
    ...{ reservedFrom, plannedEndOn, rulesLanguage, movedInOn, movedOutOn, moveOutReason, destination, carePlanned, endReason, declines },
    ...{ wishes, where, tenancy, contribution, nextPlan },
    stateSince: row.stateSince.toISOString(),
    heldUntil: row.heldUntil?.toISOString() ?? null,
    avoidsCities: avoids,
  };
}

/** Events of the drawing whose word the reader has on this case; the clock's own is nobody's. */
export function actionsOf({ row }: OpenPlacement, file: ReachedCase): string[] {
  if (file.state === 'CLOSED') return [];
  const steps = actionsFrom(placementProcess, row.state).filter((event) => event !== 'expire' && mayOn(wordOf(event, row.state), file));
  const living = row.state === 'IN_RESIDENCE' || row.state === 'NOTICE';
  return [
    ...steps,
    ...(row.state === 'REQUESTED' && mayOn('placement:edit', file) ? ['edit'] : []),
    ...((row.state === 'REQUESTED' || row.state === 'MATCHED') && mayOn('placement:see-units', file) ? ['see-units'] : []),
    ...(living && mayOn('placement:give_notice', file) ? ['plan_next'] : []),
    ...((row.unitId !== null || row.placeSealed !== null) && mayRevealOn(file) ? ['reveal'] : []),
  ];
}

const wordOf = (event: string, state: string): Word =>
  event === 'cancel' && state === 'RESERVED' ? 'placement:cancel_reserved' : (`placement:${event}` as Word);

/** R-HO-09: housing officers of the team, the primary worker, coordinators; for others it stays the city. */
export function mayRevealOn(file: ReachedCase): boolean {
  if (!mayOn('residence:reveal', file)) return false;
  if (currentReach('residence:reveal').offices.includes(file.officeId)) return true;
  return file.standing.some(({ role }) => role === 'HOUSING') || file.primaryWorkerId === currentActor().staffId;
}

export function placeView(ranked: Ranked | undefined): WaitingPlaceView | null {
  if (!ranked) return null;
  const { place, of, band, level, nowhere, requestedOn, moved } = ranked;
  return { place, of, band: moved?.band ?? band, level, nowhereTonight: nowhere, requestedOn, movedAt: moved?.at ?? null };
}

function offerView({ id, state, scope, offeredBy, offeredAt, expiresAt, declineReason, endedAt }: Offer, names: Names): PlacementOfferView {
  return {
    id,
    state,
    scope,
    declineReason,
    offeredBy: { id: offeredBy, name: names.get(offeredBy) ?? '' },
    offeredAt: offeredAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
  };
}

function stepView({ id, action, from, to, byId, at, reason, note }: StepTaken, names: Names): PlacementStepView {
  const by = byId && names.has(byId) ? { id: byId, name: names.get(byId) ?? '' } : null;
  return { id, action, from, to, by, at: at.toISOString(), reason, note };
}
