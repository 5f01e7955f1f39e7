import { inject, Injectable } from '@angular/core';
import type {
  NoteInput,
  NoteReadersView,
  NoteView,
  NoteVoidConfirmationInput,
  NoteVoidInput,
  NoteVoidRefusalInput,
} from '@panah/contracts/notes.contract';
import type { TimelineView } from '@panah/contracts/timeline.contract';
import type { TimelineKind } from '@panah/domain/timeline/timeline-kinds';
import { Api, type Intent } from '../platform/http/api';

const notePath = (id: string) => `/api/notes/${id}`;
const onCase = (caseId: string, what: string) => `/api/cases/${caseId}/${what}`;

/** What the timeline is narrowed to: a kind of line, or one type of note. */
export interface TimelineFilter {
  kind?: TimelineKind;
  type?: string;
}

/** The address of a page of the timeline. Kinds and types are codes; nothing anybody wrote stands in an address. */
export function timelinePath(caseId: string, filter: TimelineFilter, cursor: string | null = null): string {
  const asked = new URLSearchParams({ ...filter, ...(cursor ? { cursor } : {}) }).toString();
  return asked ? `${onCase(caseId, 'timeline')}?${asked}` : onCase(caseId, 'timeline');
}

/** What the timeline asks of the server. */
@Injectable({ providedIn: 'root' })
export class NotesApi {
  private readonly api = inject(Api);

  page(caseId: string, filter: TimelineFilter, cursor: string | null): Promise<TimelineView> {
    return this.api.read(timelinePath(caseId, filter, cursor));
  }

  readers(caseId: string): Promise<NoteReadersView> {
    return this.api.read(onCase(caseId, 'note-readers'));
  }

  read(id: string): Promise<NoteView> {
    return this.api.read(notePath(id));
  }

  /** Signed in one act. */
  write(caseId: string, input: NoteInput, intent: Intent): Promise<NoteView> {
    return this.api.post(onCase(caseId, 'notes'), input, intent);
  }

  draft(caseId: string, input: NoteInput): Promise<NoteView> {
    return this.api.post(onCase(caseId, 'note-drafts'), input);
  }

  save(note: NoteView, input: NoteInput): Promise<NoteView> {
    return this.api.replace(notePath(note.id), input, note.version);
  }

  sign(note: NoteView, input: NoteInput, intent: Intent): Promise<NoteView> {
    return this.api.step(`${notePath(note.id)}/signature`, input, note.version, intent);
  }

  discard(note: NoteView): Promise<unknown> {
    return this.api.remove(notePath(note.id), note.version);
  }

  askVoid(id: string, input: NoteVoidInput): Promise<NoteView> {
    return this.api.post(`${notePath(id)}/void-request`, input);
  }

  confirmVoid(id: string, input: NoteVoidConfirmationInput, intent: Intent): Promise<NoteView> {
    return this.api.post(`${notePath(id)}/void-confirmation`, input, intent);
  }

  refuseVoid(id: string, input: NoteVoidRefusalInput, intent: Intent): Promise<NoteView> {
    return this.api.post(`${notePath(id)}/void-refusal`, input, intent);
  }
}
