import { RuleBroken } from '../process/process';
import { addDays } from '../dates/calendar-days';

/** R-AC-08: how long a member stands on a team when nobody says otherwise; the primary worker has no end. */
export const MEMBERSHIP_DAYS = 90;
export const NOTICE_DAYS = 7;

/** Null while not answered. */
export interface JoinAnswers {
  /** The member's, who was shown the pseudonym and neutral facts only. */
  memberHasNoTie: boolean | null;
  /** The client's, who was told who would join. */
  clientHasNoObjection: boolean | null;
}

/**
 * Nobody joins a team before both questions are answered (R-AC-13).
 * @throws RuleBroken `team-not-answered` with the open questions, or `team-declined`.
 */
export function assertMayJoin(answers: JoinAnswers): void {
  const open = [
    ...(answers.memberHasNoTie === null ? ['memberHasNoTie'] : []),
    ...(answers.clientHasNoObjection === null ? ['clientHasNoObjection'] : []),
  ];
  // A no is a no, whatever the other one would have said.
  if (answers.memberHasNoTie === false || answers.clientHasNoObjection === false) throw new RuleBroken('team-declined');
  if (open.length) throw new RuleBroken('team-not-answered', { open });
}

/** The last day on a team for a member who joins on a day (`YYYY-MM-DD`), and the day they are told (R-AC-08). */
export function membershipEnd(from: string): { endsOn: string; noticeOn: string } {
  return { endsOn: addDays(from, MEMBERSHIP_DAYS), noticeOn: addDays(from, MEMBERSHIP_DAYS - NOTICE_DAYS) };
}
