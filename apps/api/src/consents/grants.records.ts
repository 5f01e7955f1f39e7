import { Injectable } from '@nestjs/common';
import { carrierOf, type StandingConsent, type WantedDisclosure } from '@panah/domain/consents/consent.rules';
import { RuleBroken } from '@panah/domain/process/process';
import type { ConsentPurpose } from '@panah/domain/vocabulary/consents';
import { currentWork } from '../platform/database/current-work';
import type { UnitOfWork } from '../platform/database/unit-of-work';

/** What somebody wants to tell whom. */
export interface Wanted {
  clientId: string;
  purpose: ConsentPurpose;
  recipient: string;
  scope: readonly string[];
  /** The moment of telling; now unless said. */
  at?: Date;
}

/** Exactly one of the two, as every row that leaves the house stores it. */
export type Ground = { consentId: string; legalBasisId: null } | { consentId: null; legalBasisId: string };

let handOut: (wanted: Wanted, ground: Ground, work: UnitOfWork) => Grant;

/**
 * Leave to tell one recipient certain things for one purpose: what every way out of the house takes as a parameter.
 * Nobody makes one but `Grants`, and it is good for the transaction that holds the ground, no longer.
 */
export class Grant {
  static {
    handOut = (wanted, ground, work) => new Grant(wanted, ground, work);
  }

  readonly clientId: string;
  readonly purpose: ConsentPurpose;
  readonly recipient: string;
  readonly scope: readonly string[];

  private constructor(
    wanted: Wanted,
    private readonly ground: Ground,
    private readonly work: UnitOfWork,
  ) {
    this.clientId = wanted.clientId;
    this.purpose = wanted.purpose;
    this.recipient = wanted.recipient;
    this.scope = [...wanted.scope];
    Object.freeze(this);
  }

  /** What the row stores. Throws when the transaction that held the ground is another one. */
  get restsOn(): Ground {
    if (this.work !== currentWork()) throw new Error('A grant is good for the transaction in which it was handed out.');
    return this.ground;
  }
}

const SHARE = {
  name: 'grant.share',
  text: 'select c.id from consent c where c.client_id = $1 and c.purpose = $2 and $3::uuid = any(c.recipients) order by c.id for share',
};
const STANDING = {
  name: 'grant.standing',
  text: `select c.id, c.client_id as "clientId", c.purpose, c.recipients, c.scope, s.state, s.given_at as "givenAt", s.expires_at as "expiresAt",
           (select max(d.told_at) from disclosure d where d.consent_id = c.id and d.state = 'TOLD') as "usedAt"
           from consent c cross join lateral (select state, given_at, expires_at from consent_event where consent_id = c.id order by seq desc limit 1) s
          where c.client_id = $1 and c.purpose = $2 and $3::uuid = any(c.recipients)`,
};
/** To say what could be told, before anybody is: nothing is held by it. */
const SAID = {
  name: 'grant.said',
  text: `select c.id, c.client_id as "clientId", c.purpose, c.recipients, c.scope, s.state, s.given_at as "givenAt", s.expires_at as "expiresAt", null as "usedAt"
           from consent c cross join lateral (select state, given_at, expires_at from consent_event where consent_id = c.id order by seq desc limit 1) s
          where c.client_id = $1 and c.purpose = $2`,
};
const SHARE_BASIS = {
  name: 'grant.share-basis',
  text: 'select id from legal_basis where id = $1 and client_id = $2 for share',
};
const BASIS = {
  name: 'grant.basis',
  text: `select id from legal_basis where id = $1 and client_id = $2 and purpose = $3 and recipient = $4 and $5::text[] <@ scope and state = 'APPROVED' and valid_until > $6`,
};

/** The one place that hands out a grant (R-CO-01, walls.md 3.4). There is no way round it and no flag that overrides it. */
@Injectable()
export class Grants {
  /**
   * A grant on a consent that holds at this moment for purpose, recipient and every item. The consent's row is shared until the transaction ends:
   * a withdrawal waits for us, or we for it; what stands is read behind that, in the same round trip.
   * @throws RuleBroken `consent-missing` with the purpose and what is missing.
   */
  async forRecipient(wanted: Wanted): Promise<Grant> {
    const { clientId, purpose, recipient, at = new Date() } = wanted;
    const standing = await this.share([clientId, purpose, recipient]);
    const asked: WantedDisclosure = { clientId, purpose, recipient, scope: wanted.scope, at };
    const { id } = carrierOf(standing, asked);
    return handOut(wanted, { consentId: id, legalBasisId: null }, currentWork());
  }

  /** What was said under a purpose, to show what could be told; no leave to tell it. The caller has the client in reach. */
  async said(clientId: string, purpose: ConsentPurpose): Promise<StandingConsent[]> {
    return currentWork().rows<StandingConsent & Record<string, unknown>>(SAID, [clientId, purpose]);
  }

  /**
   * A grant on a legal basis that two people agreed to (R-CO-08).
   * @throws RuleBroken `legal-basis-missing` when it is of something else, not agreed, or over.
   */
  async onLegalBasis(wanted: Wanted, legalBasisId: string): Promise<Grant> {
    const { clientId, purpose, recipient, scope, at = new Date() } = wanted;
    await currentWork().row(SHARE_BASIS, [legalBasisId, clientId]);
    const holds = await currentWork().row(BASIS, [legalBasisId, clientId, purpose, recipient, scope, at]);
    if (!holds || scope.length === 0) throw new RuleBroken('legal-basis-missing', { purpose });
    return handOut(wanted, { consentId: null, legalBasisId }, currentWork());
  }
  /** What was recorded between the two questions is not held, and does not count. */
  private async share(about: [clientId: string, purpose: string, recipient: string]): Promise<StandingConsent[]> {
    const [shared, standing] = await Promise.all([
      currentWork().rows<{ id: string }>(SHARE, about),
      currentWork().rows<StandingConsent & Record<string, unknown>>(STANDING, about),
    ]);
    const held = new Set(shared.map(({ id }) => id));
    return standing.filter(({ id }) => held.has(id));
  }
}
