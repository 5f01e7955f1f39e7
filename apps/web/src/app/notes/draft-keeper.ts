import { signal } from '@angular/core';
import type { NoteInput, NoteView } from '@panah/contracts/notes.contract';
import type { NotesApi } from './notes.api';

const AT_MOST_EVERY = 15_000;

/** Keeps what is being written as a sealed draft on the server: at most every 15 seconds, and once more when the page is left. Nothing stays in the browser. */
export class DraftKeeper {
  /** When the draft was last kept; null while there is none. */
  readonly keptAt = signal<string | null>(null);
  readonly failed = signal(false);
  private note: NoteView | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private running: Promise<void> = Promise.resolve();

  /** @param current what is written now, or null when it is nothing worth keeping */
  constructor(
    private readonly notes: Pick<NotesApi, 'draft' | 'save'>,
    private readonly caseId: () => string,
    private readonly current: () => NoteInput | null,
  ) {}

  /** Goes on with a draft, or with none. */
  take(note: NoteView | null): void {
    this.stop();
    this.note = note;
    this.keptAt.set(note?.savedAt ?? null);
    this.failed.set(false);
  }

  /** Something was typed. */
  changed(): void {
    this.timer ??= setTimeout(() => this.flush(), AT_MOST_EVERY);
  }

  /** Keeps at once what waits to be kept. */
  flush(): void {
    if (this.timer === null) return;
    this.stop();
    this.running = this.running.then(() => this.keep());
  }

  /** The draft as the server has it, once nothing is under way: what a signature refers to. */
  async settled(): Promise<NoteView | null> {
    this.stop();
    await this.running;
    return this.note;
  }

  private stop(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private async keep(): Promise<void> {
    const input = this.current();
    if (!input) return;
    try {
      this.note = this.note ? await this.notes.save(this.note, input) : await this.notes.draft(this.caseId(), input);
      this.keptAt.set(this.note.savedAt);
      this.failed.set(false);
    } catch {
      this.failed.set(true);
    }
  }
}
