import type { ProblemTextsByCode } from '../platform/problem/problem-texts';
import { role } from '@panah/domain/vocabulary/staff';
import { readerLanguage } from '../platform/reader/language';

const roleText = (code: unknown): string => (role.has(code) ? role.label(code, readerLanguage()) : '');

/** What the server refuses in this room, in words; codes that every room has are said by the platform. */
export const STAFF_PROBLEMS: ProblemTextsByCode = {
  'same-person': $localize`:@@staff.problemSamePerson:This takes a second person: not you, and not the one who asked for it. Nothing was changed.`,
  'not-confirmer': (facts) =>
    $localize`:@@staff.problemNotConfirmer:This is confirmed by somebody with another role: ${roleText(facts['needs'])}:role:. Nothing was changed.`,
  'digits-refused': $localize`:@@staff.problemDigits:These are not the digits on the other screen. Ask to have them read out again.`,
  'roles-do-not-fit': $localize`:@@staff.problemRoles:These roles or duties do not fit on one account. Auditor and administrator hold no other role; whoever needs both has two accounts.`,
  'already-there': $localize`:@@staff.problemThere:This exists already: the sign-in name is somebody's, or the role is held in this office.`,
  'last-of-its-kind': (facts) =>
    $localize`:@@staff.problemLast:This is the last active account with the role: ${roleText(facts['role'])}:role:. Somebody else has to be active in it first. Nothing was changed.`,
  'office-calendar': $localize`:@@staff.problemCalendar:This calendar cannot be counted with. A week needs at least one working day.`,
  password: $localize`:@@staff.problemPassword:Another password is needed. The field says why.`,
  'code-refused': $localize`:@@staff.problemCode:This code does not work. It may be mistyped, used, replaced by a newer one, or over.`,
  'second-factor-refused': $localize`:@@staff.problemSecondFactor:These digits do not match. Take the ones the authenticator shows now.`,
  'first-account-begun': $localize`:@@staff.problemBegun:The first account was begun already. Activate it with the same code.`,
  'first-account-made': $localize`:@@staff.problemMade:The first account exists. Sign in, or ask its owner for an invitation.`,
};

/** Beside the field of a new password. */
export const PASSWORD_RULES: Readonly<Record<string, string>> = {
  'too-short': $localize`:@@staff.passwordShort:At least 15 characters. Four or five unrelated words are easy to remember.`,
  'too-usual': $localize`:@@staff.passwordUsual:Too easy to guess: usual words, rows of keys, or words around your account.`,
};

/** Beside the fields of forms here. */
export const FIELD_RULES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  login: { matches: $localize`:@@staff.loginBlank:No blanks, please.` },
  roles: {
    missing: $localize`:@@staff.rolesMissing:At least one role.`,
    'stands-alone': $localize`:@@staff.roleAlone:Auditor and administrator hold no other role.`,
  },
  duties: { 'no-such-role': $localize`:@@staff.dutyNoRole:This duty does not belong to the role.` },
  officeId: { isDefined: $localize`:@@staff.officeNeeded:Say in which office.` },
  timeZone: { unknown: $localize`:@@staff.zoneUnknown:This time zone is not known.` },
  weekendDays: { 'not-a-weekend': $localize`:@@staff.weekTooLong:A week needs at least one working day.` },
  holidays: { 'not-a-date': $localize`:@@staff.holidayNoDate:One of these is no date.` },
  digits: { wrong: $localize`:@@staff.digitsWrong:Not these digits.`, matches: $localize`:@@staff.digitsSix:Six digits.` },
  code: { wrong: $localize`:@@staff.codeWrong:This code does not work.`, matches: $localize`:@@staff.codeForm:Twelve letters and digits.` },
  secondFactor: { wrong: $localize`:@@staff.secondFactorWrong:Not these digits.`, matches: $localize`:@@staff.digitsSix:Six digits.` },
  password: PASSWORD_RULES,
  newPassword: PASSWORD_RULES,
};

/** What one reads about a tie to the group or to a state (R-AC-14). */
export const TIE_TEXTS: Readonly<Record<string, string>> = {
  NOT_ASKED: $localize`:@@staff.tieNotAsked:Not asked yet`,
  NONE: $localize`:@@staff.tieNone:No tie`,
  DECLARED: $localize`:@@staff.tieDeclared:Declared; waits for a decision`,
  CLEARED: $localize`:@@staff.tieCleared:Declared; decided that it is no hindrance`,
  UPHELD: $localize`:@@staff.tieUpheld:Declared; clients stay closed`,
};

const STEP_TEXTS: Readonly<Record<string, string>> = {
  invite: $localize`:@@staff.didInvite:Invited`,
  'new-code': $localize`:@@staff.didNewCode:New code made`,
  activate: $localize`:@@staff.didActivate:Password and authenticator set up`,
  confirm: $localize`:@@staff.didConfirm:Confirmed`,
  'grant-role': $localize`:@@staff.didGrant:Role granted`,
  'end-role': $localize`:@@staff.didEndRole:Role ended`,
  'change-duties': $localize`:@@staff.didDuties:Duties changed`,
  suspend: $localize`:@@staff.didSuspend:Suspended`,
  reinstate: $localize`:@@staff.didReinstate:Reinstated`,
  reset: $localize`:@@staff.didReset:Sign-in reset`,
  end: $localize`:@@staff.didEnd:Ended`,
  'answer-tie': $localize`:@@staff.didAnswerTie:Answered about ties`,
  'decide-tie': $localize`:@@staff.didDecideTie:Tie decided`,
};

/** A line of the history; the reason of a step may be a role or an answer about a tie. */
export function stepText(action: string, reason: string | null): string {
  const detail = reason ? (TIE_TEXTS[reason] ?? roleText(reason)) : '';
  return [STEP_TEXTS[action] ?? action, detail].filter(Boolean).join(': ');
}
