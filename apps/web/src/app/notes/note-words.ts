import type { ProblemTextsByCode } from '../platform/problem/problem-texts';
import type { IconName } from '../platform/icon/icons';

/** What the server refuses about notes, in words. */
export const NOTE_PROBLEMS: ProblemTextsByCode = {
  'contact-not-safe': $localize`:@@notes.problemNotSafe:This way of contact is not safe for this client, so nobody goes out by it. If somebody did, write it down as a note of safety.`,
  'note-incomplete': $localize`:@@notes.problemIncomplete:Something is missing before this can be signed. The fields say what.`,
  'note-signed': $localize`:@@notes.problemSigned:This note is signed and stays as it is. Write a correction instead.`,
  'not-author': $localize`:@@notes.problemAuthor:Only the author can do this.`,
  'same-person': $localize`:@@notes.problemSamePerson:Somebody else has to decide this: it is your own note.`,
  'note-not-movable': $localize`:@@notes.problemNotMovable:A privileged note or a correction is not moved. Void it, and its author writes it anew in the right file.`,
};

const missingText = $localize`:@@notes.bodyMissing:Say in a few words what happened.`;

/** The composer's own words for a broken rule, by field and rule. */
export const NOTE_FIELD_TEXTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  channel: { 'not-safe': $localize`:@@notes.ruleNotSafe:Not safe for this client` },
  body: { missing: missingText, maxLength: $localize`:@@notes.bodyTooLong:This is too long for one note. Write two.` },
  happenedAt: { 'in-future': $localize`:@@notes.whenFuture:This lies ahead. A note tells what has happened.` },
  namedReaders: {
    missing: $localize`:@@notes.readersMissing:Name at least one reader.`,
    'not-on-team': $localize`:@@notes.readersNotOnTeam:One of them is no longer on the team.`,
  },
  corrects: { 'not-a-signed-note': $localize`:@@notes.correctsUnsigned:Only a signed note can be corrected.` },
  moveToCaseRef: {
    'not-in-reach': $localize`:@@notes.moveNotFound:No case of your office has this reference.`,
    'same-file': $localize`:@@notes.moveSameFile:This is the file it is in.`,
    'not-movable': $localize`:@@notes.moveNotMovable:This note cannot be moved.`,
  },
};

const ICON_OF: Readonly<Record<string, IconName>> = {
  CONTACT: 'phone',
  ATTEMPT: 'phone',
  THIRD_PARTY: 'talk',
  HOME_VISIT: 'home',
  ACCOMPANIMENT: 'step',
  CASE_CONFERENCE: 'team',
  ASSESSMENT: 'flag',
  DECISION: 'done',
  SAFETY: 'shield',
  SENSITIVE: 'eye',
  LEGAL_PRIV: 'key',
  CORRECTION: 'edit',
  CLIENT_VIEW: 'person',
};

export const iconOf = (type: string): IconName => ICON_OF[type] ?? 'note';

/** Types that tell of a conversation: with channel and direction, with minutes. */
export const isTalk = (type: string) => ['CONTACT', 'ATTEMPT', 'THIRD_PARTY'].includes(type);
export const takesTime = (type: string) => isTalk(type) || ['HOME_VISIT', 'ACCOMPANIMENT', 'CASE_CONFERENCE'].includes(type);
