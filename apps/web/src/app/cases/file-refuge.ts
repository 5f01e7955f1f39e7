import { Component, inject } from '@angular/core';
import { Refuge } from '../asylum/refuge.part';
import { OpenFile } from './open-file';

/** Claims, deadlines and permits of the person, as their own room shows them. */
@Component({
  selector: 'app-file-refuge',
  imports: [Refuge],
  template: `
    @if (open.case(); as file) {
      <app-refuge [caseId]="file.id" (moved)="open.file.reload()" />
    }
  `,
})
export class FileRefuge {
  protected readonly open = inject(OpenFile);
}
