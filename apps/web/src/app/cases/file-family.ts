import { Component, inject } from '@angular/core';
import { CaseWishes } from '../family/case-wishes.part';
import { OpenFile } from './open-file';

/** Whom the client wishes to find, as the room of family links shows it. */
@Component({
  selector: 'app-file-family',
  imports: [CaseWishes],
  template: `
    @if (open.case(); as file) {
      <app-case-wishes [caseId]="file.id" />
    }
  `,
})
export class FileFamily {
  protected readonly open = inject(OpenFile);
}
