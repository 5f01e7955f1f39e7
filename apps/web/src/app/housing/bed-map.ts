import { httpResource } from '@angular/common/http';
import { Component, computed, ElementRef, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { BedMapView, BedUnitView } from '@panah/contracts/bed-map.contract';
import { addDays } from '@panah/domain/dates/calendar-days';
import { type BedDay, bedDays } from '@panah/domain/housing/bed-map';
import { unitKind, unitStatus } from '@panah/domain/vocabulary/housing';
import { DateText } from '../platform/dates/date-text';
import { DateWords } from '../platform/dates/date-words';
import { Icon } from '../platform/icon/icon';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { CodeLabel } from '../platform/text/code-label';
import { CountryLabel } from '../platform/text/country-label';
import { NumberText } from '../platform/text/number-text';
import { HousingTabs } from './housing-tabs';

const DAYS = 28;
const WEEK = 7;
const ROWS = 50;

interface Row {
  unit: BedUnitView;
  days: readonly BedDay[];
}

/** Which bed is free on which day: a grid that is walked with the arrow keys, a row for each unit. */
@Component({
  selector: 'app-bed-map',
  imports: [CodeLabel, CountryLabel, DateText, HousingTabs, Icon, NumberText, ProblemNotice, RouterLink],
  templateUrl: './bed-map.html',
  styleUrl: './bed-map.scss',
  host: { class: 'stack roomy' },
})
export class BedMap {
  private readonly words = inject(DateWords);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly kinds = unitKind;
  protected readonly statuses = unitStatus;
  protected readonly from = signal(this.words.today());
  /** The number of the unit before the page. */
  private readonly pages = signal<readonly number[]>([0]);
  protected readonly map = httpResource<BedMapView>(
    () => `/api/housing/beds?from=${this.from()}&days=${DAYS}&limit=${ROWS}&after=${this.pages().at(-1) ?? 0}`,
  );
  protected readonly days = computed(() => Array.from({ length: DAYS }, (_, at) => addDays(this.from(), at)));
  protected readonly rows = computed<readonly Row[]>(() =>
    this.map.hasValue()
      ? this.map
          .value()
          .units.map((unit) => ({ unit, days: bedDays(unit.capacity, unit.stays, this.map.value()?.from ?? this.from(), DAYS) }))
      : [],
  );
  protected readonly isFirstPage = computed(() => this.pages().length === 1);
  /** The one cell of the grid that the tab key reaches. */
  protected readonly at = signal<{ row: number; day: number }>({ row: 0, day: 0 });
  /** The days by the months of the reader's calendar. */
  protected readonly months = computed(() =>
    this.days().reduce<{ name: string; days: number }[]>((months, day) => {
      const [name, last] = [this.words.say(day, 'month'), months.at(-1)];
      return last?.name === name ? [...months.slice(0, -1), { name, days: last.days + 1 }] : [...months, { name, days: 1 }];
    }, []),
  );
  /** Free on each day, of all that is shown. */
  protected readonly free = computed(() => this.days().map((_, day) => this.rows().reduce((sum, row) => sum + this.freeOn(row, day), 0)));

  protected freeOn({ unit, days }: Row, day: number): number {
    const there = days[day];
    return there && unit.status === 'AVAILABLE' && there.day >= unit.opensOn ? there.free : 0;
  }

  /** `free`, `some`, `held`, `full` or `shut`: said by a word and a shape too, never by colour alone. */
  protected toneOf(row: Row, day: number): string {
    const there = row.days[day];
    if (!there || row.unit.status !== 'AVAILABLE' || there.day < row.unit.opensOn) return 'shut';
    if (there.free === row.unit.capacity) return 'free';
    if (there.free > 0) return 'some';
    return there.held > 0 ? 'held' : 'full';
  }

  protected label(row: Row, day: number): string {
    const there = row.days[day];
    if (!there) return '';
    const on = this.words.say(there.day, 'day');
    if (this.toneOf(row, day) === 'shut') return $localize`:@@housing.cellShut:${on}:day:, not in use`;
    const { free, held } = there;
    const { capacity } = row.unit;
    return held
      ? $localize`:@@housing.cellHeld:${on}:day:, ${free}:free: of ${capacity}:capacity: free, ${held}:held: held`
      : $localize`:@@housing.cell:${on}:day:, ${free}:free: of ${capacity}:capacity: free`;
  }

  protected isHere(row: number, day: number): boolean {
    const { row: ownRow, day: ownDay } = this.at();
    return ownRow === row && ownDay === day;
  }

  /** Arrow keys walk day by day and unit by unit, in the direction of the script; Home and End go to the ends of a row. */
  protected walk(event: KeyboardEvent, row: number, day: number): void {
    const forward = document.dir === 'rtl' ? -1 : 1;
    const steps: Readonly<Record<string, [number, number]>> = {
      ArrowRight: [row, day + forward],
      ArrowLeft: [row, day - forward],
      ArrowDown: [row + 1, day],
      ArrowUp: [row - 1, day],
      Home: [row, 0],
      End: [row, DAYS - 1],
    };
    const to = steps[event.key];
    if (!to) return;
    event.preventDefault();
    const [nextRow, nextDay] = to;
    if (nextRow < 0 || nextRow >= this.rows().length || nextDay < 0 || nextDay >= DAYS) return;
    this.at.set({ row: nextRow, day: nextDay });
    this.host.nativeElement.querySelector<HTMLElement>(`[data-cell="${nextRow}-${nextDay}"]`)?.focus();
  }

  protected move(weeks: number): void {
    this.from.set(addDays(this.from(), weeks * WEEK));
  }

  protected toToday(): void {
    this.from.set(this.words.today());
  }

  protected nextPage(after: number): void {
    this.pages.set([...this.pages(), after]);
  }

  protected backPage(): void {
    this.pages.set(this.pages().slice(0, -1));
  }
}
