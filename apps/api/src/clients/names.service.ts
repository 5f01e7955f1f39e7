import { Injectable } from '@nestjs/common';
import type { NameInput, OrganisationalNameInput } from '@panah/contracts/client-names.contract';
import { partialDateOf } from '@panah/contracts/partial-date.contract';
import { scriptCodeOf } from './admitted-names';
import { ClientPartRecords } from './client-part.records';
import { NAMES, ORGANISATIONAL_NAMES } from './client-parts';
import type { NameSecrets, OrganisationalNameSecrets } from './client.entity';
import { ClientRecords, type OpenClient } from './client.records';
import { displayNameOf } from './display-name';
import { NameTokenRecords } from './name-token.records';
import { ownerOf } from './owner';
import { today } from '../platform/access/today';

/** Names, and what follows from them: the name in use, and where the search finds the client. */
@Injectable()
export class NamesService {
  constructor(
    private readonly clients: ClientRecords,
    private readonly parts: ClientPartRecords,
    private readonly tokens: NameTokenRecords,
  ) {}

  async add(clientId: string, input: NameInput): Promise<void> {
    const client = await this.clients.hold(clientId, 'name:edit');
    const name = nameOf(input);
    const id = await this.parts.add(NAMES, ownerOf(client), name);
    await this.settle(client, id, name);
  }

  async edit(clientId: string, id: string, version: number, input: NameInput): Promise<void> {
    const client = await this.clients.hold(clientId, 'name:edit');
    const name = nameOf(input);
    await this.parts.edit(NAMES, await this.parts.hold(NAMES, clientId, id), version, name);
    await this.settle(client, id, name);
  }

  async remove(clientId: string, id: string, version: number): Promise<void> {
    const client = await this.clients.hold(clientId, 'name:edit');
    await this.parts.remove(NAMES, await this.parts.hold(NAMES, clientId, id), version);
    await this.tokens.clear(clientId, id);
    await this.showNameInUse(client);
  }

  async addOrganisational(clientId: string, input: OrganisationalNameInput): Promise<void> {
    const client = await this.clients.hold(clientId, 'location:edit');
    await this.parts.add(ORGANISATIONAL_NAMES, ownerOf(client), organisationalNameOf(input));
  }

  async editOrganisational(clientId: string, id: string, version: number, input: OrganisationalNameInput): Promise<void> {
    await this.clients.hold(clientId, 'location:edit');
    await this.parts.edit(
      ORGANISATIONAL_NAMES,
      await this.parts.hold(ORGANISATIONAL_NAMES, clientId, id),
      version,
      organisationalNameOf(input),
    );
  }

  async removeOrganisational(clientId: string, id: string, version: number): Promise<void> {
    await this.clients.hold(clientId, 'location:edit');
    await this.parts.remove(ORGANISATIONAL_NAMES, await this.parts.hold(ORGANISATIONAL_NAMES, clientId, id), version);
  }

  private async settle(client: OpenClient, id: string, name: NameSecrets): Promise<void> {
    await this.tokens.ofName(ownerOf(client), id, name);
    if (name.inUse) await this.giveWay(client, id, name.script);
    await this.showNameInUse(client);
  }

  /** One name of a script is in use. */
  private async giveWay(client: OpenClient, id: string, script: string): Promise<void> {
    const names = (await this.parts.ofClient(client.row.id, [NAMES])).of(NAMES);
    const others = names.filter(({ row, secrets }) => row.id !== id && secrets.inUse && secrets.script === script);
    for (const other of others) await this.parts.edit(NAMES, other, other.row.version, { ...other.secrets, inUse: false });
  }

  private async showNameInUse(client: OpenClient): Promise<void> {
    const names = (await this.parts.ofClient(client.row.id, [NAMES])).of(NAMES).map(({ secrets }) => secrets);
    const displayName = displayNameOf(names);
    if (JSON.stringify(displayName) === JSON.stringify(client.secrets.displayName)) return;
    await this.clients.edit(client, client.row.version, { ...client.secrets, displayName }, client.row.countryOfStay);
  }
}

function nameOf(input: NameInput): NameSecrets {
  const { kind, asWritten, script, given, family, prefix, suffix, romanisation, inUse } = input;
  return {
    kind,
    asWritten,
    script: script ?? scriptCodeOf(asWritten),
    given: given ?? null,
    family: family ?? null,
    prefix: prefix ?? null,
    suffix: suffix ?? null,
    romanisation: romanisation ?? null,
    usedFrom: partialDateOf('usedFrom', input.usedFrom, today()),
    usedTo: partialDateOf('usedTo', input.usedTo, today()),
    inUse,
  };
}

const organisationalNameOf = ({ kind, asWritten, remarks }: OrganisationalNameInput): OrganisationalNameSecrets => ({
  kind,
  asWritten,
  remarks: remarks ?? null,
});
