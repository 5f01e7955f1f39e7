import { Injectable } from '@nestjs/common';
import type { EvidenceInput, IncidentActionInput, IncidentView } from '@panah/contracts/incidents.contract';
import { incidentProcess, type IncidentAction } from '@panah/domain/incidents/incident.process';
import { assertIncidentStep, isSerious } from '@panah/domain/incidents/incident.rules';
import { move, RuleBroken } from '@panah/domain/process/process';
import { incidentSeverity, type IncidentSeverity } from '@panah/domain/vocabulary/incidents';
import { CaseRecords } from '../cases/case.records';
import { DangerRecords } from '../duty/danger.records';
import { currentActor } from '../platform/access/current-reach';
import { invalid, notFound } from '../platform/errors/problem';
import { RiskEffects } from '../risk/risk-effects';
import { StaffRecords } from '../staff/staff.records';
import { EvidenceRecords } from './evidence.records';
import type { IncidentSecrets, OpenIncident } from './incident';
import { IncidentRecords } from './incident.records';
import { IncidentsService } from './incidents.service';

/** What came with a step. */
export interface StepGiven {
  severity?: string;
  confidence?: string;
  reviewOn?: string;
  clientInformed?: boolean;
  words?: string;
}

const A_MOMENT = 5 * 60 * 1000;

/** The steps of an incident, what is done about it, and its evidence. */
@Injectable()
export class IncidentSteps {
  constructor(
    private readonly incidents: IncidentRecords,
    private readonly evidence: EvidenceRecords,
    private readonly service: IncidentsService,
    private readonly dangers: DangerRecords,
    private readonly risk: RiskEffects,
    private readonly cases: CaseRecords,
    private readonly staff: StaffRecords,
  ) {}

  async step(id: string, action: IncidentAction, given: StepGiven = {}): Promise<IncidentView> {
    const incident = await this.incidents.hold(id, `incident:${action}`);
    const { row, secrets } = incident;
    const affected = await this.incidents.affected(id);
    const today = await this.todayOn(row.caseId);
    const facts = { state: row.state, severity: row.severity, reportedBy: row.reportedBy, actions: secrets.deeds };
    const taker = { by: currentActor().staffId, isSafety: standsOnDutyList(row.officeId), affected: affected.length, today };
    assertIncidentStep(action, { ...given, ...taker }, facts);
    const to = move(incidentProcess, row.state, action);
    const severity = severityOf(given, row.severity);
    const change = { state: to, severity, ...pick(given) };
    await this.incidents.change(incident, action, change, wordsOf(action, given, secrets));
    if (action === 'assess' && isSerious(severity)) await this.answerSerious(incident, affected);
    return this.service.read(id);
  }

  /** Something is to be done by somebody by a day. */
  async addDeed(id: string, { text, ownerId, dueOn }: IncidentActionInput): Promise<IncidentView> {
    const incident = await this.openOne(id);
    const colleagues = await this.staff.colleaguesIn(incident.row.officeId);
    if (!colleagues.some((one) => one.id === ownerId)) throw invalid({ ownerId: ['not-in-office'] });
    if (dueOn < (await this.todayOn(incident.row.caseId))) throw invalid({ dueOn: ['in-past'] });
    const { secrets } = incident;
    return this.saved(incident, 'add_action', { ...secrets, deeds: [...secrets.deeds, { text, ownerId, dueOn, doneOn: null }] });
  }

  async finishDeed(id: string, at: number): Promise<IncidentView> {
    const incident = await this.openOne(id);
    const { secrets } = incident;
    if (!secrets.deeds[at]) throw notFound();
    const today = await this.todayOn(incident.row.caseId);
    const deeds = secrets.deeds.map((deed, place) => (place === at ? { ...deed, doneOn: deed.doneOn ?? today } : deed));
    return this.saved(incident, 'finish_action', { ...secrets, deeds });
  }

  async addEvidence(id: string, { what, capturedAt, url, sha256 }: EvidenceInput): Promise<IncidentView> {
    const { row } = await this.openOne(id);
    const at = new Date(capturedAt);
    if (at.getTime() > Date.now() + A_MOMENT) throw invalid({ capturedAt: ['in-future'] });
    await this.evidence.add(row, at, { what, url: url ?? null, sha256: sha256 ?? null });
    return this.service.read(id);
  }

  /** Model 3.11: whoever is on duty is told, and the risk of each client whom it touched is looked at again (R-RI-04). */
  private async answerSerious({ row }: OpenIncident, affected: readonly { caseId: string }[]): Promise<void> {
    const { id, caseId, clientId, officeId, silent } = row;
    for (const one of affected) await this.risk.forceReview({ id: one.caseId }, new Date());
    // a word of duress has called somebody already
    if (!silent) await this.dangers.raise({ caseId, clientId, officeId, kind: 'INCIDENT', sourceId: id });
  }

  private async openOne(id: string): Promise<OpenIncident> {
    const incident = await this.incidents.hold(id, 'incident:edit');
    if (incident.row.state === 'CLOSED') throw new RuleBroken('not-open', { state: 'CLOSED', action: 'add', open: ['reopen'] });
    return incident;
  }

  private async saved(incident: OpenIncident, action: string, secrets: IncidentSecrets): Promise<IncidentView> {
    await this.incidents.change(incident, action, {}, secrets);
    return this.service.read(incident.row.id);
  }

  private async todayOn(caseId: string): Promise<string> {
    const today = await this.cases.todayOn(caseId);
    if (!today) throw notFound();
    return today;
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
