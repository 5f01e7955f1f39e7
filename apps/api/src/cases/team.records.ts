import { Injectable } from '@nestjs/common';
import { PRIMARY_WORKER_ROLE } from '@panah/domain/cases/primary-worker';
import { membershipEnd } from '@panah/domain/cases/team.rules';
import { RuleBroken } from '@panah/domain/process/process';
import { currentActor, reachValues, withinReach } from '../platform/access/current-reach';
import { dayOf, endOf } from '../platform/access/today';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound } from '../platform/errors/problem';
import { newId } from '../platform/new-id';
import { ProcessSteps } from '../platform/process-steps';
import { Sealer } from '../platform/sealing/sealer';
import type { CaseFile } from './case.entity';
import { TeamMember } from './team-member.entity';
import { placeOfQuestion, type QuestionFacts } from './team-question.records';

/** What is known when somebody is asked to join. */
export interface Proposal {
  staffId: string;
  role: string;
  reason: string;
  classes: string[];
  facts: QuestionFacts;
}

/** A place on a team that a request to a specialty asks for. */
export interface PlaceAskedFor {
  placeId: string;
  caseId: string;
  clientId: string;
  officeId: string;
  specialty: string;
  askedBy: string;
  askedAt: Date;
}

export type Answers = Pick<TeamMember, 'memberAnsweredAt' | 'clientAnsweredAt' | 'clientAnswerBy'>;

type MemberRow = TeamMember & Record<string, unknown>;

export const MEMBER_COLUMNS = `t.id, t.org_id as "orgId", t.office_id as "officeId", t.client_id as "clientId", t.case_id as "caseId", t.staff_id as "staffId", t.role,
  t.is_primary as "isPrimary", t.classes, t.reason, t.proposed_by as "proposedBy", t.proposed_at as "proposedAt", t.member_answer as "memberAnswer",
  t.member_answered_at as "memberAnsweredAt", t.client_answer as "clientAnswer", t.client_answered_at as "clientAnsweredAt",
  t.client_answer_by as "clientAnswerBy", t.starts_at as "startsAt", t.ends_at as "endsAt", t.ended_at as "endedAt", t.end_reason as "endReason",
  t.seal_version as "sealVersion", t.version`;
const OF = {
  name: 'team.of',
  text: `select ${MEMBER_COLUMNS} from case_team t where t.case_id = $1 and ${withinReach('t', 'client_id', 2)} order by t.is_primary desc, t.ended_at nulls first, t.proposed_at desc limit 100`,
};
const HOLD = {
  name: 'team.hold',
  text: `select ${MEMBER_COLUMNS} from case_team t where t.id = $1 and t.case_id = $2 and ${withinReach('t', 'client_id', 3)} for update`,
};
const OWN = {
  name: 'team.own',
  text: `select ${MEMBER_COLUMNS} from case_team t where t.id = $1 and t.case_id = $2 and t.staff_id = $3 and t.ended_at is null for update`,
};
const JOINED = {
  name: 'team.joined-worker',
  text: `select ${MEMBER_COLUMNS} from case_team t where t.case_id = $1 and t.staff_id = $2 and t.role = '${PRIMARY_WORKER_ROLE}' and t.starts_at <= now() and t.ended_at is null
           and (t.ends_at is null or t.ends_at > now()) for update`,
};
const EXPIRE = {
  name: 'team.expire',
  text: `update case_team set ended_at = ends_at, end_reason = 'EXPIRED', version = version + 1 where case_id = $1 and ended_at is null and ends_at <= now()`,
};
const END_ALL = {
  name: 'team.end-all',
  text: `update case_team set ended_at = now(), end_reason = 'CASE_CLOSED', version = version + 1 where case_id = $1 and ended_at is null and (not is_primary or $2)`,
};
const STEP_BACK = {
  name: 'team.step-back',
  text: `update case_team set is_primary = false, ends_at = now() + make_interval(days => $2), version = version + 1 where case_id = $1 and is_primary and ended_at is null`,
};
const STEP_UP = {
  name: 'team.step-up',
  text: 'update case_team set is_primary = true, ends_at = null, version = version + 1 where case_id = $1 and staff_id = $2 and ended_at is null',
};
const SUITABLE = {
  name: 'team.suitable',
  text: `select 1 as suitable from staff_role r join staff_member s on s.id = r.staff_id
          where r.staff_id = $1 and r.office_id = $2 and r.role = $3 and r.confirmed_at is not null and r.ended_at is null and s.state = 'ACTIVE'
            and s.tie_state not in ('DECLARED', 'UPHELD')
            and not exists (select from access_block b where b.staff_id = $1 and b.subject_id = $4 and b.lifted_at is null)`,
};
const BLOCKED = {
  name: 'team.blocked',
  text: 'select staff_id as "staffId" from access_block where subject_id = $1 and lifted_at is null',
};

/** The door to the case teams. */
@Injectable()
export class TeamRecords {
  constructor(
    private readonly sealer: Sealer,
    private readonly steps: ProcessSteps,
  ) {}

  async of(caseId: string): Promise<TeamMember[]> {
    const rows = await currentWork().rows<MemberRow>(OF, [caseId, ...reachValues('team:read')]);
    currentLine().returned(
      'case_team',
      rows.map(({ id }) => id),
    );
    return rows;
  }

  /** Who stands where on the team of a case, and who is closed off from its client. */
  async placesOn({
    id,
    clientId,
    primaryWorkerId,
  }: Pick<CaseFile, 'id' | 'clientId' | 'primaryWorkerId'>): Promise<{ blocked: Set<string>; of: (staffId: string) => string }> {
    const blocked = await currentWork().rows<{ staffId: string }>(BLOCKED, [clientId]);
    const members = await currentWork().rows<MemberRow>(OF, [id, ...reachValues('team:read')]);
    const placeOf = (staffId: string): string => {
      if (staffId === primaryWorkerId) return 'PRIMARY';
      const member = members.find((row) => row.staffId === staffId && isThere(row));
      if (!member) return 'NO';
      return member.startsAt && member.role === PRIMARY_WORKER_ROLE ? 'YES' : 'ASKED';
    };
    return { blocked: new Set(blocked.map(({ staffId }) => staffId)), of: placeOf };
  }

  /** Whoever has no such role there, has a tie or is closed off from the client is not suitable; which of these is not said. */
  async assertSuitable({ officeId, clientId }: CaseFile, staffId: string, role: string): Promise<void> {
    if (!(await currentWork().row(SUITABLE, [staffId, officeId, role, clientId])))
      throw new RuleBroken('not-suitable', {}, { staffId: ['notSuitable'] });
  }

  /** Asks: nothing opens for the one who is asked. */
  async propose(file: CaseFile, { facts, ...asked }: Proposal): Promise<void> {
    const id = newId();
    const { id: caseId, officeId, clientId } = file;
    const { orgId, staffId: proposedBy } = currentActor();
    currentLine().changed('staff_id', 'role', 'classes');
    await currentWork().change(EXPIRE, [caseId]);
    const sealed = await this.sealer.seal(placeOfQuestion({ id, clientId, sealVersion: 1 }), facts);
    await currentWork().entities.insert(TeamMember, {
      id,
      orgId,
      officeId,
      clientId,
      caseId,
      isPrimary: false,
      proposedBy,
      sealed,
      sealVersion: 1,
      ...asked,
    });
    await this.step({ ...file, role: asked.role }, 'propose', 'ASKED');
  }

  /**
   * The place that a request to a specialty asked for, for the one who took it up and has no tie. When the client has not been told of them,
   * that is asked next, and nothing opens before (R-AC-13).
   */
  async takePlace({ placeId, ...of }: PlaceAskedFor, classes: readonly string[], clientAgrees: boolean): Promise<void> {
    const { orgId, staffId } = currentActor();
    const now = new Date();
    await currentWork().change(EXPIRE, [of.caseId]);
    currentLine().changed('staff_id', 'role', 'classes');
    await currentWork().entities.insert(TeamMember, {
      id: placeId,
      orgId,
      officeId: of.officeId,
      clientId: of.clientId,
      caseId: of.caseId,
      staffId,
      role: of.specialty,
      classes: [...classes],
      reason: 'SPECIALIST',
      proposedBy: of.askedBy,
      memberAnswer: 'NO_TIE',
      memberAnsweredAt: now,
      ...(clientAgrees
        ? { clientAnswer: 'NO_OBJECTION', clientAnsweredAt: of.askedAt, clientAnswerBy: of.askedBy, startsAt: now, endsAt: endOfPlace(now) }
        : {}),
    });
  }

  async hold(caseId: string, id: string, word: 'team:record-client-answer' | 'team:end' | 'team:propose'): Promise<TeamMember> {
    const row = await currentWork().row<MemberRow>(HOLD, [id, caseId, ...reachValues(word)]);
    if (!row) throw notFound();
    return row;
  }

  /** The reader's own place. */
  async holdOwn(caseId: string, id: string): Promise<TeamMember> {
    const row = await currentWork().row<MemberRow>(OWN, [id, caseId, currentActor().staffId]);
    currentLine().about('case', caseId, row ? { clientId: row.clientId, officeId: row.officeId } : {});
    if (!row) throw notFound();
    return row;
  }

  /** Changes a held row, and says so in the history of its case. */
  async change(held: TeamMember, action: string, change: Partial<TeamMember>): Promise<void> {
    currentLine().changed(...Object.keys(change));
    await this.step(
      { ...held, id: held.caseId },
      action,
      change.endedAt ? 'ENDED' : (held.startsAt ?? change.startsAt) ? 'MEMBER' : 'ASKED',
    );
    await currentWork().entities.update(TeamMember, { id: held.id, version: held.version }, { ...change, version: held.version + 1 });
  }

  /** A caseworker who has answered both questions and stands on the team; held. */
  async joinedWorker(caseId: string, staffId: string): Promise<{ memberAnsweredAt: Date; clientAnsweredAt: Date; clientAnswerBy: string }> {
    const row = await currentWork().row<MemberRow>(JOINED, [caseId, staffId]);
    if (!row?.memberAnsweredAt || !row.clientAnsweredAt) throw new RuleBroken('not-on-team', {}, { staffId: ['notOnTeam'] });
    return {
      memberAnsweredAt: row.memberAnsweredAt,
      clientAnsweredAt: row.clientAnsweredAt,
      clientAnswerBy: row.clientAnswerBy ?? currentActor().staffId,
    };
  }

  /** The one before stays for a handover, with an end (R-AC-08). */
  async makePrimary(caseId: string, staffId: string): Promise<void> {
    await currentWork().change(STEP_BACK, [caseId, HANDOVER_DAYS]);
    await currentWork().change(STEP_UP, [caseId, staffId]);
  }

  async endAllButPrimary(caseId: string): Promise<void> {
    await currentWork().change(END_ALL, [caseId, false]);
  }

  async endAll(caseId: string): Promise<void> {
    await currentWork().change(END_ALL, [caseId, true]);
  }

  private async step(
    { id, officeId, clientId, role }: Pick<CaseFile, 'id' | 'officeId' | 'clientId'> & Pick<TeamMember, 'role'>,
    action: string,
    to: string,
  ): Promise<void> {
    // of whom it is told says what it tells: the role stands with the step
    await this.steps.record({ type: 'case_team', id, action: `team-${action}`, from: null, to, officeId, clientId, reason: role });
  }
}

const HANDOVER_DAYS = 14;

/** R-AC-08: the end of a place on a team that begins now. */
export const endOfPlace = (from: Date): Date => endOf(membershipEnd(dayOf(from)).endsOn);

const isThere = ({ endedAt, endsAt }: TeamMember): boolean => endedAt === null && (endsAt === null || endsAt > new Date());
