import { Component } from '@angular/core';
import { SpecialistQueue } from './specialist-queue.part';

/** What case teams ask of the specialties that the reader holds. */
@Component({
  selector: 'app-queue-page',
  imports: [SpecialistQueue],
  template: `
    <header class="head">
      <div>
        <h1 i18n="@@specialists.title">Requests</h1>
        <p class="sub" i18n="@@specialists.sub">
          A request says a reference, a language, how urgent it is and the question. Whose it is shows once you are on the team.
        </p>
      </div>
    </header>
    <app-specialist-queue />
  `,
})
export class QueuePage {}
