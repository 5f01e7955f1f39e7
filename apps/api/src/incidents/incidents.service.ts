import { Injectable } from '@nestjs/common';
import type {
  IncidentInput,
  IncidentListQuery,
  IncidentListView,
  IncidentView,
  OfficeIncidentInput,
} from '@panah/contracts/incidents.contract';
import { cell } from '@panah/domain/access/access-table';
import { assertOfOffice } from '@panah/domain/incidents/incident.rules';
import { parseCaseRef } from '@panah/domain/numbers/case-ref';
import { dayAt } from '@panah/domain/staff/office-calendar';
import { CaseRecords } from '../cases/case.records';
import { hasWord } from '../platform/access/current-reach';
import { mayOn } from '../platform/access/may-on';
import { ClientRecords } from '../clients/client.records';
import { DangerRecords } from '../duty/danger.records';
import { currentLine } from '../platform/audit/current-line';
import { invalid, notFound } from '../platform/errors/problem';
import { RiskEffects } from '../risk/risk-effects.records';
import type { Colleague } from '../staff/staff.entity';
import { StaffRecords } from '../staff/staff.records';
import { EvidenceRecords } from './evidence.records';
import type { OpenIncident } from './incident';
import { secretsOf } from './incident-input';
import { mayAbout, officesToReportIn } from './incident-reach';
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
    return this.page(null, query, hasWord('incident:report') ? ['report'] : []);
  }

  async ofCase(caseId: string, query: IncidentListQuery): Promise<IncidentListView> {
    const file = await this.cases.reachable(caseId, 'incident:read');
    return this.page(caseId, query, mayOn('incident:report', file) ? ['report'] : []);
  }

  async read(id: string): Promise<IncidentView> {
    const incident = await this.incidents.get(id);
    const { caseId } = incident.row;
    const may = mayAbout(incident.row, caseId === null ? null : await this.cases.reachable(caseId, 'incident:read'));
    currentLine().about('incident', id, incident.row);
    const evidence = await this.evidence.ofIncident(id);
    const owners = may('incident:edit') ? await this.mayOwnDeeds(incident) : null;
    const names = await this.staff.names([...peopleIn(incident, evidence), ...(owners ?? [])]);
    const around = { names, owners, may, scanned: this.evidence.hasScanner() };
    return incidentView(incident, await this.incidents.affected(id), evidence, around);
  }

  /** Whoever may report and not read is told that it is kept, and no more. */
  async report(caseId: string, input: IncidentInput): Promise<{ id: string }> {
    const file = await this.cases.reachable(caseId, 'incident:report');
    const { clientId, officeId } = file;
    const affected = await this.affectedBy(input.affectedCaseRefs);
    const secrets = secretsOf(input, await this.cases.lifeOn(caseId));
    const { type, confidence, reporterHidden } = input;
    const whose = { caseId, clientId, officeId };
    const id = await this.incidents.add(whose, { type, confidence, reporterHidden }, secrets, [whose, ...affected]);
    if (type === 'MISSING') {
      await this.risk.forceReview(file, new Date()); // R-RI-04: somebody is missing
      await this.dangers.raise({ ...whose, kind: 'MISSING', sourceId: id });
    }
    return { id };
  }

  /** What concerns the office, a colleague, a house, data: it names no case, and perhaps clients whom it touched. */
  async reportOfOffice({ officeId, ...input }: OfficeIncidentInput): Promise<{ id: string }> {
    if (!officesToReportIn().includes(officeId)) throw notFound();
    const { type, confidence, reporterHidden, wishes = '' } = input;
    assertOfOffice(input);
    const affected = await this.affectedBy(input.affectedCaseRefs);
    const secrets = secretsOf({ ...input, wishes }, { bornFrom: null, today: await this.todayIn(officeId) });
    const whose = { officeId, clientId: null, caseId: null };
    return { id: await this.incidents.add(whose, { type, confidence, reporterHidden }, secrets, affected) };
  }

  /** The day it is in an office. */
  async todayIn(officeId: string): Promise<string> {
    return dayAt(new Date().toISOString(), (await this.staff.officeOf(officeId)).timeZone);
  }

  /** Who can be asked to do something about an incident of the office: whoever may read it. Null: about a client's, anybody who works there. */
  async mayOwnDeeds({ row: { clientId, officeId, reportedBy } }: OpenIncident): Promise<string[] | null> {
    if (clientId !== null) return null;
    const colleagues = await this.staff.colleaguesIn(officeId);
    const reads = ({ id, roles }: Colleague): boolean =>
      roles.some((role) => cell('incident:read', role) === 'office' || (id === reportedBy && cell('incident:read', role) === 'caseload'));
    return colleagues.filter(reads).map(({ id }) => id);
  }

  private async page(caseId: string | null, query: IncidentListQuery, actions: string[]): Promise<IncidentListView> {
    const { rows, total, next } = await this.incidents.list(caseId, query);
    const known = rows.flatMap(({ clientId: id, clientSealed, clientSealVersion: sealVersion }) =>
      id && clientSealed ? [{ id, sealed: clientSealed, sealVersion }] : [],
    );
    const cards = await this.clients.cards(known);
    const pseudonymOf = new Map(known.map(({ id }, at) => [id, cards[at]?.pseudonym ?? null]));
    return {
      items: rows.map((row) => incidentLine(row, row.clientId ? (pseudonymOf.get(row.clientId) ?? null) : null)),
      total,
      next,
      actions,
    };
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
