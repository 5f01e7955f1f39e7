import { Injectable } from '@nestjs/common';
import type { BlockInput, BlocksView, TeamCandidatesView } from '@panah/contracts/case-team.contract';
import { StaffRecords } from '../staff/staff.records';
import { TaskCaseRecords } from '../tasks/task-case.records';
import { BlockRecords } from './block.records';
import { CaseRecords } from './case.records';
import { workerOf } from './case.view';

@Injectable()
export class BlocksService {
  constructor(
    private readonly cases: CaseRecords,
    private readonly blocks: BlockRecords,
    private readonly staff: StaffRecords,
    private readonly work: TaskCaseRecords,
  ) {}

  async read(caseId: string): Promise<BlocksView> {
    const blocks = await this.blocks.of(await this.cases.reachable(caseId, 'block:read'));
    const names = await this.staff.names(blocks.flatMap(({ staffId, setBy }) => [staffId, setBy]));
    const items = blocks.map(({ setAt, liftedAt, setBy, ...block }) => ({
      ...block,
      name: names.get(block.staffId) ?? '',
      setBy: workerOf(setBy, names),
      setAt: setAt.toISOString(),
      liftedAt: liftedAt?.toISOString() ?? null,
    }));
    return { id: caseId, items };
  }

  /** Colleagues of the case's office. Who is closed off already is not said here. */
  async candidates(caseId: string): Promise<TeamCandidatesView> {
    const { officeId } = await this.cases.reachable(caseId, 'block:set');
    const colleagues = await this.staff.colleaguesIn(officeId);
    return { items: colleagues.map(({ id, displayName, roles }) => ({ id, name: displayName, roles })) };
  }

  async set(caseId: string, { staffId, kind, source }: BlockInput): Promise<void> {
    const file = await this.cases.hold(caseId, 'block:set');
    await this.blocks.set(file, staffId, kind, source);
    await this.work.leave(file.clientId, staffId);
  }

  async lift(caseId: string, id: string): Promise<BlocksView> {
    await this.blocks.lift(await this.cases.reachable(caseId, 'block:lift'), id);
    return this.read(caseId);
  }
}
