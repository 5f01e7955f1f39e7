import { inject, Injectable } from '@angular/core';
import { Dialogs } from '../platform/dialog/dialogs';
import { DocumentLook, type LookedAt } from './document-look.part';
import { DocumentsApi } from './documents.api';

/** Looks at a document of a file from another room: drawn anew, like everywhere. */
@Injectable({ providedIn: 'root' })
export class DocumentOpening {
  private readonly dialogs = inject(Dialogs);
  private readonly api = inject(DocumentsApi);

  look({ id, title, kind }: { id: string; title: string; kind: string }): void {
    void this.dialogs.open<never, LookedAt>(DocumentLook, { title, kind, content: () => this.api.content(id) }, '4vh');
  }
}
