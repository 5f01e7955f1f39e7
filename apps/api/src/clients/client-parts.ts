import type { Word } from '@panah/domain/access/access-table';
import type { Compartment } from '../platform/sealing/key-ring';
import type {
  ContactPointSecrets,
  DependantSecrets,
  DocumentSecrets,
  NameSecrets,
  OrganisationalNameSecrets,
  PlanSecrets,
  ResidenceSecrets,
} from './client.entity';

/** One kind of line in a client's file: a table of its own, a payload of type `S`, and the words that open and change it. */
export interface PartKind<S> {
  readonly table: string;
  readonly compartment: Compartment;
  readonly read: Word;
  readonly edit: Word;
  /** Only for the compiler: which payload lies in the table. */
  readonly payload?: S;
}

export const NAMES: PartKind<NameSecrets> = { table: 'person_name', compartment: 'file', read: 'name:read', edit: 'name:edit' };
/** Apart from the other names, under another key (R-ID-05). */
export const ORGANISATIONAL_NAMES: PartKind<OrganisationalNameSecrets> = {
  table: 'organisational_name',
  compartment: 'location',
  read: 'location:reveal',
  edit: 'location:edit',
};
export const CONTACT_POINTS: PartKind<ContactPointSecrets> = {
  table: 'contact_point',
  compartment: 'file',
  read: 'contact:read',
  edit: 'contact:edit',
};
/** At most one a client. */
export const SAFE_CONTACT_PLAN: PartKind<PlanSecrets> = {
  table: 'safe_contact_plan',
  compartment: 'file',
  read: 'contact:read',
  edit: 'contact:edit',
};
/** At most one a client; whoever hears it may write it, few may open it. */
export const DURESS_WORD: PartKind<{ word: string }> = {
  table: 'duress_word',
  compartment: 'location',
  read: 'duress:reveal',
  edit: 'contact:edit',
};
export const RESIDENCES: PartKind<ResidenceSecrets> = {
  table: 'residence',
  compartment: 'location',
  read: 'location:reveal',
  edit: 'location:edit',
};
export const DOCUMENTS: PartKind<DocumentSecrets> = {
  table: 'identity_document',
  compartment: 'file',
  read: 'identity:read',
  edit: 'identity:edit',
};
export const DEPENDANTS: PartKind<DependantSecrets> = { table: 'dependant', compartment: 'file', read: 'client:read', edit: 'client:edit' };

export const PART_TABLES = [
  NAMES,
  ORGANISATIONAL_NAMES,
  CONTACT_POINTS,
  SAFE_CONTACT_PLAN,
  DURESS_WORD,
  RESIDENCES,
  DOCUMENTS,
  DEPENDANTS,
].map(({ table }) => table);
