import { Injectable } from '@nestjs/common';
import type { WholeDecision } from '@panah/domain/asylum/decision.rules';
import type { Word } from '@panah/domain/access/access-table';
import { currentActor, reachValues, withinReachOfOne } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound } from '../platform/errors/problem';
import { newId } from '../platform/new-id';
import { Sealer } from '../platform/sealing/sealer';
import { type ClaimRow, type DecisionRow, eventPlace, type EventRow, type EventSecrets, type OpenEvent } from './claim';

const EVENT_COLUMNS = `e.id, e.claim_id as "claimId", e.client_id as "clientId", e.type, e.happens_on as "happensOn", e.happens_at as "happensAt", e.sealed, e.seal_version as "sealVersion"`;
const EVENTS = {
  name: 'procedure-event.of-claims',
  text: `select ${EVENT_COLUMNS} from procedure_event e where e.claim_id = any($1::uuid[]) order by e.happens_on desc, e.happens_at desc nulls last, e.id desc limit 400`,
};
const ADD_EVENT = {
  name: 'procedure-event.add',
  text: `insert into procedure_event (id, org_id, office_id, client_id, case_id, claim_id, type, happens_on, happens_at, added_by, sealed)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
};
const MOVE_EVENT = {
  name: 'procedure-event.move',
  text: `update procedure_event set happens_on = $2, happens_at = $3, version = version + 1 where id = (
           select id from procedure_event where claim_id = $1 and type = 'INTERVIEW' order by happens_on desc, added_at desc limit 1)`,
};
const DECISION_COLUMNS = `d.id, d.claim_id as "claimId", d.case_id as "caseId", d.client_id as "clientId", d.office_id as "officeId", d.decision_type as "decisionType", d.outcome,
  d.instance, d.decided_on as "decidedOn", d.served_on as "servedOn", d.service_method as "serviceMethod", d.appeal_possible as "appealPossible", d.suspensive,
  d.document_id as "documentId", d.translated_on as "translatedOn", d.is_pending as "isPending", d.version`;
const DECISIONS = {
  name: 'claim-decision.of-claims',
  text: `select ${DECISION_COLUMNS} from claim_decision d where d.claim_id = any($1::uuid[]) order by d.recorded_at desc, d.id desc limit 200`,
};
const HOLD_DECISION = {
  name: 'claim-decision.hold',
  text: `select ${DECISION_COLUMNS} from claim_decision d where d.id = $1 and ${withinReachOfOne('d', 'client_id', 2)} for update`,
};
const ADD_DECISION = {
  name: 'claim-decision.add',
  text: `insert into claim_decision (id, org_id, office_id, client_id, case_id, claim_id, decision_type, outcome, instance, decided_on, served_on, service_method, appeal_possible,
           suspensive, document_id, is_pending, recorded_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
};
const ACTED_UPON = {
  name: 'claim-decision.acted-upon',
  text: 'update claim_decision set is_pending = false, version = version + 1 where claim_id = $1 and is_pending',
};
const SERVE = {
  name: 'claim-decision.serve',
  text: 'update claim_decision set served_on = $2, service_method = $3, version = version + 1 where id = $1',
};
const TRANSLATE = {
  name: 'claim-decision.translate',
  text: 'update claim_decision set translated_on = $2, version = version + 1 where id = $1',
};
const MANDATE = {
  name: 'claim.mandate-on-file',
  text: `select exists (select from legal_representation r where r.client_id = $1 and (r.claim_id is null or r.claim_id = $2) and r.mandate_id is not null
           and (r.to_on is null or r.to_on >= $3)) as held`,
};
const DEPENDANTS = {
  name: 'claim.dependants',
  text: 'select count(*)::int as known from dependant where client_id = $1 and id = any($2::uuid[]) and removed_at is null',
};

/** What hangs on a claim: events and decisions, and whether a mandate is on file. The caller has reached the claim. */
@Injectable()
export class ClaimPartRecords {
  constructor(private readonly sealer: Sealer) {}

  async events(claimIds: readonly string[]): Promise<OpenEvent[]> {
    const rows = await currentWork().rows<EventRow>(EVENTS, [claimIds]);
    const secrets = await this.sealer.openMany<EventSecrets>(rows.map((row) => ({ place: eventPlace(row), sealed: row.sealed })));
    return rows.flatMap((row, at) => (secrets[at] ? [{ row, secrets: secrets[at] }] : []));
  }

  async addEvent(claim: ClaimRow, type: string, on: string, at: string | null, secrets: EventSecrets): Promise<void> {
    const id = newId();
    const { orgId, staffId } = currentActor();
    currentLine().changed('events');
    const sealed = await this.sealer.seal(eventPlace({ id, clientId: claim.clientId, sealVersion: 1 }), secrets);
    await currentWork().change(ADD_EVENT, [
      id,
      orgId,
      claim.officeId,
      claim.clientId,
      claim.caseId,
      claim.id,
      type,
      on,
      at,
      staffId,
      sealed,
    ]);
  }

  async moveInterview({ id }: ClaimRow, on: string, at: string): Promise<void> {
    await currentWork().change(MOVE_EVENT, [id, on, at]);
  }

  /** Newest first. */
  async decisions(claimIds: readonly string[]): Promise<DecisionRow[]> {
    return currentWork().rows<DecisionRow>(DECISIONS, [claimIds]);
  }

  async holdDecision(id: string, word: Word): Promise<DecisionRow> {
    const row = await currentWork().row<DecisionRow>(HOLD_DECISION, [id, ...reachValues(word)]);
    currentLine().about('claim_decision', id, row ? { clientId: row.clientId, officeId: row.officeId } : {});
    if (!row) throw notFound();
    return row;
  }

  /** @param isPending a ruling that no step acts upon yet */
  async addDecision(
    claim: ClaimRow,
    decision: WholeDecision,
    instance: number,
    documentId: string | null,
    isPending: boolean,
  ): Promise<string> {
    const id = newId();
    const { orgId, staffId } = currentActor();
    const { decisionType, outcome, decidedOn, servedOn, serviceMethod, appealPossible, suspensive } = decision;
    currentLine().changed('decisions');
    await currentWork().change(ADD_DECISION, [
      id,
      orgId,
      claim.officeId,
      claim.clientId,
      claim.caseId,
      claim.id,
      decisionType,
      outcome,
      instance,
      decidedOn,
      servedOn,
      serviceMethod,
      appealPossible,
      suspensive,
      documentId,
      isPending,
      staffId,
    ]);
    return id;
  }

  async actedUpon({ id }: ClaimRow): Promise<void> {
    await currentWork().change(ACTED_UPON, [id]);
  }

  async serve({ id }: DecisionRow, servedOn: string, method: string): Promise<void> {
    currentLine().changed('servedOn', 'serviceMethod');
    await currentWork().change(SERVE, [id, servedOn, method]);
  }

  async translate({ id }: DecisionRow, on: string): Promise<void> {
    currentLine().changed('translatedOn');
    await currentWork().change(TRANSLATE, [id, on]);
  }

  async hasMandate({ id, clientId }: ClaimRow, today: string): Promise<boolean> {
    return (await currentWork().row<{ held: boolean }>(MANDATE, [clientId, id, today]))?.held ?? false;
  }

  /** Whether all of these depend on the client. */
  async haveDependants(clientId: string, ids: readonly string[]): Promise<boolean> {
    return (await currentWork().row<{ known: number }>(DEPENDANTS, [clientId, ids]))?.known === ids.length;
  }
}
