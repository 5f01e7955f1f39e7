import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CaseHistoryView } from '@panah/contracts/cases.contract';
import { caseHoldReason, casePriority, closureReason, serviceStream } from '@panah/domain/vocabulary/cases';
import { Timeline, type TimelineEvent } from '../notes/timeline.part';
import { DateDisplay } from '../platform/dates/date-display';
import { SessionStore } from '../platform/session/session-store';
import { CodeLabel } from '../platform/text/code-label';
import { CountryLabel } from '../platform/text/country-label';
import { casePath } from './cases.api';
import { actionLabel } from './history-words';
import { OpenFile } from './open-file';

/** Everything that happened, with what one wants at hand beside it. */
@Component({
  selector: 'app-file-timeline',
  imports: [CodeLabel, CountryLabel, DateDisplay, RouterLink, Timeline],
  templateUrl: './file-timeline.html',
})
export class FileTimeline {
  protected readonly open = inject(OpenFile);
  protected readonly mayReadNotes = inject(SessionStore).may('note:read');
  protected readonly priorities = casePriority;
  protected readonly streams = serviceStream;
  protected readonly holdReasons = caseHoldReason;
  protected readonly closureReasons = closureReason;
  private readonly history = httpResource<CaseHistoryView>(() => {
    const file = this.open.case(); // a step was taken: read again
    return file ? `${casePath(file.id)}/history` : undefined;
  });
  protected readonly events = computed<readonly TimelineEvent[]>(() =>
    this.history.hasValue()
      ? this.history
          .value()
          .steps.map(({ id, at, action, by }) => ({ id, at, text: actionLabel(action), byName: by?.name ?? null, icon: 'step' }))
      : [],
  );
}
