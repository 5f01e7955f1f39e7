import { counsellingPhase } from '@panah/domain/vocabulary/counselling';
import type { CodeList } from '@panah/domain/vocabulary/code-list';
import { claimState } from '@panah/domain/vocabulary/claims';
import { linkFace } from '@panah/domain/vocabulary/family';
import { placementState } from '@panah/domain/vocabulary/housing';
import type { JourneyStep } from '@panah/domain/vocabulary/journey';
import { deadlineType } from '@panah/domain/vocabulary/legal-deadlines';
import { reviewPoint } from '@panah/domain/vocabulary/reintegration';
import type { IconName } from '../platform/icon/icons';
import { readerLanguage } from '../platform/reader/language';
import type { StateTone } from '../platform/text/state';

export interface StepWords {
  /** Where its detail stands, below the case. */
  path: string;
  /** Its states in words. */
  states: CodeList<string>;
  next: (act: string) => string;
}

const codeWords =
  (codes: CodeList<string>) =>
  (act: string): string =>
    codes.has(act) ? codes.label(act, readerLanguage()) : '';

const deadlineWords = codeWords(deadlineType);
const AWAITED = $localize`:@@journey.answerAwaited:The answer is awaited`;
/** What comes next where no deadline runs. */
const REFUGE: Readonly<Record<string, string>> = {
  PREPARING: $localize`:@@journey.sayWish:Say the wish for protection`,
  MADE: $localize`:@@journey.beRegistered:Be registered`,
  REGISTERED: $localize`:@@journey.lodgeClaim:Lodge the claim`,
  LODGED: AWAITED,
  RESPONSIBILITY: AWAITED,
  ADMISSIBILITY: AWAITED,
  EXAMINATION: $localize`:@@journey.prepareInterview:Prepare for the interview`,
  INTERVIEW_SET: $localize`:@@journey.goToInterview:Go to the interview`,
  INTERVIEWED: AWAITED,
  DECIDED_NEGATIVE: $localize`:@@journey.thinkOfAppeal:Talk with a lawyer about an appeal`,
  APPEAL_LODGED: AWAITED,
  APPEAL_HEARD: AWAITED,
  FURTHER_APPEAL: AWAITED,
  DECIDED_POSITIVE: $localize`:@@journey.askForPapers:Ask for the papers`,
};
const HOUSING: Readonly<Record<string, string>> = {
  match: $localize`:@@journey.findPlace:Find a place`,
  offer: $localize`:@@journey.offerPlace:Offer the place`,
  accept: $localize`:@@journey.hearAnswer:Hear what the person says to the offer`,
  move_in: $localize`:@@journey.moveIn:Move in`,
  give_notice: $localize`:@@journey.nextHome:Talk about what comes after`,
  move_out: $localize`:@@journey.moveOut:Move out`,
};
const COUNSELLING: Readonly<Record<string, string>> = {
  triage: $localize`:@@journey.counsellorsLook:The counsellors look at it`,
  allocate: $localize`:@@journey.counsellorFound:A counsellor is found`,
  begin: $localize`:@@journey.firstTalks:First talks`,
  session: $localize`:@@journey.nextTalk:The next appointment`,
  resume: $localize`:@@journey.goesOn:Goes on after the pause`,
  end: $localize`:@@journey.comesToEnd:Comes to its end`,
};
const FAMILY: Readonly<Record<string, string>> = {
  begin: $localize`:@@journey.wishBegins:Ask what may be told, then begin`,
  answer: $localize`:@@journey.wishAnswered:The one answer`,
};
const REVIEW = $localize`:@@journey.lookTogether:Look together at how life goes`;

export const STEP_WORDS: Readonly<Record<JourneyStep, StepWords>> = {
  REFUGE: { path: 'refuge', states: claimState, next: (act) => REFUGE[act] ?? deadlineWords(act) },
  HOUSING: { path: 'housing', states: placementState, next: (act) => HOUSING[act] ?? '' },
  COUNSELLING: { path: 'counselling', states: counsellingPhase, next: (act) => COUNSELLING[act] ?? '' },
  INDEPENDENCE: { path: 'independence', states: reviewPoint, next: () => REVIEW },
  FAMILY: { path: 'family', states: linkFace, next: (act) => FAMILY[act] ?? '' },
};

const ENDED: readonly string[] = ['ENDED', 'MOVED_OUT', 'CANCELLED', 'WITHDRAWN', 'TRANSFERRED_STATE', 'FINAL_NEGATIVE'];
const GOOD: readonly string[] = ['IN_RESIDENCE', 'DECIDED_POSITIVE', 'FINAL_POSITIVE', 'IN_CONTACT'];
const ACT: readonly string[] = ['DECIDED_NEGATIVE', 'NOTICE'];

/** Icon and tone of a state: a colour is never the only sign. */
export function lookOf(state: string): { icon: IconName; tone: StateTone } {
  if (ENDED.includes(state)) return { icon: 'done', tone: 'plain' };
  if (GOOD.includes(state)) return { icon: 'done', tone: 'good' };
  if (ACT.includes(state)) return { icon: 'clock', tone: 'due' };
  return { icon: 'going', tone: 'plain' };
}
