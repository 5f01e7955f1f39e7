import { Controller, Get, Query } from '@nestjs/common';
import {
  ApprovalListView,
  CapacityView,
  HighRiskListView,
  OverdueListView,
  OverdueQuery,
  WaitingView,
} from '@panah/contracts/board.contract';
import { ListQuery } from '@panah/contracts/list.contract';
import { Allow } from '../platform/access/allow';
import { BoardService } from './board.service';

/** The coordinator's board. It decides nothing: each decision is a step of the record it is about. */
@Controller('board')
export class BoardController {
  constructor(private readonly board: BoardService) {}

  @Get('approvals')
  @Allow('board:read')
  approvals(): Promise<ApprovalListView> {
    return this.board.approvals();
  }

  @Get('waiting')
  @Allow('board:read')
  counts(): Promise<WaitingView> {
    return this.board.counts();
  }

  @Get('overdue')
  @Allow('board:read')
  overdue(@Query() query: OverdueQuery): Promise<OverdueListView> {
    return this.board.overdue(query);
  }

  @Get('high-risk')
  @Allow('board:read')
  highRisk(@Query() query: ListQuery): Promise<HighRiskListView> {
    return this.board.highRisk(query);
  }

  @Get('capacity')
  @Allow('board:read')
  capacity(): Promise<CapacityView> {
    return this.board.capacity();
  }
}
