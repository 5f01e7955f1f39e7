import { Injectable } from '@nestjs/common';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound } from '../platform/errors/problem';
import { Sealer } from '../platform/sealing/sealer';
import { ClientPartRecords } from './client-part.records';
import { CONTACT_POINTS, DEPENDANTS, RESIDENCES, SAFE_CONTACT_PLAN } from './client-parts';
import {
  clientPlace,
  type ClientSecrets,
  type ContactPointSecrets,
  type DependantSecrets,
  type PlanSecrets,
  type ResidenceSecrets,
} from './client.entity';

const PERSON = { name: 'client-facts.person', text: 'select sealed, seal_version as "sealVersion" from client where id = $1' };

/** What is known of a client, for what tells a part of it on their own word. The caller has reached the client, or acts for their office. */
@Injectable()
export class ClientFacts {
  constructor(
    private readonly sealer: Sealer,
    private readonly parts: ClientPartRecords,
  ) {}

  async person(clientId: string): Promise<ClientSecrets> {
    const row = await currentWork().row<{ sealed: Buffer; sealVersion: number }>(PERSON, [clientId]);
    if (!row) throw notFound();
    currentLine().opened('PERSON');
    return this.sealer.open<ClientSecrets>(clientPlace(clientId, row.sealVersion), row.sealed);
  }

  /** Oldest first. */
  async residences(clientId: string): Promise<ResidenceSecrets[]> {
    currentLine().opened('LOCATION');
    return (await this.parts.ofClient(clientId, [RESIDENCES])).of(RESIDENCES).map(({ secrets }) => secrets);
  }

  async dependants(clientId: string): Promise<DependantSecrets[]> {
    return (await this.parts.ofClient(clientId, [DEPENDANTS])).of(DEPENDANTS).map(({ secrets }) => secrets);
  }

  async contact(clientId: string): Promise<{ points: ContactPointSecrets[]; plan: PlanSecrets | null }> {
    currentLine().opened('CONTACT');
    const parts = await this.parts.ofClient(clientId, [CONTACT_POINTS, SAFE_CONTACT_PLAN]);
    return { points: parts.of(CONTACT_POINTS).map(({ secrets }) => secrets), plan: parts.of(SAFE_CONTACT_PLAN)[0]?.secrets ?? null };
  }
}
