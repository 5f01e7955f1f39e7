import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, output, signal, viewChild } from '@angular/core';
import type { NoteView } from '@panah/contracts/notes.contract';
import type { TimelineLineView, TimelineView } from '@panah/contracts/timeline.contract';
import { caseNoteType, noteVoidReason } from '@panah/domain/vocabulary/notes';
import { timelineKind } from '@panah/domain/vocabulary/timeline';
import { DateText } from '../platform/dates/date-text';
import { DateWords } from '../platform/dates/date-words';
import { Dialogs } from '../platform/dialog/dialogs';
import { choicesOf } from '../platform/form/choices';
import { Questions } from '../platform/form/questions';
import { Icon } from '../platform/icon/icon';
import { Keys } from '../platform/keys/keys';
import { type Problem, problemOf } from '../platform/problem/problem';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { ProblemTexts } from '../platform/problem/problem-texts';
import { Snack } from '../platform/shell/snack';
import { NoteComposer } from './note-composer';
import { NoteEntry, type NoteStep } from './note-entry';
import { NOTE_PROBLEMS } from './note-words';
import { NotesApi, type TimelineFilter, timelinePath } from './notes.api';
import { stepIcon, stepText } from './step-words';
import { daysOf } from './timeline-days';
import { keepQuestion, voidQuestion } from './void-questions';

/**
 * `<app-timeline [caseId]="…" [clientId]="…" [notes]="file.notes" (changed)="file.reload()" />`: everything that happened that this reader
 * may see, newest first, with the composer on top: `N` writes a note, `C` logs a contact.
 */
@Component({
  selector: 'app-timeline',
  imports: [DateText, Icon, NoteComposer, NoteEntry, ProblemNotice],
  templateUrl: './timeline.part.html',
  styles: `
    .select {
      display: inline-block;
    }
    .narrow {
      padding-block-start: var(--s3);
    }
    .narrow select {
      min-block-size: 2rem;
      padding-block: 0;
      font-size: var(--text-s);
    }
  `,
})
export class Timeline {
  readonly caseId = input.required<string>();
  readonly clientId = input.required<string>();
  /** What the page has read already; shown until the timeline's own reading is there. */
  readonly notes = input<readonly NoteView[]>([]);
  /** A note was signed, voided or moved: the page may want to read its last contact again. */
  readonly changed = output();

  private readonly api = inject(NotesApi);
  private readonly words = inject(DateWords);
  private readonly dialogs = inject(Dialogs);
  private readonly questions = inject(Questions);
  private readonly snack = inject(Snack);
  private readonly composer = viewChild(NoteComposer);

  protected readonly typeChoices = choicesOf(caseNoteType);
  protected readonly kindChoices = choicesOf(timelineKind);
  protected readonly filter = signal<TimelineFilter>({});
  protected readonly filtered = computed(() => Object.keys(this.filter()).length > 0);
  protected readonly page = httpResource<TimelineView>(() => timelinePath(this.caseId(), this.filter()));
  /** The page before stays until the next is there: the composer keeps what is being written in it. */
  private readonly newest = linkedSignal<TimelineView | undefined, TimelineView | null>({
    source: () => (this.page.hasValue() ? this.page.value() : undefined),
    computation: (read, before) => read ?? before?.value ?? null,
  });
  protected readonly loaded = linkedSignal<TimelineView | null>(() => this.newest());
  protected readonly lines = computed(() => this.loaded()?.items ?? (this.filtered() ? [] : this.notes().map(lineOf)));
  protected readonly drafts = computed(() =>
    (this.loaded()?.drafts ?? []).filter(({ id }) => id !== this.draft()?.id && id !== this.composer()?.keeper.draftId()),
  );
  protected readonly types = computed(() => this.loaded()?.types ?? []);
  protected readonly shutWays = computed(() => this.loaded()?.shutWays ?? []);
  protected readonly days = computed(() => daysOf(this.lines(), (iso) => this.words.dayOf(iso)));
  protected readonly stepText = stepText;
  protected readonly stepIcon = stepIcon;
  protected readonly draft = signal<NoteView | null>(null);
  protected readonly corrects = signal<NoteView | null>(null);
  protected readonly refused = signal<Problem | null>(null);
  protected readonly more = signal(false);

  constructor() {
    inject(ProblemTexts).add(NOTE_PROBLEMS);
    inject(Keys).add('N', $localize`:@@notes.keyNote:Write a note`, () => this.compose('NOTE'));
    inject(Keys).add('C', $localize`:@@notes.keyContact:Log a contact`, () => this.compose('CONTACT'));
  }

  /** Puts the cursor into the composer, for a button elsewhere on the page. */
  compose(kind: 'CONTACT' | 'NOTE'): void {
    if (!this.draft() && !this.corrects()) return this.composer()?.compose(kind); // at once: the next letters belong into it
    this.close();
    setTimeout(() => this.composer()?.compose(kind));
  }

  protected dayTitle(day: string): string {
    const said = this.words.say(day, 'long');
    const days = this.words.daysUntil(day);
    if (days !== 0 && days !== -1) return said;
    const near = days === 0 ? $localize`:@@notes.today:Today` : $localize`:@@notes.yesterday:Yesterday`;
    return $localize`:@@notes.dayTitle:${near}:near:, ${said}:day:`;
  }

  protected correctedAt(note: NoteView): string | null {
    return this.lines().find(({ id }) => id === note.correctsId)?.at ?? null;
  }

  /** `kind:SAFETY`, `type:CONTACT` or nothing, as the choice says. */
  protected narrow(choice: string): void {
    const [what, code] = choice.split(':');
    this.filter.set(code ? { [what === 'kind' ? 'kind' : 'type']: code } : {});
  }

  protected again(): void {
    this.refused.set(null);
    this.page.reload();
  }

  protected written(): void {
    this.close();
    this.again();
    this.changed.emit();
  }

  protected close(): void {
    this.draft.set(null);
    this.corrects.set(null);
  }

  protected async loadMore(): Promise<void> {
    const before = this.loaded();
    if (!before?.next || this.more()) return;
    this.more.set(true);
    await this.attempt(async () => {
      const next = await this.api.page(this.caseId(), this.filter(), before.next);
      this.loaded.set({ ...before, items: [...before.items, ...next.items], next: next.next });
    });
    this.more.set(false);
  }

  protected async took(step: NoteStep, note: NoteView): Promise<void> {
    this.refused.set(null);
    if (step === 'edit') return this.goOnWith(note);
    if (step === 'correct') return this.correct(note);
    if (step === 'discard') return this.discard(note);
    if (step === 'ask_void') return this.askVoid(note);
    const decided =
      step === 'confirm_void'
        ? await this.questions.ask(voidQuestion(this.api, note))
        : await this.questions.ask(keepQuestion(this.api, note));
    if (decided) this.replaced(decided);
  }

  private goOnWith(note: NoteView): void {
    this.corrects.set(null);
    this.draft.set(note);
  }

  private correct(note: NoteView): void {
    this.draft.set(null);
    this.corrects.set(note);
  }

  private async discard(note: NoteView): Promise<void> {
    const sure = await this.dialogs.confirm({
      title: $localize`:@@notes.discardTitle:Throw this draft away?`,
      text: $localize`:@@notes.discardText:It was never signed, so nothing of it stays.`,
      yes: $localize`:@@notes.discard:Throw away`,
      danger: true,
    });
    if (!sure) return;
    await this.attempt(() => this.api.discard(note));
    this.page.reload();
  }

  private async askVoid(note: NoteView): Promise<void> {
    const why = await this.dialogs.reason({
      title: $localize`:@@notes.askVoidTitle:Ask to void this note`,
      text: $localize`:@@notes.askVoidText:A coordinator decides. Then its text closes for everyone, and the line stays.`,
      reasons: choicesOf(noteVoidReason),
      act: $localize`:@@notes.askVoidAct:Ask`,
      words: 'optional',
    });
    if (!why) return;
    await this.attempt(async () =>
      this.replaced(await this.api.askVoid(note.id, { reason: why.code, ...(why.text ? { explanation: why.text } : {}) })),
    );
  }

  private replaced(note: NoteView): void {
    this.loaded.update((page) => page && { ...page, items: page.items.map((each) => (each.id === note.id ? { ...each, note } : each)) });
    this.snack.say($localize`:@@notes.done:Done.`);
    this.changed.emit();
  }

  private async attempt(act: () => Promise<unknown>): Promise<void> {
    try {
      await act();
    } catch (thrown) {
      this.refused.set(problemOf(thrown));
    }
  }
}

const lineOf = (note: NoteView): TimelineLineView => ({ id: note.id, at: note.happenedAt, note, step: null });
