import type { Place } from '../platform/sealing/sealer';

/** Who lets us have places. Of a safe house all words lie under the key of locations; of the others under the provider's own. */
export interface HousingProvider {
  id: string;
  officeId: string;
  number: number;
  type: string;
  country: string;
  safeHouse: boolean;
  recipient: string;
  partnerId: string | null;
  sealed: Buffer;
  placeSealed: Buffer | null;
  sealVersion: number;
  version: number;
  units: number;
  places: number;
}

export interface ProviderSecrets {
  name: string | null;
  city: string | null;
  contact: string | null;
  agreementRef: string | null;
  remarks: string | null;
}

export const NO_PROVIDER_WORDS: ProviderSecrets = { name: null, city: null, contact: null, agreementRef: null, remarks: null };

/** A bed, room, flat or house. The address, and of a safe house the city, lie under the key of locations. */
export interface HousingUnit {
  id: string;
  officeId: string;
  providerId: string;
  number: number;
  buildingId: string;
  kind: string;
  capacity: number;
  country: string;
  safeHouse: boolean;
  rule: string;
  accessibility: string[];
  maxStayDays: number | null;
  opensOn: string;
  /** What stands in the row. */
  status: string;
  knownToGroup: boolean;
  compromisedBy: string | null;
  sealed: Buffer;
  placeSealed: Buffer | null;
  sealVersion: number;
  version: number;
}

/** Words of a unit that may be read without asking; of a safe house without label and city. */
export interface UnitWords {
  label: string | null;
  city: string | null;
  costMonth: string | null;
  currency: string | null;
  remarks: string | null;
}

/** What is shown when somebody asks for it with a reason. */
export interface UnitLocation {
  label: string | null;
  city: string | null;
  address: string | null;
}

type Sealed = Pick<HousingProvider, 'id' | 'sealVersion'>;

export const providerPlace = ({ id, sealVersion }: Sealed): Place => ({
  table: 'housing_provider',
  rowId: id,
  subjectId: id,
  compartment: 'file',
  sealVersion,
});
export const providerLocation = (row: Sealed): Place => ({ ...providerPlace(row), compartment: 'location' });

/** A unit is sealed under its provider's keys. */
export const unitPlace = ({ id, providerId, sealVersion }: Sealed & Pick<HousingUnit, 'providerId'>): Place => ({
  table: 'housing_unit',
  rowId: id,
  subjectId: providerId,
  compartment: 'file',
  sealVersion,
});
export const unitLocation = (row: Sealed & Pick<HousingUnit, 'providerId'>): Place => ({ ...unitPlace(row), compartment: 'location' });
