import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { OnTimeCaseView } from '@panah/contracts/practice-lists.contract';
import { Name } from '../platform/text/name';

/** A file as a report counts it: by its case, and by a name where the reader may know it. */
export type CountedFile = Pick<OnTimeCaseView, 'id' | 'caseRef' | 'name' | 'pseudonym'>;

/** Whose case a line of a report is about, with the way there. */
@Component({
  selector: 'app-case-person',
  imports: [Name, RouterLink],
  template: `
    @let it = row();
    <a class="who" [routerLink]="['/cases', it.id]">
      @if (it.name; as name) {
        <app-name [own]="name.arab" [latin]="name.latin ?? (name.arab ? null : it.pseudonym)" />
      } @else {
        <bdi class="ref">{{ it.caseRef }}</bdi>
      }
    </a>
    @if (it.name) {
      <div class="small muted">
        <bdi class="ref">{{ it.caseRef }}</bdi>
      </div>
    }
  `,
})
export class CasePerson {
  readonly row = input.required<CountedFile>();
}
