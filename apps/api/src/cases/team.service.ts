import { Injectable } from '@nestjs/common';
import type { ClientAnswerInput, TeamCandidatesView, TeamProposalInput, TeamView } from '@panah/contracts/case-team.contract';
import { CLASSES_OF_ROLE } from '@panah/domain/access/access-table';
import { classesFor } from '@panah/domain/cases/team-classes';
import { COUNSELLOR_ROLE } from '@panah/domain/counselling/counsellor';
import { RuleBroken } from '@panah/domain/process/process';
import { assertNotCounsellor } from '@panah/domain/specialists/specialist.rules';
import type { TeamRole } from '@panah/domain/vocabulary/case-team';
import { currentActor } from '../platform/access/current-reach';
import { StaffRecords } from '../staff/staff.records';
import { CaseRecords } from './case.records';
import { KnownColleagues } from './known-colleagues.records';
import type { TeamMember } from './team-member.entity';
import { TeamQuestionRecords } from './team-question.records';
import { endOfPlace, TeamRecords } from './team.records';
import { teamView } from './team.view';

/** Who stands on a case team, and how they come and go. */
@Injectable()
export class TeamService {
  constructor(
    private readonly cases: CaseRecords,
    private readonly team: TeamRecords,
    private readonly questions: TeamQuestionRecords,
    private readonly staff: StaffRecords,
    private readonly known: KnownColleagues,
  ) {}

  async read(caseId: string): Promise<TeamView> {
    const file = await this.cases.reachable(caseId, 'team:read');
    const untold = await this.known.untold(file);
    const members = (await this.team.of(caseId)).filter(({ role, staffId }) => role !== COUNSELLOR_ROLE || !untold.has(staffId));
    const names = await this.staff.names(members.flatMap(({ staffId, proposedBy }) => [staffId, proposedBy]));
    return teamView(file, members, names);
  }

  /** Colleagues who may be asked: not the one who asks, not whoever is there already. */
  async candidates(caseId: string): Promise<TeamCandidatesView> {
    const file = await this.cases.reachable(caseId, 'team:propose');
    const places = await this.team.placesOn(file);
    const colleagues = await this.staff.colleaguesIn(file.officeId);
    const free = colleagues.filter(({ id }) => id !== currentActor().staffId && places.of(id) === 'NO');
    return {
      items: free
        .map(({ id, displayName, roles }) => ({ id, name: displayName, roles: roles.filter((role) => role in CLASSES_OF_ROLE) }))
        .filter(({ roles }) => roles.length > 0),
    };
  }

  async propose(caseId: string, { staffId, role, reason, classes }: TeamProposalInput): Promise<TeamView> {
    const file = await this.cases.hold(caseId, 'team:propose');
    if (staffId === currentActor().staffId) throw new RuleBroken('same-person', { act: 'JOIN_TEAM' }, { staffId: ['samePerson'] });
    if (staffId === file.primaryWorkerId) assertNotCounsellor(role);
    await this.team.assertSuitable(file, staffId, role);
    const whole: readonly string[] = classesFor(role as TeamRole);
    const narrowed = classes ? whole.filter((name) => classes.includes(name)) : [...whole];
    if (narrowed.length === 0) throw new RuleBroken('no-class', {}, { classes: ['notOfThisRole'] });
    await this.team.propose(file, { staffId, role, reason, classes: narrowed, facts: await this.questions.factsOf(caseId) });
    return this.read(caseId);
  }

  /** R-AC-13: the client was told who would join, and had an objection or none. */
  async recordClientAnswer(caseId: string, id: string, { answer }: ClientAnswerInput): Promise<TeamView> {
    await this.cases.reachable(caseId, 'team:record-client-answer');
    const member = await this.team.hold(caseId, id, 'team:record-client-answer');
    if (member.clientAnswer !== null || member.endedAt !== null) throw new RuleBroken('already-answered');
    const now = new Date();
    const answered = { clientAnswer: answer, clientAnsweredAt: now, clientAnswerBy: currentActor().staffId };
    await this.team.change(member, 'client-answer', { ...answered, ...consequence({ ...member, ...answered }, now) });
    return this.read(caseId);
  }

  async renew(caseId: string, id: string): Promise<TeamView> {
    await this.cases.reachable(caseId, 'team:propose');
    const member = await this.team.hold(caseId, id, 'team:propose');
    if (member.startsAt === null || member.isPrimary || member.endedAt !== null)
      throw new RuleBroken('not-open', { action: 'renew', open: [] });
    if (member.staffId === currentActor().staffId) throw new RuleBroken('same-person', { act: 'RENEW' });
    await this.team.change(member, 'renew', { endsAt: endOfPlace(new Date()) });
    return this.read(caseId);
  }

  /** R-AC-07: ends access with the next request. The primary worker is followed by another first (R-CA-01). */
  async end(caseId: string, id: string): Promise<TeamView> {
    await this.cases.reachable(caseId, 'team:end');
    const member = await this.team.hold(caseId, id, 'team:end');
    assertMayGo(member);
    await this.team.change(member, 'end', { endedAt: new Date(), endReason: member.startsAt ? 'ENDED' : 'WITHDRAWN' });
    return this.read(caseId);
  }

  async leave(caseId: string, id: string): Promise<void> {
    const member = await this.team.holdOwn(caseId, id);
    assertMayGo(member);
    await this.team.change(member, 'leave', { endedAt: new Date(), endReason: 'LEFT' });
  }
}

/** What follows from the answers given so far: a place, an end, or nothing yet. */
export function consequence(answers: Pick<TeamMember, 'memberAnswer' | 'clientAnswer'>, now: Date): Partial<TeamMember> {
  if (answers.memberAnswer === 'TIE') return { endedAt: now, endReason: 'MEMBER_TIE' };
  if (answers.clientAnswer === 'OBJECTION') return { endedAt: now, endReason: 'CLIENT_OBJECTION' };
  if (!answers.memberAnswer || !answers.clientAnswer) return {};
  return { startsAt: now, endsAt: endOfPlace(now) };
}

function assertMayGo({ isPrimary, endedAt }: TeamMember): void {
  if (isPrimary) throw new RuleBroken('primary-worker-stays');
  if (endedAt !== null) throw new RuleBroken('not-open', { action: 'end', open: [] });
}
