import { httpResource } from '@angular/common/http';
import { afterNextRender, Component, computed, effect, ElementRef, inject, Injector, input, signal, viewChildren } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { DayItemView, DayView } from '@panah/contracts/day.contract';
import { dayGroup, dayKind } from '@panah/domain/vocabulary/day';
import { DateDisplay } from '../platform/dates/date-display';
import { DateWords } from '../platform/dates/date-words';
import { Icon } from '../platform/icon/icon';
import { Keys } from '../platform/keys/keys';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { NavCounts } from '../platform/shell/nav-counts';
import { CodeLabel } from '../platform/text/code-label';
import { NumberText } from '../platform/text/number-text';
import { State } from '../platform/text/state';
import { DayLine } from './day-line';

/** My day: what is dangerous, due or waiting, most urgent first. */
@Component({
  selector: 'app-day-page',
  imports: [CodeLabel, DateDisplay, DayLine, Icon, NumberText, ProblemNotice, RouterLink, State],
  templateUrl: './day-page.html',
  styles: `
    .chips {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s1);
    }
    /* many kinds: one line that is pushed sideways, so that the work itself stands above the fold */
    @media (max-width: 760px) {
      .chips {
        flex-wrap: nowrap;
        overflow-x: auto;
        scrollbar-width: none;
        margin-inline: calc(-1 * var(--s4));
        padding-inline: var(--s4);
      }
    }
  `,
  host: { '(document:visibilitychange)': 'cameBack()', '(keydown.arrowdown)': 'step($event, 1)', '(keydown.arrowup)': 'step($event, -1)' },
})
export class DayPage {
  /** The group that is shown alone, from the address. */
  readonly show = input<string>();

  private readonly router = inject(Router);
  private readonly counts = inject(NavCounts);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  private readonly lines = viewChildren(DayLine);
  protected readonly labels = dayGroup;
  protected readonly today = inject(DateWords).today();
  protected readonly day = httpResource<DayView>(() => '/api/day');
  protected readonly groups = computed(() => {
    if (!this.day.hasValue()) return [];
    const { groups, items } = this.day.value();
    return groups.filter(({ total }) => total > 0).map((each) => ({ ...each, items: items.filter(({ group }) => group === each.group) }));
  });
  /** The group that is shown alone, while there is one. */
  protected readonly alone = computed(() => this.groups().find(({ group }) => group === this.show()) ?? null);
  private readonly inSight = computed(() => {
    const alone = this.alone();
    return alone ? [alone] : this.groups();
  });
  protected readonly lateOnly = signal(false);
  private readonly chosenKind = signal<string | null>(null);
  protected readonly kinds = dayKind;
  /** Kinds of line that stand here now, in the order of a day. */
  protected readonly kindsHere = computed(() => {
    const here = new Set(this.inSight().flatMap(({ items }) => items.map(({ kind }) => kind)));
    return dayKind.codes.filter((kind) => here.has(kind));
  });
  /** A kind of which nothing is left is not filtered by any more. */
  protected readonly onlyKind = computed(() => this.kindsHere().find((kind) => kind === this.chosenKind()) ?? null);
  protected readonly filtered = computed(() => this.lateOnly() || this.onlyKind() !== null);
  protected readonly mineShown = computed(() => this.kindsHere().length > 1 || this.filtered());
  protected readonly shown = computed(() =>
    this.inSight()
      .map((group) => ({ ...group, first: group.items.length, items: group.items.filter((item) => this.passes(item)) }))
      .filter(({ items }) => items.length > 0 || !this.filtered()),
  );
  protected readonly total = computed(() => this.groups().reduce((sum, { total }) => sum + total, 0));

  constructor() {
    const keys = inject(Keys);
    keys.add('D', $localize`:@@day.keyDone:Done: finish the task with the focus; Enter sets the next, D again sets none`, () =>
      this.tick(),
    );
    effect(() => this.counts.set('', this.total()));
  }

  protected toggle(kind: string): void {
    this.chosenKind.set(this.onlyKind() === kind ? null : kind);
  }

  protected showAll(): void {
    this.lateOnly.set(false);
    this.chosenKind.set(null);
  }

  /** A task is finished: the next line has the focus, so that the day empties by keyboard. */
  protected done(item: DayItemView): void {
    const lines = this.lines();
    const at = lines.findIndex((line) => line.item().id === item.id);
    const next = lines[at + 1] ?? lines[at - 1];
    this.day.update((day) => day && without(day, item));
    this.day.reload();
    afterNextRender(() => next?.focus(), { injector: this.injector });
  }

  /** The line with the focus, or the first that can be finished. */
  private tick(): void {
    const lines = this.lines();
    const focused = lines.find((each) => each.holds(document.activeElement));
    const line = focused?.finishes() ? focused : lines.find((each) => each.finishes());
    line?.tick();
  }

  private passes({ late, kind }: DayItemView): boolean {
    return (!this.lateOnly() || late) && (this.onlyKind() === null || this.onlyKind() === kind);
  }

  protected only(group: string | null): void {
    void this.router.navigate([], { queryParams: { show: group }, replaceUrl: true });
  }

  protected cameBack(): void {
    if (document.visibilityState === 'visible') this.day.reload();
  }

  /** ↑ and ↓ go from line to line, Enter opens. */
  protected step(event: Event, by: 1 | -1): void {
    const links = [...this.element.nativeElement.querySelectorAll<HTMLElement>('.row .who a')];
    const next = links[links.findIndex((link) => link === document.activeElement) + by];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
}

/** The day as it is once a line is done; the server's answer follows. */
const without = ({ items, groups, ...day }: DayView, done: DayItemView): DayView => ({
  ...day,
  items: items.filter(({ id, kind }) => id !== done.id || kind !== done.kind),
  groups: groups.map((each) => (each.group === done.group ? { ...each, total: each.total - 1 } : each)),
});
