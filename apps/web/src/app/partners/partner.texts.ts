import type { ProblemTextsByCode } from '../platform/problem/problem-texts';

/** What the server refuses in this room, in words; codes that every room has are said by the platform. */
export const PARTNER_PROBLEMS: ProblemTextsByCode = {
  'agreement-ends-before': $localize`:@@partners.problemOrder:An agreement does not end before it is signed. Nothing was changed.`,
  'agreement-not-in-force': $localize`:@@partners.problemAgreement:A partner is active only with an agreement in force. What is missing stands beside each date. Nothing was changed.`,
  'same-person': $localize`:@@partners.problemSamePerson:Somebody other than who invited them confirms. Nothing was changed.`,
  'digits-refused': $localize`:@@partners.problemDigits:These are not the digits on their screen. Ask to have them read out again.`,
  'fingerprint-refused': $localize`:@@partners.problemFingerprint:These are not the digits of the key that is registered here. Have them read out once more; if they stay others, refuse the key and speak to your administrator.`,
  'already-there': $localize`:@@partners.problemThere:This exists already: the sign-in name is somebody's, or the key was there before.`,
};

/** On a partner's own key page. */
export const INBOX_PROBLEMS: ProblemTextsByCode = {
  'lock-refused': $localize`:@@partners.problemLock:This does not open your key. Nothing was changed.`,
  'key-not-kept': $localize`:@@partners.problemNotKept:A key that nobody could open is not kept. Nothing was changed.`,
  'already-there': $localize`:@@partners.problemKeyThere:Somebody was quicker. Look at the page again.`,
};

const missing = $localize`:@@partners.gapMissing:Missing`;
const inFuture = $localize`:@@partners.gapFuture:This day lies ahead`;

/** What an agreement may lack, by field and rule: beside the fields of the form and on the page. */
export const AGREEMENT_TEXTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  agreementSignedOn: { missing, 'in-future': inFuture },
  agreementValidTo: {
    missing,
    past: $localize`:@@partners.gapPast:This day has passed`,
    'before-signing': $localize`:@@partners.gapOrder:This is before the signing`,
  },
  transferMechanism: { missing },
  securityCheckedOn: { missing, 'in-future': inFuture, 'too-old': $localize`:@@partners.gapOld:More than two years ago` },
};

export const gapText = (field: string, rule: string): string => AGREEMENT_TEXTS[field]?.[rule] ?? rule;
