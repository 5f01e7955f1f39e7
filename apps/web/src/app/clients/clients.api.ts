import { inject, Injectable, signal } from '@angular/core';
import type { ContactRevealView, ContactUseView, DuressWordView } from '@panah/contracts/client-contact.contract';
import type { IdentityRevealView, LocationRevealView } from '@panah/contracts/client-papers.contract';
import type { ClientSearchView, ClientView, ParticularsView } from '@panah/contracts/clients.contract';
import { Api, type Intent } from '../platform/http/api';

const CLIENTS = '/api/clients';

/** Lines of a file, as the server's addresses name them. */
export type Lines = 'names' | 'organisational-names' | 'contact-points' | 'documents' | 'residences' | 'dependants';

export const clientPath = (id: string) => `${CLIENTS}/${id}`;

/** What the pages of a client's file ask of the server. */
@Injectable({ providedIn: 'root' })
export class ClientsApi {
  private readonly api = inject(Api);
  /** Moves when a file was changed on this page: the header reads itself again. */
  readonly changes = signal(0);

  search(text: string): Promise<ClientSearchView> {
    return this.api.search(`${CLIENTS}/search`, { text });
  }

  read(id: string): Promise<ClientView> {
    return this.api.read(clientPath(id));
  }

  /** `what`: '' for the person, 'particulars', 'safe-contact-plan', 'duress-word'. */
  replace(id: string, what: string, input: object, version: number): Promise<ClientView> {
    return this.changed(this.api.replace(what ? `${clientPath(id)}/${what}` : clientPath(id), input, version));
  }

  add(id: string, lines: Lines, input: object, intent: Intent): Promise<ClientView> {
    return this.changed(this.api.post(`${clientPath(id)}/${lines}`, input, intent));
  }

  edit(id: string, lines: Lines, line: string, input: object, version: number): Promise<ClientView> {
    return this.changed(this.api.replace(`${clientPath(id)}/${lines}/${line}`, input, version));
  }

  remove(id: string, lines: Lines, line: string, version: number): Promise<ClientView> {
    return this.changed(this.api.step(`${clientPath(id)}/${lines}/${line}/removal`, {}, version));
  }

  contact(id: string, reason: string): Promise<ContactRevealView> {
    return this.api.post(`${clientPath(id)}/contact/reveal`, { reason });
  }

  /** R-RI-07: one way of contact, to be used now. */
  use(id: string, pointId: string, reason: string): Promise<ContactUseView> {
    return this.api.post(`${clientPath(id)}/contact-points/${pointId}/use`, { reason });
  }

  documents(id: string, reason: string): Promise<IdentityRevealView> {
    return this.api.post(`${clientPath(id)}/documents/reveal`, { reason });
  }

  particulars(id: string, reason: string): Promise<ParticularsView> {
    return this.api.post(`${clientPath(id)}/particulars/reveal`, { reason });
  }

  location(id: string, reason: string): Promise<LocationRevealView> {
    return this.api.post(`${clientPath(id)}/location/reveal`, { reason });
  }

  duressWord(id: string, reason: string): Promise<DuressWordView> {
    return this.api.post(`${clientPath(id)}/duress-word/reveal`, { reason });
  }

  private async changed<T>(answer: Promise<T>): Promise<T> {
    const view = await answer;
    this.changes.update((count) => count + 1);
    return view;
  }
}
