import { Injectable } from '@nestjs/common';
import type {
  ClientHeaderView,
  ClientSearchInput,
  ClientSearchView,
  ClientView,
  ParticularsInput,
  PersonInput,
} from '@panah/contracts/clients.contract';
import { partialDateOf } from '@panah/contracts/partial-date.contract';
import { currentLine } from '../platform/audit/current-line';
import { ClientPartRecords, type OpenParts } from './client-part.records';
import {
  CONTACT_POINTS,
  DEPENDANTS,
  DOCUMENTS,
  NAMES,
  ORGANISATIONAL_NAMES,
  type PartKind,
  RESIDENCES,
  SAFE_CONTACT_PLAN,
} from './client-parts';
import { reachesClient } from './client-reach';
import { ClientSearchRecords } from './client-search.records';
import type { ClientSecrets } from './client.entity';
import { ClientRecords, type OpenClient } from './client.records';
import { clientView, headerView, hitView } from './client.view';
import { NameTokenRecords } from './name-token.records';
import { ownerOf } from './owner';
import { today } from '../platform/access/today';

const SHOWN: readonly PartKind<unknown>[] = [
  NAMES,
  ORGANISATIONAL_NAMES,
  CONTACT_POINTS,
  SAFE_CONTACT_PLAN,
  RESIDENCES,
  DOCUMENTS,
  DEPENDANTS,
];

@Injectable()
export class ClientsService {
  constructor(
    private readonly clients: ClientRecords,
    private readonly parts: ClientPartRecords,
    private readonly searches: ClientSearchRecords,
    private readonly tokens: NameTokenRecords,
  ) {}

  async search({ text }: ClientSearchInput): Promise<ClientSearchView> {
    const { found, typeMore } = await this.searches.search(text);
    return { items: found.map(hitView), typeMore };
  }

  async header(id: string): Promise<ClientHeaderView> {
    const client = await this.clients.get(id, 'client:read');
    return headerView(client, await this.partsOf(client, [CONTACT_POINTS, SAFE_CONTACT_PLAN]), today());
  }

  async read(id: string): Promise<ClientView> {
    const client = await this.clients.get(id, 'client:read');
    return clientView(client, await this.partsOf(client, SHOWN), today());
  }

  async editPerson(id: string, version: number, input: PersonInput): Promise<ClientView> {
    const client = await this.clients.hold(id, 'client:edit');
    const secrets = { ...client.secrets, ...personOf(input) };
    await this.clients.edit(client, version, secrets, input.countryOfStay);
    if (secrets.pseudonym !== client.secrets.pseudonym) await this.tokens.ofPseudonym(ownerOf(client), secrets.pseudonym);
    return this.read(id);
  }

  async editParticulars(
    id: string,
    version: number,
    { genderSelf, fatherGivenName, motherGivenName, nationalities }: ParticularsInput,
  ): Promise<ClientView> {
    const client = await this.clients.hold(id, 'name:edit');
    const particulars = {
      genderSelf: genderSelf ?? null,
      fatherGivenName: fatherGivenName ?? null,
      motherGivenName: motherGivenName ?? null,
      nationalities: nationalities.map(({ country, status }) => ({ country, status })),
    };
    await this.clients.edit(client, version, { ...client.secrets, particulars }, client.row.countryOfStay);
    return this.read(id);
  }

  /** Opens only what the reader may see, and says so in the log. */
  private async partsOf(client: OpenClient, kinds: readonly PartKind<unknown>[]): Promise<OpenParts> {
    const open = kinds.filter(({ read }) => reachesClient(client, read));
    currentLine().opened('PERSON', ...open.map(({ table }) => table.toUpperCase()));
    return this.parts.ofClient(client.row.id, open);
  }
}

function personOf(input: PersonInput): Omit<ClientSecrets, 'displayName' | 'particulars'> {
  const { pseudonym, languages, interpreterNeeded, interpreterGender, interpreterDialect, birthPlace, birthCountry } = input;
  return {
    pseudonym,
    languages: languages.map(({ code, level, speaks, reads }) => ({ code, level: level ?? null, speaks, reads })),
    interpreter: interpreterNeeded ? { gender: interpreterGender ?? null, dialect: interpreterDialect ?? null } : null,
    birth: partialDateOf('birth', input.birth, today()),
    birthPlace: birthPlace || birthCountry ? { name: birthPlace ?? null, country: birthCountry ?? null } : null,
    sexRecorded: input.sexRecorded ?? null,
    literacy: input.literacy ?? null,
    maritalStatus: input.maritalStatus ?? null,
    arrivedOn: partialDateOf('arrivedOn', input.arrivedOn, today()),
    arrivalMode: input.arrivalMode ?? null,
  };
}
