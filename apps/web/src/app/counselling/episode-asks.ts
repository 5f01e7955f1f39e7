import { inject, Injectable } from '@angular/core';
import { CounsellingAllocationInput } from '@panah/contracts/counselling-steps.contract';
import {
  CounsellingEditInput,
  type CounsellingEpisodeView,
  CounsellingRequestInput,
  CounsellingSessionInput,
  type CounsellingSessionView,
} from '@panah/contracts/counselling.contract';
import { SharedSummaryInput } from '@panah/contracts/counselling-notes.contract';
import {
  counsellingService,
  counsellingSource,
  preferredGender,
  riskChecked,
  sessionModality,
  sessionStatus,
} from '@panah/domain/vocabulary/counselling';
import { thisMinute } from '../platform/dates/date-words';
import { choicesOf } from '../platform/form/choices';
import type { FormQuestion } from '../platform/form/form-question';
import { Questions } from '../platform/form/questions';
import { CounsellingApi } from './counselling.api';
import { COUNSELLING_TEXTS, STEP_LABELS } from './counselling.texts';
import { episodeShapes, type EpisodeShape, GOALS, PLANNED, REVIEW_ON, THEMES } from './episode-shapes';

/** What each act of counselling asks for. */
@Injectable({ providedIn: 'root' })
export class EpisodeAsks {
  private readonly questions = inject(Questions);
  private readonly api = inject(CounsellingApi);

  request(caseId: string): Promise<CounsellingEpisodeView | null> {
    return this.ask({
      title: $localize`:@@counselling.requestTitle:Ask for counselling`,
      text: $localize`:@@counselling.requestText:Counselling is voluntary. Whoever leads it reads the reference, the language and the question: no name.`,
      act: $localize`:@@counselling.requestAct:Ask`,
      contract: CounsellingRequestInput,
      start: { preferredGender: 'ANY' },
      fields: [
        { name: 'service', label: $localize`:@@counselling.service:Service`, kind: 'select', choices: choicesOf(counsellingService) },
        {
          name: 'source',
          label: $localize`:@@counselling.source:Whose wish`,
          kind: 'choice',
          inRow: true,
          choices: choicesOf(counsellingSource),
        },
        { name: 'question', label: $localize`:@@counselling.question:What for, in neutral words`, kind: 'area' },
        THEMES,
        {
          name: 'preferredGender',
          label: $localize`:@@counselling.preferred:The client would rather speak with`,
          kind: 'choice',
          inRow: true,
          choices: choicesOf(preferredGender),
        },
        {
          name: 'noTie',
          label: $localize`:@@counselling.noTie:Ties`,
          kind: 'check',
          beside: $localize`:@@counselling.noTieHint:with nobody who has a tie to the group`,
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
      start: {
        at: planned?.at ?? thisMinute(),
        minutes: planned?.minutes ?? 50,
        modality: planned?.modality ?? 'IN_PERSON',
        status: 'ATTENDED',
      },
      fields: [
        { name: 'at', label: $localize`:@@counselling.when:When`, kind: 'moment' },
        { name: 'minutes', label: $localize`:@@counselling.minutes:Minutes`, kind: 'number', optional: true },
        {
          name: 'modality',
          label: $localize`:@@counselling.modality:How`,
          kind: 'choice',
          inRow: true,
          choices: choicesOf(sessionModality),
        },
        { name: 'status', label: $localize`:@@counselling.attendance:Attendance`, kind: 'select', choices: choicesOf(sessionStatus) },
        {
          name: 'riskChecked',
          label: $localize`:@@counselling.riskChecked:Risk`,
          kind: 'choice',
          inRow: true,
          choices: choicesOf(riskChecked),
          optional: true,
        },
        { name: 'participants', label: $localize`:@@counselling.participants:Who else was there`, kind: 'text', optional: true },
        { name: 'interpreter', label: $localize`:@@counselling.interpreter:Interpreter`, kind: 'text', optional: true },
        { name: 'nextAt', label: $localize`:@@counselling.nextAt:Next session`, kind: 'moment', optional: true },
      ],
      send: (input, intent) =>
        planned ? this.api.recordSession(planned.id, input, planned.version) : this.api.step(episode.id, 'session', input, intent),
    });
  }

  ask<Answer, Input extends object>(question: FormQuestion<Answer, Input>): Promise<Answer | null> {
    return this.questions.ask({ texts: COUNSELLING_TEXTS, onlyGiven: true, ...question });
  }

  private async shapeOf(episode: CounsellingEpisodeView, action: string): Promise<EpisodeShape | null> {
    const { id } = episode;
    if (action === 'allocate' || action === 'hand_over') return this.allocation(id);
    if (action === 'edit')
      return {
        contract: CounsellingEditInput,
        fields: [GOALS, THEMES, PLANNED, { ...REVIEW_ON, optional: true }],
        ...this.ofVersion(episode, clinicalOf),
        send: (input, _intent, version) => this.api.edit(id, input, version),
      };
    if (action === 'share')
      return {
        text: $localize`:@@counselling.shareText:This is all that the case team reads besides who came when. It rests on the consent to counselling.`,
        contract: SharedSummaryInput,
        fields: [{ name: 'text', label: $localize`:@@counselling.summary:Summary`, kind: 'area' }],
        ...this.ofVersion(episode, ({ sharedSummary }) => ({ text: sharedSummary?.text })),
        send: (input, _intent, version) => this.api.share(id, (input as SharedSummaryInput).text, version),
      };
    return episodeShapes()[action] ?? null;
  }

  /** An edit rests on the version that was read; who comes second is asked. */
  private ofVersion(episode: CounsellingEpisodeView, start: (episode: CounsellingEpisodeView) => object) {
    const meanwhile = async () => {
      const now = await this.api.episode(episode.id);
      return { start: start(now), version: now.version };
    };
    return { start: start(episode), version: episode.version, meanwhile };
  }

  private async allocation(id: string): Promise<EpisodeShape> {
    const { items, supervisors } = await this.api.candidates(id);
    const fits = items.filter((one) => one.fits).map((one) => ({ code: one.id, label: one.name }));
    return {
      text: fits.length
        ? undefined
        : $localize`:@@counselling.nobodyFits:Nobody fits yet: a counsellor first takes the request of the case team up, and the client is asked.`,
      contract: CounsellingAllocationInput,
      fields: [
        { name: 'counsellorId', label: $localize`:@@counselling.counsellor:Counsellor`, kind: 'select', choices: fits },
        {
          name: 'supervisorId',
          label: $localize`:@@counselling.supervisor:Supervised by`,
          kind: 'select',
          choices: supervisors.map((one) => ({ code: one.id, label: one.name })),
        },
        {
          name: 'preferenceRespected',
          label: $localize`:@@counselling.wishes:Wishes of the client`,
          kind: 'check',
          beside: $localize`:@@counselling.wishesHint:gender, language and ties are as the client wished`,
        },
      ],
    };
  }
}

const clinicalOf = ({ clinical }: CounsellingEpisodeView): object => ({
  goals: clinical?.goals,
  themes: clinical?.themes,
  plannedSessions: clinical?.plannedSessions,
  reviewOn: clinical?.reviewOn,
});
