import { Injectable } from '@nestjs/common';
import type { IncidentActionInput } from '@panah/contracts/incident-steps.contract';
import type { EvidenceInput } from '@panah/contracts/incident-evidence.contract';
import type { IncidentView } from '@panah/contracts/incidents.contract';
import { pastMoment } from '../platform/errors/past-moment';
import { invalid, notFound } from '../platform/errors/problem';
import { newId } from '../platform/new-id';
import { StaffRecords } from '../staff/staff.records';
import { TaskRecords } from '../tasks/task.records';
import { EvidenceRecords } from './evidence.records';
import type { IncidentSecrets, OpenIncident } from './incident';
import { assertStillOpen } from './incident-input';
import { IncidentRecords } from './incident.records';
import { IncidentsService } from './incidents.service';

/** What is done about an incident, and what proves it. */
@Injectable()
export class IncidentDeeds {
  constructor(
    private readonly incidents: IncidentRecords,
    private readonly evidence: EvidenceRecords,
    private readonly service: IncidentsService,
    private readonly staff: StaffRecords,
    private readonly tasks: TaskRecords,
  ) {}

  /** Something is to be done by somebody by a day. */
  async addDeed(id: string, { text, ownerId, dueOn }: IncidentActionInput): Promise<IncidentView> {
    const incident = await this.openOne(id);
    const { row, secrets } = incident;
    const { officeId, caseId, clientId } = row;
    await this.assertOwner(incident, ownerId);
    if (dueOn < (await this.service.todayIn(officeId))) throw invalid({ dueOn: ['in-past'] });
    const deed = { id: newId(), text, ownerId, dueOn, doneOn: null };
    const asked = { ownerId, dueOn, recordId: deed.id };
    if (caseId === null || clientId === null) await this.tasks.raiseOfIncident({ ...asked, officeId, incidentId: id });
    // what was opened in silence leaves no task: tasks of a file are seen by its team
    else if (!row.silent) await this.tasks.raise({ ...asked, kind: 'INCIDENT_ACTION', caseId, clientId });
    return this.saved(incident, 'add_action', { ...secrets, deeds: [...secrets.deeds, deed] });
  }

  async finishDeed(id: string, deedId: string): Promise<IncidentView> {
    const incident = await this.openOne(id);
    const { secrets } = incident;
    if (!secrets.deeds.some((deed) => deed.id === deedId)) throw notFound();
    await this.tasks.settle('INCIDENT_ACTION', deedId);
    const today = await this.service.todayIn(incident.row.officeId);
    const deeds = secrets.deeds.map((deed) => (deed.id === deedId ? { ...deed, doneOn: deed.doneOn ?? today } : deed));
    return this.saved(incident, 'finish_action', { ...secrets, deeds });
  }

  async addEvidence(id: string, { what, capturedAt, url, sha256 }: EvidenceInput): Promise<IncidentView> {
    const { row } = await this.openOne(id);
    await this.evidence.add(row, pastMoment('capturedAt', capturedAt), { what, url: url ?? null, sha256: sha256 ?? null });
    return this.service.read(id);
  }

  private async openOne(id: string): Promise<OpenIncident> {
    const incident = await this.incidents.hold(id, 'incident:edit');
    assertStillOpen(incident.row);
    return incident;
  }

  private async saved(incident: OpenIncident, action: string, secrets: IncidentSecrets): Promise<IncidentView> {
    await this.incidents.change(incident, action, {}, secrets);
    return this.service.read(incident.row.id);
  }

  private async assertOwner(incident: OpenIncident, ownerId: string): Promise<void> {
    const readers = await this.service.mayOwnDeeds(incident);
    const colleagues = await this.staff.colleaguesIn(incident.row.officeId);
    if (!colleagues.some((one) => one.id === ownerId)) throw invalid({ ownerId: ['not-in-office'] });
    if (readers && !readers.includes(ownerId)) throw invalid({ ownerId: ['may-not-read'] });
  }
}
