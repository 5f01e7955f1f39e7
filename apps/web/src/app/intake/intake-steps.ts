import type { Type } from '@angular/core';
import {
  IdentityStep,
  InformationStep,
  type IntakeView,
  LegalBasisStep,
  ProposalStep,
  SafetyStep,
  SituationStep,
} from '@panah/contracts/intake-steps.contract';
import type { IntakeStep } from '@panah/domain/vocabulary/intake';

/** A step as the page knows it: its address, the noun it is saved under, its contract, and what its form starts from. */
export interface StepKind {
  code: IntakeStep;
  noun: string;
  contract: Type<object>;
  start(view: IntakeView): object;
}

export const STEPS: readonly StepKind[] = [
  {
    code: 'SAFETY',
    noun: 'safety',
    contract: SafetyStep,
    start: ({ safety }) => ({ mode: null, seenAlone: null, whoElsePresent: '', urgentActions: '', interviewAt: null, ...safety }),
  },
  { code: 'INFORMATION', noun: 'information', contract: InformationStep, start: ({ information }) => ({ remarks: '', ...information }) },
  {
    code: 'IDENTITY',
    noun: 'identity',
    contract: IdentityStep,
    start: ({ identity }) => ({
      name: '',
      nameLatin: '',
      birth: null,
      sexRecorded: null,
      languages: [],
      literacy: null,
      interpreter: null,
      country: null,
      arrived: null,
      contactChannel: null,
      contactValue: '',
      contactSafety: null,
      contactRule: '',
      ...identity,
    }),
  },
  {
    code: 'SITUATION',
    noun: 'situation',
    contract: SituationStep,
    start: ({ situation }) => ({ situation: '', wishes: '', streams: [], workerWithoutTies: null, workerPreferred: null, ...situation }),
  },
  {
    code: 'LEGAL_BASIS',
    noun: 'legal-basis',
    contract: LegalBasisStep,
    start: ({ legalBasis }) => ({
      basis: null,
      explanation: '',
      method: null,
      freeChoice: null,
      capacity: null,
      evidence: '',
      witness: '',
      supporter: '',
      interpreterKind: null,
      interpreterName: '',
      ...legalBasis,
    }),
  },
  { code: 'PROPOSAL', noun: 'proposal', contract: ProposalStep, start: ({ proposal }) => ({ priority: null, summary: '', ...proposal }) },
];
