import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A partner association. People's names and remarks are in the sealed payload, under the partner's own key. */
@Entity({ name: 'partner' })
export class Partner {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'org_id' })
  orgId: string;

  @Column('text')
  state: string;

  @Column('text')
  name: string;

  @Column('text')
  type: string;

  @Column('text')
  country: string;

  @Column('text', { array: true })
  services: string[];

  /** How many people it takes at once, by service; a service that is not named has no limit that we know of. */
  @Column('jsonb')
  places: Record<string, number>;

  @Column('text', { array: true })
  languages: string[];

  @Column('date', { name: 'agreement_signed_on', nullable: true })
  agreementSignedOn: string | null;

  @Column('date', { name: 'agreement_valid_to', nullable: true })
  agreementValidTo: string | null;

  @Column('text', { name: 'transfer_mechanism', nullable: true })
  transferMechanism: string | null;

  @Column('date', { name: 'security_checked_on', nullable: true })
  securityCheckedOn: string | null;

  @Column('bytea')
  sealed: Buffer;

  @Column('integer', { name: 'seal_version' })
  sealVersion: number;

  @Column('integer')
  version: number;

  @Column('uuid', { name: 'created_by' })
  createdBy: string;
}

/** What is personal about a partner. */
export interface PartnerSecrets {
  contacts: { name: string; task: string | null; reachedBy: string | null }[];
  remarks: string | null;
}

export type PartnerPlain = Omit<Partner, 'id' | 'orgId' | 'state' | 'sealed' | 'sealVersion' | 'version' | 'createdBy'>;
