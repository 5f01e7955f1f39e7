import { httpResource } from '@angular/common/http';
import { Component, inject, input } from '@angular/core';
import type { CaseCounsellingView } from '@panah/contracts/counselling.contract';
import { counsellingPhase } from '@panah/domain/vocabulary/counselling';
import { DateText } from '../platform/dates/date-text';
import { Icon } from '../platform/icon/icon';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { ProblemTexts } from '../platform/problem/problem-texts';
import { Snack } from '../platform/shell/snack';
import { CodeLabel } from '../platform/text/code-label';
import { State } from '../platform/text/state';
import { ofCase } from './counselling.api';
import { COUNSELLING_PROBLEMS } from './counselling.texts';
import { Episode } from './episode';
import { EpisodeAsks } from './episode-asks';
import { ScorePicture } from './score-picture';

const ATTENDANCE: Readonly<Record<string, string>> = {
  PLANNED: $localize`:@@counselling.planned:planned`,
  ATTENDED: $localize`:@@counselling.attended:attended`,
  NOT_ATTENDED: $localize`:@@counselling.notAttended:not attended`,
  CANCELLED: $localize`:@@counselling.cancelled:cancelled`,
};

/** Counselling on a client's file: each reader's own part of it, and nothing that says there is more. */
@Component({
  selector: 'app-case-counselling',
  imports: [CodeLabel, DateText, Episode, Icon, ProblemNotice, ScorePicture, State],
  templateUrl: './case-counselling.part.html',
  host: { class: 'stack roomy' },
})
export class CaseCounselling {
  readonly caseId = input.required<string>();

  private readonly asks = inject(EpisodeAsks);
  private readonly snack = inject(Snack);
  protected readonly phases = counsellingPhase;
  protected readonly attendance = ATTENDANCE;
  protected readonly counselling = httpResource<CaseCounsellingView>(() => ofCase(this.caseId()));

  constructor() {
    inject(ProblemTexts).add(COUNSELLING_PROBLEMS);
  }

  protected async request(): Promise<void> {
    if (!(await this.asks.request(this.caseId()))) return;
    this.snack.say($localize`:@@counselling.requested:Asked for. Whoever leads counselling sees it now.`);
    this.counselling.reload();
  }
}
