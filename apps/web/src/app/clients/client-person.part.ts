import { httpResource } from '@angular/common/http';
import { Component, inject, input } from '@angular/core';
import type { ClientView } from '@panah/contracts/clients.contract';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { ProblemTexts } from '../platform/problem/problem-texts';
import { CLIENT_PROBLEMS } from './client.texts';
import { clientPath } from './clients.api';
import { ContactPanel } from './contact-panel';
import { DependantsPanel } from './dependants-panel';
import { DocumentsPanel } from './documents-panel';
import { LocationPanel } from './location-panel';
import { NamesPanel } from './names-panel';
import { PersonPanel } from './person-panel';

/** The person tab of a file: who they are, how they are reached, their papers, where they live. What is not open to the reader is not there. */
@Component({
  selector: 'app-client-person',
  imports: [ContactPanel, DependantsPanel, DocumentsPanel, LocationPanel, NamesPanel, PersonPanel, ProblemNotice],
  template: `
    @if (client.hasValue()) {
      @let view = client.value();
      <div class="two end-space">
        <div class="stack">
          <app-person-panel [client]="view" (changed)="client.set($event)" />
          @if (view.names) {
            <app-names-panel [client]="view" [names]="view.names" (changed)="client.set($event)" />
          }
          @if (view.documents) {
            <app-documents-panel [client]="view" [documents]="view.documents" (changed)="client.set($event)" />
          }
        </div>
        <div class="stack">
          @if (view.contactPoints) {
            <app-contact-panel [client]="view" [points]="view.contactPoints" (changed)="client.set($event)" />
          }
          @if (view.residences) {
            <app-location-panel [client]="view" [residences]="view.residences" (changed)="client.set($event)" />
          }
          <app-dependants-panel [client]="view" (changed)="client.set($event)" />
        </div>
      </div>
    } @else if (client.error(); as error) {
      <app-problem [problem]="error" [repeatable]="true" (again)="client.reload()" />
    } @else {
      <div class="panel panel-body stack" aria-busy="true">
        <span class="bone" aria-hidden="true"></span><span class="bone" aria-hidden="true"></span>
      </div>
    }
  `,
  styles:
    ':host { display: block; padding-block-start: var(--s4) } .two { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr)); gap: var(--s5); align-items: start }',
})
export class ClientPerson {
  readonly clientId = input.required<string>();
  protected readonly client = httpResource<ClientView>(() => clientPath(this.clientId()));

  constructor() {
    inject(ProblemTexts).add(CLIENT_PROBLEMS);
  }
}
