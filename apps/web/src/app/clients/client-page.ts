import { Component, input } from '@angular/core';
import { ClientHeader } from './client-header.part';
import { ClientPerson } from './client-person.part';

/** The person's own page: the same header and the same panels as in the case file. */
@Component({
  selector: 'app-client-page',
  imports: [ClientHeader, ClientPerson],
  template: `<app-client-header [clientId]="clientId()" /><app-client-person [clientId]="clientId()" />`,
})
export class ClientPage {
  readonly clientId = input.required<string>();
}
