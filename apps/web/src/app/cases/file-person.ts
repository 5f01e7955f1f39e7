import { Component, inject } from '@angular/core';
import { ClientPerson } from '../clients/client-person.part';
import { OpenFile } from './open-file';

/** The person, as the clients' room shows them. */
@Component({
  selector: 'app-file-person',
  imports: [ClientPerson],
  template: `
    @if (open.clientId(); as id) {
      <app-client-person [clientId]="id" />
    }
  `,
})
export class FilePerson {
  protected readonly open = inject(OpenFile);
}
