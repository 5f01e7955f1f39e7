import { Component, inject } from '@angular/core';
import { SessionStore } from '../platform/session/session-store';
import { Certificates } from '../reintegration/certificates.part';
import { HelpGiven } from '../reintegration/help.part';
import { Outcomes } from '../reintegration/outcomes.part';
import { OpenFile } from './open-file';

/** How life goes, what help was given, and certificates. */
@Component({
  selector: 'app-file-independence',
  imports: [Certificates, HelpGiven, Outcomes],
  template: `
    @if (open.id(); as id) {
      <app-outcomes [caseId]="id" />
      @if (session.may('help:read')) {
        <app-help-given class="unprinted" [caseId]="id" />
      }
      @if (session.may('certificate:read')) {
        <app-certificates class="unprinted" [caseId]="id" />
      }
    }
  `,
  host: { class: 'stack roomy' },
})
export class FileIndependence {
  protected readonly open = inject(OpenFile);
  protected readonly session = inject(SessionStore);
}
