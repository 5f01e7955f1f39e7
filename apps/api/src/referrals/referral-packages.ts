import { Injectable } from '@nestjs/common';
import { heldFor, type StandingConsent } from '@panah/domain/consents/consent.rules';
import { mayReceive } from '@panah/domain/partners/partner.rules';
import { RuleBroken } from '@panah/domain/process/process';
import { inOrder, isRestrictedItem } from '@panah/domain/referrals/item.rules';
import { nameScope } from '@panah/domain/referrals/name.rules';
import type { PackageItem } from '@panah/domain/referrals/package-items';
import { sealPackage } from '@panah/sealed-packages/sealed-package';
import type { ReachedCase } from '../cases/case.records';
import { type Grant, Grants } from '../consents/grants.records';
import { PartnerKeyRecords, type PartnerKeyRow } from '../partners/partner-key.records';
import { today } from '../platform/access/today';
import { MailOutbox } from '../platform/mail/mail-outbox.records';
import { PackageContents } from './package-contents';
import { ReferralPackageRecords } from './referral-package.records';
import { Recipients } from './recipient.records';
import type { OpenReferral, Piece, Referral, Told } from './referral.entity';
import { ReferralRecords } from './referral.records';

const DAY = 86_400_000;
/** 180 days, and by no clock more: the database counts them from the beginning of the request, and by its own. */
const LONGEST = 180 * DAY - 600_000;

/** What would be sealed now, on whose word, and until when it may be read. */
export interface Composed {
  items: PackageItem[];
  /** What of it, or of what it is about, a coordinator agrees to under a key. */
  pieces: Piece[];
  consent: StandingConsent | null;
  until: Date;
}

/** How a package comes to be: on a grant, for one partner, to a key whose digits somebody heard; what it says is forgotten here. */
@Injectable()
export class ReferralPackages {
  constructor(
    private readonly packages: ReferralPackageRecords,
    private readonly referrals: ReferralRecords,
    private readonly keys: PartnerKeyRecords,
    private readonly contents: PackageContents,
    private readonly recipients: Recipients,
    private readonly grants: Grants,
    private readonly outbox: MailOutbox,
  ) {}

  /** The consent that holds now for this partner and purpose, whatever its items; null when none does. */
  async consentFor({
    clientId,
    purpose,
    partnerId,
  }: Pick<Referral, 'clientId' | 'purpose' | 'partnerId'>): Promise<StandingConsent | null> {
    const said = await this.grants.said(clientId, purpose);
    return heldFor(said, { clientId, purpose, recipient: partnerId, at: new Date() });
  }

  /** What is told of a file, as it stands now. */
  async compose(referral: OpenReferral, told: Told, file: ReachedCase): Promise<Composed> {
    const consent = await this.consentFor(referral.row);
    const pieces = await this.contents.of(referral, told, file);
    const items = [await this.contents.head(referral, consent), ...pieces.map(({ item }) => item)];
    return { items, pieces, consent, until: untilOf(consent, referral.secrets.viewDays) };
  }

  /** Our words to a question of the partner; what they are about is as the file tells it now. */
  async composeAnswer(referral: OpenReferral, about: readonly string[], text: string, file: ReachedCase): Promise<Composed> {
    const consent = await this.consentFor(referral.row);
    return {
      items: await this.contents.answer(referral, about, text, consent),
      pieces: await this.contents.ofKeys(referral, inOrder(about).filter(isRestrictedItem), file),
      consent,
      until: untilOf(consent, referral.secrets.viewDays),
    };
  }

  /**
   * Seals what a grant covers, and lets the partner know that something waits. The referral is held, and lent by then. Nothing goes to a partner
   * whose agreement has run out since (R-RE-01).
   * @throws RuleBroken `key-not-confirmed`, `partner-may-not-receive`
   */
  async seal(grant: Grant, row: Referral, { items, until: expiresAt }: Pick<Composed, 'items' | 'until'>, sealedBy: string): Promise<void> {
    const key = await this.confirmedKey(row.partnerId);
    if (!(await this.isInForce(row.partnerId))) throw new RuleBroken('partner-may-not-receive', {}, { partnerId: ['AGREEMENT'] });
    const route = { sender: row.orgId, recipient: grant.recipient, keyId: key.id };
    const sealed = await sealPackage(key.publicKey, items, { ...route, referralId: row.id, expiresAt: expiresAt.toISOString() });
    await this.packages.add(grant, row, { keyId: key.id, sealedBy, expiresAt, sealed });
    await this.outbox.tellPartner(row.partnerId);
  }

  /**
   * The second package: name and way of contact, when the consent that holds now names them; false when it does not, or the partner’s agreement has run
   * out. For the act of a partner that accepts, in whose transaction it is asked anew. Consents come before referrals: it is called before the referral is held.
   * @throws RuleBroken `consent-missing`, `key-not-confirmed`
   */
  async sealIdentity(referralId: string): Promise<boolean> {
    const referral = await this.referrals.known(referralId);
    const { row } = referral;
    const consent = await this.consentFor(row);
    if (!consent?.scope.includes('NAME') || !row.sentBy || !(await this.isInForce(row.partnerId))) return false;
    const grant = await this.leaveToName(row, consent);
    await this.seal(grant, row, await this.composeName(referral, consent), row.sentBy);
    return true;
  }

  /** The name, and the agreed way of contact where the consent names the rules of contact. */
  async composeName(referral: OpenReferral, consent: StandingConsent): Promise<Composed> {
    const items = await this.contents.identity(referral, nameScope(consent.scope), consent);
    return { items, pieces: [], consent, until: untilOf(consent, referral.secrets.viewDays) };
  }

  /** Leave to tell it. Consents come before referrals: it is asked before the referral is held. @throws RuleBroken `consent-missing` */
  leaveToName({ clientId, purpose, partnerId }: Referral, { scope }: StandingConsent): Promise<Grant> {
    return this.grants.forRecipient({ clientId, purpose, recipient: partnerId, scope: nameScope(scope) });
  }

  private async isInForce(partnerId: string): Promise<boolean> {
    return mayReceive(await this.recipients.of(partnerId), today());
  }

  private async confirmedKey(partnerId: string): Promise<PartnerKeyRow> {
    const key = await this.keys.newest(partnerId);
    if (key?.state === 'CONFIRMED') return key;
    throw new RuleBroken('key-not-confirmed', {}, { partnerId: [key?.state === 'REGISTERED' ? 'KEY_NOT_CONFIRMED' : 'NO_KEY'] });
  }
}

/** So many days, never past the consent. */
function untilOf(consent: StandingConsent | null, days: number): Date {
  const usual = new Date(Date.now() + Math.min(days * DAY, LONGEST));
  return consent?.expiresAt && consent.expiresAt < usual ? consent.expiresAt : usual;
}
