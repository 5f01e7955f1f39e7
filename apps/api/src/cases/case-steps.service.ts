import { Injectable } from '@nestjs/common';
import type { ReopeningInput } from '@panah/contracts/case-steps.contract';
import type { CaseView } from '@panah/contracts/cases.contract';
import type { Word } from '@panah/domain/access/access-table';
import { caseProcess, type CaseAction, type CaseState } from '@panah/domain/cases/case.process';
import { assertCaseStep, type CaseStep } from '@panah/domain/cases/case.rules';
import { move, RuleBroken } from '@panah/domain/process/process';
import type { CaseHoldReason, ClosureReason } from '@panah/domain/vocabulary/cases';
import { NoteRecords } from '../notes/note.records';
import { currentActor } from '../platform/access/current-reach';
import { staleEdit } from '../platform/errors/problem';
import { StaffRecords } from '../staff/staff.records';
import { CaseEffects } from './case-effects';
import { CaseRecords, type ReachedCase } from './case.records';
import { changeBy, type StepGiven } from './case-changes';
import { caseView, factsOf } from './case.view';
import { CasesService } from './cases.service';
import { ClosuresService } from './closures.service';
import { TeamRecords } from './team.records';

/** The steps of a case: hold it, ask the rules, move it, read it again. */
@Injectable()
export class CaseStepsService {
  constructor(
    private readonly cases: CaseRecords,
    private readonly team: TeamRecords,
    private readonly notes: NoteRecords,
    private readonly service: CasesService,
    private readonly staff: StaffRecords,
    private readonly effects: CaseEffects,
    private readonly closures: ClosuresService,
  ) {}

  async step(id: string, action: CaseAction, given: StepGiven = {}): Promise<CaseView> {
    const [file, today] = await Promise.all([this.cases.hold(id, `case:${action}` satisfies Word), this.cases.todayOn(id)]);
    const found = await this.effects.found(action, file);
    assertAsRead(given.planVersion, found.plan?.row.version);
    const step = {
      ...(await this.stepOf(file, today, given)),
      ...found,
      plan: found.plan?.secrets,
      planAuthors: found.plan?.row.authorIds,
    };
    assertCaseStep(action, step, factsOf(file));
    const closure = given.stock ? await this.closures.prepare(file, given.stock, step.attempts ?? []) : null;
    const around = { file, today: step.today, reason: given.reason, plan: found.plan, closure };
    await this.effects.before(action, around);
    const to = move(caseProcess, file.state as CaseState, action);
    const change = changeBy(action, { ...given, by: step.by, today: step.today, now: new Date() });
    // one round trip; who asks for closure is whoever takes the step
    const [after, names] = await Promise.all([
      this.cases.move(file, { action, to, change, reason: given.holdReason ?? given.closureReason, note: given.reason }),
      this.staff.names([file.primaryWorkerId, file.closureRequestedBy, step.by]),
      this.effects.beside(action, around),
      to === 'CLOSED' ? this.team.endAllButPrimary(id) : undefined,
    ]);
    // whoever closes a case may have left its team by that
    return caseView(to === 'CLOSED' ? await this.cases.reachable(id, 'case:read') : after, names);
  }

  /** The next period: a new case under the same reference; the closed one stays as it was. */
  async reopen(id: string, { reason, primaryWorkerId }: ReopeningInput): Promise<CaseView> {
    const [file, today] = await Promise.all([this.cases.hold(id, 'case:reopen'), this.cases.todayOn(id)]);
    assertCaseStep('reopen', await this.stepOf(file, today, { reason }), factsOf(file));
    if (file.hasLaterPeriod) throw new RuleBroken('not-latest-period');
    const worker = await this.team.joinedWorker(id, primaryWorkerId);
    await this.team.endAll(id);
    await this.cases.leaveStep(file, 'reopen', reason);
    return this.service.read(await this.cases.open({ ...file, ...worker, primaryWorkerId, periodNo: file.periodNo + 1 }));
  }

  private async stepOf(file: ReachedCase, today: string, given: StepGiven): Promise<CaseStep> {
    return {
      by: currentActor().staffId,
      today,
      reason: given.reason,
      noNeeds: given.noNeeds,
      note: given.note ? await this.notes.signed(given.note, file.id) : null,
      holdReason: given.holdReason as CaseHoldReason | undefined,
      reviewOn: given.reviewOn,
      closureReason: given.closureReason as ClosureReason | undefined,
      attempts: given.closureReason === 'LOST_CONTACT' ? await this.closures.attemptsOn(file) : [],
    };
  }
}

/** Whoever approves has read what they approve: a plan that was written anew since is read first. */
function assertAsRead(read: number | undefined, version: number | undefined): void {
  if (read !== undefined && version !== undefined && read !== version) throw staleEdit(version, []);
}
