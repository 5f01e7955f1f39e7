import { Injectable } from '@nestjs/common';
import type { PartnerInput, PartnerListQuery, PartnerListView, PartnerView } from '@panah/contracts/partners.contract';
import { move } from '@panah/domain/process/process';
import { partnerProcess, type PartnerAction, type PartnerStatus } from '@panah/domain/partners/partner.process';
import { assertDaysInOrder, assertMayActivate } from '@panah/domain/partners/partner.rules';
import type { PartnerPlain, PartnerSecrets } from './partner.entity';
import { PartnerRecords } from './partner.records';
import { partnerListView, partnerView } from './partner.view';

@Injectable()
export class PartnersService {
  constructor(private readonly partners: PartnerRecords) {}

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
    return this.read(id);
  }
}

const today = (): string => new Date().toISOString().slice(0, 10);

function plainOf(input: PartnerInput): PartnerPlain {
  const { name, type, country, services, languages } = input;
  return {
    name,
    type,
    country,
    services,
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
