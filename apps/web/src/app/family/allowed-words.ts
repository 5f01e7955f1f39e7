import type { AllowedView } from '@panah/contracts/family-wishes.contract';
import type { LadderStep } from '@panah/domain/family/ladder';

const LADDER_WORDS: Readonly<Record<LadderStep, string>> = {
  NOTHING: $localize`:@@family.tellNothing:Nothing. Not even that we know of them.`,
  ALIVE_ONLY: $localize`:@@family.tellAlive:Alive and well. No word from them.`,
  ONE_MESSAGE: $localize`:@@family.tellOne:Alive and well, and one message.`,
  MEDIATED: $localize`:@@family.tellMessages:Alive and well, and messages through us.`,
  CALL: $localize`:@@family.tellCall:Alive and well, messages, and calls with one of us there.`,
  MEETING: $localize`:@@family.tellMeeting:Alive and well, messages, calls, and a meeting.`,
};
const NEITHER = $localize`:@@family.tellNeither:Not where, and not how to reach them.`;
const COUNTRY = $localize`:@@family.tellCountry:Also the country; not how to reach them.`;
const CONTACT = $localize`:@@family.tellContact:Also how to reach them; not the country by itself.`;
const BOTH = $localize`:@@family.tellBoth:Also the country, and how to reach them.`;

/** What the other may be told, in plain words: "Alive and well. Not where, and not how to reach them." */
export function allowedWords({ ladder, permissions }: AllowedView): string {
  const step = LADDER_WORDS[ladder as LadderStep];
  if (ladder === 'NOTHING' && !permissions.length) return step;
  const [country, contact] = [permissions.includes('COUNTRY'), permissions.includes('CONTACT_DETAILS')];
  return `${step} ${country ? (contact ? BOTH : COUNTRY) : contact ? CONTACT : NEITHER}`;
}
