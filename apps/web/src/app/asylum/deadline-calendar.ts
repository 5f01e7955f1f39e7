import { httpResource } from '@angular/common/http';
import { afterNextRender, Component, computed, ElementRef, inject, Injector, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DeadlineLineView, DeadlineListView } from '@panah/contracts/legal-deadlines.contract';
import { addMonths } from '@panah/domain/dates/calendar-days';
import { deadlineType } from '@panah/domain/vocabulary/legal-deadlines';
import { DateText } from '../platform/dates/date-text';
import { DateWords, readersCalendar } from '../platform/dates/date-words';
import { Icon } from '../platform/icon/icon';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { intlLocale, readerLanguage } from '../platform/reader/language';
import { CodeLabel } from '../platform/text/code-label';
import { NumberText } from '../platform/text/number-text';
import { asked } from './asked';
import { dayByKey, monthOf, weeksOf } from './calendar-month';

const MONDAY = 1;
const SATURDAY = 6;

/** Open deadlines on a month grid, in the calendar of the reader. The arrows move by days and weeks, Page Up and Page Down by months. */
@Component({
  selector: 'app-deadline-calendar',
  imports: [CodeLabel, DateText, Icon, NumberText, ProblemNotice, RouterLink],
  templateUrl: './deadline-calendar.html',
  styleUrl: './deadline-calendar.scss',
})
export class DeadlineCalendar {
  private readonly words = inject(DateWords);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly calendar = readersCalendar() === 'jalali' ? ('JALALI' as const) : ('GREGORIAN' as const);
  private readonly weekStart = readerLanguage() === 'fa' ? SATURDAY : MONDAY;
  protected readonly types = deadlineType;
  protected readonly today = this.words.today();
  protected readonly chosen = signal(this.today);
  private readonly month = computed(() => monthOf(this.chosen(), this.calendar));
  protected readonly weeks = computed(() => weeksOf(this.chosen(), this.calendar, this.weekStart));
  protected readonly heads = computed(() => this.weeks()[0] ?? []);
  protected readonly found = httpResource<DeadlineListView>(() => {
    const { first, last } = this.month();
    return `/api/legal-deadlines?${asked({ state: 'OPEN', from: first, to: last, limit: 100 })}`;
  });
  private readonly items = computed<readonly DeadlineLineView[]>(() => (this.found.hasValue() ? this.found.value().items : []));
  protected readonly dayless = computed(() => this.items().filter(({ dueOn }) => dueOn === null));
  protected readonly ofChosen = computed(() => this.on(this.chosen()));

  protected on = (day: string): readonly DeadlineLineView[] => this.items().filter(({ dueOn }) => dueOn === day);
  protected weekday = (day: string, weekday: 'long' | 'short' | 'narrow'): string =>
    new Intl.DateTimeFormat(intlLocale(), { weekday, timeZone: 'UTC' }).format(new Date(day));
  protected said = ({ explainedEn, explainedFa }: DeadlineLineView): string => (readerLanguage() === 'fa' ? explainedFa : explainedEn);

  protected turn(months: number): void {
    this.chosen.update((day) => addMonths(day, months, this.calendar));
  }

  protected move(event: KeyboardEvent): void {
    const forward = this.host.nativeElement.ownerDocument.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const day = dayByKey(event.key, this.chosen(), this.calendar, this.weekStart, forward);
    if (!day) return;
    event.preventDefault();
    this.chosen.set(day);
    afterNextRender(() => this.host.nativeElement.querySelector<HTMLElement>('[data-chosen]')?.focus(), { injector: this.injector });
  }
}
