import { afterNextRender, Component, ElementRef, inject, signal, viewChild } from '@angular/core';
import { Icon } from '../icon/icon';
import { problemOf } from '../problem/problem';
import { ProblemTexts } from '../problem/problem-texts';
import { LanguageSwitch } from '../reader/language-switch';
import { proofOf } from './proof';
import { SessionStore } from './session-store';

/** Stands where the page was: the page itself is gone, not covered. */
@Component({
  selector: 'app-lock-page',
  imports: [Icon, LanguageSwitch],
  templateUrl: './lock-page.html',
})
export class LockPage {
  protected readonly session = inject(SessionStore);
  private readonly texts = inject(ProblemTexts);
  private readonly proof = viewChild.required<ElementRef<HTMLInputElement>>('proof');
  protected readonly busy = signal(false);
  protected readonly error = signal<string | null>(null);

  constructor() {
    afterNextRender(() => this.proof().nativeElement.focus());
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.busy.set(true);
    this.error.set(null);
    try {
      await this.session.unlock(proofOf(this.proof().nativeElement.value));
    } catch (thrown) {
      await this.refused(thrown);
    } finally {
      this.busy.set(false);
    }
  }

  private async refused(thrown: unknown): Promise<void> {
    const problem = problemOf(thrown);
    this.error.set(this.texts.say(problem));
    this.proof().nativeElement.value = '';
    this.proof().nativeElement.focus();
    // The session may have ended meanwhile; the server knows.
    if (problem.status === 401) await this.session.refresh();
  }
}
