import type { Choice } from '../platform/form/choices';

/** What can be answered about a tie to `group`. What was declared once is not taken back by the one who declared it. */
export function tieChoices(unanswered: boolean, group: string): readonly Choice[] {
  const none = { code: 'NONE', label: $localize`:@@staff.tieChoiceNone:I have no tie to ${group}:group: or to a state` };
  const declared = { code: 'DECLARED', label: $localize`:@@staff.tieChoiceDeclared:I have, or had, such a tie` };
  return unanswered ? [none, declared] : [declared];
}

/** What the question is called. */
export const tiesLabel = (group: string): string => $localize`:@@staff.tiesToGroup:Ties to ${group}:group: or to a state`;
