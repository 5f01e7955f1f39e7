import { Component, inject } from '@angular/core';
import { CaseHousing } from '../housing/case-housing.part';
import { OpenFile } from './open-file';

/** Where the client lives and what is looked for, as the room of housing shows it. */
@Component({
  selector: 'app-file-housing',
  imports: [CaseHousing],
  template: `
    @if (open.case(); as file) {
      <app-case-housing [caseId]="file.id" />
    }
  `,
})
export class FileHousing {
  protected readonly open = inject(OpenFile);
}
