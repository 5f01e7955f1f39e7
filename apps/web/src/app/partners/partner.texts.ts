import type { ProblemTextsByCode } from '../platform/problem/problem-texts';

/** What the server refuses in this room, in words; codes that every room has are said by the platform. */
export const PARTNER_PROBLEMS: ProblemTextsByCode = {
  'agreement-ends-before': $localize`:@@partners.problemOrder:An agreement does not end before it is signed. Nothing was changed.`,
  'agreement-not-in-force': $localize`:@@partners.problemAgreement:A partner is active only with an agreement in force. What is missing stands beside each date. Nothing was changed.`,
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
