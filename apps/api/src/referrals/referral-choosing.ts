import { Injectable } from '@nestjs/common';
import { type Agreement, agreementGaps } from '@panah/domain/partners/partner.rules';
import type { PartnerKeyState } from '@panah/domain/partners/partner-key.process';
import { RuleBroken } from '@panah/domain/process/process';
import { assertGuardianSaid, assertOffered, inOrder, restrictedIn, wordToTell } from '@panah/domain/referrals/item.rules';
import type { ReferralItem } from '@panah/domain/referrals/package-items';
import type { ReferralGap } from '@panah/domain/vocabulary/referrals';
import type { ReachedCase } from '../cases/case.records';
import { LocationRevealRecords } from '../clients/location-reveal.records';
import type { Partner } from '../partners/partner.entity';
import { PartnerKeyRecords } from '../partners/partner-key.records';
import { PartnerRecords } from '../partners/partner.records';
import { mayOn } from '../platform/access/may-on';
import { pieceOfDocument, pieceOfNeed } from './chosen-pieces';
import { gapOf, PackageDocuments } from './package-documents';
import { PackageSource } from './package-source.records';
import type { Told } from './referral.entity';
import { servicesOpenOn } from './services-open';
import { today } from '../platform/access/today';

type Chosen = Pick<Told, 'items' | 'needIds' | 'documentIds'>;

/** What may be chosen for a referral: a partner that may receive, and things that whoever chooses reads themself. */
@Injectable()
export class ReferralChoosing {
  constructor(
    private readonly partners: PartnerRecords,
    private readonly keys: PartnerKeyRecords,
    private readonly source: PackageSource,
    private readonly documents: PackageDocuments,
    private readonly reveals: LocationRevealRecords,
  ) {}

  /** @throws RuleBroken `service-of-another` for a service for which the reader does not refer (model 5.1, class 30) */
  assertTheirs(file: ReachedCase, service: string): void {
    if (!servicesOpenOn(file, 'referral:create').includes(service))
      throw new RuleBroken('service-of-another', { service }, { service: ['ofAnother'] });
  }

  /** Whoever looks at a preview with an address in it has opened where somebody lives: that is counted, as everywhere (R-AC-03). */
  async countReveal({ items }: Pick<Chosen, 'items'>): Promise<void> {
    if (items.includes('ADDRESS')) await this.reveals.count();
  }

  /** Throws 404 for a partner that is not known here. */
  async assertKnown(partnerId: string): Promise<void> {
    await this.partners.get(partnerId);
  }

  /**
   * R-RE-04: each thing that was ticked can be told to this service, is of this case, and is read by whoever ticks it. Gives the keys of what is restricted.
   * @throws RuleBroken `item-not-offered` with the gaps by item
   */
  async restricted(file: ReachedCase, { items, needIds, documentIds }: Chosen, service: string): Promise<string[]> {
    assertRead(file, items);
    const needs = needIds.length ? await this.source.needs(file, needIds) : [];
    const documents = await this.documents.known(file, documentIds);
    if (needs.length !== needIds.length) throw notOffered([['needIds', 'unknown']]);
    if (documents.length !== documentIds.length) throw notOffered([['documentIds', 'unknown']]);
    const stuck = documents.flatMap((each) => gapOf(each) ?? []);
    if (stuck.length) throw notOffered(stuck.map((gap) => ['documentIds', gap]));
    const choice = {
      items: inOrder(items),
      needs: needs.map(pieceOfNeed),
      documents: documents.map(pieceOfDocument),
    };
    assertOffered(choice, service);
    return restrictedIn(choice);
  }

  /** @throws RuleBroken `guardian-unsaid` where somebody who may be a minor is told of without who cares for them, or it is ticked without words */
  async assertGuardianSaid(file: ReachedCase, { items, words }: Told): Promise<void> {
    assertGuardianSaid(items, words.guardian ?? null, await this.source.mayBeMinor(file.clientId, today()));
  }

  /**
   * R-RE-01: an active partner with an agreement in force, which offers the service.
   * @throws RuleBroken `partner-may-not-receive` with what is missing
   */
  async assertReceives(partnerId: string, service: string): Promise<void> {
    const { row } = await this.partners.get(partnerId);
    const gaps = this.gapsOf(row, service, 'CONFIRMED');
    if (gaps.length) throw new RuleBroken('partner-may-not-receive', {}, { partnerId: gaps });
  }

  /** Why nothing can be sent to a partner now; empty when something can. */
  gapsOf(partner: Agreement & Pick<Partner, 'state' | 'services'>, service: string, key: PartnerKeyState | null): ReferralGap[] {
    return [
      ...(partner.services.includes(service) ? [] : (['NOT_OFFERED'] as const)),
      ...(partner.state === 'ACTIVE' ? [] : (['NOT_ACTIVE'] as const)),
      ...(Object.keys(agreementGaps(partner, today())).length === 0 ? [] : (['AGREEMENT'] as const)),
      ...(key === 'CONFIRMED' ? [] : ([key === 'REGISTERED' ? 'KEY_NOT_CONFIRMED' : 'NO_KEY'] as const)),
    ];
  }

  keysOf(partnerIds: readonly string[]): Promise<Map<string, PartnerKeyState>> {
    return this.keys.statesOf(partnerIds);
  }
}

/** Nobody tells what they do not read. @throws RuleBroken `item-not-offered` */
export function assertRead(file: ReachedCase, items: readonly ReferralItem[]): void {
  const unread = items.filter((item) => !mayOn(wordToTell(item), file));
  if (unread.length) throw notOffered(unread.map((item) => [`items.${item}`, 'NOT_YOURS']));
}

const notOffered = (fields: [string, string][]): RuleBroken =>
  new RuleBroken('item-not-offered', {}, Object.fromEntries(fields.map(([field, gap]) => [field, [gap]])));
