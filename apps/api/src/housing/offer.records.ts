import { Injectable } from '@nestjs/common';
import type { OfferState } from '@panah/domain/vocabulary/housing';
import { currentActor } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { newId } from '../platform/new-id';
import type { Grant } from '../consents/grants.records';
import type { Placement } from './placement.entity';

/** What a provider was told about somebody, and what became of it. */
export interface Offer extends Record<string, unknown> {
  id: string;
  placementId: string;
  state: OfferState;
  scope: string[];
  recipient: string;
  offeredBy: string;
  offeredAt: Date;
  expiresAt: Date | null;
  declineReason: string | null;
  endedAt: Date | null;
}

const COLUMNS = `o.id, o.placement_id as "placementId", o.state, o.scope, o.recipient, o.offered_by as "offeredBy", o.offered_at as "offeredAt", o.expires_at as "expiresAt",
  o.decline_reason as "declineReason", o.ended_at as "endedAt"`;
const OF = {
  name: 'housing-offer.of',
  text: `select ${COLUMNS} from housing_offer o where o.placement_id = any($1::uuid[]) order by o.offered_at desc, o.id desc`,
};
const OPEN = {
  name: 'housing-offer.open',
  text: `select ${COLUMNS} from housing_offer o where o.placement_id = $1 and o.state = 'OFFERED' for update`,
};
const ADD = {
  name: 'housing-offer.add',
  text: `insert into housing_offer (id, org_id, office_id, client_id, case_id, placement_id, unit_id, recipient, scope, consent_id, legal_basis_id, state, offered_by, expires_at, ended_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, case when $12 = 'OFFERED' then null else now() end)`,
};
const END = {
  name: 'housing-offer.end',
  text: `update housing_offer set state = $2, decline_reason = $3, consent_id = coalesce($4, consent_id), ended_at = now() where placement_id = $1 and state = 'OFFERED'`,
};
const RESTING = {
  name: 'housing-offer.resting-on',
  text: `select distinct placement_id as id from housing_offer where consent_id = $1 and state = 'OFFERED' order by 1`,
};
const TOLD = {
  name: 'housing-offer.told-on',
  text: `select distinct p.id, p.case_id as "caseId", p.client_id as "clientId" from housing_offer o join placement p on p.id = o.placement_id
          where o.consent_id = $1 and p.state in ('RESERVED','IN_RESIDENCE','NOTICE') order by p.id`,
};

/** The door to what providers were told. Nothing goes in without a grant (R-CO-01); the database looks again when the transaction ends. */
@Injectable()
export class OfferRecords {
  /** Newest first. The caller has checked the placements. */
  of(placementIds: readonly string[]): Promise<Offer[]> {
    return currentWork().rows<Offer>(OF, [placementIds]);
  }

  open(placementId: string): Promise<Offer | null> {
    return currentWork().row<Offer>(OPEN, [placementId]);
  }

  async add(
    grant: Grant,
    { id: placementId, officeId, clientId, caseId }: Placement,
    unitId: string,
    state: 'OFFERED' | 'ACCEPTED',
    expiresAt: string | null,
  ): Promise<void> {
    const { orgId, staffId } = currentActor();
    const { recipient, scope, restsOn } = grant;
    currentLine().changed('recipient', 'scope');
    const values = [
      newId(),
      orgId,
      officeId,
      clientId,
      caseId,
      placementId,
      unitId,
      recipient,
      scope,
      restsOn.consentId,
      restsOn.legalBasisId,
    ];
    await currentWork().change(ADD, [...values, state, staffId, expiresAt]);
  }

  /** Ends the open offer of a placement. Accepted, it rests on the grant of that moment. */
  async end(placementId: string, state: OfferState, declineReason: string | null, grant: Grant | null = null): Promise<void> {
    await currentWork().change(END, [placementId, state, declineReason, grant?.restsOn.consentId ?? null]);
  }

  /** Placements whose open offer rests on a consent. */
  async restingOn(consentId: string): Promise<string[]> {
    return (await currentWork().rows<{ id: string }>(RESTING, [consentId])).map(({ id }) => id);
  }

  /** Placements that go on with a provider who was told on a consent. */
  toldOn(consentId: string): Promise<{ id: string; caseId: string; clientId: string }[]> {
    return currentWork().rows<{ id: string; caseId: string; clientId: string }>(TOLD, [consentId]);
  }
}
