import { Injectable } from '@nestjs/common';
import type { IncidentInput, IncidentListQuery, IncidentListView, IncidentView } from '@panah/contracts/incidents.contract';
import { parseCaseRef } from '@panah/domain/numbers/case-ref';
import { CaseRecords } from '../cases/case.records';
import { mayOn } from '../platform/access/may-on';
import { ClientRecords } from '../clients/client.records';
import { DangerRecords } from '../duty/danger.records';
import { currentLine } from '../platform/audit/current-line';
import { invalid, notFound } from '../platform/errors/problem';
import { RiskEffects } from '../risk/risk-effects.records';
import { StaffRecords } from '../staff/staff.records';
import { EvidenceRecords } from './evidence.records';
import { secretsOf } from './incident-input';
import { type AffectedCase, IncidentRecords } from './incident.records';
import { incidentLine, incidentView, peopleIn } from './incident.view';

/** Reporting and reading incidents. */
@Injectable()
export class IncidentsService {
  constructor(
    private readonly incidents: IncidentRecords,
    private readonly evidence: EvidenceRecords,
    private readonly dangers: DangerRecords,
    private readonly risk: RiskEffects,
    private readonly cases: CaseRecords,
    private readonly clients: ClientRecords,
    private readonly staff: StaffRecords,
  ) {}

  async list(query: IncidentListQuery): Promise<IncidentListView> {
    return this.page(null, query, []);
  }

  async ofCase(caseId: string, query: IncidentListQuery): Promise<IncidentListView> {
    const file = await this.cases.reachable(caseId, 'incident:read');
    return this.page(caseId, query, mayOn('incident:report', file) ? ['report'] : []);
  }

  async read(id: string): Promise<IncidentView> {
    const incident = await this.incidents.get(id);
    const file = await this.cases.reachable(incident.row.caseId, 'incident:read');
    currentLine().about('incident', id, incident.row);
    const evidence = await this.evidence.ofIncident(id);
    const names = await this.staff.names(peopleIn(incident, evidence));
    return incidentView(incident, await this.incidents.affected(id), evidence, names, file, this.evidence.hasScanner());
  }

  /** Whoever may report and not read is told that it is kept, and no more. */
  async report(caseId: string, input: IncidentInput): Promise<{ id: string }> {
    const file = await this.cases.reachable(caseId, 'incident:report');
    const today = await this.cases.todayOn(caseId);
    if (!today) throw notFound();
    const affected = await this.affectedBy(input.affectedCaseRefs);
    const { type, confidence, reporterHidden } = input;
    const id = await this.incidents.add(file, { type, confidence, reporterHidden }, secretsOf(input, today), affected);
    if (type === 'MISSING') {
      await this.risk.forceReview(file, new Date()); // R-RI-04: somebody is missing
      await this.dangers.raise({ caseId, clientId: file.clientId, officeId: file.officeId, kind: 'MISSING', sourceId: id });
    }
    return { id };
  }

  private async page(caseId: string | null, query: IncidentListQuery, actions: string[]): Promise<IncidentListView> {
    const { rows, total, next } = await this.incidents.list(caseId, query);
    const known = rows.flatMap(({ clientId: id, clientSealed, clientSealVersion: sealVersion }) =>
      clientSealed ? [{ id, sealed: clientSealed, sealVersion }] : [],
    );
    const cards = await this.clients.cards(known);
    const pseudonymOf = new Map(known.map(({ id }, at) => [id, cards[at]?.pseudonym ?? null]));
    return { items: rows.map((row) => incidentLine(row, pseudonymOf.get(row.clientId) ?? null)), total, next, actions };
  }

  /** A reference that is out of reach reads like one that never was. */
  private async affectedBy(references: readonly string[]): Promise<AffectedCase[]> {
    const found: AffectedCase[] = [];
    for (const typed of references) {
      const caseRef = parseCaseRef(typed);
      const one = caseRef && (await this.incidents.caseOfReference(caseRef));
      if (!one) throw invalid({ affectedCaseRefs: ['not-in-reach'] });
      found.push(one);
    }
    return found;
  }
}
