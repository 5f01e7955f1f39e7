import { Component, inject } from '@angular/core';
import { CaseCounselling } from '../counselling/case-counselling.part';
import { OpenFile } from './open-file';

/** Counselling, as its room shows it to this reader. */
@Component({
  selector: 'app-file-counselling',
  imports: [CaseCounselling],
  template: `
    @if (open.case(); as file) {
      <app-case-counselling [caseId]="file.id" />
    }
  `,
})
export class FileCounselling {
  protected readonly open = inject(OpenFile);
}
