import { httpResource } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { WaitingLineView, WaitingListView } from '@panah/contracts/housing-waiting.contract';
import { riskLevel } from '@panah/domain/vocabulary/cases';
import { placementConstraint, placementKind, placementState, urgencyBand } from '@panah/domain/vocabulary/housing';
import { DateDisplay } from '../platform/dates/date-display';
import { DateText } from '../platform/dates/date-text';
import { Dialogs } from '../platform/dialog/dialogs';
import { Icon } from '../platform/icon/icon';
import { type Problem, problemOf } from '../platform/problem/problem';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { SessionStore } from '../platform/session/session-store';
import { Snack } from '../platform/shell/snack';
import { CodeLabel } from '../platform/text/code-label';
import { Name } from '../platform/text/name';
import { NumberText } from '../platform/text/number-text';
import { State } from '../platform/text/state';
import { SpecialistQueue } from '../specialists/specialist-queue.part';
import { HousingApi } from './housing.api';
import { HousingTabs } from './housing-tabs';

/** Who waits for a place, in which order and why there; and what case teams ask of the specialty. */
@Component({
  selector: 'app-waiting-list',
  imports: [CodeLabel, DateDisplay, DateText, HousingTabs, Icon, Name, NumberText, ProblemNotice, RouterLink, SpecialistQueue, State],
  templateUrl: './waiting-list.html',
  host: { class: 'stack roomy' },
})
export class WaitingList {
  private readonly api = inject(HousingApi);
  private readonly dialogs = inject(Dialogs);
  private readonly snack = inject(Snack);
  protected readonly session = inject(SessionStore);
  protected readonly codes = { placementConstraint, placementKind, placementState, riskLevel, urgencyBand };
  protected readonly refused = signal<Problem | null>(null);
  protected readonly list = httpResource<WaitingListView>(() => '/api/housing/waiting');

  /** One place up among those shown, or to the end; the reason stays in the history. */
  protected async move(line: WaitingLineView, before: WaitingLineView | null): Promise<void> {
    const reason = await this.dialogs.words({
      title: before ? $localize`:@@housing.moveUp:Move up on the list?` : $localize`:@@housing.moveEnd:Move to the end of the list?`,
      text: $localize`:@@housing.moveText:Urgency and the day somebody asked order this list. Whoever moves somebody by hand says why, and it stays.`,
      label: $localize`:@@housing.why:Why`,
      act: $localize`:@@housing.moveAct:Move`,
      least: 3,
      most: 500,
    });
    if (!reason) return;
    this.refused.set(null);
    try {
      await this.api.step(line.id, 'position', { reason, ...(before ? { beforeId: before.id } : {}) });
      this.snack.say($localize`:@@housing.moved:Moved. The reason stands in the history.`);
    } catch (thrown) {
      this.refused.set(problemOf(thrown));
    }
    this.list.reload();
  }
}
