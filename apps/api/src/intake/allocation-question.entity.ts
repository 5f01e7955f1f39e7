import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What is asked before somebody is named for a person (R-AC-13): of the worker on their own screen, of the client by whoever speaks with them. */
@Entity({ name: 'team_question' })
export class AllocationQuestion {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'org_id' })
  orgId: string;

  @Column('uuid', { name: 'office_id' })
  officeId: string;

  @Column('uuid', { name: 'enquiry_id' })
  enquiryId: string;

  @Column('uuid', { name: 'client_id', nullable: true })
  clientId: string | null;

  @Column('uuid', { name: 'staff_id' })
  staffId: string;

  @Column('uuid', { name: 'asked_by' })
  askedBy: string;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt: Date;

  @Column('text', { nullable: true })
  answer: string | null;

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt: Date | null;

  @Column('text', { name: 'client_answer', nullable: true })
  clientAnswer: string | null;

  @Column('timestamptz', { name: 'client_answered_at', nullable: true })
  clientAnsweredAt: Date | null;

  @Column('uuid', { name: 'client_answer_by', nullable: true })
  clientAnswerBy: string | null;

  @Column('bytea')
  sealed: Buffer;

  @Column('integer', { name: 'seal_version' })
  sealVersion: number;
}

/** All that the worker learns before they answer. */
export interface NeutralFacts {
  pseudonym: string;
  language: string;
  country: string | null;
  streams: string[];
}
