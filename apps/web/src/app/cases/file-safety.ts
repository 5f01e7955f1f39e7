import { Component, inject } from '@angular/core';
import { CaseIncidents } from '../incidents/case-incidents.part';
import { RaiseDanger } from '../duty/raise-danger.part';
import { SafetyMeasures } from '../risk/measures.part';
import { Safety } from '../risk/safety.part';
import { OpenFile } from './open-file';

/** How safe the client is, as the rooms of risk, duty and incidents show it. What is not open to the reader is not there. */
@Component({
  selector: 'app-file-safety',
  imports: [CaseIncidents, RaiseDanger, Safety, SafetyMeasures],
  template: `
    @if (open.case(); as file) {
      @if (open.may('raise')) {
        <div class="btns"><app-raise-danger [caseId]="file.id" /></div>
      }
      @if (open.may('read-risk')) {
        <app-safety [caseId]="file.id" (changed)="open.file.reload()" />
      } @else if (open.may('read-measures')) {
        <app-safety-measures [caseId]="file.id" />
      }
      @if (open.may('read-incidents')) {
        <app-case-incidents [caseId]="file.id" />
      }
    }
  `,
  host: { class: 'stack roomy' },
})
export class FileSafety {
  protected readonly open = inject(OpenFile);
}
