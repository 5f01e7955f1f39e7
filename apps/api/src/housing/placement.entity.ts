import type { PlacementStanding } from '@panah/domain/housing/placement.process';
import type { Place } from '../platform/sealing/sealer';

/** A client's stay, from the request on. What is filtered, counted or compared is plain; words are sealed under the client's key. */
export interface Placement {
  id: string;
  officeId: string;
  clientId: string;
  caseId: string;
  state: PlacementStanding;
  stateSince: Date;
  kind: string;
  neededFrom: string;
  neededUntil: string | null;
  requestedOn: string;
  householdSize: number;
  constraints: string[];
  accessibility: string[];
  unitId: string | null;
  reservedFrom: string | null;
  plannedEndOn: string | null;
  heldUntil: Date | null;
  rulesLanguage: string | null;
  agreedAt: Date | null;
  movedInOn: string | null;
  movedOutOn: string | null;
  moveOutReason: string | null;
  destination: string | null;
  carePlanned: boolean;
  endReason: string | null;
  nextPlannedOn: string | null;
  declines: number;
  createdBy: string;
  sealed: Buffer;
  placeSealed: Buffer | null;
  sealVersion: number;
  version: number;
}

/** The unit as it may be said to whoever works with the client: the city, or the country alone of a safe house. */
export interface Where {
  unitId: string;
  number: number;
  kind: string;
  country: string;
  city: string | null;
  safeHouse: boolean;
}

export interface PlacementSecrets {
  wishes: string | null;
  where: Where | null;
  tenancy: string | null;
  contribution: string | null;
  nextPlan: string | null;
  /** How many cities are avoided. */
  avoids: number;
}

export interface PlacementLocation {
  avoidCities: string[];
}

export interface OpenPlacement {
  row: Placement;
  secrets: PlacementSecrets;
}

/** What a step changes in the row; undefined leaves a field as it is. */
export type PlacementChange = Partial<
  Pick<
    Placement,
    | 'unitId'
    | 'reservedFrom'
    | 'plannedEndOn'
    | 'heldUntil'
    | 'rulesLanguage'
    | 'agreedAt'
    | 'movedInOn'
    | 'movedOutOn'
    | 'moveOutReason'
    | 'destination'
    | 'carePlanned'
    | 'endReason'
    | 'nextPlannedOn'
    | 'declines'
    | 'kind'
  >
>;

type Sealed = Pick<Placement, 'id' | 'clientId' | 'sealVersion'>;

export const placementPlace = ({ id, clientId, sealVersion }: Sealed): Place => ({
  table: 'placement',
  rowId: id,
  subjectId: clientId,
  compartment: 'file',
  sealVersion,
});
export const placementLocation = (row: Sealed): Place => ({ ...placementPlace(row), compartment: 'location' });
