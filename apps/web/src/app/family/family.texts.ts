import { linkSide } from '@panah/domain/vocabulary/family';
import { consentPurpose } from '@panah/domain/vocabulary/consents';
import type { CodeList } from '@panah/domain/vocabulary/code-list';
import type { ContractFormOptions } from '../platform/form/contract-form';
import type { Fact } from '../platform/problem/problem';
import type { ProblemTextsByCode } from '../platform/problem/problem-texts';
import { readerLanguage } from '../platform/reader/language';

const word = (fact: Fact | undefined, list: CodeList<string>): string =>
  typeof fact === 'string' && list.has(fact) ? list.label(fact, readerLanguage()) : '';

/** What the server refuses in this room, in words: what happened, and what is safe to do next. */
export const FAMILY_PROBLEMS: ProblemTextsByCode = {
  'family-consent-missing': ({ side, purpose }) =>
    $localize`:@@family.problemConsent:${word(side, linkSide)}:side:: there is no yes to “${word(purpose, consentPurpose)}:purpose:” that stands now. Nothing was done. Ask first.`,
  'family-ladder-too-low': $localize`:@@family.problemLadder:This goes further than both have allowed. Nothing was done. What counts is the word of the one who wants less.`,
  'telling-not-allowed': $localize`:@@family.problemTelling:The one whom it is about has not allowed this to be told. Nothing was noted.`,
  'contact-not-allowed': $localize`:@@family.problemContact:One of the two has not said yes to being in contact in this way. Nothing was noted.`,
  'tracing-method-not-allowed': $localize`:@@family.problemMethod:The client has not agreed to being looked for in this way. Take it off, or ask first.`,
  'tracing-method-not-planned': $localize`:@@family.problemUnplanned:This way does not stand in the plan. Write it into the plan first.`,
  'risk-note-missing': $localize`:@@family.problemRiskNote:Where they are, being looked for can harm them. Write down first what could happen.`,
  'context-deceased': $localize`:@@family.problemDeceased:A death has a step of its own. Nothing was noted.`,
  'not-located': $localize`:@@family.problemNotLocated:Found is whom a tracing step has found. Note that step first.`,
  'death-not-certain': $localize`:@@family.problemDeath:Not certain enough: it takes a confirmation, or two reports that do not come from one another.`,
  'death-news-not-so': $localize`:@@family.problemDeathNews:News of a death is told in person, to somebody who wants to know, with somebody beside them. Nothing was noted.`,
  'not-looked-enough': $localize`:@@family.problemLookMore:Three different ways are tried before anybody counts as not found.`,
  'verification-too-low': ({ secondVerifier }) =>
    secondVerifier
      ? $localize`:@@family.problemSecondVerifier:Nobody is approached before V2. Where they are, a second person looks too, who did not find them.`
      : $localize`:@@family.problemVerify:Nobody is approached before V2. Write down what was asked and what fitted.`,
  'approach-not-assessed': $localize`:@@family.problemAssess:The risks of both sides are written down before anybody approves.`,
  'channel-not-safe': $localize`:@@family.problemChannel:The way of reaching them is not safe. Find another, then ask again.`,
  'approved-by-officer': $localize`:@@family.problemOwn:You work on this link yourself. Another coordinator decides.`,
  'approved-by-locator': $localize`:@@family.problemLocator:You found the person yourself. Another coordinator decides.`,
  'approach-not-approved': $localize`:@@family.problemUnapproved:A coordinator approves first. Nobody was approached.`,
  'approval-lapsed': $localize`:@@family.problemLapsed:The approval is older than 60 days and counts no more. Ask for it again.`,
  'relative-not-heard': $localize`:@@family.problemHeard:They were not spoken to directly, alone and freely. So nothing counts as their word, and nothing goes on. Try again another way.`,
  'notice-not-given': $localize`:@@family.problemNotice:They are told first who we are, and what becomes of what they say.`,
  'not-asked-enough': $localize`:@@family.problemSilent:Nobody counts as silent before two approaches, thirty days apart.`,
  'asked-never-again': $localize`:@@family.problemNever:This person asked never to be contacted again. Nobody is approached.`,
  'risk-too-high': ({ side }) =>
    $localize`:@@family.problemRisk:${word(side, linkSide)}:side:: the risk is high. No direct contact while it is.`,
  'no-message-each-way': $localize`:@@family.problemMessages:A message reaches each of the two first. Nobody may skip that.`,
  'contact-step-not-here': $localize`:@@family.problemStep:This step does not belong here yet. See where the link stands.`,
  'cooling-off': $localize`:@@family.problemCooling:Seventy-two hours lie between agreeing and the first contact. Choose a later moment.`,
  'not-prepared': $localize`:@@family.problemPrepared:The client is prepared first. The day lies ahead.`,
  'client-not-warned': $localize`:@@family.problemWarned:The client has not yet heard what it can mean to hear nothing. Read it out first, in their file.`,
  'contact-called-off': $localize`:@@family.problemCalledOff:This was called off already.`,
  'contact-not-yet': $localize`:@@family.problemNotYet:It has not taken place yet.`,
  'already-asked': $localize`:@@family.problemAsked:How it was for them is noted already.`,
  'contact-over': $localize`:@@family.problemOver:It is over; only what is still to come is called off.`,
  'outcome-not-so': $localize`:@@family.problemOutcome:This is not how it went, by what is on record. Choose another outcome.`,
  'safeguard-missing': ({ side }) =>
    $localize`:@@family.problemMinor:${word(side, linkSide)}:side:: may be under 18, as far as is written down. Either note when they were born (in the wish, or in the file), or write down guardian, best interests and the child’s own view first.`,
  'step-not-allowed': $localize`:@@family.problemAllow:A coordinator allows this first. Ask, then come back.`,
  'not-paused': $localize`:@@family.problemNotPaused:It is not paused.`,
  'client-has-stopped': $localize`:@@family.problemStopped:The client does not want to go on. Only the client can begin again.`,
  'serves-both-sides': $localize`:@@family.problemBothSides:Both are clients of ours: nobody serves both sides, and whoever mediates serves neither.`,
  'own-client-known': $localize`:@@family.problemOwnKnown:It is written down already that the relative is a client of ours.`,
  'same-person': $localize`:@@family.problemSame:This is the client of this side. Nothing was noted.`,
  'second-officer-needed': $localize`:@@family.problemSecond:On the team of that case there is nobody else in family links. Somebody joins it first: nobody serves both.`,
  'relative-not-known': $localize`:@@family.problemNobody:Nobody is found yet, or their data is gone. There is nobody who could decide.`,
  'nobody-found': $localize`:@@family.problemNobody:Nobody is found yet, or their data is gone. There is nobody who could decide.`,
  'telling-not-now': $localize`:@@family.problemTellingNow:Nothing is told while the link stands here.`,
  'day-not-come': $localize`:@@family.problemDayAhead:This day lies ahead. What was done is noted on a day that has come.`,
  'day-before-approval': $localize`:@@family.problemDayEarly:That was before the approval. Only an approach after it counts.`,
  'not-on-the-day': $localize`:@@family.problemToday:Both are asked again on the very day, and it is noted on that day.`,
  'deadline-before-trigger': $localize`:@@family.problemTrigger:It cannot be due, or done, before the day from which it counts.`,
  'already-done': $localize`:@@family.problemDone:This step is noted as done already.`,
  'nothing-to-ask': $localize`:@@family.problemNothingToAsk:There is nothing to ask a coordinator here: it is not paused, and nobody is under 18.`,
  'nothing-to-allow': $localize`:@@family.problemNothingToAllow:Nothing is asked any more. Load the page again.`,
  'warning-not-confirmed': $localize`:@@family.problemUnderstood:It counts when they said that they understood.`,
  'wish-needs-consent': $localize`:@@family.problemNoYes:There is no yes to looking, or none to what may be told. Ask first; nothing has begun.`,
};

const needed = $localize`:@@family.ruleNeeded:Without this it is not done`;

/** The words of this room for rules that only the server knows. */
export const FAMILY_RULES: ContractFormOptions['texts'] = {
  methods: { 'not-allowed': $localize`:@@family.ruleMethods:Not every way here was agreed to` },
  method: {
    'not-allowed': $localize`:@@family.ruleMethod:Not agreed to by the client`,
    'not-planned': $localize`:@@family.ruleUnplanned:Does not stand in the plan`,
  },
  riskNote: { missing: $localize`:@@family.ruleRiskNote:Needed where they are` },
  context: { 'not-here': $localize`:@@family.ruleContext:A death has a step of its own` },
  tracingStepId: { 'not-located': $localize`:@@family.ruleLocated:This step found nobody` },
  tracingStepIds: { 'not-certain': $localize`:@@family.ruleCertain:Two reports, or a confirmation` },
  independent: { missing: needed },
  clientWantsToKnow: { needed },
  supportPresent: { needed },
  inPerson: { needed },
  noticeGiven: { needed },
  confirmed: { needed, missing: needed },
  on: {
    'in-future': $localize`:@@family.ruleAhead:This day lies ahead`,
    'too-early': $localize`:@@family.ruleEarly:Before the approval`,
    'not-today': $localize`:@@family.ruleToday:Noted on the very day`,
    'before-trigger': $localize`:@@family.ruleTrigger:Before the day from which it counts`,
  },
  dueOn: { 'before-trigger': $localize`:@@family.ruleTrigger:Before the day from which it counts` },
  caseRef: {
    'not-in-reach': $localize`:@@family.ruleReach:No open case of yours has this reference`,
    same: $localize`:@@family.ruleSame:The client of this side`,
  },
  mediatorId: { 'serves-a-side': $localize`:@@family.ruleServes:Serves one of the two` },
  what: {
    'not-needed': $localize`:@@family.ruleNotNeeded:Not needed here`,
    'not-allowed': $localize`:@@family.ruleWhat:Not allowed by the one whom it is about`,
  },
  step: { 'not-here': $localize`:@@family.ruleStep:Not yet` },
  at: { 'cooling-off': $localize`:@@family.ruleCooling:Within the seventy-two hours` },
  preparedOn: { 'in-future': $localize`:@@family.ruleAhead:This day lies ahead` },
  outcome: { 'not-so': $localize`:@@family.ruleOutcome:Not by what is on record` },
};
