import { Injectable } from '@nestjs/common';
import type { ClaimDecisionInput, ClaimStepInput, ServiceInput } from '@panah/contracts/claim-steps.contract';
import type { ClaimView } from '@panah/contracts/asylum.contract';
import { type ClaimAction, claimProcess, type ClaimState, ENDED } from '@panah/domain/asylum/claim.process';
import { assertClaimStep, type ClaimFacts } from '@panah/domain/asylum/claim.rules';
import { valueOn } from '@panah/domain/asylum/country-profile';
import { type DecisionContext, type WholeDecision, wholeDecision } from '@panah/domain/asylum/decision.rules';
import { move, RuleBroken } from '@panah/domain/process/process';
import type { ServiceMethod } from '@panah/domain/vocabulary/claims';
import { CaseRecords } from '../cases/case.records';
import { DocumentRecords } from '../documents/document.records';
import { mayOn } from '../platform/access/may-on';
import { invalid } from '../platform/errors/problem';
import type { DecisionRow, OpenClaim } from './claim';
import { ClaimDeadlines, type Ground } from './claim-deadlines';
import { ClaimEffects } from './claim-effects';
import { ClaimPartRecords } from './claim-part.records';
import { type ClaimDays, ClaimRecords } from './claim.records';
import { ClaimsService, detailsBy } from './claims.service';

const KIND_OF: Partial<Record<ClaimAction, DecisionContext['kind']>> = {
  decide_positive: 'GRANT',
  decide_negative: 'REFUSAL',
  transfer_decision: 'TRANSFER',
  inadmissible: 'INADMISSIBLE',
  ruling_positive: 'ALLOWED',
  remitted: 'REMITTED',
  ruling_negative: 'LOST',
  further_appeal: 'LOST',
};
/** At which instance an authority or a court decides in a state. */
const INSTANCE_IN: Partial<Record<ClaimState, number>> = { APPEAL_LODGED: 2, APPEAL_HEARD: 2, FURTHER_APPEAL: 3 };

/** The steps of a claim: its rules are asked, it moves, and what follows from it happens in the same transaction. */
@Injectable()
export class ClaimSteps {
  constructor(
    private readonly claims: ClaimRecords,
    private readonly parts: ClaimPartRecords,
    private readonly effects: ClaimEffects,
    private readonly ground: ClaimDeadlines,
    private readonly cases: CaseRecords,
    private readonly documents: DocumentRecords,
    private readonly service: ClaimsService,
  ) {}

  async step(id: string, action: ClaimAction, input: ClaimStepInput): Promise<ClaimView> {
    const claim = await this.claims.hold(id, `claim:${action}`);
    const file = await this.cases.reachable(claim.row.caseId, `claim:${action}`);
    if (action === 'set_interview' && claim.row.state === 'INTERVIEWED' && !mayOn('claim:second-interview', file))
      throw new RuleBroken('second-interview', { action });
    const ground = await this.ground.groundOf(claim.row);
    const facts = await this.factsOf(claim, ground);
    assertClaimStep(action, input, facts);
    await this.assertDocument(input);
    const to = move(claimProcess, claim.row.state, action);
    const decision = this.decisionBy(action, input, facts, ground);
    const on = input.on ?? decision?.servedOn ?? ground.today;
    // an interview that is set lies ahead; the claim stands where it stands from today
    const since = action === 'set_interview' || action === 'reschedule' ? ground.today : on;
    await this.claims.move(claim, action, to, since, this.daysBy(action, to, on, input, ground), detailsBy(input), input.words ?? null);
    const decisionId = decision
      ? await this.parts.addDecision(claim.row, decision, INSTANCE_IN[claim.row.state] ?? 1, input.documentId ?? null, false)
      : null;
    if (facts.ruling) await this.parts.actedUpon(claim.row);
    await this.effects.of(action, { claim: claim.row, ground, on, input, decision, decisionId });
    return this.service.read(id);
  }

  /** A ruling that goes against the client, before they have decided what to do: the day of a further appeal stands at once (R-AS-01). */
  async rule(id: string, input: ClaimDecisionInput): Promise<ClaimView> {
    const { row } = await this.claims.hold(id, 'claim:decide');
    const instance = INSTANCE_IN[row.state];
    if (!instance) throw new RuleBroken('not-open', { state: row.state, action: 'decide' });
    const ground = await this.ground.groundOf(row);
    const decision = wholeDecision(input, { today: ground.today, after: row.stateSince, kind: 'LOST' });
    await this.assertDocument(input);
    const decisionId = await this.parts.addDecision(row, decision, instance, input.documentId ?? null, true);
    await this.claims.leaveStep(row, 'rule');
    await this.effects.ruled({ claim: row, ground, on: decision.servedOn, input, decision, decisionId });
    return this.service.read(id);
  }

  /** The day of service was wrong: what rests on it is reckoned anew (R-AS-02). */
  async correctService(decisionId: string, { servedOn, serviceMethod }: ServiceInput): Promise<ClaimView> {
    const decision = await this.parts.holdDecision(decisionId, 'claim:decide');
    const { row } = await this.claims.hold(decision.claimId, 'claim:decide');
    const ground = await this.ground.groundOf(row);
    assertServed(decision, servedOn, ground.today);
    await this.parts.serve(decision, servedOn, serviceMethod);
    const { decisionType, suspensive } = decision;
    const counted = { on: servedOn, method: serviceMethod as ServiceMethod, decision: decisionType, suspensive };
    await this.ground.served(row, ground, await this.ground.restingOn(decisionId), counted);
    await this.claims.leaveStep(row, 'serve');
    return this.service.read(row.id);
  }

  async translated(decisionId: string, on: string): Promise<ClaimView> {
    const decision = await this.parts.holdDecision(decisionId, 'claim:decide');
    const { row } = await this.claims.get(decision.claimId, 'claim:decide');
    const { today } = await this.ground.groundOf(row);
    if (on > today) throw invalid({ on: ['in-future'] });
    if (on < decision.decidedOn) throw invalid({ on: ['before-decision'] });
    await this.parts.translate(decision, on);
    await this.ground.done('TRANSLATE_DECISION', decisionId);
    return this.service.read(row.id);
  }

  private async factsOf({ row }: OpenClaim, { profile, today }: Ground): Promise<ClaimFacts> {
    const decisions = await this.parts.decisions([row.id]);
    const [appeal, furtherAppeal] = [await this.ground.newestOf(row.id, 'APPEAL'), await this.ground.newestOf(row.id, 'FURTHER_APPEAL')];
    const ruling = decisions.find(({ isPending }) => isPending) ?? null;
    const [newest = null] = decisions;
    return {
      state: row.state,
      oneStep: valueOn(profile, 'STAGES', 'ALL', today)?.value.oneStep ?? false,
      madeOn: row.madeOn,
      registeredOn: row.registeredOn,
      lodgedOn: row.lodgedOn,
      interviewOn: row.interviewOn,
      decision: newest && { servedOn: newest.servedOn, type: newest.decisionType, appealPossible: newest.appealPossible },
      ruling: ruling?.outcome ? { outcome: ruling.outcome, servedOn: ruling.servedOn } : null,
      appeal: appeal && { dueOn: appeal.dueOn },
      furtherAppeal: furtherAppeal && { dueOn: furtherAppeal.dueOn },
      missedReviewed: appeal?.reviewedAt != null,
      hasMandate: await this.parts.hasMandate(row, today),
      today,
    };
  }

  private decisionBy(
    action: ClaimAction,
    input: ClaimStepInput,
    { ruling, ...facts }: ClaimFacts,
    { today }: Ground,
  ): WholeDecision | null {
    const kind = KIND_OF[action];
    if (!kind || (kind === 'LOST' && ruling)) return null;
    return wholeDecision(input, { today, after: facts.lodgedOn ?? facts.registeredOn ?? facts.madeOn, kind });
  }

  private daysBy(action: ClaimAction, to: ClaimState, on: string, input: ClaimStepInput, ground: Ground): ClaimDays {
    const own: Partial<Record<ClaimAction, ClaimDays>> = {
      make: { madeOn: on },
      register: { registeredOn: on },
      lodge: { lodgedOn: on, decisionTargetOn: this.effects.targetOf(ground, on) },
      remitted: { decisionTargetOn: this.effects.targetOf(ground, on) },
      set_interview: { interviewOn: on, interviewAt: input.at ?? null },
      reschedule: { interviewOn: on, interviewAt: input.at ?? null },
    };
    return { ...own[action], ...(ENDED.includes(to) ? { endedOn: on } : {}) };
  }

  /** A copy on file, where the reader of it may read it. */
  private async assertDocument({ documentId }: ClaimDecisionInput): Promise<void> {
    if (documentId && !(await this.documents.known([documentId])).length) throw invalid({ documentId: ['unknown'] });
  }
}

function assertServed({ decidedOn }: DecisionRow, servedOn: string, today: string): void {
  if (servedOn > today) throw invalid({ servedOn: ['in-future'] });
  if (servedOn < decidedOn) throw invalid({ servedOn: ['before-decision'] });
}
