import { Injectable } from '@nestjs/common';
import type { ReferralMessageKind } from '@panah/domain/vocabulary/referrals';
import { currentActor } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { newId } from '../platform/new-id';
import { type Place, Sealer } from '../platform/sealing/sealer';

/** A referral as whoever writes on it has reached it. */
export interface WrittenOn {
  id: string;
  clientId: string;
  officeId: string;
  partnerId: string;
}

export interface ReferralMessage {
  id: string;
  side: 'US' | 'PARTNER';
  kind: ReferralMessageKind;
  byId: string;
  at: Date;
  /** What was written; of an acceptance the focal worker's name. Null where a code says all. */
  text: string | null;
  /** Of what one of ours heard: who at the partner said it. */
  heardFrom: string | null;
}

interface Row extends Omit<ReferralMessage, 'text' | 'heardFrom'>, Record<string, unknown> {
  sealed: Buffer;
  sealVersion: number;
}

const WRITE = {
  name: 'referral-message.write',
  text: `insert into referral_message (id, org_id, office_id, client_id, referral_id, partner_id, side, kind, by_id, sealed)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
};
const OF = {
  name: 'referral-message.of',
  text: `select id, side, kind, by_id as "byId", at, sealed, seal_version as "sealVersion" from referral_message
          where referral_id = $1 and client_id = $2 and ($3::text is null or side = $3) order by at, id`,
};

/** The door to what both sides wrote on a referral: sealed under the client's key, kept by us, and a partner finds its own side of it. */
@Injectable()
export class ReferralMessages {
  constructor(private readonly sealer: Sealer) {}

  /** The caller holds the referral, or acts for it. Whoever signs in for a partner writes for its side. */
  async write(
    { id: referralId, clientId, officeId, partnerId }: WrittenOn,
    kind: ReferralMessageKind,
    text: string | null,
    heardFrom: string | null = null,
  ): Promise<void> {
    const { orgId, staffId, partnerId: writesFor } = currentActor();
    const id = newId();
    const sealed = await this.sealer.seal(placeOf({ id, clientId, sealVersion: 1 }), { text, heardFrom });
    const side = writesFor ? 'PARTNER' : 'US';
    currentLine().changed('message');
    await currentWork().change(WRITE, [id, orgId, officeId, clientId, referralId, partnerId, side, kind, staffId, sealed]);
  }

  /** Oldest first; `side` alone when it is given. The caller has the referral in reach. */
  async of({ id, clientId }: Pick<WrittenOn, 'id' | 'clientId'>, side: ReferralMessage['side'] | null = null): Promise<ReferralMessage[]> {
    const rows = await currentWork().rows<Row>(OF, [id, clientId, side]);
    currentLine().returned(
      'referral_message',
      rows.map((row) => row.id),
    );
    const words = await this.sealer.openMany<{ text: string | null; heardFrom?: string | null }>(
      rows.map((row) => ({ place: placeOf({ ...row, clientId }), sealed: row.sealed })),
    );
    return rows.map(({ id: messageId, side: from, kind, byId, at }, index) => ({
      ...{ id: messageId, side: from, kind, byId, at },
      text: words[index]?.text ?? null,
      heardFrom: words[index]?.heardFrom ?? null,
    }));
  }
}

const placeOf = ({ id, clientId, sealVersion }: { id: string; clientId: string; sealVersion: number }): Place => ({
  table: 'referral_message',
  rowId: id,
  subjectId: clientId,
  compartment: 'file',
  sealVersion,
});
