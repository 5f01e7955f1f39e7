import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { caseHoldReason, casePriority, closureReason, serviceStream } from '@panah/domain/vocabulary/cases';
import { Timeline } from '../notes/timeline.part';
import { DateDisplay } from '../platform/dates/date-display';
import { CodeLabel } from '../platform/text/code-label';
import { CountryLabel } from '../platform/text/country-label';
import { OpenFile } from './open-file';

/** Everything that happened, with what one wants at hand beside it. */
@Component({
  selector: 'app-file-timeline',
  imports: [CodeLabel, CountryLabel, DateDisplay, RouterLink, Timeline],
  templateUrl: './file-timeline.html',
})
export class FileTimeline {
  protected readonly open = inject(OpenFile);
  protected readonly priorities = casePriority;
  protected readonly streams = serviceStream;
  protected readonly holdReasons = caseHoldReason;
  protected readonly closureReasons = closureReason;
}
