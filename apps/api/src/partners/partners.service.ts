import { Injectable } from '@nestjs/common';
import type { PartnerInput, PartnerListQuery, PartnerListView, PartnerView } from '@panah/contracts/partners.contract';
import { move } from '@panah/domain/process/process';
import { partnerProcess, type PartnerAction, type PartnerStatus } from '@panah/domain/partners/partner.process';
import { assertDaysInOrder, assertMayActivate } from '@panah/domain/partners/partner.rules';
import { SessionRecords } from '../platform/session/session.records';
import { AccountRecords } from '../staff/account.records';
import type { PartnerPlain, PartnerSecrets } from './partner.entity';
import { PartnerRecords } from './partner.records';
import { partnerListView, partnerView } from './partner.view';
import { StopsWithPartner } from './stops-with-partner.records';
import { today } from '../platform/access/today';

@Injectable()
export class PartnersService {
  constructor(
    private readonly partners: PartnerRecords,
    private readonly accounts: AccountRecords,
    private readonly sessions: SessionRecords,
    private readonly stops: StopsWithPartner,
  ) {}

  async list(query: PartnerListQuery): Promise<PartnerListView> {
    return partnerListView(await this.partners.list(query));
  }

  async read(id: string): Promise<PartnerView> {
    return partnerView(await this.partners.get(id));
  }

  async create(input: PartnerInput): Promise<PartnerView> {
    assertDaysInOrder(plainOf(input));
    return this.read(await this.partners.add(plainOf(input), secretsOf(input)));
  }

  async edit(id: string, version: number, input: PartnerInput): Promise<PartnerView> {
    assertDaysInOrder(plainOf(input));
    const partner = await this.partners.hold(id);
    if (partner.row.state === 'ACTIVE') assertMayActivate(plainOf(input), today());
    await this.partners.edit(partner, version, plainOf(input), secretsOf(input));
    return this.read(id);
  }

  async step(id: string, event: PartnerAction, reason: string | null = null): Promise<PartnerView> {
    const partner = await this.partners.hold(id);
    const to = move(partnerProcess, partner.row.state as PartnerStatus, event);
    if (to === 'ACTIVE') assertMayActivate(partner.row, today());
    await this.partners.move(partner, event, to, reason);
    if (to !== 'ACTIVE') await this.close(id);
    return this.read(id);
  }

  /** The door closes by itself with the next request of its people; what they had open, or was sent to them, does not come back with the partner. */
  private async close(partnerId: string): Promise<void> {
    await this.stops.tell(partnerId);
    for (const { row } of await this.accounts.ofPartner(partnerId)) await this.sessions.endAllOf(row.id, 'SUSPENDED');
  }
}

function plainOf(input: PartnerInput): PartnerPlain {
  const { name, type, country, services, languages } = input;
  return {
    name,
    type,
    country,
    services,
    places: Object.fromEntries((input.places ?? []).map(({ service, people }) => [service, people])),
    languages,
    agreementSignedOn: input.agreementSignedOn ?? null,
    agreementValidTo: input.agreementValidTo ?? null,
    transferMechanism: input.transferMechanism ?? null,
    securityCheckedOn: input.securityCheckedOn ?? null,
  };
}

function secretsOf({ contacts, remarks }: PartnerInput): PartnerSecrets {
  return {
    contacts: contacts.map(({ name, task, reachedBy }) => ({ name, task: task ?? null, reachedBy: reachedBy ?? null })),
    remarks: remarks ?? null,
  };
}
