import type { HousingProviderLineView, HousingProviderView } from '@panah/contracts/housing-providers.contract';
import type { HousingUnitLineView, HousingUnitView } from '@panah/contracts/housing-units.contract';
import type { Word } from '@panah/domain/access/access-table';
import { unitProcess, type UnitStanding } from '@panah/domain/housing/unit.process';
import { actionsFrom } from '@panah/domain/process/process';
import { currentActor, hasWord } from '../platform/access/current-reach';
import type { OpenProvider } from './provider.records';
import type { Resident } from './placement.records';
import type { OpenUnit, UnitRow } from './unit.records';

export function providerLine({ row, words }: OpenProvider): HousingProviderLineView {
  const { id, number, type, country, safeHouse, units, places } = row;
  return { id, number, type, country, safeHouse, name: words.name, city: words.city, units, places };
}

export function providerView({ row, words }: OpenProvider): HousingProviderView {
  const { id, version, number, type, country, safeHouse, partnerId, units } = row;
  const actions = [
    ...(hasWord('provider:edit') ? ['edit'] : []),
    ...(row.placeSealed && hasWord('provider:reveal') ? ['reveal'] : []),
    ...(hasWord('unit:create') ? ['add-unit'] : []),
  ];
  return { id, version, number, type, country, safeHouse, partnerId, ...words, units, actions };
}

/** As it is used today: what stands in the row, or that every place is lived in, or promised. */
function statusOf({ status, capacity, living, reserved }: UnitRow): string {
  if (status !== 'AVAILABLE') return status;
  if (living >= capacity) return 'OCCUPIED';
  return living + reserved >= capacity ? 'RESERVED' : 'AVAILABLE';
}

const freeOf = ({ capacity, living, reserved }: UnitRow): number => Math.max(0, capacity - living - reserved);

export function unitLine({ row, words, providerName }: OpenUnit): HousingUnitLineView {
  const { id, number, providerId, providerNumber, kind, capacity, country, safeHouse, rule } = row;
  return {
    ...{ id, number, providerId, providerNumber, providerName, kind, capacity, country, safeHouse, rule },
    label: words.label,
    city: words.city,
    status: statusOf(row),
    free: freeOf(row),
  };
}

export function unitView(unit: OpenUnit, residents: readonly Resident[]): HousingUnitView {
  const { row, words } = unit;
  const seen = residents.filter(({ state }) => state === 'IN_RESIDENCE' || state === 'NOTICE').reduce((sum, { beds }) => sum + beds, 0);
  return {
    ...unitLine(unit),
    version: row.version,
    buildingId: row.buildingId,
    accessibility: row.accessibility,
    maxStayDays: row.maxStayDays,
    opensOn: row.opensOn,
    knownToGroup: row.knownToGroup,
    hasAddress: row.placeSealed !== null,
    costMonth: words.costMonth,
    currency: words.currency,
    remarks: words.remarks,
    residents: residents.map(({ placementId, caseId, caseRef, state, from, until, beds }) => ({
      placementId,
      caseId,
      caseRef,
      state,
      from,
      until,
      beds,
    })),
    others: Math.max(0, row.living - seen),
    actions: actionsOf(row),
  };
}

function actionsOf(row: UnitRow): string[] {
  const steps = actionsFrom(unitProcess, row.status as UnitStanding).filter((event) => hasWord(`unit:${event}` as Word));
  return [
    ...(hasWord('unit:edit') && row.status !== 'RETIRED' ? ['edit'] : []),
    // whoever said that a place is not safe does not say alone that it is again (as R-RI-09)
    ...steps.filter((event) => event !== 'clear' || row.compromisedBy !== currentActor().staffId),
    ...(row.placeSealed && hasWord('unit:reveal') ? ['reveal'] : []),
  ];
}
