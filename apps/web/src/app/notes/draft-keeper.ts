import { computed, signal } from '@angular/core';
import type { NoteInput, NoteView } from '@panah/contracts/notes.contract';
import { problemOf } from '../platform/problem/problem';
import type { NotesApi } from './notes.api';

const AT_MOST_EVERY = 15_000;

/** Keeps what is being written as a sealed draft on the server: at most every 15 seconds, and once more when the page is left. Nothing stays in the browser. */
export class DraftKeeper {
  /** When the draft was last kept; null while there is none. */
  readonly keptAt = signal<string | null>(null);
  readonly failed = signal(false);
  /** The draft as another window has saved it meanwhile; nothing is kept until the writer has chosen between the two texts. */
  readonly elsewhere = signal<NoteView | null>(null);
  private readonly note = signal<NoteView | null>(null);
  /** Which draft is written here: it stands in the box, so nowhere else. */
  readonly draftId = computed(() => this.note()?.id ?? null);
  private timer: ReturnType<typeof setTimeout> | null = null;
  private running: Promise<void> = Promise.resolve();

  /** @param current what is written now, or null when it is nothing worth keeping */
  constructor(
    private readonly notes: Pick<NotesApi, 'draft' | 'read' | 'save'>,
    private readonly caseId: () => string,
    private readonly current: () => NoteInput | null,
  ) {}

  /** Goes on with a draft, or with none. */
  take(note: NoteView | null): void {
    this.stop();
    this.note.set(note);
    this.keptAt.set(note?.savedAt ?? null);
    this.failed.set(false);
    this.elsewhere.set(null);
  }

  /** What is written here takes the place of what was saved elsewhere, at once. */
  preferHere(): void {
    this.note.set(this.elsewhere() ?? this.note());
    this.elsewhere.set(null);
    this.changed();
    this.flush();
  }

  /** The server had a newer draft than this window: it is read, and shown when it says something else. */
  async lookElsewhere(): Promise<void> {
    const [note, here] = [this.note(), this.current()];
    if (!note) return;
    const now = await this.notes.read(note.id);
    // an answer that was lost on the way: the text there is the one that is written here
    if (now.body === (here?.body ?? null) && now.type === here?.type) this.kept(now);
    else this.elsewhere.set(now);
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
    return this.note();
  }

  private stop(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private async keep(): Promise<void> {
    const input = this.current();
    if (!input || this.elsewhere()) return;
    const note = this.note();
    try {
      this.kept(note ? await this.notes.save(note, input) : await this.notes.draft(this.caseId(), input));
    } catch (thrown) {
      await this.missed(problemOf(thrown).status);
    }
  }

  private kept(note: NoteView): void {
    this.note.set(note);
    this.keptAt.set(note.savedAt);
    this.failed.set(false);
  }

  private async missed(status: number): Promise<void> {
    if (status === 412) await this.lookElsewhere().catch(() => this.failed.set(true));
    else this.failed.set(true);
  }
}
