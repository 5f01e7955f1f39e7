import type { NoteView } from '@panah/contracts/notes.contract';
import { caseHoldReason, closureReason } from '@panah/domain/vocabulary/cases';
import { contactChannel } from '@panah/domain/vocabulary/clients';
import { closureCheck, yesOrNo } from '@panah/domain/vocabulary/closures';
import { caseNoteType } from '@panah/domain/vocabulary/notes';
import type { DateWords } from '../platform/dates/date-words';
import { type Choice, choicesOf } from '../platform/form/choices';
import type { UsualField } from '../platform/form/form-question';
import { saysCode } from '../platform/form/stale-edits';
import { listed } from '../platform/text/listed';

const WHY = $localize`:@@cases.fieldWhy:Why`;

/** What a step of a case may ask, in a dialog or on the page of the closure. */
export const STEP_FIELDS = {
  holdReason: { name: 'holdReason', kind: 'select', label: WHY, choices: choicesOf(caseHoldReason) },
  reviewOn: {
    name: 'reviewOn',
    kind: 'day',
    label: $localize`:@@cases.fieldReview:Looked at again on`,
    hint: $localize`:@@cases.hintReview:At most 90 days ahead.`,
  },
  noNeeds: {
    name: 'noNeeds',
    kind: 'check',
    label: $localize`:@@cases.noNeeds:The person needs nothing at present: no need is written down`,
  },
  reason: {
    name: 'reason',
    kind: 'area',
    label: $localize`:@@cases.fieldWords:In a few words`,
    hint: $localize`:@@cases.hintWords:Stays sealed in the history of the case.`,
  },
  closureReason: { name: 'closureReason', kind: 'select', label: WHY, choices: choicesOf(closureReason) },
  safetyCheck: { name: 'safetyCheck', kind: 'area', label: $localize`:@@cases.safetyCheck:What is known of the person’s safety` },
  clientTold: {
    name: 'clientTold',
    kind: 'choice',
    inRow: true,
    label: $localize`:@@cases.clientTold:The client knows`,
    choices: choicesOf(yesOrNo),
  },
  clientNotToldWhy: { name: 'clientNotToldWhy', kind: 'area', label: $localize`:@@cases.clientNotTold:Why not` },
  unmetWords: { name: 'unmetWords', kind: 'area', label: $localize`:@@cases.unmetWords:About what stays open`, optional: true },
  followUp: {
    name: 'followUp',
    kind: 'choice',
    inRow: true,
    label: $localize`:@@cases.followUp:A follow-up was agreed`,
    choices: choicesOf(yesOrNo),
  },
  followUpWords: { name: 'followUpWords', kind: 'area', label: $localize`:@@cases.followUpWords:How and when`, optional: true },
  checklist: {
    name: 'checklist',
    kind: 'checks',
    label: $localize`:@@cases.checklist:Gone through`,
    hint: $localize`:@@cases.checklistHint:Each is done, or does not apply`,
    choices: choicesOf(closureCheck),
  },
} as const satisfies Readonly<Record<string, UsualField>>;

/** The signed note that a step rests on; `grounds` are undefined while they are read. */
export const noteField = (grounds: readonly NoteView[] | undefined, days: DateWords): UsualField => ({
  name: 'note',
  kind: 'select',
  label: $localize`:@@cases.fieldNote:Signed note`,
  hint:
    grounds?.length === 0
      ? $localize`:@@cases.noGrounds:No such note is signed yet. Write it on the timeline first.`
      : $localize`:@@cases.hintNote:An assessment or a decision of this case.`,
  choices: grounds?.map(({ id, type, happenedAt, author }) => ({
    code: id,
    label: listed([saysCode(caseNoteType)(type), days.say(happenedAt, 'day'), author.name]),
  })),
});

/** The way to meet again: only those that are marked safe. */
export const wayField = (safe: readonly string[]): UsualField => ({
  name: 'followUpChannel',
  kind: 'select',
  label: $localize`:@@cases.followUpWay:By which way`,
  hint: $localize`:@@cases.followUpHint:Only ways that are marked safe`,
  choices: choicesOf(contactChannel).filter(({ code }: Choice) => safe.includes(code)),
});
