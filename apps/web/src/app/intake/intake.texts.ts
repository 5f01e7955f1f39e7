import type { ProblemTextsByCode } from '../platform/problem/problem-texts';

/** What the server refuses in this room, in words; codes that every room has are said by the platform. */
export const INTAKE_PROBLEMS: ProblemTextsByCode = {
  'tie-not-answered': $localize`:@@intake.problemTie:Say first whether you have a tie with this person. Nothing was changed.`,
  'contact-not-safe': $localize`:@@intake.problemContact:The contact given is not known to be safe. Agree on a safe way first, or take the contact out.`,
  'decline-incomplete': $localize`:@@intake.problemDecline:A reason and a word on where else to turn are needed.`,
  'intake-incomplete': $localize`:@@intake.problemIncomplete:The intake is not complete yet. The steps that are open are marked. Nothing was changed.`,
  'not-proposed': $localize`:@@intake.problemNotProposed:Nobody has proposed admission yet.`,
  'same-person': $localize`:@@intake.problemSamePerson:Whoever proposed the admission does not decide it. Another coordinator must.`,
  'primary-worker-missing': $localize`:@@intake.problemWorker:Choose who will work with the person.`,
  'team-not-answered': $localize`:@@intake.problemNotAnswered:Both must answer first: the worker, and the person who is told who it would be.`,
  'team-declined': $localize`:@@intake.problemTeamDeclined:One of the two answers was no. Choose somebody else.`,
  'caseload-full': $localize`:@@intake.problemFull:This worker stands above the hard limit. Say why they take one more.`,
  'no-such-day': $localize`:@@intake.problemNoDay:That month had fewer days. Put the day right, or leave it out.`,
};

export const ENQUIRY_LABELS = {
  name: $localize`:@@intake.name:Name, as spoken`,
  asked: $localize`:@@intake.asked:What is needed`,
  source: $localize`:@@intake.source:How they came to us`,
  language: $localize`:@@intake.language:Language`,
  country: $localize`:@@intake.country:Country where they are now`,
  immediateDanger: $localize`:@@intake.danger:In danger now?`,
  callbackSafe: $localize`:@@intake.callback:Safe to call or write back?`,
  birth: $localize`:@@intake.birth:Born`,
  contactChannel: $localize`:@@intake.channel:Way of contact`,
  contactValue: $localize`:@@intake.contactValue:Number or address`,
  contactSafety: $localize`:@@intake.contactSafety:Is this contact safe?`,
  contactRule: $localize`:@@intake.contactRule:When and how it is safe`,
  genuineness: $localize`:@@intake.genuineness:Doubts about the contact`,
};
