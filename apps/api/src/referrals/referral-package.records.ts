import { Injectable } from '@nestjs/common';
import type { ReferralEndReason } from '@panah/domain/vocabulary/referrals';
import type { Manifest } from '@panah/sealed-packages/manifest';
import type { SealedPackage } from '@panah/sealed-packages/sealed-package';
import type { Grant } from '../consents/grants.records';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { newId } from '../platform/new-id';
import type { Referral } from './referral.entity';

/** What the house knows of a package: whose, on which word, and what became of it; never what is in it. */
export interface PackageRow extends Record<string, unknown> {
  id: string;
  referralId: string;
  seq: number;
  purpose: string;
  scope: string[];
  consentId: string;
  consentGivenAt: Date;
  manifest: Manifest;
  sealedBy: string;
  sealedAt: Date;
  openedAt: Date | null;
  expiresAt: Date;
  endedAt: Date | null;
  endReason: ReferralEndReason | null;
}

export interface NewPackage {
  keyId: string;
  sealedBy: string;
  expiresAt: Date;
  sealed: SealedPackage;
}

/** A package on the sheet of what was told of somebody. */
export interface DisclosedPackage extends PackageRow {
  partnerId: string;
  service: string;
  deletionConfirmedAt: Date | null;
}

const COLUMNS = `p.id, p.referral_id as "referralId", p.seq, p.purpose, p.scope, p.consent_id as "consentId", p.manifest, p.sealed_by as "sealedBy", p.sealed_at as "sealedAt",
  p.opened_at as "openedAt", p.expires_at as "expiresAt", p.ended_at as "endedAt", p.end_reason as "endReason",
  (select e.given_at from consent_event e where e.consent_id = p.consent_id and e.action = 'give') as "consentGivenAt"`;
const OF = { name: 'referral-package.of', text: `select ${COLUMNS} from referral_package p where p.referral_id = $1 order by p.seq` };
const OF_CASE = {
  name: 'referral-package.of-case',
  text: `select ${COLUMNS}, r.partner_id as "partnerId", r.service, r.deletion_confirmed_at as "deletionConfirmedAt"
           from referral r join referral_package p on p.referral_id = r.id where r.case_id = $1 and r.service = any($2) order by p.sealed_at desc, p.id limit 200`,
};
const ADD = {
  name: 'referral-package.add',
  text: `insert into referral_package (id, org_id, office_id, client_id, referral_id, partner_id, recipient, key_id, seq, purpose, scope, consent_id, legal_basis_id, manifest,
           kem, ciphertext, sealed_by, expires_at)
         select $1, $2, $3, $4, $5, $6, $7, $8, (select coalesce(max(seq), 0) + 1 from referral_package where referral_id = $5), $9, $10, $11, $12, $13, $14, $15, $16, $17`,
};
const REST_ON = {
  name: 'referral-package.rest-on',
  text: 'update referral_package set consent_id = $2 where referral_id = $1 and ended_at is null',
};

/** The door to what was sealed for partners. Nothing goes in without a grant; what ends a referral ends its packages in the database itself. */
@Injectable()
export class ReferralPackageRecords {
  /** Of a referral that the caller has in reach, in the order in which they were sealed. */
  async of(referralId: string): Promise<PackageRow[]> {
    const rows = await currentWork().rows<PackageRow>(OF, [referralId]);
    currentLine().returned(
      'referral_package',
      rows.map(({ id }) => id),
    );
    return rows;
  }

  /** All of a case that the caller has in reach, for some services. */
  async ofCase(caseId: string, services: readonly string[]): Promise<DisclosedPackage[]> {
    const rows = await currentWork().rows<DisclosedPackage>(OF_CASE, [caseId, services]);
    currentLine().returned(
      'referral_package',
      rows.map(({ id }) => id),
    );
    return rows;
  }

  async add(grant: Grant, { id: referralId, orgId, officeId, partnerId }: Referral, made: NewPackage): Promise<string> {
    const id = newId();
    const { clientId, purpose, recipient, scope, restsOn } = grant;
    const { manifest, encapsulated, ciphertext } = made.sealed;
    const belongs = [id, orgId, officeId, clientId, referralId, partnerId, recipient, made.keyId, purpose, scope];
    const bytes = [JSON.stringify(manifest), Buffer.from(encapsulated), Buffer.from(ciphertext)];
    currentLine().changed('package');
    await currentWork().change(ADD, [...belongs, restsOn.consentId, restsOn.legalBasisId, ...bytes, made.sealedBy, made.expiresAt]);
    return id;
  }

  /** A newer consent carries what is open; the database looks whether it does. */
  async restOn(referralId: string, consentId: string): Promise<void> {
    await currentWork().change(REST_ON, [referralId, consentId]);
  }
}
