import { Injectable } from '@nestjs/common';
import type { IncidentListQuery } from '@panah/contracts/incidents.contract';
import type { Word } from '@panah/domain/access/access-table';
import { currentActor, reachValues, reachValuesOrNone, withinReachOfOne } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound, staleEdit } from '../platform/errors/problem';
import { cursorAfter, readCursor } from '../platform/http/keyset';
import { newId } from '../platform/new-id';
import { ProcessSteps } from '../platform/process-steps';
import { Sealer } from '../platform/sealing/sealer';
import { incidentPlace, type IncidentRow, type IncidentSecrets, type OpenIncident } from './incident';
import { INCIDENT_REACH, incidentReach, type Whose, withinIncidents, withinOneIncident } from './incident-reach';

export interface IncidentPlain {
  type: string;
  confidence: string;
  reporterHidden: boolean;
  /** Set at once only for a word of duress. */
  severity?: string;
  silent?: boolean;
}

export interface IncidentLine extends IncidentRow {
  clientSealed: Buffer | null;
  clientSealVersion: number;
  total: number;
}

export interface IncidentPage {
  rows: IncidentLine[];
  total: number;
  next: string | null;
}

export interface AffectedCase extends Record<string, unknown> {
  caseId: string;
  clientId: string;
  officeId: string;
  caseRef: string;
}

const COLUMNS = `i.id, i.office_id as "officeId", o.name as "officeName", i.client_id as "clientId", i.case_id as "caseId", c.case_ref as "caseRef", i.type, i.state, i.severity, i.confidence,
  i.silent, i.reporter_hidden as "reporterHidden", i.reported_by as "reportedBy", i.reported_at as "reportedAt", i.review_on as "reviewOn",
  i.closed_at as "closedAt", i.sealed, i.seal_version as "sealVersion", i.version`;
const FROM = 'from incident i join office o on o.id = i.office_id left join case_file c on c.id = i.case_id';
const ONE = { name: 'incident.one', text: `select ${COLUMNS} ${FROM} where i.id = $1 and ${withinOneIncident(2)}` };
const HOLD = { name: 'incident.hold', text: `${ONE.text} for update of i` };
const FILTER = `($1::uuid is null or i.case_id = $1) and ($2::text is null or i.state = $2) and ($3::text is null or i.type = $3)
  and ($4::text is null or i.severity = $4) and ${withinIncidents(8)}`;
const LIST = {
  name: 'incident.list',
  text: `select ${COLUMNS}, k.sealed as "clientSealed", k.seal_version as "clientSealVersion", (select count(*)::int ${FROM} where ${FILTER}) as total
           ${FROM} left join client k on k.id = i.client_id and ${withinReachOfOne('k', 'id', 8 + INCIDENT_REACH)}
          where ${FILTER} and ($5::timestamptz is null or (i.reported_at, i.id) < ($5, $6::uuid)) order by i.reported_at desc, i.id desc limit $7`,
};
const ADD = {
  name: 'incident.add',
  text: `insert into incident (id, org_id, office_id, client_id, case_id, type, state, severity, confidence, silent, reporter_hidden, reported_by, sealed)
         values ($1, $2, $3, $4, $5, $6, 'REPORTED', $7, $8, $9, $10, $11, $12)`,
};
const ADD_CLIENT = {
  name: 'incident.add-client',
  text: `insert into incident_client (incident_id, org_id, office_id, client_id, case_id, silent) values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
};
const CLIENTS = {
  name: 'incident.clients',
  text: `select a.case_id as "caseId", a.client_id as "clientId", a.office_id as "officeId", c.case_ref as "caseRef"
           from incident_client a join case_file c on c.id = a.case_id where a.incident_id = $1 and ${withinReachOfOne('a', 'client_id', 2)} order by c.case_ref`,
};
const CASE_OF_REFERENCE = {
  name: 'incident.case-of-reference',
  text: `select c.id as "caseId", c.client_id as "clientId", c.office_id as "officeId", c.case_ref as "caseRef" from case_file c
          where c.case_ref = $1 and c.state <> 'CLOSED' and ${withinReachOfOne('c', 'client_id', 2)} order by c.period_no desc limit 1`,
};
const CHANGE = {
  name: 'incident.change',
  text: `update incident set state = $3, severity = $4, confidence = $5, review_on = $6, closed_by = $7, closed_at = case when $7::uuid is null then null else now() end,
           assessed_at = coalesce(assessed_at, case when $3 <> 'REPORTED' then now() end), sealed = $8, seal_version = seal_version + 1, version = version + 1
         where id = $1 and version = $2`,
};

/** The door to the incidents. Reach: the team in the roles whose classes name incidents, the coordinator's office. */
@Injectable()
export class IncidentRecords {
  constructor(
    private readonly sealer: Sealer,
    private readonly steps: ProcessSteps,
  ) {}

  /** Those of one case, or all in reach; newest first. */
  async list(caseId: string | null, { state, type, severity, limit = 25, cursor }: IncidentListQuery): Promise<IncidentPage> {
    const [at, id] = readCursor(cursor, 2) ?? [null, null];
    const filter = [caseId, state ?? null, type ?? null, severity ?? null, at, id, limit + 1];
    const rows = await currentWork().rows<IncidentLine>(LIST, [
      ...filter,
      ...incidentReach('incident:read'),
      ...reachValuesOrNone('client:read'),
    ]);
    const page = rows.slice(0, limit);
    currentLine().returned(
      'incident',
      page.map((row) => row.id),
    );
    const last = page.at(-1);
    const next = rows.length > limit && last ? cursorAfter([last.reportedAt.toISOString(), last.id]) : null;
    return { rows: page, total: rows[0]?.total ?? 0, next };
  }

  async get(id: string, word: Word = 'incident:read'): Promise<OpenIncident> {
    return this.found(await currentWork().row<IncidentRow>(ONE, [id, ...incidentReach(word)]), id);
  }

  /** As `get`, and nobody else moves the incident until this request is over. */
  async hold(id: string, word: Word): Promise<OpenIncident> {
    return this.found(await currentWork().row<IncidentRow>(HOLD, [id, ...incidentReach(word)]), id);
  }

  /** The caller has checked the reach to the case, or to the office. Returns the incident's id. */
  async add(
    { officeId, clientId, caseId }: Whose,
    plain: IncidentPlain,
    secrets: IncidentSecrets,
    affected: readonly Pick<AffectedCase, 'caseId' | 'clientId' | 'officeId'>[],
  ): Promise<string> {
    const id = newId();
    const { orgId, staffId } = currentActor();
    const { type, severity = null, confidence, silent = false, reporterHidden } = plain;
    const sealed = await this.sealer.seal(incidentPlace({ id, sealVersion: 1 }), secrets);
    await currentWork().change(ADD, [
      id,
      orgId,
      officeId,
      clientId,
      caseId,
      type,
      severity,
      confidence,
      silent,
      reporterHidden,
      staffId,
      sealed,
    ]);
    for (const one of affected) await currentWork().change(ADD_CLIENT, [id, orgId, one.officeId, one.clientId, one.caseId, silent]);
    if (silent) return id; // no step, no word in the log beside the one that was spoken
    currentLine()
      .about('incident', id, { clientId, officeId })
      .changed(...Object.keys(plain), ...Object.keys(secrets));
    await this.steps.record({
      type: 'incident',
      id,
      action: 'report',
      from: null,
      to: 'REPORTED',
      officeId,
      clientId: clientId ?? undefined,
    });
    return id;
  }

  /** The cases it touched, as far as the reader reaches them. */
  async affected(id: string, word: Word = 'incident:read'): Promise<AffectedCase[]> {
    return currentWork().rows<AffectedCase>(CLIENTS, [id, ...reachValues(word)]);
  }

  /** The open case with a reference, where the one who is asking may report. */
  async caseOfReference(caseRef: string): Promise<AffectedCase | null> {
    return currentWork().row<AffectedCase>(CASE_OF_REFERENCE, [caseRef, ...reachValues('incident:report')]);
  }

  /** Saves a held incident over what its reader last saw, as a step or an edit. */
  async change(
    { row, secrets: before }: OpenIncident,
    action: string,
    after: Partial<Pick<IncidentRow, 'state' | 'severity' | 'confidence' | 'reviewOn'>>,
    secrets: IncidentSecrets,
    version = row.version,
  ): Promise<void> {
    if (row.version !== version) throw staleEdit(row.version, []);
    const next = { ...row, ...after };
    const names = Object.entries(secrets).filter(
      ([name, value]) => JSON.stringify(before[name as keyof IncidentSecrets]) !== JSON.stringify(value),
    );
    currentLine().changed(...Object.keys(after), ...names.map(([name]) => name));
    const sealed = await this.sealer.seal(incidentPlace({ ...row, sealVersion: row.sealVersion + 1 }), secrets);
    const closedBy = next.state === 'CLOSED' ? currentActor().staffId : null;
    await currentWork().change(CHANGE, [row.id, version, next.state, next.severity, next.confidence, next.reviewOn, closedBy, sealed]);
    const { id, officeId, state: from } = row;
    const clientId = row.clientId ?? undefined;
    if (!row.silent)
      await this.steps.record({ type: 'incident', id, action, from, to: next.state, officeId, clientId, reason: after.severity ?? null });
  }

  private async found(row: IncidentRow | null, id: string): Promise<OpenIncident> {
    currentLine().about('incident', id, row ? { clientId: row.clientId, officeId: row.officeId } : {});
    if (!row) throw notFound();
    currentLine().returned('incident', [id]).opened('INCIDENTS');
    return { row, secrets: await this.sealer.open<IncidentSecrets>(incidentPlace(row), row.sealed) };
  }
}
