import { Injectable } from '@nestjs/common';
import type { Word } from '@panah/domain/access/access-table';
import { consentProcess, type ConsentAction } from '@panah/domain/consents/consent.process';
import { goesWithAnother } from '@panah/domain/consents/consent-time.rules';
import { move } from '@panah/domain/process/process';
import type { ConsentPurpose } from '@panah/domain/vocabulary/consents';
import { currentActor, reachValues, withinReachOfOne } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound } from '../platform/errors/problem';
import { newId } from '../platform/new-id';
import { Sealer } from '../platform/sealing/sealer';
import { type AskedSecrets, consentPlace, type ConsentRow, type ConsentStep, type StepSecrets, stepPlace } from './consent.entity';
import { StopsWithConsent } from './stops-with-consent.records';

type Row = ConsentRow & Record<string, unknown>;

const COLUMNS = `c.id, c.org_id as "orgId", c.office_id as "officeId", c.client_id as "clientId", c.purpose, c.scope, c.recipients,
  c.recorded_by as "recordedBy", c.recorded_at as "recordedAt", c.sealed, c.seal_version as "sealVersion",
  s.state, s.given_at as "givenAt", s.expires_at as "expiresAt",
  (select max(d.told_at) from disclosure d where d.consent_id = c.id and d.state = 'TOLD') as "usedAt"`;
const STANDING = `consent c cross join lateral (
  select case when e.state = 'ACTIVE' and e.expires_at <= now() then 'EXPIRED' else e.state end as state, e.given_at, e.expires_at
    from consent_event e where e.consent_id = c.id order by e.seq desc limit 1) s`;
const OF = {
  name: 'consent.of-client',
  text: `select ${COLUMNS} from ${STANDING} where c.client_id = $1 and c.purpose = any($2) and ${withinReachOfOne('c', 'client_id', 3)} order by c.recorded_at desc, c.id desc limit 200`,
};
const ONE = {
  name: 'consent.one',
  text: `select ${COLUMNS} from ${STANDING} where c.id = $1 and ${withinReachOfOne('c', 'client_id', 2)}`,
};
const LOCK = {
  name: 'consent.lock',
  text: `select c.id from consent c where c.id = $1 and ${withinReachOfOne('c', 'client_id', 2)} for update`,
};
/** Both for consents that were found in reach, or that a withdrawal opened. */
const LOCK_ALL = {
  name: 'consent.lock-all',
  text: `select c.id from consent c where c.client_id = $1 and ($2::text[] is null or c.purpose = any($2)) order by c.id for update`,
};
const KNOWN = { name: 'consent.known', text: `select ${COLUMNS} from ${STANDING} where c.id = any($1::uuid[]) order by c.id` };
const OF_PURPOSES = {
  name: 'consent.of-purposes',
  text: `select ${COLUMNS} from ${STANDING} where c.client_id = $1 and c.purpose = any($2::text[]) order by c.id`,
};
const STEPS = {
  name: 'consent.steps',
  text: `select id, consent_id as "consentId", client_id as "clientId", action, state, by_id as "byId", at, document_id as "documentId", sealed from consent_event where consent_id = any($1::uuid[]) order by consent_id, seq`,
  onePlan: true as const,
};
const ASK = {
  name: 'consent.ask',
  text: `insert into consent (id, org_id, office_id, client_id, purpose, scope, recipients, recorded_by, sealed) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
};
const STEP = {
  name: 'consent.step',
  text: `insert into consent_event (id, org_id, office_id, client_id, consent_id, action, state, given_at, expires_at, successor_id, by_id, sealed, document_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
};

/** What is asked of a client, as the table keeps it. */
export interface NewConsent {
  clientId: string;
  officeId: string;
  purpose: string;
  scope: readonly string[];
  secrets: AskedSecrets;
}

export interface StepTaken {
  action: ConsentAction;
  givenAt?: Date;
  expiresAt?: Date | null;
  successorId?: string;
  documentId?: string | null;
  secrets?: StepSecrets;
}

/** The door to the consents. Rows are only added: a consent stands where its newest step leads (R-CO-02). */
@Injectable()
export class ConsentRecords {
  constructor(
    private readonly sealer: Sealer,
    private readonly stops: StopsWithConsent,
  ) {}

  /** What a client was asked of some purposes, newest first. */
  async of(clientId: string, purposes: readonly ConsentPurpose[], word: Word): Promise<ConsentRow[]> {
    const rows = await currentWork().rows<Row>(OF, [clientId, purposes, ...reachValues(word)]);
    currentLine().returned(
      'consent',
      rows.map(({ id }) => id),
    );
    return rows;
  }

  async get(id: string, word: Word): Promise<ConsentRow> {
    return this.found(await currentWork().row<Row>(ONE, [id, ...reachValues(word)]), id);
  }

  /** As `get`, and nobody rests on it or moves it until this request is over. Locked first, looked at after: a step taken meanwhile is seen. */
  async hold(id: string, word: Word): Promise<ConsentRow> {
    await currentWork().row(LOCK, [id, ...reachValues(word)]);
    return this.get(id, word);
  }

  /** Holds what a client agreed to, of some purposes or of all. The caller has the client in reach, or hears a withdrawal. */
  async holdAllOf(clientId: string, purposes: readonly string[] | null): Promise<ConsentRow[]> {
    const locked = await currentWork().rows<{ id: string }>(LOCK_ALL, [clientId, purposes]);
    return currentWork().rows<Row>(KNOWN, [locked.map(({ id }) => id)]);
  }

  /** As `holdAllOf`, without holding them. */
  async standing(clientId: string, purposes: readonly string[]): Promise<ConsentRow[]> {
    return currentWork().rows<Row>(OF_PURPOSES, [clientId, purposes]);
  }

  /** The steps of consents that are in reach, oldest first, opened. */
  async steps(ids: readonly string[]): Promise<(ConsentStep & { secrets: StepSecrets })[]> {
    const rows = await currentWork().rows<ConsentStep & Record<string, unknown>>(STEPS, [ids]);
    const kept = rows.filter((row): row is typeof row & { sealed: Buffer } => row.sealed !== null);
    const opened = await this.sealer.openMany<StepSecrets>(
      kept.map((row) => ({ place: stepPlace(row.id, row.clientId), sealed: row.sealed })),
    );
    const secretsOf = new Map(kept.map(({ id }, at) => [id, opened[at]]));
    return rows.map((row) => ({ ...row, secrets: secretsOf.get(row.id) ?? {} }));
  }

  async open(rows: readonly ConsentRow[]): Promise<AskedSecrets[]> {
    return this.sealer.openMany<AskedSecrets>(rows.map(({ id, clientId, sealed }) => ({ place: consentPlace(id, clientId), sealed })));
  }

  /** Explained, not yet decided. */
  async offer({ clientId, officeId, purpose, scope, secrets }: NewConsent): Promise<ConsentRow> {
    const id = newId();
    const { orgId, staffId } = currentActor();
    currentLine().about('consent', id, { clientId, officeId }).changed('purpose', 'scope', 'recipients', 'language');
    const sealed = await this.sealer.seal(consentPlace(id, clientId), secrets);
    await currentWork().change(ASK, [
      id,
      orgId,
      officeId,
      clientId,
      purpose,
      scope,
      secrets.recipients.map((each) => each.id),
      staffId,
      sealed,
    ]);
    await this.write({ id, orgId, officeId, clientId }, 'offer', 'OFFERED', {});
    return this.known(id);
  }

  /** Takes a step by the drawing. Where it ends what stood, everything that rests on it stops in this transaction (R-CO-03). */
  async step(row: ConsentRow, { action, ...taken }: StepTaken): Promise<ConsentRow> {
    // what has run out is still ACTIVE in the drawing until its step is written
    const from = row.state === 'EXPIRED' ? 'ACTIVE' : row.state;
    const to = move(consentProcess, action === 'expire' ? from : row.state, action);
    currentLine().about('consent', row.id, row).changed('state');
    await this.write(row, action, to, { givenAt: row.givenAt, expiresAt: row.expiresAt, ...taken });
    const { id: consentId, clientId, officeId, purpose, recipients } = row;
    if (row.state === 'ACTIVE' || action === 'expire') await this.stops.tell({ consentId, clientId, officeId, purpose, recipients, to });
    return this.known(row.id);
  }

  /** Takes back those that stand. What goes with another comes first: that ends with it, and nobody ends it twice. */
  async withdrawAll(rows: readonly ConsentRow[], how: string): Promise<void> {
    const ordered = [...rows].sort((one, other) => Number(goesWithAnother(other.purpose)) - Number(goesWithAnother(one.purpose)));
    for (const row of ordered)
      if (row.state === 'ACTIVE' || row.state === 'SUSPENDED')
        await this.step(row, { action: 'withdraw', secrets: { how, effectsExplained: false } });
  }

  private async write(
    row: Pick<ConsentRow, 'id' | 'orgId' | 'officeId' | 'clientId'>,
    action: string,
    state: string,
    { givenAt, expiresAt, successorId, documentId, secrets }: Omit<StepTaken, 'action' | 'givenAt'> & { givenAt?: Date | null },
  ): Promise<void> {
    const id = newId();
    const { kind, staffId } = currentActor();
    const sealed = secrets ? await this.sealer.seal(stepPlace(id, row.clientId), secrets) : null;
    const by = kind === 'STAFF' ? staffId : null;
    await currentWork().change(STEP, [
      id,
      row.orgId,
      row.officeId,
      row.clientId,
      row.id,
      action,
      state,
      givenAt ?? null,
      expiresAt ?? null,
      successorId ?? null,
      by,
      sealed,
      documentId ?? null,
    ]);
  }

  private async known(id: string): Promise<ConsentRow> {
    return this.found(await currentWork().row<Row>(KNOWN, [[id]]), id);
  }

  private found(row: ConsentRow | null, id: string): ConsentRow {
    currentLine().about('consent', id, row ? { clientId: row.clientId, officeId: row.officeId } : {});
    if (!row) throw notFound();
    currentLine().returned('consent', [id]);
    return row;
  }
}
