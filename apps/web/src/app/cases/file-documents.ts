import { Component, inject } from '@angular/core';
import { Documents } from '../documents/documents.part';
import { OpenFile } from './open-file';

/** The documents, as their own room shows them. */
@Component({
  selector: 'app-file-documents',
  imports: [Documents],
  template: `
    @if (open.case(); as file) {
      <app-documents [caseId]="file.id" />
    }
  `,
})
export class FileDocuments {
  protected readonly open = inject(OpenFile);
}
