import { afterNextRender, Component, ElementRef, inject, Injector, input, output, signal } from '@angular/core';
import { DateDistance, DateText } from '../platform/dates/date-text';
import { Icon } from '../platform/icon/icon';
import { Intent } from '../platform/http/api';
import { problemOf } from '../platform/problem/problem';
import { ProblemTexts } from '../platform/problem/problem-texts';
import { Snack } from '../platform/shell/snack';
import { TASK_PROBLEMS } from './task-words';
import { TasksApi } from './tasks.api';

/** Finishes a task in two presses: the tick, then the day of the next one, or none. */
@Component({
  selector: 'app-task-finish',
  imports: [DateDistance, DateText, Icon],
  template: `
    @if (asked()) {
      <div class="chips" role="group" aria-label="The next one" i18n-aria-label="@@tasks.next" (keydown.escape)="back($event)">
        <span class="small muted" i18n="@@tasks.doneNext">Done. Next:</span>
        @for (day of days(); track day) {
          <button
            type="button"
            class="chip"
            [class.on]="$first"
            [disabled]="busy()"
            (click)="finish(day)"
            [attr.title]="day | dateText: 'long'"
          >
            <app-icon name="plus" />{{ day | dateText: 'short' }} <span class="muted">{{ day | dateDistance }}</span>
          </button>
        }
        <button type="button" class="chip" [disabled]="busy()" (click)="finish()" i18n="@@tasks.noNext">None</button>
        <button type="button" class="chip" [disabled]="busy()" (click)="back()" i18n="@@platform.cancel">Cancel</button>
      </div>
    } @else {
      <button type="button" class="btn slim" (click)="ask()"><app-icon name="tick" /><span i18n="@@tasks.finish">Done</span></button>
    }
  `,
  styles: `
    .chips {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s1);
    }
  `,
  host: { '[class.asked]': 'asked()' },
})
export class TaskFinish {
  readonly taskId = input.required<string>();
  readonly days = input.required<readonly string[]>();
  readonly finished = output();

  private readonly tasks = inject(TasksApi);
  private readonly texts = inject(ProblemTexts);
  private readonly snack = inject(Snack);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  private readonly intent = new Intent();
  protected readonly asked = signal(false);
  protected readonly busy = signal(false);

  constructor() {
    this.texts.add(TASK_PROBLEMS);
  }

  /** The first press. The suggested day has the focus: Enter takes it. A second press of the same key means: none. */
  ask(): void {
    if (this.asked()) return void this.finish();
    this.asked.set(true);
    afterNextRender(() => this.element.nativeElement.querySelector<HTMLElement>('.chip')?.focus(), { injector: this.injector });
  }

  protected back(event?: Event): void {
    event?.stopPropagation();
    this.asked.set(false);
    afterNextRender(() => this.element.nativeElement.querySelector<HTMLElement>('.btn')?.focus(), { injector: this.injector });
  }

  protected async finish(nextOn?: string): Promise<void> {
    this.busy.set(true);
    try {
      await this.tasks.finish(this.taskId(), nextOn ? { nextOn } : {}, this.intent);
      this.snack.say(nextOn ? $localize`:@@tasks.saidNext:Done, and the next one is set.` : $localize`:@@tasks.saidDone:Done.`);
      this.finished.emit();
    } catch (thrown) {
      this.snack.say(this.texts.say(problemOf(thrown)));
      this.busy.set(false);
    }
  }
}
