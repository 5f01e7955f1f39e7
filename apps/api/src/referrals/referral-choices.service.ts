import { Injectable } from '@nestjs/common';
import type {
  ItemChoiceView,
  PartnerChoiceView,
  ReferralChoicesQuery,
  ReferralChoicesView,
} from '@panah/contracts/referral-choices.contract';
import { heldFor, type StandingConsent } from '@panah/domain/consents/consent.rules';
import { gapOfItem, isRestrictedItem, wordToTell } from '@panah/domain/referrals/item.rules';
import { REFERRAL_ITEMS, type ReferralItem } from '@panah/domain/referrals/package-items';
import { rankPartners, type Wish } from '@panah/domain/referrals/partner-rank';
import { CaseRecords, type ReachedCase } from '../cases/case.records';
import { Grants } from '../consents/grants.records';
import { PartnerRecords } from '../partners/partner.records';
import { mayOn } from '../platform/access/may-on';
import { StaffRecords } from '../staff/staff.records';
import { ChoiceRecords } from './choice.records';
import { purposeOf } from './purpose-of';
import { ReferralChoosing } from './referral-choosing';
import { type Offered, ReferralOffers } from './referral-offers';
import type { Referral } from './referral.entity';
import { heldView } from './referral.view';

type Present = Offered['present'];

/** More than any organisation works with: whoever is ranked is ranked among all. */
const MOST_PARTNERS = 2000;

/** Everything one needs to send a referral on one page: partners ranked, and what may be ticked for each. */
@Injectable()
export class ReferralChoicesService {
  constructor(
    private readonly cases: CaseRecords,
    private readonly partners: PartnerRecords,
    private readonly choosing: ReferralChoosing,
    private readonly records: ChoiceRecords,
    private readonly grants: Grants,
    private readonly offers: ReferralOffers,
    private readonly staff: StaffRecords,
  ) {}

  async of(caseId: string, { service, kind = 'REFERRAL' }: ReferralChoicesQuery): Promise<ReferralChoicesView> {
    const file = await this.cases.reachable(caseId, 'referral:create');
    if (service) this.choosing.assertTheirs(file, service);
    const { needs, documents, present } = await this.offers.of(file);
    const languages = await this.records.languagesOf(file.clientId);
    const partners = service ? await this.ranked(file, { service, country: file.country, languages }, purposeOf(kind), present) : [];
    return { id: caseId, partners, needs, documents, languages };
  }

  private async ranked(file: ReachedCase, wish: Wish, purpose: Referral['purpose'], present: Present): Promise<PartnerChoiceView[]> {
    const said = await this.grants.said(file.clientId, purpose);
    const usualOn = await this.offers.usualOf(
      file,
      said.map((each) => each.id),
    );
    const { timeZone } = await this.staff.officeOf(file.officeId);
    return rankPartners(await this.offering(wish.service), wish).map(({ partner, reasons }) => {
      const { id, name, country, languages, gaps } = partner;
      const consent = heldFor(said, { clientId: file.clientId, purpose, recipient: id, at: new Date() });
      const usual = usualOn(consent?.id ?? null);
      const items = REFERRAL_ITEMS.map((item) => this.item(item, wish.service, file, { present, usual }, consent));
      return {
        id,
        name,
        country,
        languages: [...languages],
        reasons,
        mayReceive: gaps.length === 0,
        gaps,
        consent: consent && heldView(consent, timeZone),
        items,
      };
    });
  }

  /** Partners that offer a service and with whom the work has not ended. */
  private async offering(service: string) {
    const rows = (await this.partners.list({ service, limit: MOST_PARTNERS })).rows.filter(({ state }) => state !== 'ENDED');
    const keys = await this.choosing.keysOf(rows.map(({ id }) => id));
    const answers = await this.records.answersFor(service);
    return rows.map((row) => {
      const gaps = this.choosing.gapsOf(row, service, keys.get(row.id) ?? null);
      const { inHand = 0, medianHours = null } = answers.get(row.id) ?? {};
      const { id, name, country, services, languages } = row;
      return {
        id,
        name,
        country,
        services,
        languages,
        places: row.places[service] ?? null,
        inHand,
        medianHours,
        mayReceive: gaps.length === 0,
        gaps,
      };
    });
  }

  private item(
    item: ReferralItem,
    service: string,
    file: ReachedCase,
    { present, usual }: { present: Present; usual: readonly ReferralItem[] },
    consent: StandingConsent | null,
  ): ItemChoiceView {
    const mine = mayOn(wordToTell(item), file) ? null : 'NOT_YOURS';
    const why = gapOfItem(item, service) ?? mine ?? (present[item] === false ? 'NOTHING_RECORDED' : null);
    return {
      item,
      usual: usual.includes(item),
      covered: consent?.scope.includes(item) ?? false,
      restricted: isRestrictedItem(item),
      why,
    };
  }
}
