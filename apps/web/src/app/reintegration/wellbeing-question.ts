import { type OutcomeReviewView, WellbeingInput } from '@panah/contracts/reintegration.contract';
import { outcomeAnswer } from '@panah/domain/vocabulary/reintegration';
import { choicesOf } from '../platform/form/choices';
import type { FormQuestion } from '../platform/form/form-question';
import type { ReintegrationApi } from './reintegration.api';
import { REINTEGRATION_TEXTS } from './reintegration.texts';

/** The counsellor's part of a review: psychological wellbeing. What the client said of it stays as it is. */
export const wellbeingQuestion = (api: ReintegrationApi, review: OutcomeReviewView): FormQuestion<OutcomeReviewView, WellbeingInput> => ({
  title: $localize`:@@reintegration.wellbeing:Psychological wellbeing`,
  contract: WellbeingInput,
  texts: REINTEGRATION_TEXTS,
  onlyGiven: true,
  ...shapeOf(review),
  fields: [
    { name: 'level', kind: 'choice', label: $localize`:@@reintegration.level:Level`, choices: choicesOf(outcomeAnswer) },
    { name: 'note', kind: 'area', label: $localize`:@@reintegration.words:Words`, optional: true },
  ],
  send: (input, _intent, version) => api.correctWellbeing(review.id, input, version),
  meanwhile: async () => shapeOf(await api.oneReview(review.id)),
});

function shapeOf({ outcomes, version }: OutcomeReviewView) {
  const { level, note, clientLevel } = outcomes.find(({ domain }) => domain === 'D09') ?? {};
  return { start: { level, note, clientLevel }, version };
}
