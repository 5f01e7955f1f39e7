import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, output, signal } from '@angular/core';
import type {
  ClinicalNoteInput,
  ClinicalNoteListView,
  ClinicalNoteView,
  PrivateNoteInput,
  PrivateNoteListView,
  PrivateNoteView,
} from '@panah/contracts/counselling-notes.contract';
import type { CounsellingSessionView } from '@panah/contracts/counselling.contract';
import { privateNoteType, recordNoteType } from '@panah/domain/vocabulary/counselling';
import { DateText } from '../platform/dates/date-text';
import { Dialogs } from '../platform/dialog/dialogs';
import { choicesOf } from '../platform/form/choices';
import { Icon } from '../platform/icon/icon';
import { type Problem, problemOf } from '../platform/problem/problem';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { SessionStore } from '../platform/session/session-store';
import { Snack } from '../platform/shell/snack';
import { CodeLabel } from '../platform/text/code-label';
import { NumberText } from '../platform/text/number-text';
import { State } from '../platform/text/state';
import { CounsellingApi, notesOf, privateNotesOf } from './counselling.api';
import { HandingOnLine } from './handing-on-line';

type Side = 'record' | 'private';

/** A note that is being written: new, or a draft of the writer's. */
interface Writing {
  side: Side;
  id: string | null;
  version: number;
  type: string;
  body: string;
  happenedAt: string;
  addsTo?: string;
}

/** Record notes, and beside them what the counsellor keeps for themself: on tinted ground, with a lock, so that nobody writes into the wrong one. */
@Component({
  selector: 'app-counselling-notes',
  imports: [CodeLabel, DateText, HandingOnLine, Icon, NumberText, ProblemNotice, State],
  templateUrl: './note-list.html',
  styleUrl: './note-list.scss',
})
export class NoteList {
  readonly episodeId = input.required<string>();
  readonly sessions = input.required<readonly CounsellingSessionView[]>();
  readonly mayKeepPrivate = input.required<boolean>();
  readonly signed = output<void>();

  private readonly api = inject(CounsellingApi);
  private readonly dialogs = inject(Dialogs);
  private readonly snack = inject(Snack);
  protected readonly reader = inject(SessionStore).user;
  protected readonly recordTypes = recordNoteType;
  protected readonly privateTypes = privateNoteType;
  protected readonly recordChoices = choicesOf(recordNoteType);
  protected readonly privateChoices = choicesOf(privateNoteType);
  protected readonly refused = signal<Problem | null>(null);
  protected readonly writing = signal<Writing | null>(null);
  protected readonly notes = httpResource<ClinicalNoteListView>(() => notesOf(this.episodeId()));
  /** Asked for by whoever works on it; for everybody else there is nothing. */
  protected readonly kept = httpResource<PrivateNoteListView>(() => (this.mayKeepPrivate() ? privateNotesOf(this.episodeId()) : undefined));
  protected readonly mayWrite = computed(() => this.notes.hasValue() && this.notes.value().actions.includes('write'));

  protected begin(side: Side, addsTo?: ClinicalNoteView): void {
    this.refused.set(null);
    const type = addsTo?.type ?? (side === 'record' ? 'PROGRESS' : 'PROCESS');
    this.writing.set({
      side,
      id: null,
      version: 0,
      type,
      body: '',
      happenedAt: new Date().toISOString(),
      ...(addsTo ? { addsTo: addsTo.id } : {}),
    });
  }

  protected goOn(side: Side, { id, version, type, body, happenedAt }: ClinicalNoteView | PrivateNoteView): void {
    this.refused.set(null);
    this.writing.set({ side, id, version, type, body: body ?? '', happenedAt });
  }

  protected change(part: Partial<Writing>): void {
    this.writing.update((now) => now && { ...now, ...part });
  }

  protected async save(sign: boolean): Promise<void> {
    const now = this.writing();
    if (!now) return;
    if (sign && !(await this.sure())) return;
    try {
      await (now.side === 'record' ? this.keepRecord(now, sign) : this.keepPrivate(now, sign));
      this.writing.set(null);
      this.snack.say(sign ? $localize`:@@counselling.signedSaid:Signed. It stays as it is.` : $localize`:@@counselling.kept:Kept.`);
      this.signed.emit();
    } catch (thrown) {
      this.refused.set(problemOf(thrown));
    }
    this.notes.reload();
    this.kept.reload();
  }

  protected async discard(side: Side, { id, version }: ClinicalNoteView | PrivateNoteView): Promise<void> {
    try {
      await (side === 'record' ? this.api.discardNote(id, version) : this.api.discardPrivate(id));
    } catch (thrown) {
      this.refused.set(problemOf(thrown));
    }
    this.notes.reload();
    this.kept.reload();
  }

  private sure(): Promise<boolean> {
    return this.dialogs.confirm({
      title: $localize`:@@counselling.signTitle:Sign this note?`,
      text: $localize`:@@counselling.signText:A signed note is never changed. You may add to it later.`,
      yes: $localize`:@@counselling.sign:Sign`,
    });
  }

  /** A new note is kept first; what is signed is what stands on the screen. */
  private async keepRecord(now: Writing, sign: boolean): Promise<void> {
    const { type, body, happenedAt, addsTo } = now;
    const input: ClinicalNoteInput = { type, body, happenedAt, ...(addsTo && !now.id ? { addsTo } : {}) };
    const draft = now.id ? { id: now.id, version: now.version } : await this.api.draftNote(this.episodeId(), input);
    if (!now.id) this.change({ id: draft.id, version: draft.version });
    const plain: ClinicalNoteInput = { type, body, happenedAt };
    if (sign) await this.api.signNote(draft.id, plain, draft.version);
    else if (now.id) await this.api.keepNote(draft.id, plain, draft.version);
  }

  private async keepPrivate(now: Writing, sign: boolean): Promise<void> {
    const { type, body, happenedAt } = now;
    const input: PrivateNoteInput = { type, body, happenedAt };
    const draft = now.id ? { id: now.id, version: now.version } : await this.api.draftPrivate(this.episodeId(), input);
    if (!now.id) this.change({ id: draft.id, version: draft.version });
    if (sign) await this.api.signPrivate(draft.id, input, draft.version);
    else if (now.id) await this.api.keepPrivate(draft.id, input, draft.version);
  }
}
