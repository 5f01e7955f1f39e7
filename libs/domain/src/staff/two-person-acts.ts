import type { Role } from '../access/access-table';
import type { TwoPersonAct } from '../vocabulary/staff';

export interface Colleague {
  id: string;
  roles: readonly Role[];
}

/** One place per person an act takes, each with the roles that can fill it; everybody fills one place only. */
export type Places = readonly (readonly Role[])[];

const WRITERS: readonly Role[] = ['CASEWORKER', 'COUNSELLOR', 'LEGAL'];

export const TWO_PERSON_ACTS: Readonly<Record<TwoPersonAct, Places>> = {
  ADMIT: [['CASEWORKER'], ['COORDINATOR']],
  APPROVE_PLAN: [['CASEWORKER'], ['COORDINATOR']],
  APPROVE_CLOSURE: [['CASEWORKER'], ['COORDINATOR']],
  VOID_NOTE: [WRITERS, ['COORDINATOR']],
  CONFIRM_STAFF: [['COORDINATOR', 'ADMIN'], ['COORDINATOR']],
  CONFIRM_PRIVILEGED: [['COORDINATOR', 'ADMIN'], ['AUDITOR']],
  CONFIRM_PARTNER_PERSON: [['COORDINATOR'], ['COORDINATOR']],
  // The new auditor is the third: nobody confirms themself.
  CONFIRM_AUDITOR: [['ADMIN'], ['AUDITOR']],
  CONFIRM_RISK: [['CASEWORKER', 'COUNSELLOR', 'COORDINATOR'], ['COORDINATOR']],
  SETTLE_DANGER: [['CASEWORKER', 'COUNSELLOR', 'LEGAL', 'HOUSING', 'FAMILY_LINKS', 'COORDINATOR'], ['COORDINATOR']],
  SEND_RESTRICTED: [['CASEWORKER', 'COUNSELLOR', 'LEGAL', 'HOUSING', 'FAMILY_LINKS'], ['COORDINATOR']],
  CLOSE_INCIDENT: [['CASEWORKER', 'COUNSELLOR', 'HOUSING', 'FAMILY_LINKS', 'COORDINATOR'], ['COORDINATOR']],
  DECIDE_TIE: [['COORDINATOR'], ['COORDINATOR']],
};

export interface ActOutOfReach {
  act: TwoPersonAct;
  places: Places;
  /** How many of the places the people there can fill. */
  filled: number;
}

/**
 * The acts that need more people than an office has: they are refused with that reason, never softened.
 * @param colleagues active people of the office, and the organisation's auditors and admins.
 */
export function actsOutOfReach(colleagues: readonly Colleague[]): ActOutOfReach[] {
  return (Object.keys(TWO_PERSON_ACTS) as TwoPersonAct[])
    .map((act) => ({ act, places: TWO_PERSON_ACTS[act], filled: mostFilled(TWO_PERSON_ACTS[act], colleagues) }))
    .filter(({ places, filled }) => filled < places.length);
}

/** The most places that different people can fill at the same time. */
function mostFilled(places: Places, free: readonly Colleague[]): number {
  const [place, ...rest] = places;
  if (!place) return 0;
  const fitting = free.filter((colleague) => colleague.roles.some((role) => place.includes(role)));
  const withThisOne = fitting.map(
    (chosen) =>
      1 +
      mostFilled(
        rest,
        free.filter(({ id }) => id !== chosen.id),
      ),
  );
  return Math.max(mostFilled(rest, free), ...withThisOne);
}
