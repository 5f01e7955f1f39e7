import { inject, Injectable } from '@angular/core';
import {
  CounsellingAllocationInput,
  CounsellingBeginningInput,
  CounsellingContactInput,
  CounsellingContinuationInput,
  CounsellingDeclineInput,
  CounsellingEditInput,
  CounsellingEndInput,
  CounsellingEndReasonInput,
  type CounsellingEpisodeView,
  CounsellingPauseInput,
  CounsellingRequestInput,
  CounsellingSessionInput,
  type CounsellingSessionView,
  CounsellingTriageInput,
  CounsellingUnplannedEndInput,
} from '@panah/contracts/counselling.contract';
import { SharedSummaryInput } from '@panah/contracts/counselling-notes.contract';
import { contactChannel } from '@panah/domain/vocabulary/clients';
import {
  counsellingContactKind,
  counsellingDeclineReason,
  counsellingEndReason,
  counsellingService,
  counsellingSource,
  counsellingUrgency,
  preferredGender,
  presentingTheme,
  riskChecked,
  sessionModality,
  sessionStatus,
} from '@panah/domain/vocabulary/counselling';
import { Dialogs } from '../platform/dialog/dialogs';
import { choicesOf } from '../platform/form/choices';
import { type Ask, type AskData, AskDialog, nowHere } from './ask-dialog';
import { CounsellingApi } from './counselling.api';
import { STEP_LABELS } from './counselling.texts';

const ENDED_BECAUSE: Ask = {
  name: 'endReason',
  label: $localize`:@@counselling.why:Why`,
  kind: 'list',
  choices: choicesOf(counsellingEndReason),
};
const IN_WORDS: Ask = { name: 'words', label: $localize`:@@counselling.inWords:In words`, kind: 'words', optional: true };

const goals = (start = ''): Ask => ({
  name: 'goals',
  label: $localize`:@@counselling.goals:Goals agreed with the client`,
  kind: 'words',
  start,
});
const planned = (start: number | null = null): Ask => ({
  name: 'plannedSessions',
  label: $localize`:@@counselling.plannedSessions:Sessions planned`,
  kind: 'number',
  optional: true,
  start,
});
const themes = (start: string[] = []): Ask => ({
  name: 'themes',
  label: $localize`:@@counselling.themes:What it is about`,
  kind: 'many',
  choices: choicesOf(presentingTheme),
  hint: $localize`:@@counselling.themesHint:Several may be named; none is a diagnosis.`,
  start,
});

/** What each act of counselling asks for. */
@Injectable({ providedIn: 'root' })
export class EpisodeAsks {
  private readonly dialogs = inject(Dialogs);
  private readonly api = inject(CounsellingApi);

  request(caseId: string): Promise<CounsellingEpisodeView | null> {
    return this.ask({
      title: $localize`:@@counselling.requestTitle:Ask for counselling`,
      text: $localize`:@@counselling.requestText:Counselling is voluntary. Whoever leads it reads the reference, the language and the question: no name.`,
      act: $localize`:@@counselling.requestAct:Ask`,
      contract: CounsellingRequestInput,
      asks: [
        { name: 'service', label: $localize`:@@counselling.service:Service`, kind: 'list', choices: choicesOf(counsellingService) },
        { name: 'source', label: $localize`:@@counselling.source:Whose wish`, kind: 'one', choices: choicesOf(counsellingSource) },
        { name: 'question', label: $localize`:@@counselling.question:What for, in neutral words`, kind: 'words' },
        themes(),
        {
          name: 'preferredGender',
          label: $localize`:@@counselling.preferred:The client would rather speak with`,
          kind: 'one',
          choices: choicesOf(preferredGender),
          start: 'ANY',
        },
        {
          name: 'noTie',
          label: $localize`:@@counselling.noTie:Ties`,
          kind: 'yes',
          hint: $localize`:@@counselling.noTieHint:with nobody who has a tie to the group`,
        },
      ],
      send: (input, intent) => this.api.request(caseId, input, intent),
    });
  }

  /** Null when the reader went back, or the action needs no dialog of this kind. */
  async step(episode: CounsellingEpisodeView, action: string): Promise<CounsellingEpisodeView | null> {
    const shape = await this.shapeOf(episode, action);
    if (!shape) return null;
    const label = STEP_LABELS[action] ?? action;
    return this.ask({ title: label, act: label, send: (input, intent) => this.api.step(episode.id, action, input, intent), ...shape });
  }

  session(episode: CounsellingEpisodeView, planned: CounsellingSessionView | null): Promise<CounsellingEpisodeView | null> {
    return this.ask({
      title: planned ? $localize`:@@counselling.sessionRecord:Did the person come?` : $localize`:@@counselling.sessionNew:A session`,
      act: $localize`:@@counselling.save:Save`,
      contract: CounsellingSessionInput,
      asks: [
        { name: 'at', label: $localize`:@@counselling.when:When`, kind: 'moment', start: planned ? localOf(planned.at) : nowHere() },
        {
          name: 'minutes',
          label: $localize`:@@counselling.minutes:Minutes`,
          kind: 'number',
          optional: true,
          start: planned?.minutes ?? 50,
        },
        {
          name: 'modality',
          label: $localize`:@@counselling.modality:How`,
          kind: 'one',
          choices: choicesOf(sessionModality),
          start: planned?.modality ?? 'IN_PERSON',
        },
        {
          name: 'status',
          label: $localize`:@@counselling.attendance:Attendance`,
          kind: 'list',
          choices: choicesOf(sessionStatus),
          start: 'ATTENDED',
        },
        {
          name: 'riskChecked',
          label: $localize`:@@counselling.riskChecked:Risk`,
          kind: 'one',
          choices: choicesOf(riskChecked),
          optional: true,
        },
        { name: 'participants', label: $localize`:@@counselling.participants:Who else was there`, kind: 'line', optional: true },
        { name: 'interpreter', label: $localize`:@@counselling.interpreter:Interpreter`, kind: 'line', optional: true },
        { name: 'nextAt', label: $localize`:@@counselling.nextAt:Next session`, kind: 'moment', optional: true },
      ],
      send: (input, intent) =>
        planned ? this.api.recordSession(planned.id, input, planned.version) : this.api.step(episode.id, 'session', input, intent),
    });
  }

  ask<Answer>(data: AskData<Answer>): Promise<Answer | null> {
    return this.dialogs.open<Answer, AskData<Answer>>(AskDialog, data);
  }

  private async shapeOf(
    episode: CounsellingEpisodeView,
    action: string,
  ): Promise<(Pick<AskData<CounsellingEpisodeView>, 'contract' | 'asks'> & Partial<AskData<CounsellingEpisodeView>>) | null> {
    const { clinical, version, id } = episode;
    if (action === 'allocate' || action === 'hand_over') return this.allocation(id);
    if (action === 'edit')
      return {
        contract: CounsellingEditInput,
        asks: [
          goals(clinical?.goals),
          themes(clinical?.themes),
          planned(clinical?.plannedSessions),
          {
            name: 'reviewOn',
            label: $localize`:@@counselling.reviewOn:Review on`,
            kind: 'day',
            optional: true,
            start: clinical?.reviewOn ?? null,
          },
        ],
        send: (input) => this.api.edit(id, input, version),
      };
    if (action === 'share')
      return {
        text: $localize`:@@counselling.shareText:This is all that the case team reads besides who came when. It rests on the consent to counselling.`,
        contract: SharedSummaryInput,
        asks: [{ name: 'text', label: $localize`:@@counselling.summary:Summary`, kind: 'words', start: episode.sharedSummary?.text ?? '' }],
        send: (input) => this.api.share(id, (input as SharedSummaryInput).text, version),
      };
    return SHAPES[action] ?? null;
  }

  private async allocation(id: string): Promise<Pick<AskData<CounsellingEpisodeView>, 'contract' | 'asks' | 'text'>> {
    const { items, supervisors } = await this.api.candidates(id);
    const fits = items.filter((one) => one.fits).map((one) => ({ code: one.id, label: one.name }));
    return {
      text: fits.length
        ? undefined
        : $localize`:@@counselling.nobodyFits:Nobody fits yet: a counsellor first takes the request of the case team up, and the client is asked.`,
      contract: CounsellingAllocationInput,
      asks: [
        { name: 'counsellorId', label: $localize`:@@counselling.counsellor:Counsellor`, kind: 'list', choices: fits },
        {
          name: 'supervisorId',
          label: $localize`:@@counselling.supervisor:Supervised by`,
          kind: 'list',
          choices: supervisors.map((one) => ({ code: one.id, label: one.name })),
        },
        {
          name: 'preferenceRespected',
          label: $localize`:@@counselling.wishes:Wishes of the client`,
          kind: 'yes',
          hint: $localize`:@@counselling.wishesHint:gender, language and ties are as the client wished`,
        },
      ],
    };
  }
}

type Shape = Pick<AskData<CounsellingEpisodeView>, 'contract' | 'asks'>;

const SHAPES: Readonly<Record<string, Shape>> = {
  triage: {
    contract: CounsellingTriageInput,
    asks: [
      { name: 'urgency', label: $localize`:@@counselling.urgency:Urgency`, kind: 'one', choices: choicesOf(counsellingUrgency) },
      {
        name: 'riskAsked',
        label: $localize`:@@counselling.riskAsked:Questions about risk`,
        kind: 'yes',
        hint: $localize`:@@counselling.riskAskedHint:were asked`,
      },
      { name: 'riskAnswers', label: $localize`:@@counselling.riskAnswers:What was said`, kind: 'words', optional: true },
    ],
  },
  decline: {
    contract: CounsellingDeclineInput,
    asks: [
      { name: 'reason', label: $localize`:@@counselling.why:Why`, kind: 'one', choices: choicesOf(counsellingDeclineReason) },
      { name: 'alternative', label: $localize`:@@counselling.alternative:What was offered instead`, kind: 'words', optional: true },
    ],
  },
  begin: {
    contract: CounsellingBeginningInput,
    asks: [
      goals(),
      {
        name: 'limitsExplained',
        label: $localize`:@@counselling.limits:Limits of confidentiality`,
        kind: 'yes',
        hint: $localize`:@@counselling.limitsHint:were explained`,
      },
      planned(),
    ],
  },
  refer_on: { contract: CounsellingEndReasonInput, asks: [ENDED_BECAUSE, IN_WORDS] },
  pause: {
    contract: CounsellingPauseInput,
    asks: [
      { name: 'reason', label: $localize`:@@counselling.why:Why`, kind: 'words' },
      {
        name: 'reviewOn',
        label: $localize`:@@counselling.reviewOn:Review on`,
        kind: 'day',
        hint: $localize`:@@counselling.sixtyDays:Within 60 days`,
      },
    ],
  },
  end_unplanned: {
    contract: CounsellingUnplannedEndInput,
    asks: [
      ENDED_BECAUSE,
      {
        name: 'riskChecked',
        label: $localize`:@@counselling.riskChecked:Risk`,
        kind: 'yes',
        hint: $localize`:@@counselling.riskLookedAt:was looked at`,
      },
      IN_WORDS,
    ],
  },
  continue: { contract: CounsellingContinuationInput, asks: [goals()] },
  end: {
    contract: CounsellingEndInput,
    asks: [
      ENDED_BECAUSE,
      {
        name: 'finalMeasureDeclined',
        label: $localize`:@@counselling.finalMeasure:Last measure`,
        kind: 'yes',
        hint: $localize`:@@counselling.finalMeasureHint:was offered, and the client did not want it`,
      },
      IN_WORDS,
    ],
  },
  contact: {
    contract: CounsellingContactInput,
    asks: [
      { name: 'kind', label: $localize`:@@counselling.reached:Reached`, kind: 'one', choices: choicesOf(counsellingContactKind) },
      { name: 'channel', label: $localize`:@@counselling.channel:By`, kind: 'list', choices: choicesOf(contactChannel) },
      { name: 'at', label: $localize`:@@counselling.when:When`, kind: 'moment', start: nowHere() },
    ],
  },
};

/** An instant as a field of day and time shows it here. */
function localOf(iso: string): string {
  const at = new Date(iso);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
