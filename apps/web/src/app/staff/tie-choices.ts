import type { Choice } from '../platform/form/choices';

const none = $localize`:@@staff.tieChoiceNone:I have no tie to the group or to a state`;
const declared = $localize`:@@staff.tieChoiceDeclared:I have, or had, such a tie`;

/** What can be answered about a tie. What was declared once is not taken back by the one who declared it. */
export const tieChoices = (unanswered: boolean): readonly Choice[] => [
  ...(unanswered ? [{ code: 'NONE', label: none }] : []),
  { code: 'DECLARED', label: declared },
];
