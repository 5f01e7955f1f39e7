import { DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { Icon } from '../icon/icon';
import { problemOf } from '../problem/problem';
import { ProblemTexts } from '../problem/problem-texts';
import { Name } from '../text/name';
import { State } from '../text/state';
import { Finder } from './finder';
import type { FinderAnswer, FinderHit } from './finder-hit';

const WAIT_WHILE_TYPING_MS = 150;
const SHORTEST = 2;
const NOTHING: FinderAnswer = { hits: [], typeMore: false };

/** Ctrl/⌘ K: a reference, a pseudonym, or a name in either script. The text is forgotten with the dialog. */
@Component({
  selector: 'app-finder-dialog',
  imports: [Icon, Name, State],
  templateUrl: './finder-dialog.html',
})
export class FinderDialog {
  private readonly finder = inject(Finder);
  private readonly router = inject(Router);
  private readonly dialog = inject(DialogRef);
  private readonly texts = inject(ProblemTexts);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private question = 0;

  protected readonly hits = signal<readonly FinderHit[]>([]);
  protected readonly current = signal(0);
  protected readonly answered = signal('');
  protected readonly problem = signal<string | null>(null);
  protected readonly currentId = computed(() => (this.hits().length ? `hit-${this.current()}` : null));
  private readonly tooShort = signal(false);
  private readonly empty = computed(() => !this.hits().length && !this.problem());
  /** One letter, or a few that could be the beginning of too many names. */
  protected readonly typeMore = computed(() => this.empty() && (this.tooShort() || this.answered().length === 1));
  protected readonly nothing = computed(() => this.empty() && !this.tooShort() && this.answered().length >= SHORTEST);

  protected typed(text: string): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.ask(text.trim()), WAIT_WHILE_TYPING_MS);
  }

  protected key(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.move(step);
    else if (event.key === 'Enter') this.open(this.hits()[this.current()]);
    else return;
    event.preventDefault();
  }

  protected open(hit: FinderHit | undefined): void {
    if (!hit) return;
    this.dialog.close();
    void this.router.navigate([...hit.link]);
  }

  private move(step: number): void {
    const count = this.hits().length;
    if (count) this.current.update((at) => (at + step + count) % count);
  }

  private async ask(text: string): Promise<void> {
    const question = ++this.question;
    try {
      const answer = text.length < SHORTEST ? NOTHING : await this.finder.search(text);
      if (question === this.question) this.show(text, answer, null);
    } catch (thrown) {
      if (question === this.question) this.show(text, NOTHING, this.texts.say(problemOf(thrown)));
    }
  }

  private show(text: string, { hits, typeMore }: FinderAnswer, problem: string | null): void {
    this.hits.set(hits);
    this.tooShort.set(typeMore);
    this.current.set(0);
    this.answered.set(text);
    this.problem.set(problem);
  }
}
