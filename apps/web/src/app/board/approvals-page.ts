import { httpResource } from '@angular/common/http';
import { afterNextRender, Component, computed, effect, inject, Injector, linkedSignal, viewChildren } from '@angular/core';
import type { ApprovalListView, ApprovalView } from '@panah/contracts/board.contract';
import { Icon } from '../platform/icon/icon';
import { Keys } from '../platform/keys/keys';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { NavCounts } from '../platform/shell/nav-counts';
import { Snack } from '../platform/shell/snack';
import { NumberText } from '../platform/text/number-text';
import { ApprovalLine } from './approval-line';
import { BOARD } from './board.api';

/** What waits for a second person: the first is open with what it changes; one press, and the next one is. */
@Component({
  selector: 'app-approvals-page',
  imports: [ApprovalLine, Icon, NumberText, ProblemNotice],
  templateUrl: './approvals-page.html',
  host: {
    '(document:visibilitychange)': 'cameBack()',
    '(keydown.arrowdown)': 'step($event, 1)',
    '(keydown.arrowup)': 'step($event, -1)',
  },
})
export class ApprovalsPage {
  private readonly counts = inject(NavCounts);
  private readonly snack = inject(Snack);
  private readonly injector = inject(Injector);
  private readonly lines = viewChildren(ApprovalLine);

  protected readonly list = httpResource<ApprovalListView>(() => `${BOARD}/approvals`);
  private readonly items = computed(() => (this.list.hasValue() ? this.list.value().items : []));
  protected readonly mine = computed(() => this.items().filter(({ own }) => !own));
  protected readonly others = computed(() => this.items().filter(({ own }) => own));
  /** The one that is open; the first, until somebody opens another or closes all. */
  protected readonly open = linkedSignal<readonly ApprovalView[], string | null>({
    source: this.mine,
    computation: (mine, before) => {
      const still = before?.value === null || mine.some(({ id }) => id === before?.value);
      return before && still ? before.value : (mine[0]?.id ?? null);
    },
  });

  constructor() {
    const keys = inject(Keys);
    keys.add('A', $localize`:@@board.keyApprove:Approve what is open`, () => this.opened()?.approve());
    keys.add('B', $localize`:@@board.keyBack:Send back what is open`, () => this.opened()?.sendBack());
    effect(() => {
      if (this.list.hasValue()) this.counts.set('approvals', this.list.value().total);
    });
  }

  protected toggle({ id }: ApprovalView): void {
    this.open.update((open) => (open === id ? null : id));
  }

  /** It is done: its line goes, the next one is open and has the focus. None of these steps can be taken back, so no way back is offered. */
  protected done(item: ApprovalView, said: string): void {
    this.snack.say(said);
    const mine = this.mine();
    const at = mine.findIndex(({ id }) => id === item.id);
    const next = mine[at + 1] ?? mine[at - 1];
    this.open.set(next?.id ?? null);
    this.list.update((list) => list && { total: list.total - 1, items: list.items.filter(({ id }) => id !== item.id) });
    this.list.reload();
    afterNextRender(
      () =>
        this.lines()
          .find((line) => line.item().id === next?.id)
          ?.focus(),
      { injector: this.injector },
    );
  }

  protected cameBack(): void {
    if (document.visibilityState === 'visible') this.list.reload();
  }

  /** ↑ and ↓ go from line to line; Enter opens and closes. */
  protected step(event: Event, by: 1 | -1): void {
    const lines = this.lines();
    const at = lines.findIndex((line) => line.holds(document.activeElement));
    const next = lines[at + by];
    if (!next || (event.target as Element).closest('.decision')) return;
    event.preventDefault();
    next.focus();
  }

  private opened(): ApprovalLine | undefined {
    return this.lines().find((line) => line.open());
  }
}
