import { Injectable } from '@nestjs/common';
import type { AbsenceInput, AbsenceListView, AbsenceView, DeputyInput } from '@panah/contracts/absences.contract';
import { PRIMARY_WORKER_ROLE } from '@panah/domain/cases/primary-worker';
import { classesFor } from '@panah/domain/cases/team-classes';
import { OFFICE_ROLE } from '@panah/domain/staff/office-role';
import { RuleBroken } from '@panah/domain/process/process';
import { assertAbsence, assertDeputy, needsDeputy, workingDaysIn } from '@panah/domain/staff/absence.rules';
import { dayAt } from '@panah/domain/staff/office-calendar';
import { CaseRecords } from '../cases/case.records';
import { TeamQuestionRecords } from '../cases/team-question.records';
import { TeamRecords } from '../cases/team.records';
import { currentActor, currentReach, hasWord } from '../platform/access/current-reach';
import { notFound } from '../platform/errors/problem';
import type { OfficeRow } from '../staff/office.entity';
import { StaffRecords } from '../staff/staff.records';
import { type Absence, AbsenceRecords } from './absence.records';

interface Reached {
  open: number;
  asked: number;
}

/** Who is away, and who stands in: R-CA-10. A deputy opens no file without the two answers of R-AC-13. */
@Injectable()
export class AbsencesService {
  constructor(
    private readonly absences: AbsenceRecords,
    private readonly staff: StaffRecords,
    private readonly cases: CaseRecords,
    private readonly team: TeamRecords,
    private readonly questions: TeamQuestionRecords,
  ) {}

  async list(): Promise<AbsenceListView> {
    const absences = await this.absences.list();
    const { roles } = currentActor();
    const offices = [...new Set(roles.flatMap(({ officeId }) => officeId ?? []))];
    const colleagues = (await Promise.all(offices.map((id) => this.staff.colleaguesIn(id)))).flat();
    const byId = new Map(colleagues.map(({ id, displayName: name }) => [id, { id, name }]));
    const items = [];
    for (const absence of absences) items.push(await this.view(absence));
    return { items, colleagues: [...byId.values()], officeId: offices[0] ?? '', actions: hasWord('absence:record') ? ['record'] : [] };
  }

  async read(id: string): Promise<AbsenceView> {
    return this.view(await this.absences.get(id));
  }

  /** One says it of oneself; a coordinator, of anybody in the office. */
  async record({ staffId = currentActor().staffId, officeId, from, until }: AbsenceInput): Promise<AbsenceView> {
    const office = await this.officeOf(staffId, officeId);
    assertAbsence({ from, until }, dayAt(new Date().toISOString(), office.timeZone));
    const needs = needsDeputy({ from, until }, office);
    return this.read(await this.absences.add({ officeId, staffId, fromOn: from, untilOn: until, needsDeputy: needs }));
  }

  /** Cases on whose team the deputy stands open at once; on the others both are asked first. */
  async nameDeputy(id: string, { deputyId }: DeputyInput): Promise<AbsenceView> {
    const absence = await this.held(id, 'absence:name-deputy');
    assertDeputy(deputyId, absence.staffId);
    const colleague = (await this.staff.colleaguesIn(absence.officeId)).find(({ id: known }) => known === deputyId);
    if (!colleague) throw new RuleBroken('deputy-not-suitable', {}, { deputyId: ['notSuitable'] });
    await this.absences.nameDeputy(absence, deputyId);
    const coordinates = colleague.roles.includes(OFFICE_ROLE);
    if (!coordinates) await this.standings(absence, deputyId, true);
    return this.read(id);
  }

  async end(id: string): Promise<AbsenceView> {
    await this.absences.end(await this.held(id, 'absence:end'));
    return this.read(id);
  }

  /** On how many of the absent person's cases the deputy stands, or is asked; asks where they do neither, when wanted. */
  private async standings({ staffId, officeId }: Absence, deputyId: string, ask: boolean): Promise<Reached> {
    const reached: Reached = { open: 0, asked: 0 };
    for (const caseId of await this.absences.openCasesOf(staffId, officeId)) {
      const file = await this.cases.reachable(caseId, 'team:propose');
      const places = await this.team.placesOn(file);
      const place = places.blocked.has(deputyId) ? 'BLOCKED' : places.of(deputyId);
      if (place === 'YES' || place === 'PRIMARY') reached.open += 1;
      else if (place === 'ASKED') reached.asked += 1;
      else if (ask && place === 'NO') {
        await this.team.assertSuitable(file, deputyId, PRIMARY_WORKER_ROLE);
        const facts = await this.questions.factsOf(caseId);
        const classes = [...classesFor(PRIMARY_WORKER_ROLE)];
        await this.team.propose(file, { staffId: deputyId, role: PRIMARY_WORKER_ROLE, reason: 'COVER', classes, facts });
        reached.asked += 1;
      }
    }
    return reached;
  }

  private async officeOf(staffId: string, officeId: string): Promise<OfficeRow> {
    const coordinates = currentReach('absence:record').offices.includes(officeId);
    const own = staffId === currentActor().staffId && currentActor().roles.some((role) => role.officeId === officeId);
    if (!coordinates && !own) throw notFound();
    const colleagues = await this.staff.colleaguesIn(officeId);
    if (!colleagues.some(({ id }) => id === staffId)) throw notFound();
    return this.staff.officeOf(officeId);
  }

  private async held(id: string, word: 'absence:name-deputy' | 'absence:end'): Promise<Absence> {
    const absence = await this.absences.hold(id, word);
    const may =
      currentReach(word).offices.includes(absence.officeId) || (word === 'absence:end' && absence.staffId === currentActor().staffId);
    if (!may) throw notFound();
    if (absence.endedAt) throw new RuleBroken('not-open', { state: 'BACK', action: word, open: [] });
    return absence;
  }

  private async view(absence: Absence): Promise<AbsenceView> {
    const { id, version, officeId, staffId, fromOn: from, untilOn: until, deputyId, endedAt } = absence;
    const names = await this.staff.names([staffId, deputyId]);
    const coordinates = hasWord('absence:name-deputy') && currentReach('absence:name-deputy').offices.includes(officeId);
    const reached = deputyId && coordinates && !endedAt ? await this.standings(absence, deputyId, false) : null;
    return {
      id,
      version,
      officeId,
      person: { id: staffId, name: names.get(staffId) ?? '' },
      from,
      until,
      workingDays: workingDaysIn({ from, until }, await this.staff.officeOf(officeId)),
      deputyMissing: absence.needsDeputy && deputyId === null && endedAt === null,
      deputy: deputyId === null ? null : { id: deputyId, name: names.get(deputyId) ?? '' },
      casesOpen: reached?.open ?? null,
      casesAsked: reached?.asked ?? null,
      actions: endedAt
        ? []
        : [...(coordinates ? ['name-deputy'] : []), ...(coordinates || staffId === currentActor().staffId ? ['end'] : [])],
    };
  }
}
