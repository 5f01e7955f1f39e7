import type { IntakeStepView, IntakeView } from '@panah/contracts/intake-steps.contract';
import { urgentAnswers } from '@panah/domain/intake/intake.rules';
import { intakeStep, type IntakeStep } from '@panah/domain/vocabulary/intake';
import { factsOf, isComplete } from './intake-facts';
import type { StepContent } from './intake-step.entity';
import type { Intake } from './intake-step.records';
import type { OpenEnquiry } from './enquiry.records';
import { openActions, type StaffNames } from './enquiry.view';

export function intakeView({ row }: OpenEnquiry, { rows }: Intake, content: StepContent, names: StaffNames): IntakeView {
  return {
    id: row.id,
    state: row.state,
    caseRef: row.caseRef,
    steps: intakeStep.codes.map((step) => stepView(step, rows[step], isComplete(step, content), names)),
    urgent: urgentAnswers(factsOf(content).immediateScreen),
    safety: content.SAFETY,
    information: content.INFORMATION,
    identity: content.IDENTITY,
    situation: content.SITUATION,
    legalBasis: content.LEGAL_BASIS,
    proposal: content.PROPOSAL,
    actions: openActions(row),
  };
}

function stepView(step: IntakeStep, row: Intake['rows'][IntakeStep], complete: boolean, names: StaffNames): IntakeStepView {
  return {
    step,
    version: row?.version ?? 0,
    complete,
    savedAt: row?.savedAt.toISOString() ?? null,
    savedBy: row ? (names.get(row.savedBy) ?? null) : null,
  };
}
