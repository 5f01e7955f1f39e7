import { Injectable } from '@nestjs/common';
import type { IncidentView } from '@panah/contracts/incidents.contract';
import { incidentProcess, type IncidentAction } from '@panah/domain/incidents/incident.process';
import { assertIncidentStep, isSerious } from '@panah/domain/incidents/incident.rules';
import { move } from '@panah/domain/process/process';
import { incidentSeverity, type IncidentSeverity } from '@panah/domain/vocabulary/incidents';
import { DangerRecords } from '../duty/danger.records';
import { currentActor } from '../platform/access/current-reach';
import { RiskEffects } from '../risk/risk-effects.records';
import type { IncidentSecrets, OpenIncident } from './incident';
import { type AffectedCase, IncidentRecords } from './incident.records';
import { IncidentsService } from './incidents.service';

/** What came with a step. */
export interface StepGiven {
  severity?: string;
  confidence?: string;
  reviewOn?: string;
  clientInformed?: boolean;
  words?: string;
}

/** The steps of an incident. */
@Injectable()
export class IncidentSteps {
  constructor(
    private readonly incidents: IncidentRecords,
    private readonly service: IncidentsService,
    private readonly dangers: DangerRecords,
    private readonly risk: RiskEffects,
  ) {}

  async step(id: string, action: IncidentAction, given: StepGiven = {}): Promise<IncidentView> {
    const incident = await this.incidents.hold(id, `incident:${action}`);
    const { row, secrets } = incident;
    const affected = await this.incidents.affected(id);
    const today = await this.service.todayIn(row.officeId);
    const touchesClients = row.clientId !== null || affected.length > 0;
    const facts = { state: row.state, severity: row.severity, reportedBy: row.reportedBy, actions: secrets.deeds, touchesClients };
    const listed = affected.length + (secrets.affectedOthers ? 1 : 0);
    const taker = { by: currentActor().staffId, isSafety: standsOnDutyList(row.officeId), affected: listed, today };
    assertIncidentStep(action, { ...given, ...taker }, facts);
    const to = move(incidentProcess, row.state, action);
    const severity = severityOf(given, row.severity);
    const change = { state: to, severity, ...pick(given) };
    await this.incidents.change(incident, action, change, wordsOf(action, given, secrets));
    if (action === 'assess' && isSerious(severity)) await this.answerSerious(incident, affected);
    return this.service.read(id);
  }

  /** Model 3.11: whoever is on duty is told, and the risk of each client whom it touched is looked at again (R-RI-04). */
  private async answerSerious({ row }: OpenIncident, affected: readonly AffectedCase[]): Promise<void> {
    const { id, caseId, clientId, officeId, silent } = row;
    const whose = caseId && clientId ? { caseId, clientId, officeId } : { caseId: null, clientId: null, officeId };
    for (const { caseId: touched, ...one } of affected) await this.risk.forceReview({ id: touched, ...one }, new Date());
    // a word of duress has called somebody already
    if (!silent) await this.dangers.raise({ ...whose, kind: 'INCIDENT', sourceId: id });
  }
}

/** The safety officer of the model: a role in this office with the duty. */
const standsOnDutyList = (officeId: string): boolean =>
  currentActor().roles.some((held) => held.officeId === officeId && held.duties.includes('DUTY_LIST'));

const severityOf = ({ severity }: StepGiven, before: IncidentSeverity | null): IncidentSeverity | null =>
  incidentSeverity.has(severity) ? severity : before;

const pick = ({ confidence, reviewOn }: StepGiven) => ({ ...(confidence ? { confidence } : {}), ...(reviewOn ? { reviewOn } : {}) });

function wordsOf(action: IncidentAction, { words, clientInformed }: StepGiven, secrets: IncidentSecrets): IncidentSecrets {
  if (action === 'close') return { ...secrets, lessons: words ?? null, clientInformed: clientInformed ?? null };
  if (action !== 'reopen') return secrets;
  return { ...secrets, description: `${secrets.description}\n\n${words ?? ''}`, lessons: null, clientInformed: null };
}
