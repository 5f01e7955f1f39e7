import { httpResource } from '@angular/common/http';
import { Component, inject, input, output } from '@angular/core';
import type { NoteView } from '@panah/contracts/notes.contract';
import { caseNoteType, noteVoidReason } from '@panah/domain/vocabulary/notes';
import { DateText } from '../platform/dates/date-text';
import type { Decision } from '../platform/decision/decision';
import { Questions } from '../platform/form/questions';
import { Icon } from '../platform/icon/icon';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { CodeLabel } from '../platform/text/code-label';
import { NotesApi } from './notes.api';
import { keepQuestion, voidQuestion } from './void-questions';

/** A note whose author asks to have it voided. Its text goes for good, so this one asks once more, and into which file it belongs. */
@Component({
  selector: 'app-void-decision',
  imports: [CodeLabel, DateText, Icon, ProblemNotice],
  template: `
    @if (note.hasValue()) {
      @let it = note.value();
      <div class="panel-body stack">
        <p class="small muted">
          {{ it.type | codeLabel: types }} · {{ it.happenedAt | dateText: 'dayTime' }} · {{ it.voidReason | codeLabel: reasons }}
        </p>
        @if (it.body) {
          <p class="text" dir="auto">{{ it.body }}</p>
        } @else {
          <p i18n="@@notes.textClosed">You may decide about this note, but not read it.</p>
        }
        <div class="btns">
          @if (it.actions.includes('confirm_void')) {
            <button type="button" class="btn" (click)="approve()">
              <app-icon name="never" /><span i18n="@@notes.voidAsk">Void…</span>
            </button>
          }
          @if (it.actions.includes('refuse_void')) {
            <button type="button" class="btn" (click)="sendBack()"><app-icon name="undo" /><span i18n="@@notes.keep">Keep</span></button>
          }
        </div>
      </div>
    } @else if (note.error(); as error) {
      <app-problem [problem]="error" [repeatable]="true" (again)="note.reload()" />
    } @else {
      <span class="bone" aria-hidden="true"></span>
    }
  `,
})
export class VoidDecision implements Decision {
  readonly id = input.required<string>();
  readonly decided = output<string>();

  private readonly notes = inject(NotesApi);
  private readonly questions = inject(Questions);
  protected readonly types = caseNoteType;
  protected readonly reasons = noteVoidReason;
  protected readonly note = httpResource<NoteView>(() => `/api/notes/${this.id()}`);

  async approve(): Promise<void> {
    const note = this.note.value();
    if (!note?.actions.includes('confirm_void')) return;
    if (await this.questions.ask(voidQuestion(this.notes, note)))
      this.decided.emit($localize`:@@notes.saidVoided:Voided. Its line stays, its text is gone.`);
  }

  async sendBack(): Promise<void> {
    const note = this.note.value();
    if (!note?.actions.includes('refuse_void')) return;
    if (await this.questions.ask(keepQuestion(this.notes, note))) this.decided.emit($localize`:@@notes.saidKept:The note stays.`);
  }
}
