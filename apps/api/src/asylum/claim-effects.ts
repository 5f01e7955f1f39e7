import { Injectable } from '@nestjs/common';
import type { ClaimAction } from '@panah/domain/asylum/claim.process';
import { rulesOn, valueOn } from '@panah/domain/asylum/country-profile';
import { permitAfter, type WholeDecision } from '@panah/domain/asylum/decision.rules';
import { reckon } from '@panah/domain/asylum/legal-deadline';
import { addDays, addMonths } from '@panah/domain/dates/calendar-days';
import type { DeadlineType, PermitType } from '@panah/domain/vocabulary/legal-deadlines';
import type { TaskKind } from '@panah/domain/vocabulary/tasks';
import type { ClaimStepInput } from '@panah/contracts/claim-steps.contract';
import { RiskEffects } from '../risk/risk-effects.records';
import { TaskRecords } from '../tasks/task.records';
import type { ClaimRow } from './claim';
import { ClaimDeadlines, type Ground } from './claim-deadlines';
import { ClaimOutcomes } from './claim-outcome.records';
import { ClaimPartRecords } from './claim-part.records';
import { PermitRecords } from './permit.records';

export interface Taken {
  claim: ClaimRow;
  ground: Ground;
  /** The day of the step. */
  on: string;
  input: ClaimStepInput;
  decision: WholeDecision | null;
  decisionId: string | null;
}

type Effect = (taken: Taken) => Promise<void>;

const APPEALS: readonly DeadlineType[] = ['APPEAL', 'APPEAL_GROUNDS', 'SUSPENSIVE_REQUEST'];
const INTERVIEW_TASKS: readonly TaskKind[] = ['INTERVIEW_PREPARE', 'INTERVIEW_ACCOMPANY', 'INTERVIEW_REMIND'];
const [PREPARED_BEFORE, REMINDED_BEFORE, CHECKED_IN_AFTER, TRANSLATED_WITHIN] = [3, 1, 3, 3];

/** What a step of a claim brings with it, in the same transaction (model 3.2, 3.13). */
@Injectable()
export class ClaimEffects {
  constructor(
    private readonly deadlines: ClaimDeadlines,
    private readonly permits: PermitRecords,
    private readonly parts: ClaimPartRecords,
    private readonly tasks: TaskRecords,
    private readonly risk: RiskEffects,
    private readonly outcomes: ClaimOutcomes,
  ) {}

  private readonly effects: Partial<Record<ClaimAction, Effect>> = {
    make: (taken) => this.counting(taken, 'MADE'),
    register: async (taken) => {
      await this.deadlines.satisfied(taken.claim, 'REPORT_TO_AUTHORITY', taken.on);
      await this.awaitPermit(taken, 'ASYLUM_CERT');
      await this.counting(taken, 'REGISTERED');
    },
    lodge: async (taken) => {
      await this.deadlines.satisfied(taken.claim, 'LODGE_APPLICATION', taken.on);
      await this.counting(taken, 'LODGED');
    },
    start_responsibility: (taken) => this.counting(taken, 'RESPONSIBILITY_STARTED'),
    transfer_decision: (taken) => this.refused(taken),
    inadmissible: (taken) => this.refused(taken),
    decide_negative: (taken) => this.refused(taken),
    set_interview: async (taken) => {
      const { claim, on, input } = taken;
      await this.parts.addEvent(claim, 'INTERVIEW', on, input.at ?? null, {
        place: input.place ?? null,
        accompaniedBy: null,
        outcome: null,
      });
      await this.planInterview(taken);
    },
    reschedule: async (taken) => {
      await this.parts.moveInterview(taken.claim, taken.on, taken.input.at ?? '');
      await this.settle(taken.claim, INTERVIEW_TASKS);
      await this.planInterview(taken);
    },
    held: async (taken) => {
      await this.settle(taken.claim, INTERVIEW_TASKS);
      await this.raise(taken, 'INTERVIEW_CHECK_IN', addDays(taken.on, CHECKED_IN_AFTER));
      await this.counting(taken, 'INTERVIEW_HELD');
    },
    decide_positive: (taken) => this.granted(taken),
    final: (taken) => this.deadlines.unused(taken.claim, APPEALS),
    appeal_upgrade: (taken) => this.deadlines.satisfied(taken.claim, 'APPEAL', taken.on),
    lodge_appeal: ({ claim, on }) => this.deadlines.satisfied(claim, 'APPEAL', on, 'MISSED'),
    lapse: (taken) => this.lost(taken),
    transfer_executed: async (taken) => {
      await this.deadlines.unused(taken.claim);
      await this.raise(taken, 'PARTNER_IN_NEW_STATE', await this.deadlines.workingDay(taken.claim.officeId, 1));
    },
    ruling_positive: (taken) => this.granted(taken),
    ruling_negative: (taken) => this.lost(taken),
    further_appeal: async ({ claim, on, decision }) => {
      if (decision) await this.lookAtRisk(claim);
      await this.deadlines.satisfied(claim, 'FURTHER_APPEAL', on);
    },
    withdraw: ({ claim }) => this.deadlines.unused(claim),
    abandon: ({ claim }) => this.deadlines.unused(claim),
    withdraw_appeal: (taken) => this.lost(taken),
  };

  async of(action: ClaimAction, taken: Taken): Promise<void> {
    await this.effects[action]?.(taken);
  }

  /** A ruling that was written down before anybody decided what to do about it: the day of a further appeal stands at once. */
  async ruled({ claim, ground, decision, decisionId }: Taken): Promise<void> {
    await this.lookAtRisk(claim);
    if (!decision?.appealPossible) return;
    const { servedOn, serviceMethod, decisionType } = decision;
    await this.deadlines.after(claim, ground, {
      trigger: 'RULING_SERVED',
      on: servedOn,
      method: serviceMethod,
      decision: decisionType,
      decisionId,
      always: ['FURTHER_APPEAL'],
    });
  }

  /** When the authority should have decided: by the country's rule; six months where it has none (model 3.2). Unverified, there is none. */
  targetOf({ profile }: Ground, lodgedOn: string): string | null {
    const rule = rulesOn(profile, lodgedOn).find(({ value }) => value.isTarget && value.trigger === 'LODGED');
    return rule ? reckon(profile, rule, { trigger: 'LODGED', on: lodgedOn }).dueOn : addMonths(lodgedOn, 6);
  }

  private counting(
    { claim, ground, on }: Taken,
    trigger: 'MADE' | 'REGISTERED' | 'LODGED' | 'RESPONSIBILITY_STARTED' | 'INTERVIEW_HELD',
  ): Promise<void> {
    return this.deadlines.after(claim, ground, { trigger, on });
  }

  /** R-AS-01, R-RI-04: the deadline stands at once, the legal team and whoever looks at the risk are told, the decision is translated. */
  private async refused(taken: Taken): Promise<void> {
    const { claim, ground, decision, decisionId, input } = taken;
    if (!decision) return;
    const { servedOn, serviceMethod, decisionType, suspensive, appealPossible } = decision;
    const counted = {
      trigger: 'NEGATIVE_SERVED' as const,
      on: servedOn,
      method: serviceMethod,
      decision: decisionType,
      suspensive,
      decisionId,
    };
    if (appealPossible)
      await this.deadlines.after(claim, ground, { ...counted, always: ['APPEAL'], appealDueOn: input.appealDueOn ?? null });
    await this.lookAtRisk(claim);
    await this.raise(
      taken,
      'TRANSLATE_DECISION',
      await this.deadlines.workingDay(claim.officeId, TRANSLATED_WITHIN),
      decisionId ?? claim.id,
    );
  }

  /** The paper is awaited, the family may come, the outcomes are looked at (R-AS-12). */
  private async granted(taken: Taken): Promise<void> {
    const { claim, ground, decision, decisionId } = taken;
    if (!decision?.decisionType) return;
    const { decisionType, servedOn, serviceMethod, appealPossible, suspensive } = decision;
    const isRefugee = decisionType === 'REFUGEE';
    await this.awaitPermit(taken, permitAfter(decisionType));
    await this.deadlines.after(claim, ground, {
      trigger: 'POSITIVE_SERVED',
      on: servedOn,
      method: serviceMethod,
      decision: decisionType,
      decisionId,
      always: isRefugee ? ['FR_PRIVILEGED_WINDOW'] : [],
    });
    // somebody may still ask for a higher status
    if (appealPossible && claim.state !== 'APPEAL_LODGED')
      await this.deadlines.after(claim, ground, {
        trigger: 'NEGATIVE_SERVED',
        on: servedOn,
        method: serviceMethod,
        decision: decisionType,
        suspensive,
        decisionId,
        always: ['APPEAL'],
      });
    const soon = await this.deadlines.workingDay(claim.officeId, TRANSLATED_WITHIN);
    if (isRefugee) await this.raise(taken, 'FAMILY_TO_BRING', soon);
    await this.raise(taken, 'STATUS_OUTCOME', soon);
    await this.outcomes.protectedNow(claim.caseId);
  }

  /** Final, and refused: the risk is at least high, somebody talks with the person, and where it was our fault it is an incident. */
  private async lost(taken: Taken): Promise<void> {
    const { claim } = taken;
    await this.deadlines.unused(claim);
    await this.outcomes.refusedForGood(claim.caseId);
    await this.lookAtRisk(claim);
    await this.raise(taken, 'OPTIONS_TALK', await this.deadlines.workingDay(claim.officeId, 1));
    if (await this.outcomes.wasOurFault(claim.id)) await this.outcomes.reportOurFault(claim);
  }

  /** R-RI-04: a refusal was served, at whatever instance. */
  private async lookAtRisk({ caseId, clientId, officeId }: ClaimRow): Promise<void> {
    await this.risk.forceReview({ id: caseId, clientId, officeId }, new Date());
  }

  /** R-AS-11: three days before at the latest, never in the past. */
  private async planInterview(taken: Taken): Promise<void> {
    const before = (days: number): string => {
      const day = addDays(taken.on, -days);
      return day < taken.ground.officeToday ? taken.ground.officeToday : day;
    };
    await this.raise(taken, 'INTERVIEW_PREPARE', before(PREPARED_BEFORE));
    await this.raise(taken, 'INTERVIEW_ACCOMPANY', before(PREPARED_BEFORE));
    await this.raise(taken, 'INTERVIEW_REMIND', before(REMINDED_BEFORE));
  }

  /** A paper that is on its way: its days are suggested where a lawyer has verified how long it lasts. */
  private async awaitPermit(taken: Taken, type: PermitType): Promise<void> {
    const { claim, ground, on, decision } = taken;
    const from = decision?.servedOn ?? on;
    const usual = valueOn(ground.profile, 'PERMIT_TYPE', type, from);
    const months = usual?.isVerified ? usual.value.months : null;
    const opens = usual?.isVerified ? usual.value.renewalOpensDays : null;
    const validTo = months === null ? null : addMonths(from, months);
    const renewalOpensOn = validTo !== null && opens !== null ? addDays(validTo, -opens) : null;
    const owner = { id: claim.caseId, clientId: claim.clientId, officeId: claim.officeId };
    const id = await this.permits.add(
      owner,
      { claimId: claim.id, country: claim.country, type, validFrom: from, validTo, unlimited: false, cardReceivedOn: null, renewalOpensOn },
      { number: null },
    );
    await this.raise(taken, 'PERMIT_AWAITED', addDays(ground.officeToday, 30), id);
  }

  private async raise({ claim }: Taken, kind: TaskKind, dueOn: string, recordId: string = claim.id): Promise<void> {
    await this.tasks.raise({ kind, caseId: claim.caseId, clientId: claim.clientId, dueOn, recordId });
  }

  private async settle({ id }: ClaimRow, kinds: readonly TaskKind[]): Promise<void> {
    for (const kind of kinds) await this.tasks.settle(kind, id);
  }
}
