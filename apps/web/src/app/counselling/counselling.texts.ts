import type { ProblemTextsByCode } from '../platform/problem/problem-texts';

/** What a step may lack that its question does not ask for. */
const LACKS: Readonly<Record<string, string>> = {
  assessmentNote: $localize`:@@counselling.lacksAssessment:The clinical assessment is not signed yet.`,
  endingNote: $localize`:@@counselling.lacksEnding:The ending summary is not signed yet.`,
  finalMeasure: $localize`:@@counselling.lacksMeasure:The last measure was neither entered nor declined.`,
};
const INCOMPLETE = $localize`:@@counselling.problemIncomplete:Something is still missing before this step.`;

/** What the server refuses about counselling, in words. */
export const COUNSELLING_PROBLEMS: ProblemTextsByCode = {
  'counselling-incomplete': ({ missing }) => {
    const lacks = Array.isArray(missing) ? missing.flatMap((name) => LACKS[name] ?? []) : [];
    return lacks.join(' ') || INCOMPLETE;
  },
  'clinical-lead-only': $localize`:@@counselling.problemLead:This step is for whoever leads counselling in the office.`,
  'not-the-counsellor': $localize`:@@counselling.problemCounsellor:This step is for the counsellor of the episode.`,
  'counsellor-not-suitable': $localize`:@@counselling.problemSuitable:This colleague cannot be given it: first they stand on the case team, and both questions are answered.`,
  'counsellor-is-worker': $localize`:@@counselling.problemWorker:Counsellor and primary worker are two people.`,
  'consent-missing': $localize`:@@counselling.problemConsent:The consent to counselling does not hold now. Talk with the client first.`,
  'same-person': $localize`:@@counselling.problemSame:Somebody else does this.`,
  'already-asked': $localize`:@@counselling.problemAsked:This was asked for already, and has not ended.`,
  'title-not-neutral': $localize`:@@counselling.problemNeutral:The question names somebody, or uses words that hurt. Whoever reads it does not know whose it is.`,
  'session-incomplete': $localize`:@@counselling.problemSession:The session is not complete.`,
  'note-empty': $localize`:@@counselling.problemEmpty:The note has no words yet.`,
  'too-many-blanks': $localize`:@@counselling.problemBlanks:Too many answers were left open: this form bears no score.`,
  'answers-do-not-fit': $localize`:@@counselling.problemFit:The answers do not fit this form.`,
  'self-harm-unanswered': $localize`:@@counselling.problemSelfHarm:Before this is kept: what was done, and who was told.`,
  'licence-missing': $localize`:@@counselling.problemLicence:The office has no licence on record for this form in this language.`,
  'agreement-missing': $localize`:@@counselling.problemAgreement:This form needs a utilisation agreement.`,
};

const MISSING = $localize`:@@counselling.ruleMissing:Missing`;
const FUTURE = $localize`:@@counselling.ruleFuture:Lies ahead`;

/** The words of this room for rules that only the server knows. */
export const COUNSELLING_TEXTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ...Object.fromEntries(
    [
      'urgency',
      'riskAsked',
      'counsellorId',
      'supervisorId',
      'preferenceRespected',
      'reason',
      'alternative',
      'goals',
      'limitsExplained',
      'endReason',
      'riskChecked',
      'actionTaken',
      'toldWhom',
      'finalMeasureDeclined',
      'body',
    ].map((name) => [name, { missing: MISSING }]),
  ),
  counsellorId: {
    missing: MISSING,
    'not-on-team': $localize`:@@counselling.ruleTeam:Not on the case team as counsellor`,
    'primary-worker': $localize`:@@counselling.ruleWorker:The primary worker of this case`,
    'same-person': $localize`:@@counselling.ruleSelf:Not yourself`,
  },
  successorId: { 'not-on-team': $localize`:@@counselling.ruleTeam:Not on the case team as counsellor` },
  supervisorId: { missing: MISSING, 'same-person': $localize`:@@counselling.ruleOther:Somebody else` },
  reason: {
    missing: MISSING,
    'attempts-missing': $localize`:@@counselling.ruleAttempts:Two attempts on record first`,
    'not-from-waiting': $localize`:@@counselling.ruleWaiting:From the waiting list: the client declined, or two contacts failed`,
  },
  endReason: {
    missing: MISSING,
    'attempts-missing': $localize`:@@counselling.ruleTwoDays:Two attempts on two days first`,
    'not-referred-on': $localize`:@@counselling.ruleReferred:Not suitable, or transferred`,
  },
  reviewOn: {
    missing: MISSING,
    'not-in-future': $localize`:@@counselling.rulePast:Not in the future`,
    'too-far': $localize`:@@counselling.ruleSixty:60 days at most`,
  },
  goals: { missing: MISSING, 'not-new': $localize`:@@counselling.ruleNew:New goals are agreed` },
  at: { 'in-future': FUTURE },
  heldOn: { 'in-future': FUTURE },
  nextAt: { 'before-session': $localize`:@@counselling.ruleNext:Before this session` },
  items: {
    'too-many-blanks': $localize`:@@counselling.ruleBlanks:Too many blanks`,
    'out-of-range': $localize`:@@counselling.ruleRange:A number that the form does not know`,
    'wrong-number': $localize`:@@counselling.ruleNumber:Not as many answers as the form has`,
  },
  instrument: {
    'licence-missing': $localize`:@@counselling.ruleLicence:No licence on record`,
    'agreement-missing': $localize`:@@counselling.ruleAgreement:No agreement on record`,
  },
  service: { 'already-asked': $localize`:@@counselling.ruleAsked:Asked for already` },
  itemTexts: { 'wrong-number': $localize`:@@counselling.ruleLines:Not as many lines as the form has items` },
};

export const STEP_LABELS: Readonly<Record<string, string>> = {
  triage: $localize`:@@counselling.doTriage:Triage`,
  waitlist: $localize`:@@counselling.doWaitlist:Put on the waiting list`,
  allocate: $localize`:@@counselling.doAllocate:Give to a counsellor`,
  hand_over: $localize`:@@counselling.doHandOver:Hand over to another counsellor`,
  decline: $localize`:@@counselling.doDecline:Do not take up`,
  begin: $localize`:@@counselling.doBegin:Begin counselling`,
  refer_on: $localize`:@@counselling.doReferOn:Refer on`,
  pause: $localize`:@@counselling.doPause:Pause`,
  resume: $localize`:@@counselling.doResume:Resume`,
  plan_ending: $localize`:@@counselling.doPlanEnding:Plan the ending`,
  end_unplanned: $localize`:@@counselling.doEndUnplanned:End before time`,
  continue: $localize`:@@counselling.doContinue:Go on with new goals`,
  end: $localize`:@@counselling.doEnd:End`,
  contact: $localize`:@@counselling.doContact:Record a contact`,
  session: $localize`:@@counselling.doSession:Record a session`,
  edit: $localize`:@@counselling.doEdit:Goals and plan`,
  share: $localize`:@@counselling.doShare:Summary for the case team`,
};
