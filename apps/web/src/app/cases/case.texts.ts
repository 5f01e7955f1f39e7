import type { ProblemTextsByCode } from '../platform/problem/problem-texts';

/** What the server refuses in this room, in words; codes that every room has are said by the platform. */
export const CASE_PROBLEMS: ProblemTextsByCode = {
  'same-person': $localize`:@@cases.problemSamePerson:This needs a second person: whoever asks does not approve, and nobody adds themself. Ask a colleague.`,
  'needs-missing': $localize`:@@cases.problemNeedsMissing:Write down what the person needs, under Plan, or say here that they need nothing.`,
  'needs-there': $localize`:@@cases.problemNeedsThere:Needs are written down already, so it cannot be said that there are none.`,
  'plan-missing': $localize`:@@cases.problemPlanMissing:There is no plan yet. Write it under Plan.`,
  'plan-incomplete': $localize`:@@cases.problemPlanHoles:The plan is not whole yet. Under Plan, Submit names what is missing.`,
  'not-submitted': $localize`:@@cases.problemNotSubmitted:Nobody has asked for this yet, so there is nothing to decide.`,
  'grounds-missing': $localize`:@@cases.problemGrounds:This step rests on a signed note of this case, an assessment or a decision. Sign one first, then choose it here.`,
  'reason-missing': $localize`:@@cases.problemReason:Say why, in a few words.`,
  'hold-incomplete': $localize`:@@cases.problemHold:A pause needs a reason and a day on which it is looked at again, at most 90 days ahead.`,
  'hold-at-high-risk': $localize`:@@cases.problemHoldRisk:At high risk a case is paused only when the client is detained, in hospital, or contact is lost.`,
  'closure-incomplete': $localize`:@@cases.problemClosureHoles:A closure takes stock: something is still missing. The fields say what.`,
  'closure-held': $localize`:@@cases.problemHeld:Something is still running that would be left behind: a legal deadline, a place to live, or counselling. End it or hand it over first.`,
  'counsellor-is-primary-worker': $localize`:@@cases.problemCounsellor:The primary worker cannot be the counsellor of the same person.`,
  'risk-not-assessed': $localize`:@@cases.problemNoRisk:Risk has not been assessed yet. Under Safety, make an assessment final first.`,
  'closure-at-high-risk': $localize`:@@cases.problemCloseRisk:At high risk a case is closed only when contact is lost, when the person decided to return or died, or when it is unsafe for staff and a coordinator says so in their own words.`,
  'lost-contact-unproven': $localize`:@@cases.problemLost:Contact is not lost yet: it takes four attempts, by two safe ways, over thirty days, each signed as a note.`,
  'not-latest-period': $localize`:@@cases.problemPeriod:This case was opened again since. Work goes on in the later period.`,
  'not-on-team': $localize`:@@cases.problemNotOnTeam:A case goes only to somebody who stands on its team. Ask them to join first; both questions are answered before.`,
  'caseload-full': $localize`:@@cases.problemFull:With this case the colleague carries more than 30 points. Say why it is still right.`,
  'not-suitable': $localize`:@@cases.problemNotSuitable:This colleague cannot join this team in this role. Choose somebody else.`,
  'already-answered': $localize`:@@cases.problemAnswered:This was answered already. Nothing was changed.`,
  'kind-missing': $localize`:@@cases.problemKind:Say what kind of tie it is. Only the coordinator sees it.`,
  'primary-worker-stays': $localize`:@@cases.problemPrimary:The primary worker goes only when another one is named.`,
  'no-class': $localize`:@@cases.problemNoClass:Choose at least one part of the file that this role may see.`,
};

/** The words of this room for rules that only the server knows. */
export const STEP_TEXTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  note: { missing: $localize`:@@cases.ruleNote:Choose a signed note`, isUuid: $localize`:@@cases.ruleNote:Choose a signed note` },
  reviewOn: {
    missing: $localize`:@@cases.ruleReview:Name a day`,
    'not-in-future': $localize`:@@cases.ruleReviewFuture:Name a day that lies ahead`,
    'too-late': $localize`:@@cases.ruleReviewLate:At most 90 days ahead`,
  },
  holdReason: {
    missing: $localize`:@@cases.ruleChoose:Choose one`,
    isIn: $localize`:@@cases.ruleChoose:Choose one`,
    'not-at-this-risk': $localize`:@@cases.ruleHoldRisk:Not at this risk`,
  },
  closureReason: {
    missing: $localize`:@@cases.ruleChoose:Choose one`,
    isIn: $localize`:@@cases.ruleChoose:Choose one`,
    'not-at-this-risk': $localize`:@@cases.ruleHoldRisk:Not at this risk`,
    'lost-contact-unproven': $localize`:@@cases.ruleLost:Four attempts, two safe ways, thirty days`,
  },
  clientNotToldWhy: { missing: $localize`:@@cases.ruleReason:Say why` },
  clientTold: { isIn: $localize`:@@cases.ruleChoose:Choose one` },
  followUp: { isIn: $localize`:@@cases.ruleChoose:Choose one` },
  followUpChannel: {
    missing: $localize`:@@cases.ruleChoose:Choose one`,
    isIn: $localize`:@@cases.ruleChoose:Choose one`,
    'not-safe': $localize`:@@cases.ruleSafeWay:Not marked safe`,
  },
  checklist: { incomplete: $localize`:@@cases.ruleChecklist:Go through each of them` },
  safetyCheck: { missing: $localize`:@@cases.ruleSafety:Say what is known` },
  primaryWorkerId: { isUuid: $localize`:@@cases.ruleChoose:Choose one`, notOnTeam: $localize`:@@cases.ruleNotOnTeam:Not on the team yet` },
  staffId: {
    isUuid: $localize`:@@cases.ruleChoose:Choose one`,
    notSuitable: $localize`:@@cases.ruleNotSuitable:Not in this role here`,
    notOnTeam: $localize`:@@cases.ruleNotOnTeam:Not on the team yet`,
    samePerson: $localize`:@@cases.ruleSamePerson:Somebody else than you`,
  },
  reason: { missing: $localize`:@@cases.ruleReason:Say why`, isLength: $localize`:@@cases.ruleReason:Say why` },
  kind: { missing: $localize`:@@cases.ruleChoose:Choose one`, isIn: $localize`:@@cases.ruleChoose:Choose one` },
};
