import { Component, inject } from '@angular/core';
import { Consents } from '../consents/consents.part';
import { OpenFile } from './open-file';

/** What the person agreed to, as the consents' room shows it. */
@Component({
  selector: 'app-file-consents',
  imports: [Consents],
  template: `
    @if (open.case(); as file) {
      <app-consents [caseId]="file.id" />
    }
  `,
})
export class FileConsents {
  protected readonly open = inject(OpenFile);
}
