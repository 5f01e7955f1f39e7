import { type NoteView, NoteVoidConfirmationInput, NoteVoidRefusalInput } from '@panah/contracts/notes.contract';
import { noteVoidReason } from '@panah/domain/vocabulary/notes';
import type { FormQuestion } from '../platform/form/form-question';
import { saysCode } from '../platform/form/stale-edits';
import { NOTE_FIELD_TEXTS } from './note-words';
import type { NotesApi } from './notes.api';

/** A coordinator voids a note, and says into which file its text goes in the same act; what is sealed or corrects another cannot move. */
export const voidQuestion = (notes: NotesApi, note: NoteView): FormQuestion<NoteView, NoteVoidConfirmationInput> => ({
  title: $localize`:@@notes.voidTitle:Void this note?`,
  text: $localize`:@@notes.voidText:The author's reason: ${saysCode(noteVoidReason)(note.voidReason)}:reason:. Its text closes for everyone, for good. The line stays.`,
  act: $localize`:@@notes.void:Void`,
  danger: true,
  contract: NoteVoidConfirmationInput,
  texts: NOTE_FIELD_TEXTS,
  fields:
    note.class === 'SEALED' || note.type === 'CORRECTION'
      ? []
      : [
          {
            name: 'moveToCaseRef',
            kind: 'text',
            label: $localize`:@@notes.moveTo:Reference of the right file`,
            hint: $localize`:@@notes.moveToHint:The text then goes there in the same act, with its author and time.`,
            ltr: true,
            optional: true,
          },
        ],
  send: (input, intent) => notes.confirmVoid(note.id, input, intent),
});

/** A coordinator lets a note stand, and says why. */
export const keepQuestion = (notes: NotesApi, { id }: NoteView): FormQuestion<NoteView, NoteVoidRefusalInput> => ({
  title: $localize`:@@notes.keepTitle:Keep this note?`,
  act: $localize`:@@notes.keep:Keep`,
  contract: NoteVoidRefusalInput,
  fields: [{ name: 'explanation', kind: 'area', label: $localize`:@@notes.keepWhy:Why it stays` }],
  send: (input, intent) => notes.refuseVoid(id, input, intent),
});
