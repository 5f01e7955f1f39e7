import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who stands on a case team, in which role and with which record classes; and the two questions before (R-AC-13). */
@Entity({ name: 'case_team' })
export class TeamMember {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'org_id' })
  orgId: string;

  @Column('uuid', { name: 'office_id' })
  officeId: string;

  @Column('uuid', { name: 'client_id' })
  clientId: string;

  @Column('uuid', { name: 'case_id' })
  caseId: string;

  @Column('uuid', { name: 'staff_id' })
  staffId: string;

  @Column('text')
  role: string;

  @Column('boolean', { name: 'is_primary' })
  isPrimary: boolean;

  @Column('text', { array: true })
  classes: string[];

  /** A code of `teamReason`. */
  @Column('text')
  reason: string;

  @Column('uuid', { name: 'proposed_by' })
  proposedBy: string;

  @Column('timestamptz', { name: 'proposed_at' })
  proposedAt: Date;

  @Column('text', { name: 'member_answer', nullable: true })
  memberAnswer: string | null;

  @Column('timestamptz', { name: 'member_answered_at', nullable: true })
  memberAnsweredAt: Date | null;

  @Column('text', { name: 'client_answer', nullable: true })
  clientAnswer: string | null;

  @Column('timestamptz', { name: 'client_answered_at', nullable: true })
  clientAnsweredAt: Date | null;

  @Column('uuid', { name: 'client_answer_by', nullable: true })
  clientAnswerBy: string | null;

  @Column('timestamptz', { name: 'starts_at', nullable: true })
  startsAt: Date | null;

  @Column('timestamptz', { name: 'ends_at', nullable: true })
  endsAt: Date | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;

  @Column('text', { name: 'end_reason', nullable: true })
  endReason: string | null;

  /** The neutral facts of the question, readable for the one who is asked: under the client's key. */
  @Column('bytea', { nullable: true })
  sealed: Buffer | null;

  @Column('integer', { name: 'seal_version' })
  sealVersion: number;

  @Column('integer')
  version: number;
}
