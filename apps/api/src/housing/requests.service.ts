import { Injectable } from '@nestjs/common';
import type { CaseHousingView, PlacementAddressView, PlacementRequestInput, PlacementView } from '@panah/contracts/housing.contract';
import type { UnitMatchListView, UnitMatchQuery, UnitMatchView } from '@panah/contracts/unit-match.contract';
import type { LocationRevealInput } from '@panah/contracts/client-contact.contract';
import { assertFound, assertRequestDays } from '@panah/domain/housing/placement.rules';
import { RuleBroken } from '@panah/domain/process/process';
import { CaseRecords } from '../cases/case.records';
import { LocationRevealRecords } from '../clients/location-reveal.records';
import { currentLine } from '../platform/audit/current-line';
import { mayOn } from '../platform/access/may-on';
import { notFound } from '../platform/errors/problem';
import { KeepApartService } from './keep-apart.service';
import { type Candidate, MatchRecords } from './match.records';
import type { PlacementLocation, PlacementSecrets } from './placement.entity';
import { PlacementRecords, type RequestPlain } from './placement.records';
import { mayRevealOn, PlacementViews } from './placement-views';
import { UnitRecords } from './unit.records';

/** Housing as a file shows it: what is asked for, what would suit, and where somebody lives. */
@Injectable()
export class RequestsService {
  constructor(
    private readonly placements: PlacementRecords,
    private readonly matches: MatchRecords,
    private readonly units: UnitRecords,
    private readonly cases: CaseRecords,
    private readonly apart: KeepApartService,
    private readonly reveals: LocationRevealRecords,
    private readonly views: PlacementViews,
  ) {}

  async ofCase(caseId: string): Promise<CaseHousingView> {
    const file = await this.cases.reachable(caseId, 'placement:read');
    const placements = await this.placements.ofCase(caseId);
    const open = file.state !== 'CLOSED';
    const asked = placements.some(({ row: { state } }) => ['REQUESTED', 'MATCHED', 'OFFERED', 'RESERVED'].includes(state));
    return {
      id: caseId,
      placements: await this.views.of(placements, file),
      keepApart: await this.apart.of(file),
      actions: [
        ...(open && !asked && mayOn('placement:request', file) ? ['request'] : []),
        ...(open && mayOn('keep-apart:set', file) ? ['keep-apart'] : []),
      ],
    };
  }

  async read(id: string): Promise<PlacementView> {
    return this.views.one(id);
  }

  async request(caseId: string, input: PlacementRequestInput): Promise<PlacementView> {
    const file = await this.cases.reachable(caseId, 'placement:request');
    if (file.state === 'CLOSED') throw new RuleBroken('not-open', { state: file.state, action: 'request', open: [] });
    const today = await this.cases.todayOn(caseId);
    assertRequestDays({ neededFrom: input.neededFrom, neededUntil: input.neededUntil ?? null }, today);
    const location = locationOf(input, { avoidCities: [] });
    return this.views.one(await this.placements.add(file, today, plainOf(input), wordsOf(input, location, NO_WORDS), location));
  }

  async edit(id: string, version: number, input: PlacementRequestInput): Promise<PlacementView> {
    const held = await this.placements.hold(id, 'placement:edit');
    const { state, caseId } = held.row;
    if (state !== 'REQUESTED') throw new RuleBroken('not-open', { state, action: 'edit', open: [] });
    assertRequestDays({ neededFrom: input.neededFrom, neededUntil: input.neededUntil ?? null }, await this.cases.todayOn(caseId));
    const location = locationOf(input, await this.placements.locationOf(held));
    await this.placements.edit(held, version, plainOf(input), wordsOf(input, location, held.secrets), location);
    return this.views.one(id);
  }

  /** Every unit of the office: those that suit first, then those with the fewest reasons against them. */
  async matching(id: string, query: UnitMatchQuery): Promise<UnitMatchListView> {
    const placement = await this.placements.get(id, 'placement:see-units');
    const { row } = placement;
    const from = query.from ?? row.reservedFrom ?? row.neededFrom;
    const until = query.until ?? row.neededUntil;
    assertFound({ from, until, locationChecked: true });
    const items = (await this.matches.of(placement, from, until, null)).map(matchView);
    items.sort((a, b) => a.misfits.length - b.misfits.length || a.number - b.number);
    return { id, from, until, fitting: items.filter(({ misfits }) => misfits.length === 0).length, items };
  }

  /** R-HO-09: one press with a reason, a fresh sign-in, ten an hour; each is a line in the log (R-AC-03). */
  async address(id: string, { reason }: LocationRevealInput): Promise<PlacementAddressView> {
    const placement = await this.placements.get(id, 'residence:reveal');
    const file = await this.cases.reachable(placement.row.caseId, 'residence:reveal');
    currentLine().about('placement', id, { clientId: file.clientId, officeId: file.officeId });
    if (!mayRevealOn(file)) throw notFound();
    currentLine().because(reason).opened('LOCATION');
    await this.reveals.count();
    const { avoidCities } = await this.placements.locationOf(placement);
    if (placement.row.unitId === null) return { id, country: file.country, city: null, label: null, address: null, avoidCities };
    const unit = await this.units.ofOffice(placement.row.unitId, placement.row.officeId);
    currentLine().about('placement', id, { clientId: file.clientId, officeId: file.officeId });
    const { city, label, address } = await this.units.locationOf(unit);
    return { id, country: unit.row.country, city: city ?? unit.words.city, label: label ?? unit.words.label, address, avoidCities };
  }
}

const NO_WORDS: PlacementSecrets = { wishes: null, where: null, tenancy: null, contribution: null, nextPlan: null, avoids: 0 };

const plainOf = ({ kind, neededFrom, neededUntil, householdSize, constraints, accessibility }: PlacementRequestInput): RequestPlain => ({
  kind,
  neededFrom,
  neededUntil: neededUntil ?? null,
  householdSize,
  constraints,
  accessibility,
});

/** Cities are kept only while somebody wants to avoid any. */
function locationOf({ avoidCities, constraints }: PlacementRequestInput, before: PlacementLocation): PlacementLocation {
  if (!constraints.includes('NOT_IN_CITY')) return { avoidCities: [] };
  const cities = avoidCities?.map((city) => city.trim()).filter(Boolean) ?? before.avoidCities;
  if (cities.length === 0) throw new RuleBroken('cities-missing', {}, { avoidCities: ['missing'] });
  return { avoidCities: cities };
}

const wordsOf = ({ wishes }: PlacementRequestInput, { avoidCities }: PlacementLocation, before: PlacementSecrets): PlacementSecrets => ({
  ...before,
  wishes: wishes?.trim() || null,
  avoids: avoidCities.length,
});

function matchView({ row, words, free, misfits, toAsk }: Candidate): UnitMatchView {
  return {
    unitId: row.id,
    number: row.number,
    label: row.safeHouse ? null : words.label,
    kind: row.kind,
    capacity: row.capacity,
    free,
    rule: row.rule,
    accessibility: row.accessibility,
    country: row.country,
    city: row.safeHouse ? null : words.city,
    safeHouse: row.safeHouse,
    misfits,
    toAsk,
  };
}
