import type { PartialDate } from '@panah/domain/dates/partial-date';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Place as SealedPlace } from '../platform/sealing/sealer';

/** A person the association supports. What is plain is filtered, sorted or counted; all else is sealed under the client's own key. */
@Entity({ name: 'client' })
export class Client {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'org_id' })
  orgId: string;

  @Column('uuid', { name: 'office_id' })
  officeId: string;

  @Column('text', { name: 'country_of_stay' })
  countryOfStay: string;

  @Column('text', { array: true })
  languages: string[];

  @Column('boolean', { name: 'interpreter_needed' })
  interpreterNeeded: boolean;

  @Column('smallint', { name: 'birth_year_from', nullable: true })
  birthYearFrom: number | null;

  @Column('smallint', { name: 'birth_year_to', nullable: true })
  birthYearTo: number | null;

  @Column('boolean', { name: 'duress_word_set' })
  duressWordSet: boolean;

  @Column('date', { name: 'safe_contact_review_on', nullable: true })
  safeContactReviewOn: string | null;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;

  @Column('bytea')
  sealed: Buffer;

  @Column('integer', { name: 'seal_version' })
  sealVersion: number;

  @Column('integer')
  version: number;
}

/** Where a client's own payload stands. */
export const clientPlace = (id: string, sealVersion: number): SealedPlace => ({
  table: 'client',
  rowId: id,
  subjectId: id,
  compartment: 'file',
  sealVersion,
});

/** The name in use, in the scripts in which it is known. Never a name from inside the group (R-ID-05). */
export interface DisplayName {
  arab: string | null;
  latin: string | null;
}

export interface SpokenLanguage {
  /** BCP 47 */
  code: string;
  level: string | null;
  speaks: boolean;
  reads: boolean;
}

export interface Interpreter {
  gender: string | null;
  dialect: string | null;
}

export interface Nationality {
  country: string;
  status: string;
}

export interface Place {
  name: string | null;
  country: string | null;
}

/** What is sealed in the client's own row (compartment `file`). */
export interface ClientSecrets {
  displayName: DisplayName;
  pseudonym: string;
  birth: PartialDate | null;
  birthPlace: Place | null;
  sexRecorded: string | null;
  languages: SpokenLanguage[];
  interpreter: Interpreter | null;
  literacy: string | null;
  maritalStatus: string | null;
  arrivedOn: PartialDate | null;
  arrivalMode: string | null;
  particulars: Particulars;
}

/** Class R: not in the file's first view, opened by one press with a reason. */
export interface Particulars {
  genderSelf: string | null;
  fatherGivenName: string | null;
  motherGivenName: string | null;
  nationalities: Nationality[];
}

/** A name in one script, as it was said or written. */
export interface NameSecrets {
  kind: string;
  script: 'Arab' | 'Latn' | 'Cyrl';
  asWritten: string;
  given: string | null;
  family: string | null;
  prefix: string | null;
  suffix: string | null;
  romanisation: string | null;
  usedFrom: PartialDate | null;
  usedTo: PartialDate | null;
  /** The one to use among those of its script. */
  inUse: boolean;
}

/** A name from inside the group, a parent-name form or an online handle: a table and a key of its own (R-ID-05). */
export interface OrganisationalNameSecrets {
  kind: string;
  asWritten: string;
  remarks: string | null;
}

export interface ContactPointSecrets {
  channel: string;
  value: string;
  label: string | null;
  safety: string;
  conditions: string | null;
  deviceTrust: string | null;
  language: string | null;
  preferred: boolean;
  verifiedOn: string | null;
  lastSafeCheckOn: string | null;
  retiredReason: string | null;
}

/** Weekdays 1 (Monday) to 7, times `HH:MM` in the plan's own time zone. */
export interface SafeHours {
  days: number[];
  from: string;
  to: string;
}

export interface PlanSecrets {
  timeZone: string;
  okHours: SafeHours[];
  /** Cover words agreed with the person ("about the course"); never a real institution. */
  identifyAs: string;
  leaveMessage: string;
  neverText: string | null;
  codeWord: string | null;
  checkIn: string | null;
  ifNoAnswer: string;
  trustedPerson: string | null;
  reviewOn: string;
}

export interface ResidenceSecrets {
  from: PartialDate | null;
  to: PartialDate | null;
  country: string;
  city: string | null;
  address: string | null;
  knownTo: string[];
  safety: string;
  remarks: string | null;
}

export interface DocumentSecrets {
  docType: string;
  number: string | null;
  issuingCountry: string | null;
  issuingPlace: string | null;
  issuedOn: PartialDate | null;
  expiresOn: PartialDate | null;
  nameAsShown: string | null;
  birthAsShown: PartialDate | null;
  possession: string;
  verification: string;
  remarks: string | null;
}

export interface DependantSecrets {
  name: string;
  relation: string;
  birth: PartialDate | null;
  livesWith: boolean;
  remarks: string | null;
}
