import { Component, computed, ElementRef, inject, input, output, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DayItemView } from '@panah/contracts/day.contract';
import { appointmentKind } from '@panah/domain/vocabulary/appointments';
import { dayKind } from '@panah/domain/vocabulary/day';
import { caseNoteType } from '@panah/domain/vocabulary/notes';
import { ClockText, DateDistance, DateText, ZoneText } from '../platform/dates/date-text';
import { Icon } from '../platform/icon/icon';
import { CodeLabel } from '../platform/text/code-label';
import { CountryLabel, LanguageLabel } from '../platform/text/country-label';
import { Name } from '../platform/text/name';
import { State } from '../platform/text/state';
import { TaskFinish } from '../tasks/task-finish.part';
import { faceOf, isDecided, isDueNow } from './day-kinds';
import { taskWords } from './day-words';

/** One thing to look at today: whom it is about, what it asks for, by when. */
@Component({
  selector: 'app-day-line',
  imports: [ClockText, CodeLabel, CountryLabel, DateDistance, DateText, Icon, LanguageLabel, Name, RouterLink, State, TaskFinish, ZoneText],
  template: `
    @let it = item();
    <app-icon [name]="face().icon" [size]="20" [class]="face().tone" />
    <div>
      <div class="who">
        @if (it.name; as name) {
          <a class="who" [routerLink]="link()"><app-name [own]="name.arab" [latin]="name.latin" /></a>
        } @else if (it.pseudonym) {
          <a [routerLink]="link()"
            ><bdi class="name">{{ it.pseudonym }}</bdi></a
          >
        } @else {
          <a [routerLink]="link()" class="strong">{{ it.kind | codeLabel: kinds }}</a>
        }
        @if (it.caseRef) {
          <bdi class="ref muted">{{ it.caseRef }}</bdi>
        }
        @if (it.language) {
          <span class="muted">{{ it.language | languageLabel }}</span>
        }
        @if (it.country) {
          <span class="muted">{{ it.country | countryLabel }}</span>
        }
        @if (it.late) {
          <app-state icon="alert" tone="danger" i18n="@@day.late">Late</app-state>
        }
      </div>
      <p>
        @if (it.name || it.pseudonym) {
          @if (it.task; as task) {
            <bdi>{{ words(task) }}</bdi>
          } @else if (!it.appointment) {
            {{ it.kind | codeLabel: kinds }}
          }
        }
        @if (it.appointment; as meeting) {
          <bdi>{{ meeting.title ?? (meeting.kind | codeLabel: meetings) }}</bdi>
          <span class="muted"
            >· <bdi>{{ meeting.at | clockText }}</bdi>&ngsp;<bdi>{{ meeting.timeZone | zoneText }}</bdi></span
          >
        }
        @if (it.standsInFor; as absent) {
          <span class="muted" i18n="@@day.standsIn">for {{ absent }}</span>
        }
        @if (it.noteType) {
          <span class="muted">{{ it.noteType | codeLabel: noteTypes }}</span>
        }
      </p>
    </div>
    <div class="end">
      <div class="when">
        @if (isNow()) {
          <div class="strong" i18n="@@day.now">Now</div>
          <div class="small muted" i18n="@@day.saidAt">said {{ it.since | dateDistance }}</div>
        } @else if (it.due; as due) {
          <div class="strong">{{ due | dateText: 'short' }}</div>
          <div class="small muted">{{ due | dateDistance }}</div>
        } @else {
          <div class="small muted" i18n="@@day.since">since {{ it.since | dateText: 'short' }}</div>
        }
      </div>
      @if (finishes(); as task) {
        <app-task-finish [taskId]="it.id" [days]="task.next" (finished)="finished.emit()" />
      } @else {
        <a class="btn slim" tabindex="-1" aria-hidden="true" [routerLink]="link()" i18n="@@day.open">Open</a>
      }
    </div>
  `,
  styles: `
    :host(.row) {
      border-block-end: 1px solid var(--line);
    }
    /* the days for the next one need the breadth of the line */
    :host:has(app-task-finish.asked) .end {
      grid-column: 2 / -1;
      grid-row: 2;
      flex-wrap: wrap;
    }
    :host-context(li:last-child) {
      border-block-end: 0;
    }
  `,
  host: { class: 'row' },
})
export class DayLine {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly item = input.required<DayItemView>();
  readonly finished = output();
  private readonly finish = viewChild(TaskFinish);
  protected readonly kinds = dayKind;
  protected readonly noteTypes = caseNoteType;
  protected readonly face = computed(() => faceOf(this.item()));
  protected readonly link = computed(() => this.face().link(this.item()));
  /** The task, when it is ticked off here. */
  readonly finishes = computed(() => (isDecided(this.item()) ? null : this.item().task));
  protected readonly isNow = computed(() => isDueNow(this.item()));
  protected readonly words = taskWords;
  protected readonly meetings = appointmentKind;

  /** The key for what is done. */
  tick(): void {
    this.finish()?.ask();
  }

  focus(): void {
    this.element.nativeElement.querySelector<HTMLElement>('.who a')?.focus();
  }

  holds(element: Element | null): boolean {
    return this.element.nativeElement.contains(element);
  }
}
