import { CLASSES_OF_ROLE } from '@panah/domain/access/access-table';
import { MEMBERSHIP_DAYS } from '@panah/domain/cases/team.rules';
import { placeOfQuestion, type QuestionFacts } from '../cases/team-question.records';
import { newId } from '../platform/new-id';
import type { LaidCase } from './lay-case';
import type { Life } from './lives';
import { momentAgo, type Setting, type Specialist } from './setting';
import type { Shelf } from './shelf';

/** A case with the services that say which specialists it needs. */
export type CaseOfTeam = LaidCase & { streams: readonly string[]; state: Life['state'] };

/** From when to when there was a team; the second is null while there is one. */
interface Span {
  opened: Date;
  closed: Date | null;
}

const DAY = 24 * 60 * 60 * 1000;
const JOINED_DAYS_AGO = 40;

/** Lays the primary worker, and the specialists whose services the case names. In a new case they are asked and have not answered yet. */
export function layTeam(shelf: Shelf, setting: Setting, file: CaseOfTeam, span: Span): void {
  const place = placeOf(setting, file);
  const primary = { staff_id: file.workerId, role: 'CASEWORKER', is_primary: true, classes: CLASSES_OF_ROLE.CASEWORKER };
  shelf.add('case_team', { ...place(), ...primary, reason: 'ALLOCATION', ...answered(file.coordinatorId, span.opened, span) });
  const office = setting.offices.find(({ id }) => id === file.officeId);
  for (const { stream, ...who } of office?.specialists ?? [])
    if (file.streams.includes(stream)) laySpecialist(shelf, setting, file, who, span);
}

/** Lays one specialist of a team, with what they were asked. */
export function laySpecialist(
  shelf: Shelf,
  setting: Setting,
  file: CaseOfTeam,
  { staffId, role }: Pick<Specialist, 'staffId' | 'role'>,
  span: Span,
): void {
  const asked = placeOf(setting, file)();
  const member = { staff_id: staffId, role, is_primary: false, classes: CLASSES_OF_ROLE[role], reason: 'SPECIALIST' };
  const seal = { place: placeOfQuestion({ id: asked.id, clientId: file.clientId, sealVersion: 1 }), payload: factsOf(file) };
  shelf.add('case_team', { ...asked, ...member, ...standing(setting, file, span) }, seal);
}

const factsOf = ({ pseudonym, country, languages, streams }: CaseOfTeam): QuestionFacts => ({
  pseudonym,
  country,
  languages: [...languages],
  streams: [...streams],
});

const placeOf = (setting: Setting, file: LaidCase) => () => ({
  id: newId(),
  org_id: setting.orgId,
  office_id: file.officeId,
  client_id: file.clientId,
  case_id: file.id,
  seal_version: 1,
  version: 1,
});

function standing(setting: Setting, file: CaseOfTeam, span: Span): Record<string, unknown> {
  if (file.state === 'ASSESSMENT') return { proposed_by: file.workerId, proposed_at: span.opened };
  const joined = new Date(Math.max(span.opened.getTime(), momentAgo(setting, JOINED_DAYS_AGO, 10 * 60).getTime()));
  const from = span.closed ? span.opened : joined;
  return { ...answered(file.workerId, from, span), ends_at: new Date(from.getTime() + MEMBERSHIP_DAYS * DAY) };
}

/** Both answers were given the day the question was asked. */
const answered = (by: string, at: Date, { closed }: Span): Record<string, unknown> => ({
  proposed_by: by,
  proposed_at: at,
  member_answer: 'NO_TIE',
  member_answered_at: at,
  client_answer: 'NO_OBJECTION',
  client_answered_at: at,
  client_answer_by: by,
  starts_at: at,
  ended_at: closed,
  end_reason: closed ? 'CASE_CLOSED' : null,
});
