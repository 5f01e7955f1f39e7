import type {
  IdentityStep,
  InformationStep,
  LegalBasisStep,
  ProposalStep,
  SafetyStep,
  SituationStep,
} from '@panah/contracts/intake-steps.contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One step of an intake: a draft with holes, sealed whole, so that it is taken up again where it was left. */
@Entity({ name: 'intake_step' })
export class IntakeStepRow {
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

  @Column('text')
  step: string;

  @Column('boolean')
  complete: boolean;

  @Column('timestamptz', { name: 'saved_at' })
  savedAt: Date;

  @Column('uuid', { name: 'saved_by' })
  savedBy: string;

  @Column('bytea')
  sealed: Buffer;

  @Column('integer', { name: 'seal_version' })
  sealVersion: number;

  @Column('integer')
  version: number;
}

/** What each step holds, by its code. */
export interface StepContent {
  SAFETY: SafetyStep;
  INFORMATION: InformationStep;
  IDENTITY: IdentityStep;
  SITUATION: SituationStep;
  LEGAL_BASIS: LegalBasisStep;
  PROPOSAL: ProposalStep;
}
