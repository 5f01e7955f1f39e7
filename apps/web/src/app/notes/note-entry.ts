import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, computed, input, output } from '@angular/core';
import type { NoteView } from '@panah/contracts/notes.contract';
import { contactChannel } from '@panah/domain/vocabulary/clients';
import { caseNoteType, contactDirection, noteVoidReason } from '@panah/domain/vocabulary/notes';
import { DateText } from '../platform/dates/date-text';
import { Icon } from '../platform/icon/icon';
import { CodeLabel } from '../platform/text/code-label';
import { NumberText } from '../platform/text/number-text';
import { State } from '../platform/text/state';
import { iconOf } from './note-words';

export type NoteStep = 'edit' | 'discard' | 'correct' | 'ask_void' | 'confirm_void' | 'refuse_void';

/** One note in the timeline: what was said, by whom, and what may be done with it now. */
@Component({
  selector: 'app-note-entry',
  imports: [CdkMenu, CdkMenuItem, CdkMenuTrigger, CodeLabel, DateText, Icon, NumberText, State],
  templateUrl: './note-entry.html',
  styles: `
    :host {
      display: block;
    }
    .text {
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
})
export class NoteEntry {
  readonly note = input.required<NoteView>();
  /** When the entry that this one corrects happened; null when it is not loaded. */
  readonly correctedAt = input<string | null>(null);
  readonly took = output<NoteStep>();

  protected readonly types = caseNoteType;
  protected readonly channels = contactChannel;
  protected readonly directions = contactDirection;
  protected readonly voidReasons = noteVoidReason;
  protected readonly icon = computed(() => iconOf(this.note().type));
  protected readonly closed = computed(() => this.note().class !== 'CONFIDENTIAL');
  protected readonly readers = computed(
    () =>
      this.note()
        .readers?.map(({ name }) => name)
        .join($localize`:@@notes.and:, `) ?? '',
  );
  protected readonly quiet = computed(() => ['VOIDED', 'DRAFT'].includes(this.note().state) || this.note().type === 'ATTEMPT');

  protected can(step: NoteStep): boolean {
    return this.note().actions.includes(step);
  }
}
