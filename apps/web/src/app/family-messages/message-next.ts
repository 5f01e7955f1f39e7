import type { FamilyMessageView } from '@panah/contracts/family-messages.contract';

type Next = string | ((message: FamilyMessageView) => string);

const OFFICER = $localize`:@@familyMessages.nextOfficer:Looked over. An officer of the link who did not write it lets it go.`;
const TRANSLATOR = $localize`:@@familyMessages.nextTranslator:A third person translates it; then an officer of the link lets it go.`;
const REVIEWER = $localize`:@@familyMessages.nextReviewer:Somebody else looks it over. Whoever wrote it cannot, and nobody rewords it.`;

/** What comes next, whoever reads: who is asked, and that nobody else can hurry it. */
const NEXT: Readonly<Record<string, Next>> = {
  DRAFT: $localize`:@@familyMessages.nextWriter:It is still being written. Nobody else reads it before it is handed in.`,
  SUBMITTED: REVIEWER,
  IN_REVIEW: ({ passed }) => (passed ? OFFICER : $localize`:@@familyMessages.nextReading:It is being looked over.`),
  RETURNED: $localize`:@@familyMessages.nextMending:It came back to whoever wrote it: they mend it, or hand it in again as it is.`,
  TRANSLATION: ({ translation }) => (translation ? OFFICER : TRANSLATOR),
  APPROVED: $localize`:@@familyMessages.nextRelease:It goes out by itself at the fixed hour of the day, if both still agree then. Nobody can send it earlier.`,
  HELD: $localize`:@@familyMessages.nextHeld:It does not go out before somebody has looked it over again.`,
  RELEASED: $localize`:@@familyMessages.nextDelivery:It is handed over in person, and noted when it was. The other side learns neither.`,
};

/** One sentence; empty where nothing comes any more. */
export function nextOf(message: FamilyMessageView): string {
  const next = NEXT[message.state] ?? '';
  return typeof next === 'string' ? next : next(message);
}
