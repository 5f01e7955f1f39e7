import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CounsellingEpisodeView, CounsellingSessionView } from '@panah/contracts/counselling.contract';
import { contactChannel } from '@panah/domain/vocabulary/clients';
import {
  counsellingContactKind,
  counsellingDeclineReason,
  counsellingEndReason,
  counsellingService,
  counsellingSource,
  counsellingState,
  counsellingUrgency,
  preferredGender,
  presentingTheme,
  riskChecked,
  sessionModality,
  sessionStatus,
} from '@panah/domain/vocabulary/counselling';
import { DateText } from '../platform/dates/date-text';
import { Icon } from '../platform/icon/icon';
import { type Problem, problemOf } from '../platform/problem/problem';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { ProblemTexts } from '../platform/problem/problem-texts';
import { Snack } from '../platform/shell/snack';
import { CodeLabel } from '../platform/text/code-label';
import { LanguageLabel } from '../platform/text/country-label';
import { NumberText } from '../platform/text/number-text';
import { State } from '../platform/text/state';
import { CounsellingApi, episodePath } from './counselling.api';
import { COUNSELLING_PROBLEMS, STEP_LABELS } from './counselling.texts';
import { EpisodeAsks } from './episode-asks';
import { NoteList } from './note-list';
import { ScoreList } from './score-list';

/** Steps that need no words. */
const BARE: readonly string[] = ['waitlist', 'resume', 'plan_ending'];
const APART: readonly string[] = ['session', 'note', 'private-note', 'screen'];

/** An episode as its counsellor and the lead see it: where it stands, sessions, notes, scores. */
@Component({
  selector: 'app-counselling-episode',
  imports: [CodeLabel, DateText, Icon, LanguageLabel, NoteList, NumberText, ProblemNotice, RouterLink, ScoreList, State],
  templateUrl: './episode.html',
})
export class Episode {
  readonly episodeId = input.required<string>();
  readonly changed = output<void>();

  private readonly asks = inject(EpisodeAsks);
  private readonly api = inject(CounsellingApi);
  private readonly snack = inject(Snack);
  protected readonly labels = STEP_LABELS;
  protected readonly lists = {
    services: counsellingService,
    states: counsellingState,
    urgencies: counsellingUrgency,
    sources: counsellingSource,
    themes: presentingTheme,
    genders: preferredGender,
    statuses: sessionStatus,
    modalities: sessionModality,
    risk: riskChecked,
    ended: counsellingEndReason,
    declined: counsellingDeclineReason,
    contacts: counsellingContactKind,
    channels: contactChannel,
  };
  protected readonly refused = signal<Problem | null>(null);
  protected readonly episode = httpResource<CounsellingEpisodeView>(() => episodePath(this.episodeId()));
  protected readonly steps = computed(() =>
    this.episode.hasValue() ? this.episode.value().actions.filter((action) => !APART.includes(action)) : [],
  );

  constructor() {
    inject(ProblemTexts).add(COUNSELLING_PROBLEMS);
  }

  protected may(action: string): boolean {
    return this.episode.hasValue() && this.episode.value().actions.includes(action);
  }

  protected async take(action: string): Promise<void> {
    this.refused.set(null);
    const episode = this.episode.value();
    if (!episode) return;
    try {
      const moved = BARE.includes(action) ? await this.api.step(episode.id, action, {}) : await this.asks.step(episode, action);
      if (moved) this.show(moved);
    } catch (thrown) {
      this.refused.set(problemOf(thrown));
    }
  }

  protected async held(planned: CounsellingSessionView | null): Promise<void> {
    const episode = this.episode.value();
    const kept = episode && (await this.asks.session(episode, planned));
    if (kept) this.show(kept);
  }

  private show(episode: CounsellingEpisodeView): void {
    this.episode.set(episode);
    this.snack.say($localize`:@@counselling.kept:Kept.`);
    this.changed.emit();
  }
}
