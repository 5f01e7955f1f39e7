import { Component, inject } from '@angular/core';
import { CaseReferrals } from '../referrals/case-referrals.part';
import { OpenFile } from './open-file';

/** What of the file is lent to partners, as the room of referrals shows it. */
@Component({
  selector: 'app-file-referrals',
  imports: [CaseReferrals],
  template: `
    @if (open.case(); as file) {
      <app-case-referrals [caseId]="file.id" />
    }
  `,
})
export class FileReferrals {
  protected readonly open = inject(OpenFile);
}
