import { Injectable } from '@nestjs/common';
import { type ConsentAction, consentProcess } from '@panah/domain/consents/consent.process';
import { move } from '@panah/domain/process/process';
import type { TakenBack } from '@panah/domain/consents/consent-time.rules';
import type { ConsentPurpose, ConsentScope, ConsentState } from '@panah/domain/vocabulary/consents';
import type { StepSecrets } from '../consents/consent.entity';
import { currentActor } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { newId } from '../platform/new-id';
import { type Place, Sealer } from '../platform/sealing/sealer';
import type { FamilyLink } from './link.entity';

/** A consent of somebody who is no client: of one link, but for keeping their data (C22), which is of no link. */
export interface RelativeConsent {
  id: string;
  relatedPersonId: string;
  purpose: ConsentPurpose;
  recipients: string[];
  state: ConsentState;
  givenAt: Date | null;
  expiresAt: Date | null;
}

/** How it was asked: sealed under the relative's own key, and nothing of the client in it (R-FL-02). */
export interface RelativeAskedSecrets {
  language: string;
  explainedBy: string;
  interpreter: { kind: string; staffId: string | null; name: string } | null;
}

const place = (table: 'consent' | 'consent_event', id: string, relatedPersonId: string): Place => ({
  table,
  rowId: id,
  subjectId: relatedPersonId,
  compartment: 'family',
  sealVersion: 1,
});

/** Locked in the order of their ids, as whoever rests on them shares them; what stands is looked at after. */
const LOCK = {
  name: 'relative-consent.lock',
  text: `select id from consent where related_person_id = $1 and ($2::text is null or purpose = $2) order by id for update`,
};
const STANDING = {
  name: 'relative-consent.standing',
  text: `select c.id, c.related_person_id as "relatedPersonId", c.purpose, c.recipients, s.given_at as "givenAt", s.expires_at as "expiresAt", s.state
           from consent c cross join lateral (select state, given_at, expires_at from consent_event where consent_id = c.id order by seq desc limit 1) s
          where c.id = any($1::uuid[]) order by c.id`,
};
const TAKEN_BACK = {
  name: 'relative-consent.taken-back',
  text: `select e.id, e.at, e.sealed from consent c join consent_event e on e.consent_id = c.id and e.action = 'withdraw'
          where c.related_person_id = $1 and c.purpose = $2 and (c.recipients && $3::uuid[] or (c.recipients = '{}' and $3::uuid[] = '{}'))`,
};
const ASK = {
  name: 'relative-consent.ask',
  text: `insert into consent (id, org_id, office_id, related_person_id, purpose, scope, recipients, recorded_by, sealed) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
};
const STEP = {
  name: 'relative-consent.step',
  text: `insert into consent_event (id, org_id, office_id, related_person_id, consent_id, action, state, given_at, expires_at, successor_id, by_id, sealed)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
};

type Owner = Pick<FamilyLink, 'id' | 'orgId' | 'officeId'>;

/** The door to the consents of relatives (R-CO-10). Whoever asks has their link in reach; the log names the link. Rows are only added (R-CO-02). */
@Injectable()
export class RelativeConsentRecords {
  constructor(private readonly sealer: Sealer) {}

  /** Holds what a relative said, under one purpose or all: nobody rests on it or moves it until this request is over. Before the link is held. */
  async holdAllOf(relatedPersonId: string, purpose: ConsentPurpose | null): Promise<RelativeConsent[]> {
    const locked = await currentWork().rows<{ id: string }>(LOCK, [relatedPersonId, purpose]);
    return currentWork().rows<RelativeConsent & Record<string, unknown>>(STANDING, [locked.map(({ id }) => id)]);
  }

  /** Explained, not yet decided. */
  async offer(
    owner: Owner,
    { relatedPersonId, purpose, scope }: { relatedPersonId: string; purpose: ConsentPurpose; scope: readonly ConsentScope[] },
    asked: RelativeAskedSecrets,
  ): Promise<RelativeConsent> {
    const id = newId();
    const recipients = purpose === 'C22_RELATIVE_DATA' ? [] : [owner.id];
    currentLine().changed('relative_consent');
    const sealed = await this.sealer.seal(place('consent', id, relatedPersonId), asked);
    const values = [id, owner.orgId, owner.officeId, relatedPersonId, purpose, scope, recipients, currentActor().staffId, sealed];
    await currentWork().change(ASK, values);
    const row: RelativeConsent = { id, relatedPersonId, purpose, recipients, state: 'OFFERED', givenAt: null, expiresAt: null };
    await this.write(owner, row, 'offer', {});
    return row;
  }

  /** Withdrawals of the same purpose for somebody whom this yes names too. */
  async takenBack({ relatedPersonId, purpose, recipients }: RelativeConsent): Promise<TakenBack[]> {
    const values = [relatedPersonId, purpose, recipients];
    const rows = await currentWork().rows<{ id: string; at: Date; sealed: Buffer | null }>(TAKEN_BACK, values);
    const taken: TakenBack[] = [];
    for (const { id, at, sealed } of rows) {
      const secrets = sealed && (await this.sealer.open<StepSecrets>(place('consent_event', id, relatedPersonId), sealed));
      taken.push({ at, how: secrets?.how ?? null });
    }
    return taken;
  }

  /** By the drawing. What rests on a yes that ends is paused by the database in this statement (R-FL-11). */
  async step(
    owner: Owner,
    row: RelativeConsent,
    action: ConsentAction,
    taken: { givenAt?: Date; expiresAt?: Date | null; successorId?: string; secrets?: StepSecrets } = {},
  ): Promise<RelativeConsent> {
    const state = move(consentProcess, row.state, action);
    const after = { ...row, state, givenAt: taken.givenAt ?? row.givenAt, expiresAt: taken.expiresAt ?? row.expiresAt };
    await this.write(owner, after, action, taken);
    return after;
  }

  private async write(
    { orgId, officeId }: Owner,
    { id: consentId, relatedPersonId, state, givenAt, expiresAt }: RelativeConsent,
    action: string,
    { successorId, secrets }: { successorId?: string; secrets?: StepSecrets },
  ): Promise<void> {
    const id = newId();
    currentLine().changed('state');
    const sealed = secrets ? await this.sealer.seal(place('consent_event', id, relatedPersonId), secrets) : null;
    const by = currentActor().staffId;
    const values = [id, orgId, officeId, relatedPersonId, consentId, action, state, givenAt, expiresAt, successorId ?? null, by, sealed];
    await currentWork().change(STEP, values);
  }
}
