import { Injectable } from '@nestjs/common';
import type { LocationRevealInput } from '@panah/contracts/client-contact.contract';
import type {
  HousingProviderInput,
  HousingProviderListQuery,
  HousingProviderListView,
  HousingProviderSecretView,
  HousingProviderView,
} from '@panah/contracts/housing-providers.contract';
import { RuleBroken } from '@panah/domain/process/process';
import { LocationRevealRecords } from '../clients/location-reveal.records';
import { Recipients } from '../consents/recipients.records';
import { currentLine } from '../platform/audit/current-line';
import type { ProviderSecrets } from './housing-place.entity';
import { type ProviderPlain, ProviderRecords } from './provider.records';
import { providerLine, providerView } from './unit-views';

/** Who lets us have places. */
@Injectable()
export class ProvidersService {
  constructor(
    private readonly providers: ProviderRecords,
    private readonly recipients: Recipients,
    private readonly reveals: LocationRevealRecords,
  ) {}

  async list(query: HousingProviderListQuery): Promise<HousingProviderListView> {
    const { items, total, next } = await this.providers.list(query);
    return { items: items.map(providerLine), total, next };
  }

  async read(id: string): Promise<HousingProviderView> {
    return providerView(await this.providers.get(id));
  }

  async create(input: HousingProviderInput): Promise<HousingProviderView> {
    const secrets = secretsOf(input, null);
    return this.read(await this.providers.add(await this.plainOf(input, secrets), secrets));
  }

  async edit(id: string, version: number, input: HousingProviderInput): Promise<HousingProviderView> {
    const held = await this.providers.hold(id, 'provider:edit');
    const before = await this.providers.secretsOf(held);
    // what is under a key that the editor has not seen stays; what they have seen they may also clear
    const secrets = secretsOf(input, held.row.safeHouse ? before : null);
    if (held.row.safeHouse !== input.safeHouse && held.row.units > 0)
      throw new RuleBroken('provider-has-units', {}, { safeHouse: ['has-units'] });
    await this.providers.edit(held, version, await this.plainOf(input, secrets), before, secrets);
    return this.read(id);
  }

  /** A safe house: whose it is, is shown with a reason, after a fresh sign-in, ten an hour. */
  async reveal(id: string, { reason }: LocationRevealInput): Promise<HousingProviderSecretView> {
    const provider = await this.providers.get(id, 'provider:reveal');
    currentLine().because(reason).opened('LOCATION');
    await this.reveals.count();
    return { id, ...(await this.providers.secretsOf(provider)) };
  }

  /** A consent names the partner, or the provider by its name: the same words, the same recipient. */
  private async plainOf({ type, country, safeHouse, partnerId }: HousingProviderInput, { name }: ProviderSecrets): Promise<ProviderPlain> {
    if (type === 'SAFE_HOUSE' && !safeHouse) throw new RuleBroken('not-a-safe-house', {}, { safeHouse: ['missing'] });
    if (!name) throw new RuleBroken('provider-incomplete', {}, { name: ['missing'] });
    const [recipient] = await this.recipients.named([partnerId ? { kind: 'PARTNER', partnerId } : { kind: 'ORGANISATION', name }]);
    if (!recipient) throw new RuleBroken('provider-incomplete', {}, { name: ['missing'] });
    return { type, country, safeHouse, recipient: recipient.id, partnerId: partnerId ?? null };
  }
}

function secretsOf({ name, city, contact, agreementRef, remarks }: HousingProviderInput, before: ProviderSecrets | null): ProviderSecrets {
  const said = (words: string | undefined, was: string | null | undefined): string | null => words?.trim() || (was ?? null);
  return {
    name: said(name, before?.name),
    city: said(city, before?.city),
    contact: said(contact, before?.contact),
    agreementRef: said(agreementRef, before?.agreementRef),
    remarks: said(remarks, before?.remarks),
  };
}
