import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import type { InstrumentLicencesView, ScreeningListView, ScreeningView } from '@panah/contracts/screening.contract';
import { instrument } from '@panah/domain/vocabulary/counselling';
import { Dialogs } from '../platform/dialog/dialogs';
import { Icon } from '../platform/icon/icon';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { SessionStore } from '../platform/session/session-store';
import { INSTRUMENTS, screeningsOf } from './counselling.api';
import { ScorePicture } from './score-picture';
import { type ScreeningData, ScreeningDialog } from './screening-dialog';

/** The scores of an episode, instrument by instrument, each with its picture and the table of the same numbers. */
@Component({
  selector: 'app-counselling-scores',
  imports: [Icon, ProblemNotice, ScorePicture],
  template: `
    <section class="panel" [attr.aria-labelledby]="'scores-' + episodeId()">
      <div class="panel-head">
        <h2 [id]="'scores-' + episodeId()" i18n="@@counselling.scores">Scores over time</h2>
        @if (list.hasValue() && list.value().actions.includes('record')) {
          <button type="button" class="btn slim push" (click)="record()">
            <app-icon name="plus" /><span i18n="@@counselling.screen">Enter a form</span>
          </button>
        }
      </div>
      @if (list.hasValue()) {
        @for (group of groups(); track group.code) {
          <app-score-picture [instrument]="group.code" [results]="group.results" />
        } @empty {
          <p class="panel-body muted" i18n="@@counselling.scoresEmpty">No form was entered yet.</p>
        }
      } @else if (list.error(); as error) {
        <app-problem [problem]="error" [repeatable]="true" (again)="list.reload()" />
      } @else {
        <span class="bone" aria-hidden="true"></span>
      }
    </section>
  `,
})
export class ScoreList {
  readonly episodeId = input.required<string>();
  readonly language = input.required<string>();

  private readonly dialogs = inject(Dialogs);
  private readonly session = inject(SessionStore);
  protected readonly list = httpResource<ScreeningListView>(() => screeningsOf(this.episodeId()));
  private readonly licences = httpResource<InstrumentLicencesView>(() => (this.session.may('instrument:read') ? INSTRUMENTS : undefined));
  protected readonly groups = computed(() => {
    const all = this.list.hasValue() ? this.list.value().items : [];
    return instrument.codes.flatMap((code) => {
      const results = all.filter((one) => one.instrument === code);
      return results.length ? [{ code, results }] : [];
    });
  });

  protected async record(): Promise<void> {
    const licences = this.licences.hasValue() ? this.licences.value().items : [];
    const data: ScreeningData = { episodeId: this.episodeId(), language: this.language(), licences };
    if (await this.dialogs.open<ScreeningView, ScreeningData>(ScreeningDialog, data)) this.list.reload();
  }
}
