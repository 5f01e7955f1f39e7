import { recipientId } from '../consents/recipients.records';
import { cityToken } from '../housing/city-token';
import {
  NO_PROVIDER_WORDS,
  providerLocation,
  providerPlace,
  type ProviderSecrets,
  unitLocation,
  type UnitLocation,
  unitPlace,
  type UnitWords,
} from '../housing/housing-place.entity';
import { newId } from '../platform/new-id';
import type { Tokens } from '../platform/sealing/tokens';
import type { DrawnUnit, Setting } from './setting';
import type { Shelf } from './shelf';

export interface LaidProvider {
  type: string;
  name: string;
  city: string;
  safeHouse?: true;
  isPartner?: true;
  units: readonly {
    kind: string;
    capacity: number;
    rule: string;
    label: string;
    address: string;
    accessibility?: string[];
    maxStay?: number;
  }[];
}

/** Nobody and nowhere: made up for the demonstration. */
const PROVIDERS: readonly LaidProvider[] = [
  {
    type: 'PARTNER',
    name: 'Partner Association (AL)',
    city: 'Harbour Town',
    isPartner: true,
    units: [
      { kind: 'ROOM', capacity: 2, rule: 'WOMEN_ONLY', label: 'Garden room', address: '4 Example Street', accessibility: ['GROUND_FLOOR'] },
      { kind: 'ROOM', capacity: 2, rule: 'MIXED', label: 'Upper room', address: '4 Example Street' },
      {
        kind: 'FLAT',
        capacity: 4,
        rule: 'FAMILIES',
        label: 'Flat with a yard',
        address: '19 Example Street',
        accessibility: ['LIFT', 'STEP_FREE'],
      },
    ],
  },
  {
    type: 'HOTEL',
    name: 'Example Inn',
    city: 'Hill Town',
    units: [
      { kind: 'BED', capacity: 6, rule: 'MIXED', label: 'Third floor', address: '1 Example Square', accessibility: ['LIFT'], maxStay: 30 },
    ],
  },
  {
    type: 'SAFE_HOUSE',
    name: 'House of the demonstration',
    city: 'Lake Town',
    safeHouse: true,
    units: [{ kind: 'HOUSE', capacity: 5, rule: 'MIXED', label: 'Whole house', address: '8 Example Lane' }],
  },
];
const COUNTRY = 'AL';

/** Providers and units are numbered through the organisation. */
interface Numbered {
  providers: number;
  units: number;
}

/** Lays providers and their units, those of the demonstration unless others are given; gives the units in which people may be laid. */
export async function layHousing(
  shelf: Shelf,
  setting: Setting,
  tokens: Tokens,
  { officeId, by }: { officeId: string; by: string },
  providers: readonly LaidProvider[] = PROVIDERS,
  before: Numbered = { providers: 0, units: 0 },
): Promise<DrawnUnit[]> {
  const units: DrawnUnit[] = [];
  for (const [at, provider] of providers.entries()) {
    const id = newId();
    const { orgId, partner } = setting;
    const { type, name, city, safeHouse = false } = provider;
    const partnerId = provider.isPartner ? (partner?.id ?? null) : null;
    const words: ProviderSecrets = { ...NO_PROVIDER_WORDS, name, city };
    const row = {
      id,
      org_id: orgId,
      office_id: officeId,
      number: before.providers + at + 1,
      type,
      country: COUNTRY,
      safe_house: safeHouse,
      recipient: partnerId ?? (await recipientId(tokens, orgId, 'ORGANISATION', name)),
      partner_id: partnerId,
      created_by: by,
      created_at: new Date(setting.now),
      seal_version: 1,
      version: 1,
    };
    const place = { id, sealVersion: 1 };
    const shown = { place: providerPlace(place), payload: safeHouse ? NO_PROVIDER_WORDS : words };
    shelf.add('housing_provider', row, shown, safeHouse ? { place: providerLocation(place), payload: words } : null);
    const token = await cityToken(tokens, orgId, city);
    for (const unit of provider.units)
      units.push(layUnit(shelf, setting, { officeId, by, providerId: id, provider, token }, unit, before.units + units.length + 1));
  }
  return units;
}

interface Of {
  officeId: string;
  by: string;
  providerId: string;
  provider: LaidProvider;
  token: Buffer | null;
}

function layUnit(
  shelf: Shelf,
  { orgId, now }: Setting,
  { officeId, by, providerId, provider, token }: Of,
  { kind, capacity, rule, label, address, accessibility = [], maxStay = 0 }: LaidProvider['units'][number],
  number: number,
): DrawnUnit {
  const id = newId();
  const { city, safeHouse = false } = provider;
  const row = {
    id,
    org_id: orgId,
    office_id: officeId,
    provider_id: providerId,
    number,
    building_id: newId(),
    kind,
    capacity,
    country: COUNTRY,
    city_token: token,
    safe_house: safeHouse,
    rule,
    accessibility,
    max_stay_days: maxStay || null,
    opens_on: '2020-01-01',
    status: 'AVAILABLE',
    known_to_group: false,
    counted: 0,
    created_by: by,
    created_at: new Date(now),
    seal_version: 1,
    version: 1,
  };
  const words: UnitWords = {
    label: safeHouse ? null : label,
    city: safeHouse ? null : city,
    costMonth: null,
    currency: null,
    remarks: null,
  };
  const location: UnitLocation = { label, city, address };
  const place = { id, providerId, sealVersion: 1 };
  shelf.add('housing_unit', row, { place: unitPlace(place), payload: words }, { place: unitLocation(place), payload: location });
  return { id, number, kind, country: COUNTRY, city, address, safeHouse, free: rule === 'MIXED' ? capacity : 0 };
}
