import { NgTemplateOutlet } from '@angular/common';
import {
  Component,
  contentChild,
  Directive,
  effect,
  ElementRef,
  inject,
  input,
  output,
  signal,
  TemplateRef,
  untracked,
  viewChild,
} from '@angular/core';
import { ActivatedRoute, Router } from '@angular/router';
import { Icon } from '../icon/icon';
import { Keys } from '../keys/keys';
import { ProblemNotice } from '../problem/problem-notice';
import { NumberText } from '../text/number-text';
import type { ListColumn } from './list-page';
import type { ListSource } from './list-source';

/** `<ng-template appRow [appRowOf]="list" let-row>`: the cells of one row. */
@Directive({ selector: 'ng-template[appRow]' })
export class ListRow<Row> {
  /** Only for the type of `let-row`. */
  readonly appRowOf = input.required<ListSource<Row>>();
  readonly template = inject<TemplateRef<{ $implicit: Row }>>(TemplateRef);

  static ngTemplateContextGuard<Row>(_row: ListRow<Row>, context: unknown): context is { $implicit: Row } {
    return context !== null;
  }
}

/** Many of one kind: filter as you type, sort, more, keys, and a true word for nothing, waiting and failure. */
@Component({
  selector: 'app-list',
  imports: [Icon, NgTemplateOutlet, NumberText, ProblemNotice],
  templateUrl: './list.html',
  host: { class: 'panel', role: 'region', '[attr.aria-label]': 'label()' },
})
export class List<Row> {
  readonly source = input.required<ListSource<Row>>();
  readonly columns = input.required<readonly ListColumn[]>();
  /** What the list holds: "Cases". */
  readonly label = input.required<string>();
  /** What one may type into the filter; without it there is no text filter. */
  readonly filterBy = input<string>();
  /** A row was chosen, by Enter or by a press anywhere in it. */
  readonly opened = output<Row>();

  protected readonly row = contentChild.required(ListRow, { read: ListRow<Row> });
  protected readonly current = signal(-1);
  protected readonly bones = [0, 1, 2, 3, 4];
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly box = viewChild<ElementRef<HTMLInputElement>>('box');
  private readonly router = inject(Router, { optional: true });
  private readonly route = inject(ActivatedRoute, { optional: true });

  constructor() {
    inject(Keys).add('/', $localize`:@@platform.keyFilter:Filter the list`, () => this.box()?.nativeElement.focus());
    effect(() => {
      const source = this.source();
      untracked(() => this.begin(source));
    });
    effect(() => {
      this.source().rows();
      untracked(() => this.current.update((at) => Math.min(at, this.source().rows().length - 1)));
    });
  }

  protected ariaSort(column: ListColumn): 'ascending' | 'descending' | null {
    if (!column.sort || this.source().sort() !== column.sort) return null;
    return this.source().direction() === 'asc' ? 'ascending' : 'descending';
  }

  protected sortBy(sort: string): void {
    this.source().sortBy(sort);
    this.writeAddress();
  }

  protected clear(): void {
    const box = this.box()?.nativeElement;
    if (box) box.value = '';
    this.source().clear();
    this.writeAddress();
  }

  protected key(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = this.source().rows()[this.current()];
    if (step) this.move(step);
    else if (event.key === 'Enter' && chosen && !isControl(event.target)) this.opened.emit(chosen);
    else return;
    event.preventDefault();
  }

  protected press(event: Event, row: Row): void {
    if (!isControl(event.target) && !getSelection()?.toString()) this.opened.emit(row);
  }

  private move(step: number): void {
    const count = this.source().rows().length;
    this.current.update((at) => Math.max(0, Math.min(count - 1, at + step)));
    this.element.nativeElement.querySelectorAll('tbody tr')[this.current()]?.scrollIntoView({ block: 'nearest' });
  }

  /** The address bar holds sort and facets (codes), never the text: it may be a name. */
  private begin(source: ListSource<Row>): void {
    const { sort, direction, ...others } = (this.route?.snapshot.queryParams ?? {}) as Record<string, string>;
    const facets = Object.fromEntries(Object.entries(others).filter(([name]) => source.facetNames.includes(name)));
    if (sort && this.columns().some((column) => column.sort === sort)) source.sort.set(sort);
    if (direction === 'asc' || direction === 'desc') source.direction.set(direction);
    source.facets.update((before) => ({ ...before, ...facets }));
    void source.reload();
  }

  /** Call after a facet changed, so that Back and a bookmark find the same list. */
  writeAddress(): void {
    const { sort, direction, facets } = this.source();
    const none = Object.fromEntries(this.source().facetNames.map((name) => [name, null]));
    const queryParams = { ...none, sort: sort(), direction: sort() ? direction() : null, ...facets() };
    void this.router?.navigate([], { relativeTo: this.route, queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }
}

const isControl = (target: EventTarget | null) =>
  target instanceof Element && target.closest('a, button, label, select, textarea') !== null;
