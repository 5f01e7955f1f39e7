import type { ProblemTextsByCode } from '../platform/problem/problem-texts';

/** What the server refuses in this room, in words. */
export const REFERRAL_PROBLEMS: ProblemTextsByCode = {
  'package-changed': $localize`:@@referrals.problemChanged:Something in the file changed since you looked. What would go now is shown anew; look at what is marked, then send.`,
  'approval-missing': $localize`:@@referrals.problemApproval:Something in it is restricted and waits for a coordinator. It is kept; send it when they have agreed.`,
  'approval-outdated': $localize`:@@referrals.problemOutdated:Something restricted in it was changed since a coordinator agreed to it. Nothing was sent, and they are asked anew. It is kept; send it when they have agreed.`,
  'item-changed': $localize`:@@referrals.problemItemChanged:It was changed since you looked. What would go out now is shown anew; look at it, then agree.`,
  'call-missing': $localize`:@@referrals.problemCall:An emergency is also told by telephone. Call first, then send.`,
  'consent-missing': $localize`:@@referrals.problemConsent:No consent covers this now. Nothing was sent. Ask the person first.`,
  'consent-incomplete': $localize`:@@referrals.problemIncomplete:Something about the consent is missing. Look at the marked fields; what you wrote is still here.`,
  'partner-may-not-receive': $localize`:@@referrals.problemPartner:Nothing can be sent to this partner now: see what stands beside it.`,
  'key-not-confirmed': $localize`:@@referrals.problemKey:The partner’s key waits for the telephone. Nothing is sealed to it before a coordinator has confirmed its digits.`,
  'item-not-offered': $localize`:@@referrals.problemItem:Something that is ticked cannot be told to this service.`,
  'border-consent-missing': $localize`:@@referrals.problemBorder:The partner is in another country. The person agrees to that too (consent: transfer to a named country, to this partner); then offer the case.`,
  'coordinator-offers': $localize`:@@referrals.problemOffers:A case is offered by a coordinator. It is kept; ask them to look at it.`,
  'meeting-day': $localize`:@@referrals.problemMeeting:This day cannot be: it lies ahead, or before they accepted.`,
  'guardian-unsaid': $localize`:@@referrals.problemGuardian:They may be a minor, or somebody speaks for them: tick who cares for them, and say who that is.`,
  'second-person-needed': $localize`:@@referrals.problemSecond:Somebody else than who chose it agrees.`,
};

export const SAFETY_TEXTS = {
  safety: { missing: $localize`:@@referrals.ruleSafety:Say what they must know, or that there is nothing` },
  guardian: { missing: $localize`:@@referrals.ruleGuardian:Say who that is` },
};
