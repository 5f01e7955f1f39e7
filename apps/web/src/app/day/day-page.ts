import { httpResource } from '@angular/common/http';
import { Component, computed, effect, ElementRef, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { DayView } from '@panah/contracts/day.contract';
import { dayGroup } from '@panah/domain/vocabulary/day';
import { DateDisplay } from '../platform/dates/date-display';
import { DateWords } from '../platform/dates/date-words';
import { Icon } from '../platform/icon/icon';
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
  host: { '(document:visibilitychange)': 'cameBack()', '(keydown.arrowdown)': 'step($event, 1)', '(keydown.arrowup)': 'step($event, -1)' },
})
export class DayPage {
  /** The group that is shown alone, from the address. */
  readonly show = input<string>();

  private readonly router = inject(Router);
  private readonly counts = inject(NavCounts);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly labels = dayGroup;
  protected readonly today = inject(DateWords).today();
  protected readonly day = httpResource<DayView>(() => '/api/day');
  protected readonly groups = computed(() => {
    if (!this.day.hasValue()) return [];
    const { groups, items } = this.day.value();
    return groups.filter(({ total }) => total > 0).map((each) => ({ ...each, items: items.filter(({ group }) => group === each.group) }));
  });
  protected readonly shown = computed(() => {
    const only = this.groups().filter(({ group }) => group === this.show());
    return only.length ? only : this.groups();
  });
  protected readonly total = computed(() => this.groups().reduce((sum, { total }) => sum + total, 0));

  constructor() {
    effect(() => this.counts.set('', this.total()));
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
