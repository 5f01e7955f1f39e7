import {
  CounsellingBeginningInput,
  CounsellingContinuationInput,
  CounsellingDeclineInput,
  CounsellingEndInput,
  CounsellingEndReasonInput,
  CounsellingPauseInput,
  CounsellingTriageInput,
  CounsellingUnplannedEndInput,
} from '@panah/contracts/counselling-steps.contract';
import { CounsellingContactInput, type CounsellingEpisodeView } from '@panah/contracts/counselling.contract';
import { contactChannel } from '@panah/domain/vocabulary/clients';
import {
  counsellingContactKind,
  counsellingDeclineReason,
  counsellingEndReason,
  counsellingUrgency,
  presentingTheme,
} from '@panah/domain/vocabulary/counselling';
import { thisMinute } from '../platform/dates/date-words';
import { choicesOf } from '../platform/form/choices';
import type { FormQuestion, UsualField } from '../platform/form/form-question';

const ENDED_BECAUSE: UsualField = {
  name: 'endReason',
  label: $localize`:@@counselling.why:Why`,
  kind: 'select',
  choices: choicesOf(counsellingEndReason),
};
const IN_WORDS: UsualField = { name: 'words', label: $localize`:@@counselling.inWords:In words`, kind: 'area', optional: true };

export const GOALS: UsualField = { name: 'goals', label: $localize`:@@counselling.goals:Goals agreed with the client`, kind: 'area' };
export const PLANNED: UsualField = {
  name: 'plannedSessions',
  label: $localize`:@@counselling.plannedSessions:Sessions planned`,
  kind: 'number',
  optional: true,
};
export const REVIEW_ON: UsualField = { name: 'reviewOn', label: $localize`:@@counselling.reviewOn:Review on`, kind: 'day' };
export const THEMES: UsualField = {
  name: 'themes',
  label: $localize`:@@counselling.themes:What it is about`,
  kind: 'checks',
  inRow: true,
  choices: choicesOf(presentingTheme),
  hint: $localize`:@@counselling.themesHint:Several may be named; none is a diagnosis.`,
};

/** What a step asks, where it asks something. */
export type EpisodeShape = Pick<FormQuestion<CounsellingEpisodeView>, 'contract' | 'fields'> &
  Partial<FormQuestion<CounsellingEpisodeView>>;

/** Steps that need nothing read first; made anew each time, since some begin with the time that it is. */
export const episodeShapes = (): Readonly<Record<string, EpisodeShape>> => ({
  triage: {
    contract: CounsellingTriageInput,
    fields: [
      {
        name: 'urgency',
        label: $localize`:@@counselling.urgency:Urgency`,
        kind: 'choice',
        inRow: true,
        choices: choicesOf(counsellingUrgency),
      },
      {
        name: 'riskAsked',
        label: $localize`:@@counselling.riskAsked:Questions about risk`,
        kind: 'check',
        beside: $localize`:@@counselling.riskAskedHint:were asked`,
      },
      { name: 'riskAnswers', label: $localize`:@@counselling.riskAnswers:What was said`, kind: 'area', optional: true },
    ],
  },
  decline: {
    contract: CounsellingDeclineInput,
    fields: [
      {
        name: 'reason',
        label: $localize`:@@counselling.why:Why`,
        kind: 'choice',
        inRow: true,
        choices: choicesOf(counsellingDeclineReason),
      },
      { name: 'alternative', label: $localize`:@@counselling.alternative:What was offered instead`, kind: 'area', optional: true },
    ],
  },
  begin: {
    contract: CounsellingBeginningInput,
    fields: [
      GOALS,
      {
        name: 'limitsExplained',
        label: $localize`:@@counselling.limits:Limits of confidentiality`,
        kind: 'check',
        beside: $localize`:@@counselling.limitsHint:were explained`,
      },
      PLANNED,
    ],
  },
  refer_on: { contract: CounsellingEndReasonInput, fields: [ENDED_BECAUSE, IN_WORDS] },
  pause: {
    contract: CounsellingPauseInput,
    fields: [
      { name: 'reason', label: $localize`:@@counselling.why:Why`, kind: 'area' },
      { ...REVIEW_ON, hint: $localize`:@@counselling.sixtyDays:Within 60 days` },
    ],
  },
  end_unplanned: {
    contract: CounsellingUnplannedEndInput,
    fields: [
      ENDED_BECAUSE,
      {
        name: 'riskChecked',
        label: $localize`:@@counselling.riskChecked:Risk`,
        kind: 'check',
        beside: $localize`:@@counselling.riskLookedAt:was looked at`,
      },
      IN_WORDS,
    ],
  },
  continue: { contract: CounsellingContinuationInput, fields: [GOALS] },
  end: {
    contract: CounsellingEndInput,
    fields: [
      ENDED_BECAUSE,
      {
        name: 'finalMeasureDeclined',
        label: $localize`:@@counselling.finalMeasure:Last measure`,
        kind: 'check',
        beside: $localize`:@@counselling.finalMeasureHint:was offered, and the client did not want it`,
      },
      IN_WORDS,
    ],
  },
  contact: {
    contract: CounsellingContactInput,
    start: { at: thisMinute() },
    fields: [
      {
        name: 'kind',
        label: $localize`:@@counselling.reached:Reached`,
        kind: 'choice',
        inRow: true,
        choices: choicesOf(counsellingContactKind),
      },
      { name: 'channel', label: $localize`:@@counselling.channel:By`, kind: 'select', choices: choicesOf(contactChannel) },
      { name: 'at', label: $localize`:@@counselling.when:When`, kind: 'moment' },
    ],
  },
});
