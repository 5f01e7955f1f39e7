import { Injectable } from '@nestjs/common';
import type { CounsellingDeskView, CounsellingLineView, SupervisionInput } from '@panah/contracts/counselling-desk.contract';
import { SUPERVISION_DAYS, SUPERVISION_MISSING_DAYS } from '@panah/domain/counselling/counselling.rules';
import { COUNSELLOR_ROLE } from '@panah/domain/counselling/counsellor';
import { RuleBroken } from '@panah/domain/process/process';
import { dayAt } from '@panah/domain/staff/office-calendar';
import { currentActor } from '../platform/access/current-reach';
import { notFound } from '../platform/errors/problem';
import { StaffRecords } from '../staff/staff.records';
import { ledOffices } from './counselling-reach';
import { personOf } from './counselling.view';
import { type DeskLine, type DeskPart, DeskRecords } from './desk.records';
import { PrivateNotes } from './private-notes.service';
import { SupervisionRecords } from './supervision.records';

/** The counsellors' page, and supervision. */
@Injectable()
export class DeskService {
  constructor(
    private readonly desk: DeskRecords,
    private readonly supervision: SupervisionRecords,
    private readonly privately: PrivateNotes,
    private readonly staff: StaffRecords,
  ) {}

  async read(): Promise<CounsellingDeskView> {
    const [lines, due, supervised, offices] = [
      await this.desk.lines(),
      await this.desk.due(),
      await this.supervision.due(),
      await this.desk.offices(),
    ];
    const names = await this.staff.names([
      ...lines.map(({ counsellorId }) => counsellorId),
      ...due.map(({ personId }) => personId),
      ...supervised.map(({ counsellorId }) => counsellorId),
    ]);
    const of = (part: DeskPart): CounsellingLineView[] => lines.filter((line) => line.part === part).map((line) => lineView(line, names));
    const now = new Date();
    return {
      mine: of('mine'),
      requests: of('requests'),
      waiting: of('waiting'),
      others: of('others'),
      due: due.map(({ kind, id, episodeId, caseRef, personId, due: at }) => ({
        id,
        kind,
        episodeId,
        caseRef,
        person: personId ? personOf(personId, names) : null,
        due: at.toISOString(),
        late: at <= now,
      })),
      supervision: supervised.map(({ counsellorId, officeId, lastOn, days }) => ({
        counsellor: personOf(counsellorId, names),
        officeId,
        lastOn,
        days,
        state: days >= SUPERVISION_MISSING_DAYS ? 'MISSING' : days >= SUPERVISION_DAYS ? 'DUE' : 'KEPT',
      })),
      toSupervise: await this.privately.toSupervise(),
      offices: offices.map(({ id, name }) => ({ id, name })),
      colleagues: (await Promise.all(offices.map(({ id }) => this.staff.colleaguesIn(id, COUNSELLOR_ROLE))))
        .flat()
        .map(({ id, displayName }) => ({ id, name: displayName })),
      actions: ledOffices().length ? ['license', 'report'] : [],
    };
  }

  /** Recorded by either of the two; never what was said. */
  async supervise({ officeId, counsellorId, supervisorId, heldOn, minutes }: SupervisionInput): Promise<CounsellingDeskView> {
    const { staffId } = currentActor();
    if (counsellorId === supervisorId) throw new RuleBroken('same-person', { act: 'SUPERVISE' }, { supervisorId: ['same-person'] });
    const colleagues = await this.staff.colleaguesIn(officeId);
    const known = (id: string): boolean => colleagues.some((one) => one.id === id);
    if ((staffId !== counsellorId && staffId !== supervisorId) || !known(counsellorId) || !known(supervisorId)) throw notFound();
    const { timeZone } = await this.staff.officeOf(officeId);
    if (heldOn > dayAt(new Date().toISOString(), timeZone)) throw new RuleBroken('in-future', {}, { heldOn: ['in-future'] });
    await this.supervision.record(officeId, counsellorId, supervisorId, heldOn, minutes);
    return this.read();
  }
}

const lineView = (line: DeskLine, names: ReadonlyMap<string, string>): CounsellingLineView => ({
  id: line.id,
  caseId: line.caseId,
  caseRef: line.caseRef,
  language: line.language,
  urgency: line.urgency,
  service: line.service,
  state: line.state,
  since: line.stateSince.toISOString(),
  counsellor: line.counsellorId ? personOf(line.counsellorId, names) : null,
  question: line.question,
  nextSessionAt: line.nextSessionAt?.toISOString() ?? null,
  opens: line.opens,
});
