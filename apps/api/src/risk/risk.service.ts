import { Injectable } from '@nestjs/common';
import type { RiskAssessmentView, RiskInput } from '@panah/contracts/risk.contract';
import { move } from '@panah/domain/process/process';
import { riskFloor } from '@panah/domain/risk/risk-floor';
import { riskAssessmentProcess } from '@panah/domain/risk/risk.process';
import { assertSecondPerson, judgeRisk, type RiskVerdict } from '@panah/domain/risk/risk.rules';
import { reviewAt } from '@panah/domain/risk/risk-rhythm';
import type { RiskLevel } from '@panah/domain/vocabulary/cases';
import { CaseRecords, type ReachedCase } from '../cases/case.records';
import { currentActor } from '../platform/access/current-reach';
import { staleEdit } from '../platform/errors/problem';
import { StaffRecords } from '../staff/staff.records';
import { CaseSafetyRecords } from './case-safety.records';
import type { OpenRisk, RiskSecrets } from './risk-assessment';
import { RiskEffects } from './risk-effects.records';
import { judgementOf, levelOf, ratingOf, riskSecretsOf } from './risk-input';
import { type RiskPlain, RiskRecords } from './risk.records';
import { riskView } from './risk.view';

/** Assessments of risk: a draft of its author, final for good, with a second person where a level is set low. */
@Injectable()
export class RiskService {
  constructor(
    private readonly risks: RiskRecords,
    private readonly safety: CaseSafetyRecords,
    private readonly effects: RiskEffects,
    private readonly cases: CaseRecords,
    private readonly staff: StaffRecords,
  ) {}

  async read(id: string): Promise<RiskAssessmentView> {
    const risk = await this.risks.get(id);
    const file = await this.cases.reachable(risk.row.caseId, 'risk:read');
    const before = risk.row.state === 'WAITING' ? await this.risks.standing(risk.row.caseId) : null;
    return riskView(risk, await this.staff.names([risk.row.authorId, risk.row.confirmedBy, before?.row.authorId ?? null]), file, before);
  }

  async draft(caseId: string, input: RiskInput): Promise<RiskAssessmentView> {
    return this.read(await this.add(await this.cases.reachable(caseId, 'risk:assess'), input));
  }

  async keep(id: string, version: number, input: RiskInput): Promise<RiskAssessmentView> {
    await this.write(await this.own(id), version, input);
    return this.read(id);
  }

  /** Written and final in one act. */
  async assess(caseId: string, input: RiskInput): Promise<RiskAssessmentView> {
    const file = await this.cases.hold(caseId, 'risk:assess');
    const id = await this.add(file, input);
    return this.finish(await this.risks.hold(id, 'risk:assess'), 1, input, file);
  }

  /** What is final is what the author sees: the words come with the act. */
  async finalise(id: string, version: number, input: RiskInput): Promise<RiskAssessmentView> {
    const risk = await this.own(id);
    return this.finish(risk, version, input, await this.cases.hold(risk.row.caseId, 'risk:assess'));
  }

  async discard(id: string): Promise<RiskAssessmentView> {
    const { row } = await this.own(id);
    const state = move(riskAssessmentProcess, row.state, 'discard');
    await this.risks.settle({ row, secrets: null }, row.version, { ...row, ...UNDECIDED, state, action: 'discard' });
    return this.read(id);
  }

  /** The second person agrees (R-RI-01, R-RI-06). The rules are asked again: the level may have changed since. */
  async confirm(id: string, read?: number): Promise<RiskAssessmentView> {
    const risk = await this.risks.hold(id, 'risk:confirm');
    if (read !== undefined && read !== risk.row.version) throw staleEdit(risk.row.version, []);
    const state = move(riskAssessmentProcess, risk.row.state, 'confirm');
    const { staffId } = currentActor();
    assertSecondPerson(risk.row.authorId, staffId);
    const file = await this.cases.hold(risk.row.caseId, 'risk:confirm');
    const verdict = await this.judge(risk, file);
    const action = 'confirm';
    await this.settle(risk, file, verdict, { state, action, confirmedBy: staffId, secondReason: risk.row.secondReason });
    return this.read(id);
  }

  async sendBack(id: string, explanation: string): Promise<RiskAssessmentView> {
    const risk = await this.risks.hold(id, 'risk:confirm');
    const state = move(riskAssessmentProcess, risk.row.state, 'return');
    assertSecondPerson(risk.row.authorId, currentActor().staffId);
    const { row } = risk;
    await this.risks.settle(risk, row.version, { ...row, ...UNDECIDED, state, action: 'return' }, explanation);
    const file = await this.cases.reachable(row.caseId, 'risk:read');
    const names = await this.staff.names([row.authorId]);
    // it is its author's draft again; whoever sent it back reads it once more, as it was
    return riskView({ ...risk, row: { ...row, state, version: row.version + 1, secondReason: null } }, names, file);
  }

  private async add(file: ReachedCase, input: RiskInput): Promise<string> {
    const secrets = riskSecretsOf(input);
    return this.risks.add(file, await this.plainOf(file.id, input, secrets), secrets);
  }

  private async own(id: string): Promise<OpenRisk> {
    const risk = await this.risks.hold(id, 'risk:assess');
    move(riskAssessmentProcess, risk.row.state, 'finalise');
    return risk;
  }

  private async write(risk: OpenRisk, version: number, input: RiskInput): Promise<OpenRisk> {
    const secrets = riskSecretsOf(input);
    const plain = await this.plainOf(risk.row.caseId, input, secrets);
    await this.risks.keep(risk, version, plain, secrets);
    const { sealVersion } = risk.row;
    return { row: { ...risk.row, ...plain, version: version + 1, sealVersion: sealVersion + 1 }, secrets };
  }

  private async finish(risk: OpenRisk, version: number, input: RiskInput, file: ReachedCase): Promise<RiskAssessmentView> {
    const written = await this.write(risk, version, input);
    const verdict = await this.judge(written, file);
    const action = verdict.second ? 'propose' : 'finalise';
    const state = move(riskAssessmentProcess, written.row.state, action);
    await this.settle(written, file, verdict, { state, action, secondReason: verdict.second });
    return this.read(risk.row.id);
  }

  private async judge({ row, secrets }: OpenRisk, file: ReachedCase): Promise<RiskVerdict> {
    const { refusedForGood } = await this.safety.ofCase(file.id);
    const now = new Date().toISOString();
    const said = secrets ?? riskSecretsOf({ assessedAt: now, sources: [], seenAlone: false, ratings: [] });
    return judgeRisk(judgementOf(row.assessedAt.toISOString(), row.level, said, refusedForGood), await this.risks.standsOn(file), now);
  }

  private async plainOf(caseId: string, input: RiskInput, { ratings }: RiskSecrets): Promise<RiskPlain> {
    const { refusedForGood } = await this.safety.ofCase(caseId);
    return { assessedAt: new Date(input.assessedAt), floor: riskFloor(ratingOf(ratings), refusedForGood), level: levelOf(input) };
  }

  private async settle(
    risk: OpenRisk,
    file: ReachedCase,
    { level, floor, selfHarm }: RiskVerdict,
    step: { state: OpenRisk['row']['state']; action: string; secondReason: string | null; confirmedBy?: string },
  ): Promise<void> {
    const { row } = risk;
    const isFinal = step.state === 'FINAL';
    const next = isFinal ? reviewAt(level, row.assessedAt.toISOString()) : null;
    const previousLevel = file.riskLevel as RiskLevel | null;
    await this.risks.settle(risk, row.version, { ...step, level, floor, previousLevel, reviewAt: next, assessedAt: row.assessedAt });
    if (selfHarm && step.action !== 'confirm') await this.effects.tellOfSelfHarm(file, row.id);
    if (isFinal) await this.effects.ofFinal(file, row, level);
  }
}

/** What a step leaves empty that settles no level. */
const UNDECIDED = { floor: 'LOW', secondReason: null, confirmedBy: null, reviewAt: null } as const;
