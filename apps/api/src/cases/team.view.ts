import type { TeamMemberView, TeamQuestionView, TeamView } from '@panah/contracts/case-team.contract';
import { classesFor } from '@panah/domain/cases/team-classes';
import type { TeamRole } from '@panah/domain/vocabulary/case-team';
import { currentActor } from '../platform/access/current-reach';
import { mayOn } from '../platform/access/may-on';
import { workerOf } from './case.view';
import type { ReachedCase } from './case.records';
import type { TeamMember } from './team-member.entity';
import type { TeamQuestion } from './team-question.records';

type Names = ReadonlyMap<string, string>;

export function teamView(file: ReachedCase, members: readonly TeamMember[], names: Names): TeamView {
  return { id: file.id, members: members.map((member) => memberView(file, member, names)) };
}

export function teamQuestionView({ row, facts }: TeamQuestion, names: Names): TeamQuestionView {
  return {
    id: row.id,
    pseudonym: facts.pseudonym,
    country: facts.country,
    languages: facts.languages,
    streams: facts.streams,
    role: row.role,
    reason: row.reason,
    askedBy: names.get(row.proposedBy) ?? '',
    askedAt: row.proposedAt.toISOString(),
    answer: row.memberAnswer,
  };
}

function memberView(file: ReachedCase, member: TeamMember, names: Names): TeamMemberView {
  const iso = (at: Date | null): string | null => at?.toISOString() ?? null;
  return {
    id: member.id,
    staffId: member.staffId,
    name: names.get(member.staffId) ?? '',
    role: member.role,
    isPrimary: member.isPrimary,
    classes: classesFor(member.role as TeamRole).filter((name) => member.classes.includes(name)),
    reason: member.reason,
    proposedBy: workerOf(member.proposedBy, names),
    proposedAt: member.proposedAt.toISOString(),
    memberAnswer: member.memberAnswer,
    memberAnsweredAt: iso(member.memberAnsweredAt),
    clientAnswer: member.clientAnswer,
    clientAnsweredAt: iso(member.clientAnsweredAt),
    startsAt: iso(member.startsAt),
    endsAt: iso(member.endsAt),
    endedAt: iso(member.endedAt),
    endReason: member.endReason ?? (hasExpired(member) ? 'EXPIRED' : null),
    state: stateOf(member),
    actions: actionsOn(file, member),
  };
}

function actionsOn(file: ReachedCase, member: TeamMember): string[] {
  const state = stateOf(member);
  if (state === 'ENDED') return [];
  const isSelf = member.staffId === currentActor().staffId;
  const may: Record<string, boolean> = {
    'record-client-answer': state === 'ASKED' && member.clientAnswer === null && mayOn('team:record-client-answer', file),
    renew: state === 'MEMBER' && !member.isPrimary && !isSelf && mayOn('team:propose', file),
    leave: state === 'MEMBER' && !member.isPrimary && isSelf,
    end: !member.isPrimary && !isSelf && mayOn('team:end', file),
  };
  return Object.keys(may).filter((action) => may[action]);
}

function stateOf(member: TeamMember): string {
  if (member.endedAt !== null || hasExpired(member)) return 'ENDED';
  return member.startsAt ? 'MEMBER' : 'ASKED';
}

const hasExpired = ({ endsAt }: TeamMember): boolean => endsAt !== null && endsAt <= new Date();
