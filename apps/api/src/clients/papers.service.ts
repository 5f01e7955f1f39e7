import { Injectable } from '@nestjs/common';
import type { DependantInput, DocumentInput, ResidenceInput } from '@panah/contracts/client-papers.contract';
import { futureDateOf, partialDateOf } from '@panah/contracts/partial-date.contract';
import { ClientPartRecords, type OpenPart } from './client-part.records';
import { DEPENDANTS, DOCUMENTS, type PartKind, RESIDENCES } from './client-parts';
import type { DependantSecrets, DocumentSecrets, ResidenceSecrets } from './client.entity';
import { ClientRecords } from './client.records';
import { NameTokenRecords } from './name-token.records';
import { ownerOf } from './owner';
import { today } from '../platform/access/today';

/** Papers, dwellings and those who depend on the person. */
@Injectable()
export class PapersService {
  constructor(
    private readonly clients: ClientRecords,
    private readonly parts: ClientPartRecords,
    private readonly tokens: NameTokenRecords,
  ) {}

  async addDocument(clientId: string, input: DocumentInput): Promise<void> {
    const client = await this.clients.hold(clientId, 'identity:edit');
    const document = documentOf(input, null);
    const id = await this.parts.add(DOCUMENTS, ownerOf(client), document);
    await this.tokens.ofDocument(ownerOf(client), id, document.number);
  }

  async editDocument(clientId: string, id: string, version: number, input: DocumentInput): Promise<void> {
    const client = await this.clients.hold(clientId, 'identity:edit');
    const held = await this.parts.hold(DOCUMENTS, clientId, id);
    const document = documentOf(input, held);
    await this.parts.edit(DOCUMENTS, held, version, document);
    await this.tokens.ofDocument(ownerOf(client), id, document.number);
  }

  async removeDocument(clientId: string, id: string, version: number): Promise<void> {
    await this.remove(DOCUMENTS, clientId, id, version);
    await this.tokens.clear(clientId, id);
  }

  async addResidence(clientId: string, input: ResidenceInput): Promise<void> {
    const client = await this.clients.hold(clientId, 'location:edit');
    await this.parts.add(RESIDENCES, ownerOf(client), residenceOf(input));
  }

  async editResidence(clientId: string, id: string, version: number, input: ResidenceInput): Promise<void> {
    await this.edit(RESIDENCES, clientId, id, version, residenceOf(input));
  }

  async removeResidence(clientId: string, id: string, version: number): Promise<void> {
    await this.remove(RESIDENCES, clientId, id, version);
  }

  async addDependant(clientId: string, input: DependantInput): Promise<void> {
    const client = await this.clients.hold(clientId, 'client:edit');
    await this.parts.add(DEPENDANTS, ownerOf(client), dependantOf(input));
  }

  async editDependant(clientId: string, id: string, version: number, input: DependantInput): Promise<void> {
    await this.edit(DEPENDANTS, clientId, id, version, dependantOf(input));
  }

  async removeDependant(clientId: string, id: string, version: number): Promise<void> {
    await this.remove(DEPENDANTS, clientId, id, version);
  }

  private async edit<S>(kind: PartKind<S>, clientId: string, id: string, version: number, secrets: S): Promise<void> {
    await this.clients.hold(clientId, kind.edit);
    await this.parts.edit(kind, await this.parts.hold(kind, clientId, id), version, secrets);
  }

  private async remove<S>(kind: PartKind<S>, clientId: string, id: string, version: number): Promise<void> {
    await this.clients.hold(clientId, kind.edit);
    await this.parts.remove(kind, await this.parts.hold(kind, clientId, id), version);
  }
}

/** Number, place and remarks that were not sent stay: who corrects the rest need not open them. */
function documentOf(input: DocumentInput, before: OpenPart<DocumentSecrets> | null): DocumentSecrets {
  const { docType, possession, verification } = input;
  return {
    docType,
    possession,
    verification,
    number: input.number ?? before?.secrets.number ?? null,
    issuingCountry: input.issuingCountry ?? null,
    issuingPlace: input.issuingPlace ?? before?.secrets.issuingPlace ?? null,
    issuedOn: partialDateOf('issuedOn', input.issuedOn, today()),
    expiresOn: futureDateOf('expiresOn', input.expiresOn),
    nameAsShown: input.nameAsShown ?? null,
    birthAsShown: partialDateOf('birthAsShown', input.birthAsShown && { ...input.birthAsShown, basis: 'DOCUMENT' }, today()),
    remarks: input.remarks ?? before?.secrets.remarks ?? null,
  };
}

function residenceOf(input: ResidenceInput): ResidenceSecrets {
  const { country, city, address, knownTo, safety, remarks } = input;
  return {
    country,
    knownTo,
    safety,
    city: city ?? null,
    address: address ?? null,
    remarks: remarks ?? null,
    from: partialDateOf('from', input.from, today()),
    to: partialDateOf('to', input.to, today()),
  };
}

function dependantOf({ name, relation, birth, livesWith, remarks }: DependantInput): DependantSecrets {
  return { name, relation, birth: partialDateOf('birth', birth, today()), livesWith, remarks: remarks ?? null };
}
