import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One period of planned work with one client (R-CA-02). Reopening makes the next period, with the same reference. */
@Entity({ name: 'case_file' })
export class CaseFile {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'org_id' })
  orgId: string;

  @Column('uuid', { name: 'office_id' })
  officeId: string;

  @Column('uuid', { name: 'client_id' })
  clientId: string;

  @Column('uuid', { name: 'enquiry_id', nullable: true })
  enquiryId: string | null;

  @Column('text', { name: 'case_ref' })
  caseRef: string;

  @Column('smallint', { name: 'period_no' })
  periodNo: number;

  @Column('text')
  state: string;

  @Column('timestamptz', { name: 'state_since' })
  stateSince: Date;

  /** Where a refused closure goes back to. */
  @Column('text', { name: 'state_before', nullable: true })
  stateBefore: string | null;

  @Column('text')
  priority: string;

  @Column('text', { array: true })
  streams: string[];

  @Column('text')
  country: string;

  @Column('text', { name: 'risk_level', nullable: true })
  riskLevel: string | null;

  @Column('uuid', { name: 'primary_worker_id', nullable: true })
  primaryWorkerId: string | null;

  @Column('date', { name: 'opened_on' })
  openedOn: string;

  @Column('date', { name: 'closed_on', nullable: true })
  closedOn: string | null;

  @Column('date', { name: 'assessment_due', nullable: true })
  assessmentDue: string | null;

  @Column('date', { name: 'plan_due', nullable: true })
  planDue: string | null;

  @Column('timestamptz', { name: 'last_contact_at', nullable: true })
  lastContactAt: Date | null;

  @Column('text', { name: 'hold_reason', nullable: true })
  holdReason: string | null;

  @Column('date', { name: 'hold_review_on', nullable: true })
  holdReviewOn: string | null;

  @Column('text', { name: 'closure_reason', nullable: true })
  closureReason: string | null;

  @Column('uuid', { name: 'closure_requested_by', nullable: true })
  closureRequestedBy: string | null;

  @Column('timestamptz', { name: 'closure_requested_at', nullable: true })
  closureRequestedAt: Date | null;

  @Column('uuid', { name: 'closed_by', nullable: true })
  closedBy: string | null;

  @Column('uuid', { name: 'assessment_note_id', nullable: true })
  assessmentNoteId: string | null;

  @Column('uuid', { name: 'plan_note_id', nullable: true })
  planNoteId: string | null;

  @Column('uuid', { name: 'plan_submitted_by', nullable: true })
  planSubmittedBy: string | null;

  @Column('timestamptz', { name: 'plan_submitted_at', nullable: true })
  planSubmittedAt: Date | null;

  @Column('uuid', { name: 'plan_approved_by', nullable: true })
  planApprovedBy: string | null;

  @Column('timestamptz', { name: 'plan_approved_at', nullable: true })
  planApprovedAt: Date | null;

  @Column('uuid', { name: 'closure_note_id', nullable: true })
  closureNoteId: string | null;

  @Column('integer')
  version: number;
}

/** What a step may change besides the state. */
export type CaseChange = Partial<
  Omit<CaseFile, 'id' | 'orgId' | 'officeId' | 'clientId' | 'caseRef' | 'periodNo' | 'state' | 'stateSince' | 'stateBefore' | 'version'>
>;
