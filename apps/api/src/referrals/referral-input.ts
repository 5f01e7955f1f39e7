import type { ReferralInput, ReferralTexts } from '@panah/contracts/referrals.contract';
import { RuleBroken } from '@panah/domain/process/process';
import { inOrder } from '@panah/domain/referrals/item.rules';
import type { ReferralUrgency } from '@panah/domain/referrals/referral.rules';
import type { ReferralKind } from '@panah/domain/vocabulary/referrals';
import { purposeOf } from './purpose-of';
import type { ReferralPlain, ReferralSecrets, ReferralWords } from './referral.entity';

const USUAL_DAYS = 30;

export const plainOf = ({ partnerId, kind, service, urgency }: ReferralInput): ReferralPlain => ({
  partnerId,
  kind: kind as ReferralKind,
  service,
  urgency: urgency as ReferralUrgency,
  purpose: purposeOf(kind),
});

export const secretsOf = ({ items, needIds, documentIds, texts, viewDays }: ReferralInput): ReferralSecrets => ({
  items: inOrder(items),
  needIds: [...needIds].sort(),
  documentIds: [...documentIds].sort(),
  words: wordsOf(texts),
  viewDays: viewDays ?? USUAL_DAYS,
});

/** That there is nothing the partner must know is said by itself, never by leaving a field empty (model 2.14). */
export function wordsOf({ request, workDone, safety, nothingUrgent, contactRules, guardian }: ReferralTexts): ReferralWords {
  const said = safety?.trim() || null;
  if (nothingUrgent === (said !== null))
    throw new RuleBroken('safety-unsaid', {}, { safety: [nothingUrgent ? 'contradiction' : 'missing'] });
  return {
    request: request.trim(),
    workDone: workDone.trim(),
    safety: said,
    contactRules: contactRules.trim(),
    guardian: guardian?.trim() || null,
  };
}
