import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Word } from '@panah/domain/access/access-table';
import type { DisclosureStop } from '@panah/domain/vocabulary/consents';
import { currentActor, reachValues, withinReachOfOne } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import type { Statement } from '../platform/database/unit-of-work';
import { notFound } from '../platform/errors/problem';
import { newId } from '../platform/new-id';
import { ProcessSteps } from '../platform/process-steps';
import { Sealer } from '../platform/sealing/sealer';
import type { ReachedCase } from '../cases/case.records';
import { type Disclosure, disclosurePlace, type DisclosureSecrets } from './disclosure.entity';
import type { Grant } from './grants.records';
import { StopsWithConsent } from './stops-with-consent.records';

type Row = Disclosure & Record<string, unknown>;

const COLUMNS = `d.id, d.office_id as "officeId", d.client_id as "clientId", d.case_id as "caseId", d.purpose, d.recipient, d.scope,
  d.consent_id as "consentId", d.legal_basis_id as "legalBasisId", d.state, d.made_by as "madeBy", d.made_at as "madeAt", d.told_at as "toldAt",
  d.stopped_at as "stoppedAt", d.stop_reason as "stopReason", d.sealed, d.version`;
const OF = {
  name: 'disclosure.of-client',
  text: `select ${COLUMNS} from disclosure d where d.client_id = $1 and ${withinReachOfOne('d', 'client_id', 2)} order by d.made_at desc, d.id desc limit 200`,
};
const ONE = {
  name: 'disclosure.one',
  text: `select ${COLUMNS} from disclosure d where d.id = $1 and ${withinReachOfOne('d', 'client_id', 2)}`,
};
const HOLD = { name: 'disclosure.hold', text: `${ONE.text} for update` };
const ADD = {
  name: 'disclosure.add',
  text: `insert into disclosure (id, org_id, office_id, client_id, case_id, purpose, recipient, scope, consent_id, legal_basis_id, state, made_by, told_by, told_at, sealed)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12::uuid, case when $11 = 'TOLD' then $12::uuid end, case when $11 = 'TOLD' then now() end, $13)`,
};
const TELL = {
  name: 'disclosure.tell',
  text: `update disclosure set state = 'TOLD', told_at = now(), told_by = $2, consent_id = $3, legal_basis_id = $4, version = version + 1 where id = $1 and state = 'PREPARED'`,
};
const STOP = {
  name: 'disclosure.stop',
  text: `update disclosure set state = 'STOPPED', stopped_at = now(), stop_reason = $2, version = version + 1 where id = $1 and state = 'PREPARED'`,
};
const stopResting = (ground: 'consent_id' | 'legal_basis_id', reason: DisclosureStop): Statement => ({
  name: `disclosure.stop-resting-on-${ground}`,
  text: `update disclosure set state = 'STOPPED', stopped_at = now(), stop_reason = '${reason}', version = version + 1
          where ${ground} = $1 and state = 'PREPARED' returning id, office_id as "officeId", client_id as "clientId"`,
});
const STOP_ON_CONSENT = stopResting('consent_id', 'CONSENT_GONE');
const STOP_ON_BASIS = stopResting('legal_basis_id', 'BASIS_GONE');

/** The door to what was told outside. Nothing goes in without a grant. */
@Injectable()
export class DisclosureRecords implements OnModuleInit {
  constructor(
    private readonly sealer: Sealer,
    private readonly steps: ProcessSteps,
    private readonly stops: StopsWithConsent,
  ) {}

  /** R-CO-03: what was prepared on a consent stops with it. One that follows carries on what it covers: that is asked anew when it is told. */
  onModuleInit(): void {
    this.stops.onWithdrawal('ALL', async ({ consentId, to }) => {
      if (to !== 'SUPERSEDED') await this.stopResting(STOP_ON_CONSENT, consentId);
    });
  }

  async of(clientId: string): Promise<Disclosure[]> {
    const rows = await currentWork().rows<Row>(OF, [clientId, ...reachValues('disclosure:read')]);
    currentLine().returned(
      'disclosure',
      rows.map(({ id }) => id),
    );
    return rows;
  }

  async get(id: string, word: Word): Promise<Disclosure> {
    return this.found(await currentWork().row<Row>(ONE, [id, ...reachValues(word)]), id);
  }

  async hold(id: string, word: Word): Promise<Disclosure> {
    return this.found(await currentWork().row<Row>(HOLD, [id, ...reachValues(word)]), id);
  }

  async open(rows: readonly Disclosure[]): Promise<DisclosureSecrets[]> {
    return this.sealer.openMany<DisclosureSecrets>(
      rows.map(({ id, clientId, sealed }) => ({ place: disclosurePlace(id, clientId), sealed })),
    );
  }

  async add(grant: Grant, { id: caseId, officeId }: ReachedCase, state: 'PREPARED' | 'TOLD', secrets: DisclosureSecrets): Promise<string> {
    const id = newId();
    const { orgId, staffId } = currentActor();
    const { clientId, purpose, recipient, scope, restsOn } = grant;
    currentLine().about('disclosure', id, { clientId, officeId }).changed('purpose', 'recipient', 'scope', 'state');
    const sealed = await this.sealer.seal(disclosurePlace(id, clientId), secrets);
    const { consentId, legalBasisId } = restsOn;
    await currentWork().change(ADD, [
      id,
      orgId,
      officeId,
      clientId,
      caseId,
      purpose,
      recipient,
      scope,
      consentId,
      legalBasisId,
      state,
      staffId,
      sealed,
    ]);
    await this.steps.record({ type: 'disclosure', id, action: 'prepare', from: null, to: 'PREPARED', officeId, clientId });
    if (state === 'TOLD')
      await this.steps.record({ type: 'disclosure', id, action: 'tell', from: 'PREPARED', to: 'TOLD', officeId, clientId });
    return id;
  }

  async tell(row: Disclosure, grant: Grant): Promise<void> {
    const { consentId, legalBasisId } = grant.restsOn;
    await currentWork().change(TELL, [row.id, currentActor().staffId, consentId, legalBasisId]);
    await this.step(row, 'tell', 'TOLD');
  }

  async stop(row: Disclosure, reason: DisclosureStop): Promise<void> {
    await currentWork().change(STOP, [row.id, reason]);
    await this.step(row, 'stop', 'STOPPED');
  }

  /** R-CO-08: what was prepared on a legal basis stops with it. The caller holds the basis. */
  async stopOnBasis(legalBasisId: string): Promise<void> {
    await this.stopResting(STOP_ON_BASIS, legalBasisId);
  }

  private async stopResting(statement: Statement, ground: string): Promise<void> {
    const stopped = await currentWork().rows<Pick<Disclosure, 'id' | 'officeId' | 'clientId'> & Record<string, unknown>>(statement, [
      ground,
    ]);
    for (const row of stopped) await this.step(row, 'stop', 'STOPPED');
  }

  private async step(
    { id, officeId, clientId }: Pick<Disclosure, 'id' | 'officeId' | 'clientId'>,
    action: string,
    to: string,
  ): Promise<void> {
    currentLine().changed('state');
    await this.steps.record({ type: 'disclosure', id, action, from: 'PREPARED', to, officeId, clientId });
  }

  private found(row: Disclosure | null, id: string): Disclosure {
    currentLine().about('disclosure', id, row ? { clientId: row.clientId, officeId: row.officeId } : {});
    if (!row) throw notFound();
    currentLine().returned('disclosure', [id]);
    return row;
  }
}
