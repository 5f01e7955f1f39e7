import { Injectable } from '@nestjs/common';
import type {
  ContactRevealInput,
  ContactRevealView,
  ContactUseView,
  DuressWordView,
  LocationRevealInput,
} from '@panah/contracts/client-contact.contract';
import type { IdentityRevealView, LocationRevealView } from '@panah/contracts/client-papers.contract';
import type { ParticularsView } from '@panah/contracts/clients.contract';
import { assertUsable, contactWarnings, isWithheld } from '@panah/domain/clients/contact.rules';
import type { Word } from '@panah/domain/access/access-table';
import { currentLine } from '../platform/audit/current-line';
import { notFound } from '../platform/errors/problem';
import { ClientPartRecords, type OpenParts } from './client-part.records';
import { CONTACT_POINTS, DOCUMENTS, DURESS_WORD, ORGANISATIONAL_NAMES, type PartKind, RESIDENCES, SAFE_CONTACT_PLAN } from './client-parts';
import { residenceView, revealedDocument } from './client-papers.view';
import { reachesClient } from './client-reach';
import { ClientRecords, type OpenClient } from './client.records';
import { organisationalNameView, particularsView, planView } from './client.view';
import { LocationRevealRecords } from './location-reveal.records';
import { today } from '../platform/access/today';

/** What lies behind a press: contact with a reason; location with a reason, a fresh sign-in, ten an hour (R-AC-03). */
@Injectable()
export class RevealsService {
  constructor(
    private readonly clients: ClientRecords,
    private readonly parts: ClientPartRecords,
    private readonly locations: LocationRevealRecords,
  ) {}

  async contact(id: string, { reason }: ContactRevealInput): Promise<ContactRevealView> {
    const opened = await this.open(id, 'contact:reveal', 'contact:reveal', reason, [CONTACT_POINTS, SAFE_CONTACT_PLAN]);
    const [plan] = opened.of(SAFE_CONTACT_PLAN);
    const points = opened.of(CONTACT_POINTS).map(({ row, secrets }) => ({
      id: row.id,
      channel: secrets.channel,
      value: isWithheld(secrets, reason) ? null : secrets.value,
    }));
    return { points, plan: plan ? planView(plan) : null };
  }

  /** R-RI-07: one point, to be used now. What may not be used is refused, and the attempt stands in the log. */
  async use(id: string, pointId: string, { reason }: ContactRevealInput): Promise<ContactUseView> {
    const opened = await this.open(id, 'contact:use', 'contact:reveal', reason, [CONTACT_POINTS, SAFE_CONTACT_PLAN]);
    const point = opened.of(CONTACT_POINTS).find(({ row }) => row.id === pointId);
    currentLine().about('contact_point', pointId, { clientId: id });
    if (!point) throw notFound();
    assertUsable(point.secrets);
    const [plan] = opened.of(SAFE_CONTACT_PLAN);
    const { channel, value, conditions } = point.secrets;
    return { id: pointId, channel, value, conditions, warnings: contactWarnings(plan?.secrets ?? null, point.secrets, today()) };
  }

  async identity(id: string, { reason }: ContactRevealInput): Promise<IdentityRevealView> {
    const opened = await this.open(id, 'contact:reveal', 'identity:read', reason, [DOCUMENTS]);
    return { documents: opened.of(DOCUMENTS).map(revealedDocument) };
  }

  async particulars(id: string, { reason }: ContactRevealInput): Promise<ParticularsView> {
    const client = await this.reach(id, 'contact:reveal', 'name:read');
    currentLine().because(reason).opened('PARTICULARS');
    return particularsView(client);
  }

  async location(id: string, { reason }: LocationRevealInput): Promise<LocationRevealView> {
    const opened = await this.open(id, 'location:reveal', 'location:reveal', reason, [RESIDENCES, ORGANISATIONAL_NAMES]);
    return {
      residences: opened.of(RESIDENCES).map(residenceView),
      organisationalNames: opened.of(ORGANISATIONAL_NAMES).map(organisationalNameView),
    };
  }

  async duressWord(id: string, { reason }: LocationRevealInput): Promise<DuressWordView> {
    const [held] = (await this.open(id, 'duress:reveal', 'duress:reveal', reason, [DURESS_WORD])).of(DURESS_WORD);
    if (!held) throw notFound();
    return { version: held.row.version, word: held.secrets.word };
  }

  private async open(id: string, word: Word, also: Word, reason: string, kinds: readonly PartKind<unknown>[]): Promise<OpenParts> {
    await this.reach(id, word, also);
    currentLine()
      .because(reason)
      .opened(...kinds.map(({ table }) => table.toUpperCase()));
    if (kinds.some(({ compartment }) => compartment === 'location')) await this.locations.count();
    return this.parts.ofClient(id, kinds);
  }

  /** Out of reach of either word reads as no such client. */
  private async reach(id: string, word: Word, also: Word): Promise<OpenClient> {
    const client = await this.clients.get(id, word);
    if (!reachesClient(client, word) || !reachesClient(client, also)) throw notFound();
    return client;
  }
}
