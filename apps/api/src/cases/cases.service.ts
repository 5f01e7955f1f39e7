import { Injectable } from '@nestjs/common';
import type {
  CandidatesView,
  CaseHistoryView,
  CaseInput,
  CaseListQuery,
  CaseListView,
  CaseView,
  AllocationInput,
} from '@panah/contracts/cases.contract';
import { assertMayAllocate, type CaseWeighed, HARD_LIMIT, loadLevel, SOFT_LIMIT, weightOf } from '@panah/domain/cases/caseload.rules';
import { PRIMARY_WORKER_ROLE } from '@panah/domain/cases/primary-worker';
import { COUNSELLOR_ROLE } from '@panah/domain/counselling/counsellor';
import { RuleBroken } from '@panah/domain/process/process';
import { ProcessSteps } from '../platform/process-steps';
import { StaffRecords } from '../staff/staff.records';
import { TaskCaseRecords } from '../tasks/task-case.records';
import { CaseRecords, type ReachedCase } from './case.records';
import { caseListView, caseStepView, caseView } from './case.view';
import { CaseloadRecords } from './caseload.records';
import { KnownColleagues } from './known-colleagues.records';
import { TeamRecords } from './team.records';

@Injectable()
export class CasesService {
  constructor(
    private readonly cases: CaseRecords,
    private readonly caseload: CaseloadRecords,
    private readonly team: TeamRecords,
    private readonly staff: StaffRecords,
    private readonly steps: ProcessSteps,
    private readonly work: TaskCaseRecords,
    private readonly known: KnownColleagues,
  ) {}

  async list(query: CaseListQuery): Promise<CaseListView> {
    return caseListView(await this.caseload.list(query));
  }

  async read(id: string): Promise<CaseView> {
    const file = await this.cases.reachable(id, 'case:read');
    return caseView(file, await this.staff.names([file.primaryWorkerId, file.closureRequestedBy]));
  }

  async edit(id: string, version: number, { priority, streams, country }: CaseInput): Promise<CaseView> {
    const file = await this.cases.hold(id, 'case:edit');
    if (file.state === 'CLOSED') throw new RuleBroken('not-open', { state: file.state, action: 'edit', open: [] });
    await this.cases.edit(file, version, { priority, streams, country });
    return this.read(id);
  }

  async history(id: string): Promise<CaseHistoryView> {
    const file = await this.cases.reachable(id, 'case:read');
    const told = this.known.mayKnow(file);
    const steps = (await this.steps.of(id, file.clientId)).filter(({ reason }) => told || reason !== COUNSELLOR_ROLE);
    const names = await this.known.names(
      file,
      steps.map(({ byId }) => byId),
    );
    return { steps: steps.map((step) => caseStepView(step, names)) };
  }

  /** Who could take the case, with what each would carry then (R-CA-05). Whoever is closed off from the client is not among them. */
  async candidates(id: string): Promise<CandidatesView> {
    const file = await this.cases.reachable(id, 'case:allocate');
    const workers = await this.staff.colleaguesIn(file.officeId, PRIMARY_WORKER_ROLE);
    const loads = await this.caseload.loadsIn(file.officeId);
    const places = await this.team.placesOn(file);
    const items = workers
      .filter((worker) => !places.blocked.has(worker.id))
      .map(({ id: staffId, displayName: name }) => {
        const { openCases, points } = loads.get(staffId) ?? { openCases: 0, points: 0 };
        const added = file.primaryWorkerId === staffId ? 0 : weightOf(weighed(file));
        return { id: staffId, name, openCases, points, level: loadLevel(points + added), onTeam: places.of(staffId) };
      });
    return { softLimit: SOFT_LIMIT, hardLimit: HARD_LIMIT, items: items.sort((a, b) => a.points - b.points) };
  }

  /** R-CA-01: one primary worker after the other, in one act. The new one has answered both questions before (R-AC-13). */
  async allocate(id: string, { staffId, reason }: AllocationInput): Promise<CaseView> {
    const file = await this.cases.hold(id, 'case:allocate');
    if (file.state === 'CLOSED') throw new RuleBroken('not-open', { state: file.state, action: 'allocate', open: ['reopen'] });
    await this.team.joinedWorker(id, staffId);
    const { points } = (await this.caseload.loadsIn(file.officeId)).get(staffId) ?? { points: 0 };
    assertMayAllocate(file.primaryWorkerId === staffId ? points : points + weightOf(weighed(file)), reason ?? null);
    await this.team.makePrimary(id, staffId);
    await this.work.follow(id, staffId);
    await this.cases.move(file, { action: 'allocate', to: file.state, change: { primaryWorkerId: staffId }, note: reason });
    return this.read(id);
  }
}

const weighed = ({ state, riskLevel }: ReachedCase): CaseWeighed => ({ state, riskLevel }) as CaseWeighed;
