import { Injectable } from '@nestjs/common';
import type { LocationRevealInput } from '@panah/contracts/client-contact.contract';
import type { BedMapQuery, BedMapView } from '@panah/contracts/bed-map.contract';
import type {
  HousingAddressView,
  HousingUnitInput,
  HousingUnitListQuery,
  HousingUnitListView,
  HousingUnitView,
} from '@panah/contracts/housing-units.contract';
import { type UnitEvent, unitProcess, type UnitStanding } from '@panah/domain/housing/unit.process';
import { move, RuleBroken } from '@panah/domain/process/process';
import { LocationRevealRecords } from '../clients/location-reveal.records';
import { currentActor } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { newId } from '../platform/new-id';
import { BedMapRecords } from './bed-map.records';
import { CompromisedUnits } from './compromised-units';
import type { UnitLocation, UnitWords } from './housing-place.entity';
import { PlacementRecords } from './placement.records';
import { ProviderRecords } from './provider.records';
import { type OpenUnit, type UnitPlain, UnitRecords } from './unit.records';
import { unitLine, unitView } from './unit-views';
import { today } from '../platform/access/today';

/** Beds, rooms, flats and houses, and which of their places are free. */
@Injectable()
export class UnitsService {
  constructor(
    private readonly units: UnitRecords,
    private readonly providers: ProviderRecords,
    private readonly placements: PlacementRecords,
    private readonly beds: BedMapRecords,
    private readonly compromised: CompromisedUnits,
    private readonly reveals: LocationRevealRecords,
  ) {}

  async list(query: HousingUnitListQuery): Promise<HousingUnitListView> {
    const { items, total, next } = await this.units.list(query);
    return { items: items.map(unitLine), total, next };
  }

  async read(id: string): Promise<HousingUnitView> {
    const unit = await this.units.get(id);
    return unitView(unit, await this.placements.ofUnit(id));
  }

  async create(input: HousingUnitInput): Promise<HousingUnitView> {
    const provider = await this.providers.get(input.providerId, 'unit:create');
    const { safeHouse, country, officeId } = provider.row;
    const buildingId = input.sameBuildingAs ? await this.units.buildingOf(input.sameBuildingAs) : newId();
    const [words, location] = wordsOf(input, safeHouse, null, null);
    return this.read(await this.units.add(officeId, { ...plainOf(input), country, safeHouse, buildingId }, words, location));
  }

  async edit(id: string, version: number, input: HousingUnitInput): Promise<HousingUnitView> {
    const held = await this.units.hold(id, 'unit:edit');
    if (held.row.status === 'RETIRED') throw new RuleBroken('not-open', { state: 'RETIRED', action: 'edit', open: [] });
    if (input.providerId !== held.row.providerId) throw new RuleBroken('unit-of-provider', {}, { providerId: ['fixed'] });
    const { safeHouse, country } = held.row;
    const buildingId = input.sameBuildingAs ? await this.units.buildingOf(input.sameBuildingAs) : held.row.buildingId;
    const [words, location] = wordsOf(input, safeHouse, held, await this.units.locationOf(held));
    await this.units.edit(held, version, { ...plainOf(input), country, safeHouse, buildingId }, words, location);
    return this.read(id);
  }

  async step(id: string, event: UnitEvent, reason: string | null): Promise<HousingUnitView> {
    const held = await this.units.hold(id, `unit:${event}`);
    const to = move(unitProcess, held.row.status as UnitStanding, event);
    if (event === 'clear' && held.row.compromisedBy === currentActor().staffId) throw new RuleBroken('second-person-needed', {});
    if (event !== 'compromise') {
      await this.units.move(held, event, to, reason);
      return this.read(id);
    }
    await this.units.move(held, event, to, reason);
    // read before the rest acts for the whole office: what is shown is what the reader may see
    const view = await this.read(id);
    await this.compromised.mark({ ...held, row: { ...held.row, status: to } }, reason ?? '');
    return view;
  }

  async reveal(id: string, { reason }: LocationRevealInput): Promise<HousingAddressView> {
    const unit = await this.units.get(id, 'unit:reveal');
    currentLine().because(reason).opened('LOCATION');
    await this.reveals.count();
    const { city, label, address } = await this.units.locationOf(unit);
    return { id, country: unit.row.country, city: city ?? unit.words.city, label: label ?? unit.words.label, address };
  }

  async map({ from, days = 30, limit = 100, after = 0, ...rest }: BedMapQuery): Promise<BedMapView> {
    const day = today();
    const begin = from ?? day;
    const { units, total, more } = await this.beds.of({ from: begin, days, limit, after, ...rest });
    return {
      from: begin,
      days,
      today: day,
      total,
      next: more ? (units.at(-1)?.row.number ?? null) : null,
      units: units.map(({ stays, ...unit }) => {
        const { id, number, label, providerNumber, providerName, kind, capacity, country, city, safeHouse, rule } = unitLine(unit);
        const { status, opensOn } = unit.row;
        return { id, number, label, providerNumber, providerName, kind, capacity, country, city, safeHouse, rule, status, opensOn, stays };
      }),
    };
  }
}

const plainOf = ({
  providerId,
  kind,
  capacity,
  rule,
  accessibility,
  maxStayDays,
  opensOn,
  knownToGroup,
}: HousingUnitInput): Omit<UnitPlain, 'country' | 'safeHouse' | 'buildingId'> => ({
  providerId,
  kind,
  capacity,
  rule,
  accessibility,
  maxStayDays: maxStayDays ?? null,
  opensOn,
  knownToGroup,
});

/** An address that was not sent stays as it was, and of a safe house label and city too: who edits the rest need not open them. */
function wordsOf(
  { label, city, address, costMonth, currency, remarks }: HousingUnitInput,
  safeHouse: boolean,
  before: OpenUnit | null,
  location: UnitLocation | null,
): [UnitWords, UnitLocation] {
  const said = (words: string | undefined): string | null => words?.trim() || null;
  const open = { costMonth: said(costMonth), currency: said(currency), remarks: said(remarks) };
  const hidden = {
    label: said(label) ?? (safeHouse ? (location?.label ?? null) : null),
    city: said(city) ?? (safeHouse ? (location?.city ?? null) : null),
    address: said(address) ?? location?.address ?? null,
  };
  if (!hidden.city) throw new RuleBroken('unit-incomplete', {}, { city: ['missing'] });
  if (!hidden.address && before === null) throw new RuleBroken('unit-incomplete', {}, { address: ['missing'] });
  return safeHouse ? [{ label: null, city: null, ...open }, hidden] : [{ label: hidden.label, city: hidden.city, ...open }, hidden];
}
