import type { PartialDate } from '@panah/domain/dates/partial-date';
import type {
  ContactPointSecrets,
  DependantSecrets,
  DocumentSecrets,
  Interpreter,
  NameSecrets,
  Nationality,
  OrganisationalNameSecrets,
  PlanSecrets,
  Place,
  ResidenceSecrets,
  SpokenLanguage,
} from './client.entity';

/**
 * All that an admission hands over about a person. Only the name to use, a language and the country must be there (R-ID-01).
 * The id is made by the caller, so that what hangs on the client can be sealed in the same act.
 */
export interface AdmittedClient {
  id: string;
  officeId: string;
  countryOfStay: string;
  /** At least one. */
  languages: SpokenLanguage[];
  /** Null: none is needed. */
  interpreter?: Interpreter | null;
  /** As given, in any script; the first one of a script is the one in use unless another says so. */
  names: AdmittedName[];
  /** Proposed by the house when it is missing. */
  pseudonym?: string;
  birth?: PartialDate | null;
  birthPlace?: Place | null;
  sexRecorded?: string | null;
  genderSelf?: string | null;
  fatherGivenName?: string | null;
  motherGivenName?: string | null;
  nationalities?: Nationality[];
  literacy?: string | null;
  maritalStatus?: string | null;
  arrivedOn?: PartialDate | null;
  arrivalMode?: string | null;
  organisationalNames?: OrganisationalNameSecrets[];
  contactPoints?: ContactPointSecrets[];
  safeContactPlan?: PlanSecrets | null;
  duressWord?: string | null;
  residences?: ResidenceSecrets[];
  documents?: DocumentSecrets[];
  dependants?: DependantSecrets[];
}

/** A name with only what was said; the rest is taken as unknown. */
export type AdmittedName = Pick<NameSecrets, 'asWritten'> & Partial<NameSecrets>;
