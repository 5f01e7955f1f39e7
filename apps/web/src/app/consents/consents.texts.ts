import type { ProblemTextsByCode } from '../platform/problem/problem-texts';

/** What the server refuses in this room, in words. */
export const CONSENT_PROBLEMS: ProblemTextsByCode = {
  'consent-incomplete': $localize`:@@consents.problemIncomplete:Something is missing. Look at the marked fields; what you wrote is still here.`,
  'consent-missing': $localize`:@@consents.problemMissing:No consent covers this now: not for this purpose, this recipient and everything that would be told. Ask the person first.`,
  'legal-basis-missing': $localize`:@@consents.problemBasis:There is no legal basis for this now. Two coordinators agree to one, for a few items and for 72 hours.`,
  'withdrawn-since': $localize`:@@consents.problemWithdrawnSince:The person took this back after the day you wrote. An older yes does not bring it back: ask them anew.`,
  'dates-in-disorder': $localize`:@@consents.problemDates:These days cannot be. Look at the marked fields.`,
  'interpreter-blocked': $localize`:@@consents.problemInterpreter:This file is closed to that colleague, so they cannot interpret here. Choose somebody else.`,
  'not-theirs-to-give': $localize`:@@consents.problemRelative:Nobody consents for somebody else. A relative is asked themself.`,
  'purpose-of-another': $localize`:@@consents.problemPurpose:Somebody else on the team works with this purpose. Ask them to record it.`,
  'basis-too-wide': $localize`:@@consents.problemWide:Without consent only what is needed may be told, and for these purposes only.`,
  'basis-incomplete': $localize`:@@consents.problemBasisIncomplete:Something is missing. Look at the marked fields.`,
  'not-the-asker': $localize`:@@consents.problemAsker:Only whoever asked says who agreed by word of mouth.`,
  'not-the-second-person': $localize`:@@consents.problemSecond:Only the colleague who was named says whether they agreed by word of mouth.`,
  'too-late': $localize`:@@consents.problemLate:It is too late for this. Ask anew.`,
  'no-second-person': $localize`:@@consents.problemNotSuitable:This colleague cannot be the second person here.`,
};

const tell = $localize`:@@consents.ruleRecipient:Say who may be told`;
const needed = $localize`:@@consents.ruleNeeded:This is needed`;

/** The words of this room for rules that only the server knows. */
export const CONSENT_RULES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  method: { missing: needed },
  capacity: { missing: needed, inDoubt: $localize`:@@consents.ruleDoubt:While it is in doubt it stays suspended` },
  freeChoice: { missing: needed, notAlone: $localize`:@@consents.ruleAlone:Speak with the person alone` },
  evidence: { missing: $localize`:@@consents.ruleEvidence:Say where the signed paper lies, or choose the document` },
  documentId: { 'not-in-file': $localize`:@@consents.ruleDocument:Not a document of this file that you can see` },
  witness: { missing: $localize`:@@consents.ruleWitness:Say who was the witness` },
  supporter: { missing: $localize`:@@consents.ruleSupporter:Say who spoke for the person or helped them` },
  scope: {
    missing: needed,
    notOfThisPurpose: $localize`:@@consents.ruleScope:Not part of this purpose`,
    oneItem: $localize`:@@consents.ruleOneItem:One item for each consent`,
    tooWide: $localize`:@@consents.ruleWide:More than may be told without consent`,
  },
  recipients: { missing: tell },
  recipient: { missing: tell, isDefined: tell, nestedValidation: tell },
  interpreterId: { missing: needed, blocked: $localize`:@@consents.ruleBlocked:Closed to this colleague` },
  interpreterName: { missing: needed },
  expiresOn: {
    beforeGiven: $localize`:@@consents.ruleBefore:It cannot end before it begins`,
    tooLong: $localize`:@@consents.ruleTooLong:This purpose ends sooner by itself`,
  },
  givenOn: {
    future: $localize`:@@consents.ruleFuture:This day lies ahead`,
    withdrawnSince: $localize`:@@consents.ruleWithdrawnSince:The person took this back after that day; ask them anew`,
  },
  danger: { missing: $localize`:@@consents.ruleDanger:Say what the danger is` },
};
