import { Injectable } from '@nestjs/common';
import { calendarOn, rulesFrom, type Trigger, zoneOf } from '@panah/domain/asylum/country-profile';
import { entered, reckon, type Reckoning } from '@panah/domain/asylum/legal-deadline';
import { addWorkingDays } from '@panah/domain/dates/working-days';
import { dayAt } from '@panah/domain/staff/office-calendar';
import type { ServiceMethod } from '@panah/domain/vocabulary/claims';
import type { DeadlineTrigger, DeadlineType } from '@panah/domain/vocabulary/legal-deadlines';
import { CaseRecords } from '../cases/case.records';
import { mayOn } from '../platform/access/may-on';
import { TaskRecords } from '../tasks/task.records';
import type { ClaimRow } from './claim';
import type { DeadlineRow } from './legal-deadline.entity';
import { LegalDeadlineRecords } from './legal-deadline.records';
import { type KnownProfile, ProfileRecords } from './profile.records';

/** Where and when a procedure is: its country's rules, its clock, its day. */
export interface Ground {
  profile: KnownProfile;
  timeZone: string;
  today: string;
  officeToday: string;
}

/** What deadlines are counted from. */
export interface Counted extends Omit<Trigger, 'procedure'> {
  method?: ServiceMethod | null;
  decisionId?: string | null;
  /** Types that stand in any case, by a rule or without a day. */
  always?: readonly DeadlineType[];
  /** The day of an appeal, as the legal team entered it. */
  appealDueOn?: string | null;
}

/** Makes, reckons and ends the deadlines of a claim, each in the transaction of the step that it follows from. */
@Injectable()
export class ClaimDeadlines {
  constructor(
    private readonly deadlines: LegalDeadlineRecords,
    private readonly profiles: ProfileRecords,
    private readonly cases: CaseRecords,
    private readonly tasks: TaskRecords,
  ) {}

  /** R-AS-14: the day and the clock are those of the procedure's country; the office's where the country's are not known. */
  async groundOf({ country, officeId }: Pick<ClaimRow, 'country' | 'officeId'>): Promise<Ground> {
    const profile = await this.profiles.of(country);
    const office = await this.cases.calendarOf(officeId);
    const now = new Date().toISOString();
    const officeToday = dayAt(now, office.timeZone);
    const timeZone = zoneOf(profile, officeToday) ?? office.timeZone;
    return { profile, timeZone, today: dayAt(now, timeZone), officeToday };
  }

  /** Every deadline that counts from something that happened. */
  async after(claim: ClaimRow, ground: Ground, counted: Counted): Promise<void> {
    const { trigger, on, method = null, always = [], appealDueOn = null } = counted;
    const rules = rulesFrom(ground.profile, { ...counted, procedure: claim.procedureType });
    const types = new Set([...rules.map(({ value }) => value.type), ...always]);
    for (const type of types) {
      const rule = rules.find(({ value }) => value.type === type) ?? null;
      const byHand = type === 'APPEAL' && appealDueOn !== null;
      const reckoning = byHand
        ? entered(trigger, on, appealDueOn, await this.calendarFor(claim, ground, on), 'appealDueOn')
        : reckon(ground.profile, rule, { trigger, on, method });
      await this.open(claim, ground, type, reckoning, counted.decisionId ?? null);
    }
  }

  /** A deadline with its task: a day to keep, or somebody to ask today (R-AS-03). */
  async open(
    claim: ClaimRow,
    ground: Ground,
    type: DeadlineType,
    reckoning: Reckoning,
    decisionId: string | null,
    extendsId: string | null = null,
    ownerId?: string,
  ): Promise<string> {
    const owner = ownerId ?? (await this.deadlines.ownerOn(claim.caseId));
    const because = reckoning.ruleCode === null && reckoning.gap === null ? 'ENTERED' : 'FIRST';
    const { timeZone, profile } = ground;
    const id = await this.deadlines.add(claim, {
      type,
      reckoning,
      timeZone,
      revision: profile.revision,
      ownerId: owner,
      decisionId,
      extendsId,
      because,
    });
    await this.task(claim, ground, { id, ownerId: owner, trigger: reckoning.trigger }, reckoning);
    return id;
  }

  /** R-AS-02: the day of service was corrected: what rests on it is reckoned anew, and the old value stays beside the new. */
  async served(
    claim: ClaimRow,
    ground: Ground,
    rows: readonly DeadlineRow[],
    counted: Omit<Trigger, 'procedure' | 'trigger'> & { method: ServiceMethod },
  ): Promise<void> {
    for (const row of rows) {
      const rules = rulesFrom(ground.profile, { ...counted, trigger: row.trigger, procedure: claim.procedureType });
      const rule = rules.find(({ value }) => value.type === row.type) ?? null;
      const byHand = row.ruleCode === null && row.dueOn !== null;
      const reckoning = byHand
        ? entered(row.trigger, counted.on, row.dueOn ?? counted.on, await this.calendarFor(claim, ground, counted.on), 'servedOn')
        : reckon(ground.profile, rule, { trigger: row.trigger, on: counted.on, method: counted.method });
      await this.deadlines.reckon(row, 'SERVICE_CHANGED', reckoning, ground.profile.revision);
      await this.settleTasks(row.id);
      await this.task(claim, ground, row, reckoning);
    }
  }

  /** What the legal team entered for a deadline. */
  async entering(
    claim: Pick<ClaimRow, 'officeId'>,
    ground: Ground,
    trigger: DeadlineTrigger,
    triggerDate: string,
    dueOn: string,
  ): Promise<Reckoning> {
    return entered(trigger, triggerDate, dueOn, await this.calendarFor(claim, ground, triggerDate));
  }

  /** What a step satisfied: met where it was in time and the one who took it may say so (R-AS-06), missed where it was late. */
  async satisfied(claim: ClaimRow, type: DeadlineType, on: string, late: 'MISSED' | 'LEAVE' = 'LEAVE'): Promise<void> {
    const file = await this.cases.reachable(claim.caseId, 'deadline:read');
    if (!mayOn('deadline:meet', file)) return;
    for (const row of await this.deadlines.openOf(claim.id, [type])) {
      const inTime = row.dueOn === null || on <= row.dueOn;
      if (inTime) await this.end(row, { metOn: on, confirmedOn: on });
      else if (late === 'MISSED') await this.missed(claim, row);
    }
  }

  /** Open deadlines that nobody uses any more; of some types or all. */
  async unused(claim: ClaimRow, types: readonly DeadlineType[] | null = null): Promise<void> {
    for (const row of await this.deadlines.openOf(claim.id, types)) {
      await this.deadlines.end(row, 'not_use', 'NOT_USED');
      await this.settleTasks(row.id);
    }
  }

  /** R-AS-07: missed, and looked into within one working day. */
  async missed(
    claim: Pick<ClaimRow, 'id' | 'caseId' | 'clientId' | 'officeId' | 'country'>,
    row: DeadlineRow,
    words: string | null = null,
  ): Promise<void> {
    await this.deadlines.end(row, 'miss', 'MISSED', { words });
    await this.settleTasks(row.id);
    const dueOn = await this.workingDay(claim.officeId, 1);
    await this.tasks.raise({
      kind: 'DEADLINE_MISSED',
      caseId: claim.caseId,
      clientId: claim.clientId,
      ownerId: row.ownerId,
      dueOn,
      recordId: row.id,
      dedupeKey: row.id,
    });
  }

  async end(
    row: DeadlineRow,
    met: { metOn: string; evidenceId?: string | null; confirmedOn?: string | null; words?: string | null },
  ): Promise<void> {
    await this.deadlines.end(row, 'meet', 'MET', met);
    await this.settleTasks(row.id);
  }

  /** The newest of a type on a reached claim. */
  newestOf(claimId: string, type: DeadlineType): Promise<DeadlineRow | null> {
    return this.deadlines.newestOf(claimId, type);
  }

  /** What rests on the service of a decision, held. */
  restingOn(decisionId: string): Promise<DeadlineRow[]> {
    return this.deadlines.ofDecision(decisionId);
  }

  /** Something that had to be done beside a deadline is done. */
  async done(kind: 'DEADLINE_MISSED' | 'TRANSLATE_DECISION', recordId: string): Promise<void> {
    await this.tasks.settle(kind, recordId);
  }

  async settleTasks(id: string): Promise<void> {
    for (const kind of DEADLINE_TASKS) await this.tasks.settle(kind, id);
  }

  /** A working day of the office, so many from today. */
  async workingDay(officeId: string, days: number): Promise<string> {
    const office = await this.cases.calendarOf(officeId);
    return addWorkingDays(dayAt(new Date().toISOString(), office.timeZone), days, office);
  }

  async task(
    { caseId, clientId, officeId }: Pick<ClaimRow, 'caseId' | 'clientId' | 'officeId'>,
    ground: Ground,
    { id, ownerId, trigger }: Pick<DeadlineRow, 'id' | 'ownerId' | 'trigger'>,
    { gap, internalDueOn }: Reckoning,
  ): Promise<void> {
    const about = { caseId, clientId, ownerId, recordId: id };
    if (gap) await this.tasks.raise({ ...about, kind: 'ASK_LAWYER', dueOn: await this.workingDay(officeId, 1) });
    else if (trigger === 'NEGATIVE_SERVED' && internalDueOn)
      await this.tasks.raise({
        ...about,
        kind: 'DEADLINE_OPENED',
        dueOn: internalDueOn < ground.officeToday ? ground.officeToday : internalDueOn,
      });
  }

  private async calendarFor({ officeId }: Pick<ClaimRow, 'officeId'>, { profile }: Ground, on: string) {
    return calendarOn(profile, on) ?? (await this.cases.calendarOf(officeId));
  }
}

/** What is to be done because of one deadline. */
export const DEADLINE_TASKS = [
  'ASK_LAWYER',
  'DEADLINE_OPENED',
  'DEADLINE_NEAR',
  'DEADLINE_NEAR_OFFICE',
  'DEADLINE_OVERDUE',
  'DEADLINE_OVERDUE_OFFICE',
  'DEADLINE_RECKONED',
] as const;
