import { Component, computed, DestroyRef, effect, ElementRef, inject, input, output, signal, untracked, viewChild } from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { ReactiveFormsModule } from '@angular/forms';
import { NoteInput, type NoteView } from '@panah/contracts/notes.contract';
import { contactChannel } from '@panah/domain/vocabulary/clients';
import { wayOut } from '@panah/domain/notes/note.rules';
import { caseNoteType, contactDirection } from '@panah/domain/vocabulary/notes';
import { DateText } from '../platform/dates/date-text';
import { choicesOf } from '../platform/form/choices';
import { ContractForm } from '../platform/form/contract-form';
import { FormElement } from '../platform/form/form-element';
import { ruleText } from '../platform/form/rule-texts';
import { Icon } from '../platform/icon/icon';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { Snack } from '../platform/shell/snack';
import { NumberText } from '../platform/text/number-text';
import { DraftKeeper } from './draft-keeper';
import { NoteReaders } from './note-readers';
import { isTalk, NOTE_FIELD_TEXTS, takesTime } from './note-words';
import { NoteWhen } from './note-when';
import { NotesApi } from './notes.api';

/** Characters that nobody types at once (R-AS-13). */
const LONG_PASTE = 1500;
/** What a note is when nobody says otherwise. */
const USUAL_NOTE = 'ADMIN';

/** Where a note is written: a contact, a note, a correction, or the rest of a draft. */
@Component({
  selector: 'app-note-composer',
  imports: [DateText, FormElement, Icon, NoteReaders, NoteWhen, NumberText, ProblemNotice, ReactiveFormsModule],
  templateUrl: './note-composer.html',
  styleUrl: './note-composer.scss',
  host: { '(document:visibilitychange)': 'keeper.flush()' },
})
export class NoteComposer {
  readonly caseId = input.required<string>();
  /** The types that this writer may write here. */
  readonly types = input.required<readonly string[]>();
  /** Ways by which nobody goes out to this client (R-RI-07). */
  readonly shutWays = input<readonly string[]>([]);
  /** A draft to go on with. */
  readonly draft = input<NoteView | null>(null);
  /** The signed note that is corrected. */
  readonly corrects = input<NoteView | null>(null);
  readonly written = output<NoteView>();
  readonly closed = output();

  private readonly notes = inject(NotesApi);
  private readonly snack = inject(Snack);
  private readonly text = viewChild.required<ElementRef<HTMLTextAreaElement>>('text');

  protected readonly channels = choicesOf(contactChannel);
  protected readonly notSafe = NOTE_FIELD_TEXTS['channel']?.['not-safe'] ?? '';
  protected readonly directions = choicesOf(contactDirection);
  protected readonly minutes = [5, 10, 15, 20, 30, 45, 60, 90, 120];
  protected readonly form = new ContractForm(NoteInput, blank('CONTACT'), { texts: NOTE_FIELD_TEXTS });
  readonly keeper = new DraftKeeper(this.notes, this.caseId, () => (this.form.control('body').value?.trim() ? this.input() : null));

  private readonly typeNow = toSignal(this.form.control('type').valueChanges, { initialValue: 'CONTACT' });
  protected readonly type = computed(() => this.typeNow());
  private readonly typed = toSignal(this.form.group.valueChanges, { initialValue: this.form.group.value });
  /** Ways that are not offered: nobody goes out by them, while the person may have come by one. */
  protected readonly shut = computed(() => (this.talks() && goesOut(this.typed()) ? this.shutWays() : []));
  protected readonly choseShut = computed(() => this.shut().includes(this.typed().channel ?? ''));
  protected readonly isContact = computed(() => ['CONTACT', 'ATTEMPT'].includes(this.type()));
  protected readonly talks = computed(() => isTalk(this.type()) && !this.corrects());
  protected readonly lasts = computed(() => takesTime(this.type()) && !this.corrects());
  protected readonly noteTypes = computed(() =>
    choicesOf(caseNoteType).filter(({ code }) => this.types().includes(code) && !['CONTACT', 'ATTEMPT'].includes(code)),
  );
  protected readonly mayLogContact = computed(() => this.types().includes('CONTACT'));
  protected readonly bodyErrors = computed(() => {
    const broken = this.form.brokenRule('body');
    const rules = broken ? [broken] : this.form.refusedRules('body').map((rule) => ({ rule, limits: [] }));
    return rules.map((rule) => ruleText(rule, this.form.ownTexts('body')));
  });
  /** R-AS-13: a long text came from elsewhere into a note that others read. */
  private readonly pastedLong = signal(false);
  protected readonly longPaste = computed(() => this.pastedLong() && this.type() !== 'LEGAL_PRIV');
  protected readonly busy = signal(false);
  /** Whether the writer said when it was; otherwise it is the moment of signing. */
  protected readonly dated = signal(false);
  private stamped = false;

  constructor() {
    this.form.group.valueChanges.pipe(takeUntilDestroyed()).subscribe(() => this.changed());
    effect(() => {
      const [draft, corrects] = [this.draft(), this.corrects()];
      untracked(() => this.begin(draft, corrects));
    });
    effect(() => {
      if (this.choseShut()) untracked(() => this.takeOpenWay());
    });
    inject(DestroyRef).onDestroy(() => this.keeper.flush());
  }

  /** Opens the composer for a contact or a note; what is being written stays. */
  compose(kind: 'CONTACT' | 'NOTE'): void {
    this.choose(kind);
    this.text().nativeElement.focus();
  }

  protected choose(kind: 'CONTACT' | 'NOTE'): void {
    const type = kind === 'CONTACT' ? 'CONTACT' : (this.noteTypes().find(({ code }) => code === USUAL_NOTE) ?? this.noteTypes()[0])?.code;
    if (type && this.isContact() !== (kind === 'CONTACT')) this.form.control('type').setValue(type);
  }

  protected save(): Promise<void> {
    if (this.type() === 'ATTEMPT') this.form.control('type').setValue('CONTACT');
    return this.send();
  }

  protected pasted({ clipboardData }: ClipboardEvent): void {
    if ((clipboardData?.getData('text') ?? '').length > LONG_PASTE) this.pastedLong.set(true);
  }

  /** Nobody answered: that is worth a line, without a word. */
  protected async noAnswer(): Promise<void> {
    if (this.type() !== 'ATTEMPT') this.form.control('type').setValue('ATTEMPT');
    await this.send();
  }

  private async send(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.stamp();
    const draft = await this.keeper.settled();
    if (this.keeper.elsewhere()) return this.busy.set(false);
    const input = () => this.input();
    const note = await this.form.save((_, intent) =>
      draft ? this.notes.sign(draft, input(), intent) : this.notes.write(this.caseId(), input(), intent),
    );
    if (this.form.problem()?.status === 412) await this.compare();
    this.busy.set(false);
    if (!note) return;
    this.begin(null, null);
    this.snack.say($localize`:@@notes.signed:Signed.`);
    this.written.emit(note);
  }

  /** The choice between the two texts stands in place of the refusal. */
  private async compare(): Promise<void> {
    await this.keeper.lookElsewhere().catch(() => undefined);
    if (this.keeper.elsewhere()) this.form.problem.set(null);
  }

  /** The draft goes on with the text of the other window. */
  protected takeElsewhere(theirs: NoteView): void {
    this.begin(theirs, null);
  }

  /** The draft goes on with the text of this window. */
  protected keepHere(): void {
    this.keeper.preferHere();
  }

  private changed(): void {
    this.stamped = false;
    this.keeper.changed();
  }

  /** Once for each text: sent again after a lost answer, it is the same note. */
  private stamp(): void {
    if (this.dated() || this.stamped) return;
    this.form.control('happenedAt').setValue(new Date().toISOString());
    this.stamped = true;
  }

  /** What stands there before anybody chose is a way that may be used; what somebody chose or wrote stays, and says why not. */
  private takeOpenWay(): void {
    const channel = this.form.control('channel');
    const open = this.channels.find(({ code }) => !this.shut().includes(code));
    if (this.draft() || channel.dirty || !open) return;
    const dirty = this.form.dirty();
    channel.setValue(open.code);
    this.form.dirty.set(dirty);
  }

  private begin(draft: NoteView | null, corrects: NoteView | null): void {
    const first = this.types().includes('CONTACT') ? 'CONTACT' : (this.types()[0] ?? USUAL_NOTE);
    this.form.reset(draft ? written(draft) : blank(corrects ? 'CORRECTION' : first));
    // `reset` tells nobody; the fields that depend on the type have to know
    this.form.control('type').setValue(this.form.control('type').value);
    this.form.dirty.set(false);
    this.keeper.take(draft);
    this.dated.set(draft !== null);
    if (draft || corrects) setTimeout(() => this.text().nativeElement.focus());
  }

  /** What is sent: only the fields that fit the type. */
  private input(): NoteInput {
    const { type, happenedAt, body, direction, channel, minutes, namedReaders } = this.form.value();
    return {
      type,
      happenedAt,
      ...(body ? { body } : {}),
      ...(isTalk(type) ? { direction: type === 'ATTEMPT' ? 'OUTGOING' : direction, channel } : {}),
      ...(takesTime(type) && type !== 'ATTEMPT' && minutes ? { minutes } : {}),
      ...(type === 'SENSITIVE' ? { namedReaders } : {}),
      ...(type === 'CORRECTION' ? { corrects: this.corrects()?.id ?? this.draft()?.correctsId ?? undefined } : {}),
    };
  }
}

const goesOut = ({ type, direction, channel }: Partial<NoteInput>): boolean =>
  caseNoteType.has(type) &&
  wayOut({ type, direction: type === 'ATTEMPT' ? 'OUTGOING' : (direction ?? null), channel: channel ?? null }) !== null;

function blank(type: string): NoteInput {
  return {
    type,
    happenedAt: new Date().toISOString(),
    body: '',
    direction: 'OUTGOING',
    channel: 'PHONE_CALL',
    minutes: 10,
    namedReaders: [],
  };
}

function written({ type, happenedAt, body, direction, channel, minutes, readers }: NoteView): NoteInput {
  return {
    ...blank(type),
    happenedAt,
    body: body ?? '',
    direction: direction ?? 'OUTGOING',
    channel: channel ?? 'PHONE_CALL',
    minutes: minutes ?? 10,
    namedReaders: readers?.map(({ id }) => id) ?? [],
  };
}
