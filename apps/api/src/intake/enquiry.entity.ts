import type { PartialDate } from '@panah/domain/dates/partial-date';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A first contact, and the intake that follows it. Sealed under its own key until admission, then under the client's. */
@Entity({ name: 'enquiry' })
export class Enquiry {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'org_id' })
  orgId: string;

  @Column('uuid', { name: 'office_id' })
  officeId: string;

  @Column('text')
  state: string;

  @Column('text', { name: 'case_ref', nullable: true })
  caseRef: string | null;

  @Column('text', { nullable: true })
  source: string | null;

  @Column('text', { nullable: true })
  language: string | null;

  @Column('text', { nullable: true })
  country: string | null;

  @Column('text', { name: 'immediate_danger', nullable: true })
  immediateDanger: string | null;

  @Column('boolean', { name: 'callback_safe', nullable: true })
  callbackSafe: boolean | null;

  @Column('timestamptz', { name: 'received_at' })
  receivedAt: Date;

  @Column('uuid', { name: 'received_by', nullable: true })
  receivedBy: string | null;

  @Column('timestamptz', { name: 'first_response_due' })
  firstResponseDue: Date;

  @Column('timestamptz', { name: 'first_response_at', nullable: true })
  firstResponseAt: Date | null;

  @Column('timestamptz', { name: 'intake_started_at', nullable: true })
  intakeStartedAt: Date | null;

  @Column('timestamptz', { name: 'intake_due', nullable: true })
  intakeDue: Date | null;

  @Column('uuid', { name: 'intake_by', nullable: true })
  intakeBy: string | null;

  @Column('timestamptz', { name: 'proposed_at', nullable: true })
  proposedAt: Date | null;

  @Column('uuid', { name: 'proposed_by', nullable: true })
  proposedBy: string | null;

  @Column('uuid', { name: 'client_id', nullable: true })
  clientId: string | null;

  @Column('timestamptz', { name: 'admitted_at', nullable: true })
  admittedAt: Date | null;

  @Column('text', { name: 'decline_reason', nullable: true })
  declineReason: string | null;

  @Column('timestamptz', { name: 'declined_at', nullable: true })
  declinedAt: Date | null;

  @Column('uuid', { name: 'declined_by', nullable: true })
  declinedBy: string | null;

  @Column('timestamptz', { name: 'minimised_at', nullable: true })
  minimisedAt: Date | null;

  @Column('timestamptz', { name: 'duplicates_checked_at', nullable: true })
  duplicatesCheckedAt: Date | null;

  @Column('bytea', { nullable: true })
  sealed: Buffer | null;

  @Column('integer', { name: 'seal_version' })
  sealVersion: number;

  @Column('integer')
  version: number;
}

/** What is personal about an enquiry. */
export interface EnquirySecrets {
  name: string;
  asked: string;
  pseudonym: string;
  /** As it was said; the days it may be are computed. */
  birth: PartialDate | null;
  contactChannel: string | null;
  contactValue: string | null;
  contactSafety: string | null;
  contactRule: string | null;
  genuineness: string | null;
  signposting: string | null;
}

export type EnquiryPlain = Pick<Enquiry, 'source' | 'language' | 'country' | 'immediateDanger' | 'callbackSafe'>;
export type EnquiryChange = Partial<Omit<Enquiry, 'id' | 'orgId' | 'officeId' | 'sealed' | 'sealVersion' | 'version'>>;
