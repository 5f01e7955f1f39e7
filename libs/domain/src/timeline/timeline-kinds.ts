import type { Word } from '../access/access-table';

/** What a reader may narrow the timeline of a file to. */
export const TIMELINE_KINDS = ['NOTES', 'CASE', 'CONSENT', 'SAFETY', 'PLAN', 'TASKS', 'DOCUMENTS', 'LEGAL', 'HOUSING'] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

export interface TimelineSubject {
  /** As the steps of a process name what moved. */
  type: string;
  kind: Exclude<TimelineKind, 'NOTES'>;
  /** Whoever may read the record may read that it moved. */
  word: Word;
}

/** Everything that moves on a client's file and stands on its timeline beside the notes. A note's own signature is the note. */
export const TIMELINE_SUBJECTS: readonly TimelineSubject[] = [
  { type: 'case', kind: 'CASE', word: 'case:read' },
  { type: 'case_team', kind: 'CASE', word: 'team:read' },
  { type: 'specialist_request', kind: 'CASE', word: 'specialist:read' },
  { type: 'consent', kind: 'CONSENT', word: 'consent:read' },
  { type: 'disclosure', kind: 'CONSENT', word: 'disclosure:read' },
  { type: 'legal_basis', kind: 'CONSENT', word: 'legal-basis:read' },
  // a specialist reads the referrals of their own service alone: of the others they learn nothing here
  { type: 'referral', kind: 'CONSENT', word: 'referral:cancel' },
  { type: 'risk_assessment', kind: 'SAFETY', word: 'risk:read' },
  { type: 'safety_plan', kind: 'SAFETY', word: 'safety:read-measures' },
  { type: 'danger', kind: 'SAFETY', word: 'danger:read' },
  { type: 'incident', kind: 'SAFETY', word: 'incident:read' },
  { type: 'need', kind: 'PLAN', word: 'need:read-every' },
  { type: 'plan', kind: 'PLAN', word: 'plan:read' },
  { type: 'plan_item', kind: 'PLAN', word: 'plan:read' },
  { type: 'outcome_review', kind: 'PLAN', word: 'outcome:read' },
  { type: 'help_given', kind: 'PLAN', word: 'help:read' },
  { type: 'certificate', kind: 'PLAN', word: 'certificate:read' },
  { type: 'task', kind: 'TASKS', word: 'task:read' },
  { type: 'appointment', kind: 'TASKS', word: 'appointment:read' },
  // the case team is told attendance and no step (R-CN-02)
  { type: 'counselling', kind: 'CASE', word: 'counselling:work' },
  { type: 'document', kind: 'DOCUMENTS', word: 'document:read' },
  { type: 'protection_claim', kind: 'LEGAL', word: 'claim:read' },
  { type: 'legal_deadline', kind: 'LEGAL', word: 'deadline:read' },
  { type: 'permit', kind: 'LEGAL', word: 'permit:read' },
  { type: 'legal_representation', kind: 'LEGAL', word: 'representation:read' },
  { type: 'placement', kind: 'HOUSING', word: 'placement:read' },
];
