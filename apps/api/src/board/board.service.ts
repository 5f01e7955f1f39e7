import { Injectable } from '@nestjs/common';
import type {
  ApprovalListView,
  CapacityView,
  HighRiskListView,
  OverdueListView,
  OverdueQuery,
  WaitingView,
} from '@panah/contracts/board.contract';
import type { ListQuery } from '@panah/contracts/list.contract';
import { StaffRecords } from '../staff/staff.records';
import { ApprovalRecords } from './approval.records';
import { BoardNames } from './board-names';
import { approvalView, capacityView, highRiskView, overdueView } from './board.view';
import { CapacityRecords } from './capacity.records';
import { HighRiskRecords } from './high-risk.records';
import { OverdueRecords } from './overdue.records';

/** What a coordinator looks over: what waits for a second person, what is late, who is in danger, who carries how much. */
@Injectable()
export class BoardService {
  constructor(
    private readonly waiting: ApprovalRecords,
    private readonly late: OverdueRecords,
    private readonly endangered: HighRiskRecords,
    private readonly team: CapacityRecords,
    private readonly names: BoardNames,
    private readonly staff: StaffRecords,
  ) {}

  async approvals(): Promise<ApprovalListView> {
    const rows = await this.waiting.list();
    return { items: (await this.names.open(rows)).map(approvalView), total: rows[0]?.total ?? 0 };
  }

  async counts(): Promise<WaitingView> {
    return { approvals: await this.waiting.count() };
  }

  async overdue(query: OverdueQuery): Promise<OverdueListView> {
    const { rows, ...sums } = await this.late.list(query);
    return { ...sums, items: (await this.names.open(rows)).map(overdueView) };
  }

  async highRisk(query: ListQuery): Promise<HighRiskListView> {
    const { rows, ...sums } = await this.endangered.list(query);
    const now = new Date();
    return { ...sums, items: (await this.names.open(rows)).map((row) => highRiskView(row, now)) };
  }

  async capacity(): Promise<CapacityView> {
    const rows = await this.team.workers();
    const deputies = rows.flatMap(({ deputyId: id, deputySealed: sealed, deputySealVersion: sealVersion }) =>
      id && sealed ? [{ id, sealed, sealVersion }] : [],
    );
    return capacityView(rows, await this.staff.namesKnowing([...rows, ...deputies], []));
  }
}
