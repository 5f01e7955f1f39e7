import type { RiskAssessmentView, RiskInput, RiskRatingInput } from '@panah/contracts/risk.contract';
import { riskLevel } from '@panah/domain/vocabulary/cases';
import { riskFactor, riskFactorRating, riskSource } from '@panah/domain/vocabulary/risk';
import { saysCode } from '../platform/form/stale-edits';
import { listed } from '../platform/text/listed';

/** The words of the fields that two screens may have changed. */
export const RISK_LABELS = {
  sources: $localize`:@@risk.sources:From whom`,
  seenAlone: $localize`:@@risk.seenAlone:I saw the person alone`,
  ratings: $localize`:@@risk.factors:What is there`,
  protective: $localize`:@@risk.protective:What protects them`,
  worries: $localize`:@@risk.worries:What worries the person most`,
  ownScale: $localize`:@@risk.ownScale:Their own number, from 1 to 10`,
  actionTaken: $localize`:@@risk.actionTaken:What was done`,
  toldWhom: $localize`:@@risk.toldWhom:Who was told`,
  level: $localize`:@@risk.level:Level`,
  overrideReason: $localize`:@@risk.overrideReason:Why lower than the factors allow`,
  levelReason: $localize`:@@risk.levelReason:Why this level`,
};

const factorName = saysCode(riskFactor);
const ratingName = saysCode(riskFactorRating);
const sourceName = saysCode(riskSource);
const inWords = ({ factor, rating, note }: RiskRatingInput): string => listed([`${factorName(factor)}: ${ratingName(rating)}`, note ?? '']);

/** How both versions read: codes in words, and of the factors those that are not simply absent. */
export const RISK_SAYS = {
  sources: (sources: string[]): string => sources.map(sourceName).join(' · '),
  seenAlone: (alone: boolean): string => (alone ? '✓' : '–'),
  ratings: (ratings: RiskRatingInput[]): string =>
    ratings
      .filter(({ rating }) => rating !== 'ABSENT')
      .map(inWords)
      .join(' · '),
  level: saysCode(riskLevel),
};

/** What a form begins with: the draft that is open, else the last assessment with its own words about the level left out. */
export function startOf(from: RiskAssessmentView | null, isDraft: boolean): RiskInput {
  const ratings = (from?.ratings ?? []).map(({ factor, rating, note }) => ({ factor, rating, ...(note ? { note } : {}) }));
  const text = (value: string | null | undefined): string => value ?? '';
  return {
    assessedAt: new Date().toISOString(),
    sources: isDraft ? (from?.sources ?? []) : [], // whom one heard this time
    seenAlone: isDraft && (from?.seenAlone ?? false), // of this talk, not of the last
    ratings,
    protective: text(from?.protective),
    worries: text(from?.worries),
    ownScale: (isDraft ? (from?.ownScale ?? null) : null) as number | undefined,
    level: ((isDraft ? from?.level : null) ?? null) as string | undefined,
    levelReason: isDraft ? text(from?.levelReason) : '',
    overrideReason: isDraft ? text(from?.overrideReason) : '',
    actionTaken: isDraft ? text(from?.actionTaken) : '',
    toldWhom: isDraft ? text(from?.toldWhom) : '',
  };
}

/** What is sent: nothing that was not said. */
export function sentOf(value: RiskInput): RiskInput {
  const said = Object.entries({ ...value, assessedAt: new Date().toISOString() }).filter(([, each]) => each !== null && each !== '');
  const { ownScale } = value;
  return { ...(Object.fromEntries(said) as unknown as RiskInput), ...(ownScale ? { ownScale: Number(ownScale) } : {}) };
}
