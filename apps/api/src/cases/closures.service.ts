import { Injectable } from '@nestjs/common';
import type { CaseClosureView, ClosureRequestInput } from '@panah/contracts/closures.contract';
import { assertStock, type ClosureStock, retentionUntil } from '@panah/domain/cases/closure.rules';
import { type Attempt, proofOf } from '@panah/domain/cases/lost-contact.rules';
import { isOpenNeed } from '@panah/domain/needs/need.rules';
import type { ClosureReason } from '@panah/domain/vocabulary/cases';
import type { ClosureCheck } from '@panah/domain/vocabulary/closures';
import { contactChannel } from '@panah/domain/vocabulary/clients';
import { NeedRecords } from '../plans/need.records';
import { OutcomeReviewRecords } from '../reintegration/outcome-review.records';
import { StaffRecords } from '../staff/staff.records';
import { CaseEndings } from './case-endings.records';
import { CaseRecords, type ReachedCase } from './case.records';
import { type AskedClosure, ClosureRecords } from './closure.records';
import { closureView } from './closure.view';
import { LostContactService } from './lost-contact.service';

/** Closure takes stock: what was reached, what stays open, how one meets again (model 2.16). */
@Injectable()
export class ClosuresService {
  constructor(
    private readonly cases: CaseRecords,
    private readonly closures: ClosureRecords,
    private readonly endings: CaseEndings,
    private readonly needs: NeedRecords,
    private readonly outcomes: OutcomeReviewRecords,
    private readonly lost: LostContactService,
    private readonly staff: StaffRecords,
  ) {}

  /** What there is to take stock of, and what was asked for last. */
  async read(caseId: string): Promise<CaseClosureView> {
    const file = await this.cases.reachable(caseId, 'closure:read');
    const [closure, reviews, unmet, attempts, safe, holds] = [
      await this.closures.last(caseId),
      await this.outcomes.ofCase(caseId),
      await this.unmetNeeds(file),
      await this.lost.attemptsOn(file),
      await this.lost.safeWays(file.clientId, contactChannel.codes),
      await this.endings.holdsOf(file),
    ];
    const names = await this.staff.names([closure?.row.requestedBy ?? null, closure?.row.decidedBy ?? null]);
    const today = await this.cases.todayOn(caseId);
    const stock = { unmet, proof: proofOf(attempts), safe, holds, retentionUntil: retentionUntil(file.closedOn ?? today) };
    return closureView(file, { closure, reviews, names, ...stock });
  }

  /** R-CA-08. */
  attemptsOn(file: ReachedCase): Promise<Attempt[]> {
    return this.lost.attemptsOn(file);
  }

  /** The case is held, and the step is open. @throws RuleBroken `closure-incomplete` */
  async prepare(file: ReachedCase, input: ClosureRequestInput, attempts: readonly Attempt[]): Promise<AskedClosure> {
    const stock = stockOf(input);
    const review = (await this.outcomes.ofCase(file.id)).find(({ row }) => row.point === 'CLOSURE');
    assertStock(stock, {
      workBegan: file.state === 'ACTIVE' || file.state === 'ON_HOLD',
      hasClosureReview: review !== undefined,
      safeChannels: await this.lost.safeWays(file.clientId, stock.followUpChannel ? [stock.followUpChannel] : []),
    });
    const { handover = [], unmetWords = '', followUpWords = '' } = input;
    const secrets = {
      clientNotToldWhy: stock.clientNotToldWhy,
      followUpChannel: stock.followUpChannel,
      followUpWords: followUpWords.trim() || null,
      checklist: stock.checklist,
      safetyCheck: stock.safetyCheck,
      handover,
      unmetNeeds: await this.unmetNeeds(file),
      unmetWords: unmetWords.trim() || null,
    };
    const proof = stock.reason === 'LOST_CONTACT' ? proofOf(attempts) : null;
    return { stock, secrets, outcomeReviewId: review?.row.id ?? null, proof };
  }

  private async unmetNeeds(file: ReachedCase): Promise<{ id: string; code: string }[]> {
    const needs = await this.needs.ofCase(file);
    return needs.filter(({ row }) => isOpenNeed(row.status)).map(({ row, secrets }) => ({ id: row.id, code: secrets.code }));
  }
}

function stockOf(input: ClosureRequestInput): ClosureStock {
  const said = (words: string | undefined): string | null => words?.trim() || null;
  return {
    reason: input.closureReason as ClosureReason,
    clientTold: input.clientTold as 'YES' | 'NO',
    clientNotToldWhy: input.clientTold === 'NO' ? said(input.clientNotToldWhy) : null,
    followUp: input.followUp as 'YES' | 'NO',
    followUpChannel: input.followUp === 'YES' ? said(input.followUpChannel) : null,
    checklist: input.checklist as ClosureCheck[],
    safetyCheck: said(input.safetyCheck),
  };
}
