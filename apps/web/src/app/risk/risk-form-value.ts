import type { RiskAssessmentView, RiskInput } from '@panah/contracts/risk.contract';

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
